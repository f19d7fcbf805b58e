package vermilion.episode;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import vermilion.time.WallClock;

/// When a clinic is open, on its own wall clock.
///
/// @param wall the clocks of where the clinic is
/// @param from the first open minute of an open day
/// @param until the first closed minute after it
/// @param days the open days
public record ClinicHours(WallClock wall, LocalTime from, LocalTime until, Set<DayOfWeek> days) {

  private static final int DAYS_AHEAD = 8;
  private static final long DAY_SECONDS = 86_400;

  /// Copies the days.
  public ClinicHours {
    days = Set.copyOf(days);
  }

  /// The hours of a clinic in a zone of the JDK's database.
  public ClinicHours(ZoneId zone, LocalTime from, LocalTime until, Set<DayOfWeek> days) {
    this(WallClock.of(zone), from, until, days);
  }

  /// Where the clinic is, in the JDK's database; for the server alone.
  public ZoneId zone() {
    return wall.zone();
  }

  /// Whether the clinic is open at an instant.
  public boolean isOpenAt(Instant instant) {
    DayOfWeek day = wall.dateAt(instant).getDayOfWeek();
    LocalTime time = wall.timeAt(instant);
    return days.contains(day) && !time.isBefore(from) && time.isBefore(until);
  }

  /// When the clinic next opens after an instant at which it is shut; nothing where it has no open
  /// day.
  public Optional<Instant> nextOpening(Instant instant) {
    for (int day = 0; day <= DAYS_AHEAD; day++) {
      Instant opens = wall.onDateOf(instant.plusSeconds(day * DAY_SECONDS), from);
      if (opens.isAfter(instant) && days.contains(wall.dateAt(opens).getDayOfWeek())) {
        return Optional.of(opens);
      }
    }
    return Optional.empty();
  }
}
