package vermilion.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many wrong tries there were lately under each name. It remembers in memory alone: a new
/// start forgives, and each server counts for itself.
final class WrongTries {

  private static final int MOST_NAMES = 20_000;

  private final int most;
  private final Duration within;
  private final Map<String, Deque<Instant>> wrong =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST_NAMES;
        }
      };

  WrongTries(int most, Duration within) {
    this.most = most;
    this.within = within;
  }

  /// Whether a name has to wait.
  synchronized boolean isTooMany(String name, Instant now) {
    Deque<Instant> times = wrong.get(name);
    if (times == null) {
      return false;
    }
    while (!times.isEmpty() && !times.getFirst().plus(within).isAfter(now)) {
      times.removeFirst();
    }
    return times.size() >= most;
  }

  synchronized void count(String name, Instant now) {
    Deque<Instant> times = wrong.computeIfAbsent(name, _ -> new ArrayDeque<>());
    times.addLast(now);
    if (times.size() > most) {
      times.removeFirst();
    }
  }

  synchronized void forget(String name) {
    wrong.remove(name);
  }
}
