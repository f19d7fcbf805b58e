package badsample.phone.triage;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/// Uses what is large on a phone.
@NullMarked
public final class IsLarge {
  private IsLarge() {}

  /// Words.
  public static String words(String text) {
    return Pattern.compile("a").matcher(text.replaceAll("b", "c")).replaceAll("%s".formatted("d"));
  }

  /// Dates and tables.
  public static Object tables(String text) {
    Map<Thread.State, Instant> table = new EnumMap<>(Thread.State.class);
    table.put(Thread.State.NEW, Instant.parse(text));
    return table;
  }
}
