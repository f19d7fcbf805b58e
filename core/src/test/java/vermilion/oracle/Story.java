package vermilion.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What is to be judged now, and everything that came before it, oldest first.
record Story(Entry now, List<Entry> earlier) {
  Story {
    List<Entry> sorted = new ArrayList<>(earlier);
    sorted.sort(Comparator.comparingLong(Entry::seconds)); // stable: ties keep their order
    earlier = List.copyOf(sorted);
  }

  static Story of(Entry now, Entry... earlier) {
    return new Story(now, Arrays.asList(earlier));
  }

  Story withNow(Entry other) {
    return new Story(other, earlier);
  }

  /// The story in lines that a person can read.
  String told() {
    StringBuilder text = new StringBuilder();
    for (Entry entry : earlier) {
      text.append("  earlier ").append(line(entry)).append('\n');
    }
    return text.append("  now     ").append(line(now)).append('\n').toString();
  }

  private static String line(Entry entry) {
    long seconds = entry.seconds();
    String hours =
        BigDecimal.valueOf(seconds / 3600).toPlainString()
            + " h "
            + (seconds % 3600) / 60
            + " min "
            + seconds % 60
            + " s";
    return hours
        + " "
        + entry.kind()
        + " "
        + entry.form()
        + (entry.complete() ? "" : " (half-filled)")
        + (entry.concern() == null ? "" : " about " + entry.concern())
        + " cold-sore-history="
        + entry.facts().coldSoreHistory()
        + " triggers="
        + entry.facts().triggers()
        + " "
        + entry.answers();
  }
}
