package vermilion.bench;

import java.util.Locale;

/// Writes figures as tables show them.
final class Figures {
  private Figures() {}

  /// A time, with its least and most.
  static String time(Spread nanos) {
    var inMicros = nanos.median() >= 10_000;
    var unit = inMicros ? "µs" : "ns";
    var scale = inMicros ? 1e-3 : 1;
    return String.format(
        Locale.ROOT,
        "%,.0f %s (%,.0f to %,.0f)",
        nanos.median() * scale,
        unit,
        nanos.least() * scale,
        nanos.most() * scale);
  }

  /// How many times, with its least and most.
  static String times(Spread ratio) {
    var form = ratio.median() < 20 ? "%.1f x (%.1f to %.1f)" : "%.0f x (%.0f to %.0f)";
    return String.format(Locale.ROOT, form, ratio.median(), ratio.least(), ratio.most());
  }

  /// A whole number with its unit, and its least and most.
  static String whole(Spread figures, String unit) {
    return String.format(
        Locale.ROOT,
        "%,.0f %s (%,.0f to %,.0f)",
        figures.median(),
        unit,
        figures.least(),
        figures.most());
  }

  /// A whole number.
  static String whole(double figure) {
    return String.format(Locale.ROOT, "%,.0f", figure);
  }
}
