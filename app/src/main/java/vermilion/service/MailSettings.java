package vermilion.service;

import java.nio.file.Path;
import java.util.Optional;

/// The server that takes our mails, and in whose name.
///
/// @param host where it is
/// @param port its port
/// @param security how the way there is guarded
/// @param login who signs in; empty: it asks for nobody
/// @param from the address in whose name mails are sent
public record MailSettings(
    String host, int port, Security security, Optional<Login> login, String from) {

  /// How the way to the server is guarded.
  public enum Security {
    /// By TLS from the first byte (`smtps://`).
    TLS,
    /// By TLS after a greeting; without it nothing is sent (`smtp://`).
    STARTTLS,
    /// Not at all, to a server on this machine alone (`smtp://localhost`).
    LOOPBACK
  }

  /// Who signs in.
  ///
  /// @param user the name
  /// @param passwordFile the file of the password
  public record Login(String user, Path passwordFile) {}
}
