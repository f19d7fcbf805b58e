package vermilion.service;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A passkey of somebody: the public half of what an authenticator keeps.
///
/// @param credential its id, as base64url text
/// @param person whose
/// @param label what the person calls it
/// @param key the public key, as the authenticator told it
/// @param made since when
/// @param counter how often it had signed when it was last used; 0: it does not count
/// @param seen when it was last used
public record Passkey(
    String credential,
    UUID person,
    String label,
    Bytes key,
    Instant made,
    long counter,
    Optional<Instant> seen) {

  /// The most characters of a label.
  public static final int LABEL_CHARS_MAX = 60;

  /// Refuses a label that is no line.
  public Passkey {
    Shape.line("label", label, LABEL_CHARS_MAX);
    made = Times.kept(made);
    seen = seen.map(Times::kept);
  }
}
