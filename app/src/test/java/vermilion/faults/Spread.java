package vermilion.faults;

import java.util.List;

/// Many measurements of one thing, in order of size.
record Spread(List<Long> sorted) {

  Spread {
    sorted = sorted.stream().sorted().toList();
  }

  int count() {
    return sorted.size();
  }

  /// The value that so many of a hundred do not exceed.
  long percentile(int percent) {
    int place = (int) Math.ceil(sorted.size() * percent / 100.0) - 1;
    return sorted.get(Math.clamp(place, 0, sorted.size() - 1));
  }
}
