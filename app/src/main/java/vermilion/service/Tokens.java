package vermilion.service;

import java.time.InstantSource;
import java.util.Optional;
import vermilion.episode.Author;

/// Issues bearer tokens and says what they open. A token is `CLINIC_SECRET`; the store knows its
/// hash alone.
public final class Tokens {

  private static final int MOST_TOKEN_CHARS = 160;

  private final AccessTokens tokens;
  private final Ids ids;
  private final InstantSource clock;

  /// Works over the tokens of a store.
  public Tokens(AccessTokens tokens, Ids ids, InstantSource clock) {
    this.tokens = tokens;
    this.ids = ids;
    this.clock = clock;
  }

  /// Issues a token, or nothing when the store is too busy.
  ///
  /// @param access what it opens; its author's name is kept beside it, so never a patient's name
  /// @param actor who issues it
  public Optional<String> issue(Access access, String actor) {
    String token = access.clinic() + "_" + ids.secret();
    AccessToken kept =
        new AccessToken(
            hash(token),
            access.author().role().id(),
            access.episode(),
            access.author().name(),
            clock.instant(),
            Optional.empty());
    return tokens.issue(access.clinic(), kept, actor) ? Optional.of(token) : Optional.empty();
  }

  /// What a token opens; nothing for one that is unknown or revoked.
  public Optional<Access> open(String token) {
    return clinicOf(token).flatMap(clinic -> opened(clinic, token));
  }

  private Optional<Access> opened(String clinic, String token) {
    return openHash(clinic, hash(token));
  }

  /// What the token with this hash opens.
  Optional<Access> openHash(String clinic, String hash) {
    return tokens
        .find(clinic, hash)
        .filter(known -> known.revoked().isEmpty())
        .flatMap(known -> author(known).map(author -> new Access(clinic, author, known.episode())));
  }

  /// Nobody acts with a link that opens once: it has no author.
  private static Optional<Author> author(AccessToken token) {
    for (Author.Role role : Author.Role.values()) {
      if (role.id().equals(token.role())) {
        return Optional.of(new Author(role, token.label().isBlank() ? role.id() : token.label()));
      }
    }
    return Optional.empty();
  }

  /// The clinic that a token names, if it has the shape of one; nothing says that it is known.
  static Optional<String> clinicOf(String token) {
    int split = token.indexOf('_');
    return split > 0 && token.length() <= MOST_TOKEN_CHARS && Shape.isId(token.substring(0, split))
        ? Optional.of(token.substring(0, split))
        : Optional.empty();
  }

  static String hash(String token) {
    return Sha256.hexOf(token);
  }
}
