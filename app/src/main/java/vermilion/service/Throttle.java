package vermilion.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lets so many through in a span of time, for each name and for all names together. It remembers
/// in memory alone, and only so many names: whoever comes after that is stopped, too.
final class Throttle {

  private static final int MOST_NAMES = 10_000;

  private final int each;
  private final int all;
  private final Duration span;
  private final Map<String, Deque<Instant>> seen = new LinkedHashMap<>();
  private final Deque<Instant> everybody = new ArrayDeque<>();

  Throttle(int each, int all, Duration span) {
    this.each = each;
    this.all = all;
    this.span = span;
  }

  /// Whether one more of this name may come now; counts it if so.
  synchronized boolean admits(String name, Instant now) {
    Instant since = now.minus(span);
    drop(everybody, since);
    seen.values().forEach(times -> drop(times, since));
    seen.values().removeIf(Deque::isEmpty);
    Deque<Instant> own = seen.getOrDefault(name, new ArrayDeque<>());
    if (own.size() >= each || everybody.size() >= all || seen.size() >= MOST_NAMES) {
      return false;
    }
    own.add(now);
    seen.put(name, own);
    everybody.add(now);
    return true;
  }

  private static void drop(Deque<Instant> times, Instant since) {
    while (!times.isEmpty() && !times.getFirst().isAfter(since)) {
      times.removeFirst();
    }
  }
}
