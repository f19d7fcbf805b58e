package vermilion.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Mails that wait to be sent, kept with the record: what was put here survives a kill, and is sent
/// at least once. It can be sent twice, with the same Message-ID, when the server dies between the
/// other server's answer and the note of it.
public interface MailQueue {

  /// Keeps mails to be sent, all in one transaction; how many of them were new, and nothing where
  /// the store is too busy. One whose id is known, or whose owner has no key in this clinic, is
  /// passed over.
  Optional<Integer> put(String clinic, List<Mail> mails);

  /// Takes mails that are due, for this server alone until the lease ends.
  List<Leased> lease(String clinic, Lease lease);

  /// Notes what became of a mail that was leased.
  void settle(String clinic, UUID mail, Settled settled);

  /// What became of a mail; nothing of one that is unknown, or was forgotten long after.
  Optional<State> state(String clinic, UUID mail);

  /// The reminders of one patient that wait, were sent or given up, by their time, the first ones
  /// first.
  List<Reminder> reminders(String clinic, UUID owner);

  /// The mails that were given up, newest first.
  List<GivenUp> givenUp(String clinic, int most);

  /// Forgets a mail that was given up; whether there was one.
  boolean forget(String clinic, UUID mail);

  /// Forgets what was settled before an instant.
  void tidy(String clinic, Instant before);

  /// How much to take, and for how long.
  ///
  /// @param now what is due now
  /// @param until nobody else takes them before
  /// @param most how many
  record Lease(Instant now, Instant until, int most) {}

  /// A mail in hand.
  ///
  /// @param mail what to send
  /// @param tries how often it was tried before
  record Leased(Mail mail, int tries) {}

  /// Where a mail is.
  enum State {
    /// It waits.
    WAITING,
    /// The next server took it. Nobody knows whether it was read.
    SENT,
    /// It was given up.
    GIVEN_UP
  }

  /// What became of one try.
  sealed interface Settled {
    /// The next server took it.
    ///
    /// @param at when
    record Sent(Instant at) implements Settled {}

    /// To be tried again.
    ///
    /// @param due when
    /// @param why what went wrong, without an address
    record Later(Instant due, String why) implements Settled {}

    /// Nobody wants it any more: it goes as if it had never been.
    record Dropped() implements Settled {}

    /// Not to be tried again.
    ///
    /// @param at when
    /// @param why what went wrong, without an address
    record Dead(Instant at, String why) implements Settled {}
  }

  /// A reminder in the queue.
  ///
  /// @param at the time at which it is due
  /// @param state where it is
  /// @param settled when it was sent or given up
  record Reminder(Instant at, State state, Optional<Instant> settled) {}

  /// A mail that was given up.
  ///
  /// @param id its id
  /// @param kind what it was for
  /// @param at when it was given up
  /// @param why what went wrong
  record GivenUp(UUID id, Mail.Kind kind, Instant at, String why) {}
}
