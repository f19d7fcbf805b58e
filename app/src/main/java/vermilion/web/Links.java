package vermilion.web;

import java.util.Optional;
import vermilion.episode.Author;
import vermilion.service.Access;
import vermilion.service.CardKeys;
import vermilion.service.EpisodeRef;
import vermilion.service.PasskeyVerifier;
import vermilion.service.Phones;
import vermilion.service.Tokens;

/// Makes the addresses that are given to people. A secret stands behind the #, which no server or
/// proxy ever sees or logs.
final class Links {

  /// The name under which a patient acts.
  static final String PATIENT = Phones.PATIENT;

  private final LateUrl baseUrl;
  private final Tokens tokens;
  private final Phones phones;
  private final CardKeys cards;
  private final boolean demo;

  Links(LateUrl baseUrl, WebServer.Parts parts) {
    this.baseUrl = baseUrl;
    this.tokens = parts.tokens();
    this.phones = parts.phones();
    this.cards = parts.cards();
    this.demo = parts.demo();
  }

  /// A link for the patient of a new episode. In a demonstration it opens her pages by itself, as
  /// often as one likes; anywhere else it opens once and asks her date of birth.
  String patient(EpisodeRef ref, Author maker) {
    return demo ? direct(ref, maker) : once(ref, maker);
  }

  /// A link that opens once and asks the patient's date of birth.
  String once(EpisodeRef ref, Author maker) {
    return once(ref, phones.link(ref, maker));
  }

  /// A link that lets in one phone of a helper, once, and asks the patient's date of birth.
  String helper(EpisodeRef ref, String helper, Author maker) {
    return once(ref, phones.helperLink(ref, helper, maker));
  }

  private String once(EpisodeRef ref, Phones.Making making) {
    return switch (making) {
      case Phones.Making.Made made ->
          baseUrl.get() + "/p/#" + ref.episode() + ".once." + made.secret();
      case Phones.Making.TooMany _ -> throw Problem.tooManyLinks();
      case Phones.Making.Busy _ -> throw Problem.busy();
    };
  }

  private String direct(EpisodeRef ref, Author maker) {
    Access access =
        new Access(
            ref.clinic(), new Author(Author.Role.PATIENT, PATIENT), Optional.of(ref.episode()));
    String token = tokens.issue(access, maker.name()).orElseThrow(Problem::busy);
    return baseUrl.get() + "/p/#" + ref.episode() + "." + token;
  }

  /// How people reach this server from outside, without a slash behind it.
  String base() {
    return baseUrl.get();
  }

  /// Where passkeys work, if they do.
  Optional<PasskeyVerifier.Site> site() {
    return PasskeyVerifier.Site.of(baseUrl.get());
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
