package vermilion.faults;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one node showed when all was quiet again: it must be what is kept, whatever it remembers.
///
/// @param node which
/// @param events the ids of the events of each episode, in order
/// @param at when the worklist was shown, by the server's clock
/// @param waiting who waits
record Seen(String node, Map<String, List<String>> events, Instant at, List<Waiting> waiting) {
  Seen {
    events = Map.copyOf(events);
    waiting = List.copyOf(waiting);
  }

  /// One patient on the worklist.
  record Waiting(String episode, String level, Optional<Instant> actBy) {}
}
