package vermilion.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The bearer tokens of each clinic. Issuing and revoking are kept in the clinic's audit.
public interface AccessTokens {

  /// Keeps a new token, issued by `actor`; `false` when the store is too busy or the hash is taken.
  boolean issue(String clinic, AccessToken token, String actor);

  /// The token with this hash in `clinic`, revoked or not.
  Optional<AccessToken> find(String clinic, String hash);

  /// Revokes a token from `at`; `false` when the clinic has no such token that is still good, or
  /// the store is too busy.
  boolean revoke(String clinic, String hash, String actor, Instant at);

  /// The tokens of `clinic`, oldest first, at most `limit`.
  List<AccessToken> tokens(String clinic, int limit);
}
