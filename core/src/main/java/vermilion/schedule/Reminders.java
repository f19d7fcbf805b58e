package vermilion.schedule;

import java.time.Instant;
import java.util.Optional;
import vermilion.time.DueWindow;
import vermilion.time.WakingClock;

/// When a patient is reminded of an open window: never asleep, and at most twice.
///
/// @param first the first waking instant of the window; empty when the patient sleeps through all
///   of it
/// @param second the instant half way through its waking time; empty when that is no later
public record Reminders(Optional<Instant> first, Optional<Instant> second) {
  /// The reminders of one window.
  public static Reminders of(DueWindow window, WakingClock clock) {
    var first = clock.nextAwake(window.opens());
    if (!window.contains(first)) {
      return new Reminders(Optional.empty(), Optional.empty());
    }
    var half = clock.seconds(first, window.closes()) / 2;
    // Half way may fall on the last second of a waking day: then it waits for the next one.
    var second = clock.nextAwake(clock.plus(first, Math.min(half, WakingClock.MOST_SECONDS)));
    return new Reminders(
        Optional.of(first),
        second.isAfter(first) && window.contains(second) ? Optional.of(second) : Optional.empty());
  }

  /// The next reminder after `instant`, which itself has had its own.
  public Optional<Instant> next(Instant instant) {
    if (first.isPresent() && first.get().isAfter(instant)) {
      return first;
    }
    return second.filter(reminder -> reminder.isAfter(instant));
  }
}
