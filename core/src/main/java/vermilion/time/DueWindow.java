package vermilion.time;

import java.time.Duration;
import java.time.Instant;

/// A half-open span of time in which something is due: the opening belongs to it, the close does
/// not, so that two windows that touch never both claim the same second.
///
/// @param opens the first instant of the window
/// @param closes the first instant after it; later than `opens`
public record DueWindow(Instant opens, Instant closes) {

  /// Refuses an empty or reversed window.
  public DueWindow {
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException(
          "window closes at second "
              + closes.getEpochSecond()
              + ", not after it opens at second "
              + opens.getEpochSecond());
    }
  }

  /// Whether `instant` lies inside.
  public boolean contains(Instant instant) {
    return !instant.isBefore(opens) && instant.isBefore(closes);
  }

  /// How long the window is open.
  public Duration length() {
    return Duration.between(opens, closes);
  }
}
