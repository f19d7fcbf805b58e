package vermilion.service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is due, every few seconds, until it is closed.
public final class Postman implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  private final Publication publication;
  private final Clinics clinics;
  private final Sending sending;
  private final Thread thread;

  /// How it sends.
  ///
  /// @param round sends what waits in a clinic
  /// @param clinics the ids of all clinics of the install
  /// @param base what links begin with
  /// @param every how long to wait between two walks
  public record Sending(
      MailRound round, Supplier<List<String>> clinics, String base, Duration every) {}

  /// Begins at once.
  public Postman(Publication publication, Clinics clinics, Sending sending) {
    this.publication = publication;
    this.clinics = clinics;
    this.sending = sending;
    this.thread = Thread.ofVirtual().name("postman").start(this::walk);
  }

  /// Puts the news of the publisher into the queue, and sends what waits, of whatever clinic.
  private void round() {
    Optional<Clinic> publisher = publication.clinic().flatMap(clinics::find);
    if (publisher.isPresent() && publication.news().isPresent()) {
      Clinic clinic = publisher.get();
      publication.news().get().run(clinic.id(), clinic.name(), sending.base());
    }
    sending.clinics().get().forEach(sending.round()::run);
  }

  private void walk() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        round();
      } catch (RuntimeException e) {
        LOG.error("mails could not be sent; tried again in {}", sending.every(), e);
      }
      try {
        Thread.sleep(sending.every());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Ends after the mail in hand.
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
