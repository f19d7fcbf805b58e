package vermilion.episode;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/// When a clinic is open, on its own wall clock.
///
/// @param zone where the clinic is
/// @param from the first open minute of an open day
/// @param until the first closed minute after it
/// @param days the open days
public record ClinicHours(ZoneId zone, LocalTime from, LocalTime until, Set<DayOfWeek> days) {

  /// Copies the days.
  public ClinicHours {
    days = Set.copyOf(days);
  }

  /// Whether the clinic is open at an instant.
  public boolean isOpenAt(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    LocalTime time = local.toLocalTime();
    return days.contains(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(until);
  }
}
