package vermilion.web;

import java.util.Optional;
import vermilion.episode.Author;
import vermilion.service.Access;
import vermilion.service.CardKeys;
import vermilion.service.EpisodeRef;
import vermilion.service.Tokens;

/// Makes the addresses that are given to people.
final class Links {

  /// The name under which a patient acts who came by a link.
  static final String PATIENT = "patient";

  private final LateUrl baseUrl;
  private final Tokens tokens;
  private final CardKeys cards;

  Links(LateUrl baseUrl, Tokens tokens, CardKeys cards) {
    this.baseUrl = baseUrl;
    this.tokens = tokens;
    this.cards = cards;
  }

  /// A new link for the patient of an episode. The secret stands behind the #, which no server or
  /// proxy ever sees or logs.
  String patient(EpisodeRef ref, String actor) {
    Access access =
        new Access(
            ref.clinic(), new Author(Author.Role.PATIENT, PATIENT), Optional.of(ref.episode()));
    String token = tokens.issue(access, actor).orElseThrow(Problem::busy);
    return baseUrl.get() + "/p/#" + ref.episode() + "." + token;
  }

  /// How people reach this server from outside, without a slash behind it.
  String base() {
    return baseUrl.get();
  }

  /// Whether people reach this server over TLS.
  boolean isSecure() {
    return baseUrl.get().startsWith("https:");
  }

  /// Where the emergency card of an episode is.
  String cardPath(EpisodeRef ref) {
    return "/card/" + cards.of(ref);
  }

  Optional<EpisodeRef> card(String key) {
    return cards.open(key);
  }
}
