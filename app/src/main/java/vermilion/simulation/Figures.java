package vermilion.simulation;

/// Numbers as the reports write them: the same text on every machine and in every language.
final class Figures {
  private static final double Z = 1.96;

  private Figures() {}

  /// A part of a whole in per cent, with one decimal; `-` of nothing.
  static String percent(long part, long whole) {
    return whole == 0 ? "-" : decimal(100.0 * part / whole, 1);
  }

  /// A number with some decimals, rounded.
  static String decimal(double value, int decimals) {
    long scale = 1;
    for (int i = 0; i < decimals; i++) {
      scale *= 10;
    }
    long rounded = Math.round(value * scale);
    String sign = rounded < 0 ? "-" : "";
    long positive = Math.abs(rounded);
    if (decimals == 0) {
      return sign + positive;
    }
    String fraction = Long.toString(scale + positive % scale).substring(1);
    return sign + positive / scale + "." + fraction;
  }

  /// Minutes in words: `9 min`, `2 h 22 min`, `5 d 9 h`.
  static String minutes(long minutes) {
    if (minutes < 60) {
      return minutes + " min";
    }
    long hours = minutes / 60;
    if (hours < 48) {
      return hours + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    return hours / 24 + " d" + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
  }

  /// The interval of Wilson round a share: where it lies with 95 % confidence, chance alone
  /// considered.
  ///
  /// @param low its lower end, from 0
  /// @param high its upper end, to 1
  record Interval(double low, double high) {
    static Interval of(long part, long whole) {
      if (whole == 0) {
        return new Interval(0, 1);
      }
      double share = (double) part / whole;
      double z2 = Z * Z / whole;
      double middle = (share + z2 / 2) / (1 + z2);
      double half = Z * StrictMath.sqrt(share * (1 - share) / whole + z2 / (4 * whole)) / (1 + z2);
      return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }
  }

  /// A text with blanks before it.
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  /// A text with blanks after it.
  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
