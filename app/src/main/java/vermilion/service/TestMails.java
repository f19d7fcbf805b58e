package vermilion.service;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Sends a patient one mail that shows that mails reach her, through the same queue as all others:
/// sealed under her key, erased with her. That it came is known when its link was pressed, or when
/// she says so in the chair; her address is kept nowhere else.
public final class TestMails {

  private static final int HALF = 16;

  private final MailQueue queue;
  private final Phones phones;
  private final EpisodeService service;

  /// Works over a queue.
  public TestMails(MailQueue queue, Phones phones, EpisodeService service) {
    this.queue = queue;
    this.phones = phones;
    this.service = service;
  }

  /// What the mail says, in her language.
  ///
  /// @param to her address, or her number
  /// @param language the tag of her language
  /// @param subject the line of the list
  /// @param text what it is for
  /// @param press the words of its link
  /// @param base how people reach this server; the link is made of it
  public record Letter(
      String to, String language, String subject, String text, String press, String base) {}

  /// Puts the mail into the queue, in place of an earlier one; whether it is there now.
  public boolean send(EpisodeRef ref, Letter letter, String actor) {
    Optional<UUID> patient = service.patient(ref);
    Optional<String> secret = patient.flatMap(_ -> phones.mailLink(ref, actor));
    if (secret.isEmpty()) {
      return false;
    }
    UUID id = idOf(Tokens.hash(secret.get()));
    Mail mail =
        new Mail(
            id,
            patient.orElseThrow(),
            Mail.Kind.TEST,
            letter.to(),
            words(letter, secret.get()),
            Optional.empty(),
            service.now());
    return queue.put(ref.clinic(), List.of(mail)).isPresent()
        && queue.state(ref.clinic(), id).isPresent();
  }

  /// A telephone need not be able to open a link: then she says in the chair whether it came.
  private static Mail.Words words(Letter letter, String secret) {
    return letter.to().startsWith("+")
        ? new Mail.Words(letter.subject(), letter.text(), "")
        : NewsWords.test(letter, letter.base() + "/mail/" + secret);
  }

  /// Where the mail of a test message is; nothing where it never came into the queue, or was
  /// forgotten there long after.
  public Optional<MailQueue.State> state(String clinic, Device message) {
    return queue.state(clinic, idOf(message.token().hash()));
  }

  private static UUID idOf(String hash) {
    return new UUID(
        Long.parseUnsignedLong(hash.substring(0, HALF), HALF),
        Long.parseUnsignedLong(hash.substring(HALF, 2 * HALF), HALF));
  }
}
