package vermilion.service;

import java.time.Instant;
import java.util.Optional;

/// Who did what to which episode: a fact for the audit, never clinical text and never a name of a
/// patient, because the audit outlives the erasure of a patient.
///
/// @param at the server's clock
/// @param actor who: an account, a token's id, `patient`, `service`
/// @param action what, as a slug such as `read`, `exported`, `signed-in`
/// @param episode the episode it touched, if one
/// @param detail ids, counts and fingerprints; may be empty
public record AuditEntry(
    Instant at, String actor, String action, Optional<String> episode, String detail) {

  /// Refuses texts that are too long, not one line, or not of the named shape.
  public AuditEntry {
    at = Times.kept(at);
    Shape.line("actor", actor, Shape.ACTOR_CHARS_MAX);
    Shape.id("action", action);
    episode.ifPresent(id -> Shape.id("episode", id));
    Shape.lineOrEmpty("detail", detail, Shape.DETAIL_CHARS_MAX);
  }
}
