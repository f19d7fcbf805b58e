package vermilion.service;

import java.time.Instant;
import java.util.Optional;
import vermilion.episode.Author;

/// A way into one episode: a link that opens once, or a phone that was let in by one. The link in a
/// test message is kept as one too; it opens nothing.
///
/// @param token what the store knows of its secret
/// @param kind what machine it is; of a link, nothing is known
/// @param tries how many birth dates were wrong
/// @param seen when it was last heard of: of a link, when it was first opened
/// @param cardSaved whether the phone has said that it keeps the emergency card
/// @param worksOffline whether the phone has said that it opens without a network
public record Device(
    AccessToken token,
    PhoneKind kind,
    int tries,
    Optional<Instant> seen,
    boolean cardSaved,
    boolean worksOffline) {

  /// The role of a link that opens once.
  public static final String LINK_ROLE = "enrolment";

  /// The role of a link that opens once for a helper; its label is the id of the event that let
  /// this helper in.
  public static final String HELPER_LINK_ROLE = "helper-enrolment";

  /// The role of the link in a test message: pressing it tells that the message came, and opens
  /// nothing.
  public static final String MAIL_ROLE = "test-mail";

  /// How many wrong birth dates lock a link.
  public static final int MOST_TRIES = 5;

  private static final int ID_CHARS = 16;

  /// Its id in lists: not its secret, and nothing that opens anything.
  public String id() {
    return token.hash().substring(0, ID_CHARS);
  }

  /// Whether it stands for a test message.
  public boolean isMail() {
    return token.role().equals(MAIL_ROLE);
  }

  /// Whether it is a phone, or a token that acts as one.
  public boolean isPhone() {
    return !isLink() && !isMail();
  }

  /// Whether it is a link that opens once.
  public boolean isLink() {
    return token.role().equals(LINK_ROLE) || token.role().equals(HELPER_LINK_ROLE);
  }

  /// Whether it is a helper's, phone or link.
  public boolean isHelpers() {
    return token.role().equals(HELPER_LINK_ROLE) || token.role().equals(Author.Role.CONFIDANT.id());
  }

  /// Whether it still opens something.
  public boolean isOpen() {
    return token.revoked().isEmpty();
  }

  /// Whether it is a link that was locked by wrong birth dates.
  public boolean isLocked() {
    return isLink() && tries >= MOST_TRIES;
  }
}
