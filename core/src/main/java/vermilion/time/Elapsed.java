package vermilion.time;

/// Time that has passed since the recorded end of the injection, in whole seconds.
///
/// Elapsed time follows instants and knows no zone. A reading in hours is rounded down to the
/// second, so that "before 72 h" stays true for 71.9999 h. A reading before the injection is
/// negative: the clocks of phone and server may disagree.
///
/// @param seconds seconds since the end of the injection
public record Elapsed(long seconds) implements Comparable<Elapsed> {

  /// The seconds of one hour.
  public static final long SECONDS_PER_HOUR = 3600;

  /// `hours` hours after the injection.
  public static Elapsed ofHours(long hours) {
    return new Elapsed(hours * SECONDS_PER_HOUR);
  }

  /// The start of day `days`: 24 hours each, counted from the injection.
  public static Elapsed ofDays(long days) {
    return ofHours(24 * days);
  }

  /// Whether this lies at or after `bound`: the word "from" of a protocol.
  public boolean isFrom(Elapsed bound) {
    return seconds >= bound.seconds;
  }

  /// Whether this lies before `bound`: the word "before" of a protocol.
  public boolean isBefore(Elapsed bound) {
    return seconds < bound.seconds;
  }

  /// The hours as decimal text, `4` or `1.5`, cut to the fourth decimal: every second has its own
  /// text.
  public String hours() {
    var positive = Math.abs(seconds);
    var tenThousandths = positive % SECONDS_PER_HOUR * 10_000 / SECONDS_PER_HOUR;
    if (tenThousandths == 0 && seconds >= 0) {
      return Long.toString(positive / SECONDS_PER_HOUR);
    }
    var text = new StringBuilder(seconds < 0 ? "-" : "").append(positive / SECONDS_PER_HOUR);
    if (tenThousandths > 0) {
      // 1 before the digits keeps their leading zeros.
      text.append('.').append(Long.toString(10_000 + tenThousandths), 1, 5);
      while (text.charAt(text.length() - 1) == '0') {
        text.setLength(text.length() - 1);
      }
    }
    return text.toString();
  }

  @Override
  public int compareTo(Elapsed other) {
    return Long.compare(seconds, other.seconds);
  }
}
