package vermilion.service;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The clock readings that a store keeps.
final class Times {

  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2200-01-01T00:00:00Z");

  private Times() {}

  /// `instant` cut to the millisecond, which is all that a store keeps: what is decided on before
  /// an append and what is read back after it are then the same.
  static Instant kept(Instant instant) {
    if (instant.isBefore(FIRST) || !instant.isBefore(UNTIL)) {
      throw new IllegalArgumentException(
          "server clock reads " + instant + "; expected from " + FIRST + " to before " + UNTIL);
    }
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
