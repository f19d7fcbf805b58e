package vermilion.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import vermilion.clinical.Urgency;
import vermilion.episode.ClinicHours;

/// The people of the simulated clinic: when they answer. All assumed [SD].
///
/// The emergency line is answered at any hour, in 4 min on average while the clinic is open and in
/// 7 min otherwise. What is for the day is answered 90 min on average after it came, on any day
/// between 8:00 and 20:00; what may wait, in open hours alone, after 10 h.
final class Staff {
  static final ClinicHours HOURS =
      new ClinicHours(
          ZoneId.of("Europe/London"),
          LocalTime.of(9, 0),
          LocalTime.of(18, 0),
          Set.of(
              DayOfWeek.MONDAY,
              DayOfWeek.TUESDAY,
              DayOfWeek.WEDNESDAY,
              DayOfWeek.THURSDAY,
              DayOfWeek.FRIDAY,
              DayOfWeek.SATURDAY));

  private static final ClinicHours ON_CALL =
      new ClinicHours(
          HOURS.zone(), LocalTime.of(8, 0), LocalTime.of(20, 0), Set.of(DayOfWeek.values()));

  private static final double OPEN_MINUTES = 4;
  private static final double CLOSED_MINUTES = 7;
  private static final double SAME_DAY_MINUTES = 90;
  private static final double SOON_MINUTES = 600;

  private final Dice dice;

  Staff(Dice dice) {
    this.dice = dice;
  }

  /// When somebody answers the patient.
  ///
  /// @param number tells the ring from others of this patient
  Instant answers(Urgency level, Instant rung, long number) {
    if (level.atLeast(Urgency.URGENT)) {
      double mean = HOURS.isOpenAt(rung) ? OPEN_MINUTES : CLOSED_MINUTES;
      return plus(rung, dice.wait(mean, "staff-urgent", number));
    }
    if (level == Urgency.SAME_DAY) {
      return plus(nextOpen(ON_CALL, rung), dice.wait(SAME_DAY_MINUTES, "staff-today", number));
    }
    Instant ready = plus(nextOpen(HOURS, rung), dice.wait(SOON_MINUTES, "staff-soon", number));
    return nextOpen(HOURS, ready);
  }

  private static Instant plus(Instant from, double minutes) {
    return from.plusSeconds(1 + (long) (minutes * 60));
  }

  private static Instant nextOpen(ClinicHours hours, Instant instant) {
    Instant at = instant;
    while (!hours.isOpenAt(at)) {
      ZonedDateTime local = at.atZone(hours.zone());
      boolean early = local.toLocalTime().isBefore(hours.from());
      at =
          local
              .toLocalDate()
              .plusDays(early ? 0 : 1)
              .atTime(hours.from())
              .atZone(hours.zone())
              .toInstant();
    }
    return at;
  }
}
