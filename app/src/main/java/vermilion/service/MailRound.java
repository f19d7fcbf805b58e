package vermilion.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Sends what is due: takes a few mails, hands each over, notes what came of it, until nothing is
/// due.
public final class MailRound {

  /// Longer than a try may take, so that nobody else tries meanwhile.
  private static final Duration LEASE = Duration.ofMinutes(10);

  private static final int AT_ONCE = 10;

  /// How long to wait after each failed try; when they are used up, the mail is given up: about two
  /// days after it was asked for.
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12),
          Duration.ofHours(24));

  private final MailQueue queue;
  private final MailSender sender;
  private final InstantSource clock;
  private final Wanted wanted;

  /// Whether a mail that waited is still to be sent, asked at the moment of sending: what was right
  /// when it was put into the queue counts for nothing.
  @FunctionalInterface
  public interface Wanted {
    /// Asks of one mail of a clinic.
    boolean isWanted(String clinic, Mail mail);
  }

  /// Sends everything that waits in a queue.
  public MailRound(MailQueue queue, MailSender sender, InstantSource clock) {
    this(queue, sender, clock, (_, _) -> true);
  }

  /// Sends from a queue what is still wanted.
  public MailRound(MailQueue queue, MailSender sender, InstantSource clock, Wanted wanted) {
    this.queue = queue;
    this.sender = sender;
    this.clock = clock;
    this.wanted = wanted;
  }

  /// Sends what is due in a clinic; how many were handed over.
  public int run(String clinic) {
    int sent = 0;
    try {
      List<MailQueue.Leased> taken = take(clinic);
      while (!taken.isEmpty()) {
        for (MailQueue.Leased one : taken) {
          sent += send(clinic, one) ? 1 : 0;
        }
        taken = take(clinic);
      }
    } finally {
      sender.rest();
    }
    return sent;
  }

  private List<MailQueue.Leased> take(String clinic) {
    Instant now = clock.instant();
    return queue.lease(clinic, new MailQueue.Lease(now, now.plus(LEASE), AT_ONCE));
  }

  private boolean send(String clinic, MailQueue.Leased leased) {
    if (!wanted.isWanted(clinic, leased.mail())) {
      queue.settle(clinic, leased.mail().id(), new MailQueue.Settled.Dropped());
      return false;
    }
    MailSender.Outcome outcome = sender.send(leased.mail());
    Instant now = clock.instant();
    MailQueue.Settled settled =
        switch (outcome) {
          case MailSender.Outcome.Sent _ -> new MailQueue.Settled.Sent(now);
          case MailSender.Outcome.Never never -> new MailQueue.Settled.Dead(now, never.why());
          case MailSender.Outcome.Later later ->
              leased.tries() >= WAITS.size()
                  ? new MailQueue.Settled.Dead(now, later.why())
                  : new MailQueue.Settled.Later(now.plus(WAITS.get(leased.tries())), later.why());
        };
    queue.settle(clinic, leased.mail().id(), settled);
    return outcome instanceof MailSender.Outcome.Sent;
  }
}
