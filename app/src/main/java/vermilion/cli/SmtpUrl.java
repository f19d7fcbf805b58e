package vermilion.cli;

import java.util.Optional;
import vermilion.service.MailSettings.Security;

/// The address of a mail server in the settings: `smtps://host:465` speaks TLS from the first byte,
/// `smtp://host:587` after its greeting and never without. A server on this machine itself is
/// spoken to as it is.
///
/// @param host where it is
/// @param port its port
/// @param security how the way there is guarded
record SmtpUrl(String host, int port, Security security) {

  /// What is expected of one.
  static final String EXPECTED = "smtps://host, smtps://host:465 or smtp://host:587";

  private static final int SMTPS_PORT = 465;
  private static final int SUBMISSION_PORT = 587;
  private static final int MOST_PORT = 65_535;

  /// The address in a text; empty where it is none.
  static Optional<SmtpUrl> of(String text) {
    boolean tls = text.startsWith("smtps://");
    if (!tls && !text.startsWith("smtp://")) {
      return Optional.empty();
    }
    String rest = text.substring(text.indexOf("//") + 2);
    int colon = rest.indexOf(':');
    String host = colon < 0 ? rest : rest.substring(0, colon);
    int port = colon < 0 ? (tls ? SMTPS_PORT : SUBMISSION_PORT) : portOf(rest.substring(colon + 1));
    boolean good = port > 0 && port <= MOST_PORT && isHost(host);
    return good ? Optional.of(new SmtpUrl(host, port, security(tls, host))) : Optional.empty();
  }

  private static Security security(boolean tls, String host) {
    if (tls) {
      return Security.TLS;
    }
    boolean here = host.equals("localhost") || host.equals("127.0.0.1");
    return here ? Security.LOOPBACK : Security.STARTTLS;
  }

  private static int portOf(String text) {
    boolean digits = !text.isEmpty() && text.length() <= 5;
    digits = digits && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.parseInt(text) : -1;
  }

  private static boolean isHost(String host) {
    boolean good = !host.isEmpty() && host.length() <= 253;
    for (int i = 0; good && i < host.length(); i++) {
      char c = host.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      good = letter || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }
    return good;
  }
}
