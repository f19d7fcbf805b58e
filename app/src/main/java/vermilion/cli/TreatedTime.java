package vermilion.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The recorded end of the injection, as `--treated` says it.
///
/// Without an offset it is the patient's wall clock. A time that a clock change skips moves forward
/// by what was skipped; one that comes twice is its first coming.
final class TreatedTime {
  static final String EXPECTED =
      "the patient's local time such as 2026-03-28T15:00, or with an offset such as"
          + " 2026-03-28T15:00:00Z, in whole seconds, of the years 1970 to 2199";

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  private TreatedTime() {}

  /// The instant that a text says in a zone, or nothing.
  static Optional<Instant> of(String text, ZoneId zone) {
    return instant(text, zone).filter(TreatedTime::isPlausible);
  }

  private static Optional<Instant> instant(String text, ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
    } catch (DateTimeException noLocalTime) {
      try {
        return Optional.of(OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeException noInstant) {
        return Optional.empty();
      }
    }
  }

  private static boolean isPlausible(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).equals(instant)
        && !instant.isBefore(Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z"))
        && instant.isBefore(Instant.parse(LAST_YEAR + 1 + "-01-01T00:00:00Z"));
  }
}
