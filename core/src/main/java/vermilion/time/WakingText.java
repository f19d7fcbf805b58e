package vermilion.time;

import java.time.LocalTime;
import java.util.Optional;

/// Waking hours as text: `07:30-22:30`.
public final class WakingText {

  private static final int CHARS = 11;

  private WakingText() {}

  /// The waking hours as text.
  public static String of(Waking waking) {
    return waking.from() + "-" + waking.until();
  }

  /// The waking hours that a text says, or nothing where it says none or they are too short.
  public static Optional<Waking> parse(String text) {
    if (text.length() != CHARS || text.charAt(5) != '-') {
      return Optional.empty();
    }
    int from = minuteOf(text, 0);
    int until = minuteOf(text, 6);
    if (from < 0 || until < 0) {
      return Optional.empty();
    }
    int minutes = Math.floorMod(until - from, 24 * 60);
    return minutes != 0 && minutes < Waking.SHORTEST_MINUTES
        ? Optional.empty()
        : Optional.of(
            new Waking(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(until * 60L)));
  }

  private static int minuteOf(String text, int place) {
    int value = 0;
    for (int i = 0; i < 5; i++) {
      char c = text.charAt(place + i);
      if (i == 2) {
        if (c != ':') {
          return -1;
        }
      } else if (c < '0' || c > '9') {
        return -1;
      } else {
        value = value * 10 + (c - '0');
      }
    }
    return value / 100 < 24 && value % 100 < 60 ? value / 100 * 60 + value % 100 : -1;
  }
}
