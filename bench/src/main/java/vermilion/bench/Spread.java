package vermilion.bench;

import java.util.List;

/// The middle of some figures, and how far they lie apart.
///
/// @param median half are at or below it
/// @param least the smallest
/// @param most the largest
record Spread(double median, double least, double most) {
  /// The spread of at least one figure.
  static Spread of(List<Double> figures) {
    var sorted = figures.stream().sorted().toList();
    var middle = sorted.size() / 2;
    var median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Spread(median, sorted.getFirst(), sorted.getLast());
  }
}
