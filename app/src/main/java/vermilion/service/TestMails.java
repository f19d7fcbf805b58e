package vermilion.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Sends a patient one mail that shows that mails reach her, through the same queue as all others:
/// sealed under her key, erased with her.
public final class TestMails {

  private final MailQueue queue;

  /// Works over a queue.
  public TestMails(MailQueue queue) {
    this.queue = queue;
  }

  /// Puts the mail into the queue; whether it is there now. The same `id` again sends nothing more.
  ///
  /// @param clinic the one that she is a patient of
  /// @param patient whose key it is sealed under
  /// @param to her address
  /// @param id names the mail; [#state] asks by it
  public boolean send(Clinic clinic, UUID patient, EmailAddress to, Request id) {
    Mail mail =
        new Mail(
            id.mail(),
            patient,
            Mail.Kind.TEST,
            to.text(),
            NewsWords.test(clinic.name()),
            Optional.empty(),
            id.at());
    return queue.put(clinic.id(), List.of(mail)).isPresent()
        && queue.state(clinic.id(), id.mail()).isPresent();
  }

  /// Which mail is asked for, and when.
  ///
  /// @param mail its id
  /// @param at the time
  public record Request(UUID mail, Instant at) {}

  /// Where it is; nothing of one that was never there.
  public Optional<MailQueue.State> state(String clinic, UUID mail) {
    return queue.state(clinic, mail);
  }
}
