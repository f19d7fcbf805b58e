package vermilion.cli;

import java.net.URI;
import java.util.Optional;

/// The address of a text gateway in the settings: the number and the words of a patient go there,
/// so the way is guarded, unless it does not leave this machine.
final class SmsUrl {

  /// What is expected of one.
  static final String EXPECTED =
      "https://host/path, or http://localhost:13013/cgi-bin/sendsms on this machine";

  private SmsUrl() {}

  /// The address in a text; empty where it is none.
  static Optional<URI> of(String text) {
    if (text.contains("?") || text.contains("#") || text.contains("@") || text.contains(" ")) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(text);
      boolean here = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
      boolean good =
          uri.getHost() != null
              && ("https".equals(uri.getScheme()) || (here && "http".equals(uri.getScheme())));
      return good ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
