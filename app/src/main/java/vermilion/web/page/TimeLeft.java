package vermilion.web.page;

import java.time.Duration;

/// The time until somebody must act, as short as it can be read: `6:12`, `3 h 40`, `31 h`, `4 min
/// over`.
public final class TimeLeft {

  private static final long HOUR_SECONDS = 3600;
  private static final long SHORT_HOURS = 10;

  private TimeLeft() {}

  /// The words for `left`; negative is past.
  public static String words(Duration left) {
    long seconds = left.toSeconds();
    if (seconds <= 0) {
      return over(-seconds / 60);
    }
    long hours = seconds / HOUR_SECONDS;
    long minutes = seconds % HOUR_SECONDS / 60;
    if (hours == 0) {
      return minutes + ":" + two(seconds % 60);
    }
    return hours < SHORT_HOURS ? hours + " h " + two(minutes) : hours + " h";
  }

  private static String over(long minutes) {
    return minutes < 60 ? minutes + " min over" : minutes / 60 + " h over";
  }

  private static String two(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
