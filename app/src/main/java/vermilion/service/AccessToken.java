package vermilion.service;

import java.time.Instant;
import java.util.Optional;

/// A bearer token as the store knows it: by its hash alone.
///
/// @param hash the lower-case hex SHA-256 of the token; the token itself is never kept
/// @param role what the bearer may do, as a slug
/// @param episode the only episode that it opens, if it is bound to one
/// @param label who has it, for the list of tokens; never a patient's name
/// @param created when it was issued
/// @param revoked since when it opens nothing
public record AccessToken(
    String hash,
    String role,
    Optional<String> episode,
    String label,
    Instant created,
    Optional<Instant> revoked) {

  private static final int HASH_CHARS = 64;

  /// Refuses a hash, role, episode or label of another shape.
  public AccessToken {
    boolean hex = hash.length() == HASH_CHARS;
    for (int i = 0; hex && i < HASH_CHARS; i++) {
      char c = hash.charAt(i);
      hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    if (!hex) {
      // The value is not shown: a caller's mistake may have put the token itself here.
      throw new IllegalArgumentException(
          "token hash has " + hash.length() + " characters; expected 64 lower-case hex digits");
    }
    Shape.id("role", role);
    episode.ifPresent(id -> Shape.id("episode", id));
    Shape.lineOrEmpty("label", label, Shape.ACTOR_CHARS_MAX);
    created = Times.kept(created);
    revoked = revoked.map(Times::kept);
  }
}
