package vermilion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many wrong birth dates came from one address lately. Each link counts its own; this slows
/// down whoever holds many. Only wrong dates for links that are open are counted, so that nobody
/// without one can shut the others out.
final class WrongDates {

  static final int MOST = 30;
  static final Duration WITHIN = Duration.ofMinutes(10);

  private static final int MOST_ADDRESSES = 10_000;

  private final Map<String, Deque<Instant>> wrong = new ConcurrentHashMap<>();

  /// Whether an address has to wait.
  boolean isTooMany(String address, Instant now) {
    Deque<Instant> times = wrong.get(address);
    if (times == null) {
      return false;
    }
    synchronized (times) {
      while (!times.isEmpty() && times.getFirst().plus(WITHIN).isBefore(now)) {
        times.removeFirst();
      }
      return times.size() >= MOST;
    }
  }

  void count(String address, Instant now) {
    if (wrong.size() >= MOST_ADDRESSES) {
      wrong.clear();
    }
    Deque<Instant> times = wrong.computeIfAbsent(address, _ -> new ArrayDeque<>());
    synchronized (times) {
      times.addLast(now);
      if (times.size() > MOST) {
        times.removeFirst();
      }
    }
  }
}
