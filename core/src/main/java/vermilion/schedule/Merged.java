package vermilion.schedule;

import java.util.ArrayList;
import java.util.List;

/// Two sorted lists of occurrences made one.
final class Merged {
  private Merged() {}

  static List<Occurrence> of(List<Occurrence> one, List<Occurrence> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    var merged = new ArrayList<Occurrence>(one.size() + other.size());
    var i = 0;
    var j = 0;
    while (i < one.size() && j < other.size()) {
      var first = Occurrence.ORDER.compare(one.get(i), other.get(j)) <= 0;
      merged.add(first ? one.get(i++) : other.get(j++));
    }
    while (i < one.size()) {
      merged.add(one.get(i++));
    }
    while (j < other.size()) {
      merged.add(other.get(j++));
    }
    return merged;
  }
}
