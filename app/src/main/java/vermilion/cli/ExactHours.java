package vermilion.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import vermilion.json.Json;
import vermilion.time.Elapsed;

/// Hours after the injection as decimal text, without any rounding but the last, down to the
/// second.
final class ExactHours {
  /// More than a life.
  static final long MOST = 1_000_000;

  static final String EXPECTED = "a number of hours from 0 to " + MOST;

  private static final int MOST_EXPONENT_CHARS = 4;
  private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(MOST);
  private static final BigDecimal SECONDS = BigDecimal.valueOf(Elapsed.SECONDS_PER_HOUR);

  private ExactHours() {}

  /// The hours that a JSON value says, or nothing where it says none or others than [#EXPECTED].
  static Optional<BigDecimal> of(Json value) {
    if (!(value instanceof Json.Num number) || hasLongExponent(number.text())) {
      return Optional.empty();
    }
    return value.decimal().filter(hours -> hours.signum() >= 0 && hours.compareTo(MOST_HOURS) <= 0);
  }

  /// The whole seconds in it.
  static long second(BigDecimal hours) {
    return hours.multiply(SECONDS).setScale(0, RoundingMode.FLOOR).longValueExact();
  }

  /// An exponent of many digits would be many digits of arithmetic, or none at all.
  private static boolean hasLongExponent(String text) {
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    return exponent >= 0 && text.length() - exponent > MOST_EXPONENT_CHARS;
  }
}
