package vermilion.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What clients sent and what they were told. Written by many threads while a run goes on.
final class History {

  /// What a client was told about one event.
  sealed interface Answer {
    /// It is durable now.
    record Accepted(long seq) implements Answer {}

    /// It was durable already.
    record Duplicate(long seq) implements Answer {}

    /// It is not kept.
    record Refused(String why) implements Answer {}

    /// Nobody knows: no answer, a cut one, or one that says that the server failed.
    record Unknown(String why) implements Answer {}

    /// The place that was acknowledged, if it was.
    default Optional<Long> place() {
      return switch (this) {
        case Accepted accepted -> Optional.of(accepted.seq());
        case Duplicate duplicate -> Optional.of(duplicate.seq());
        case Refused _, Unknown _ -> Optional.empty();
      };
    }
  }

  /// When a request left and when its answer came, by a clock that never goes back.
  record Span(long sentNanos, long answeredNanos) {}

  /// One request to one node; its events have a common one.
  record Request(long number, String node, Span when) {}

  /// One event within one request.
  ///
  /// @param episode where to
  /// @param event its id, the same in every try
  /// @param body what the journal must hold if it holds it, byte for byte
  /// @param request with which others it went
  /// @param answer what came back
  record Attempt(String episode, String event, String body, Request request, Answer answer) {}

  /// One try to open an episode. The server makes the ids, so each try names another patient.
  ///
  /// @param events what the first events must say, without their ids and times, in order
  /// @param request when and where
  /// @param episode what the server called it; empty: no answer
  record Opening(List<String> events, Request request, Optional<String> episode) {
    Opening {
      events = List.copyOf(events);
    }
  }

  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Opening> openings = new ArrayList<>();
  private long requests;

  /// A number for the next request.
  synchronized long nextRequest() {
    return ++requests;
  }

  synchronized void add(Attempt attempt) {
    attempts.add(attempt);
  }

  synchronized void add(Opening opening) {
    openings.add(opening);
  }

  synchronized List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  synchronized List<Opening> openings() {
    return List.copyOf(openings);
  }

  /// How many events were acknowledged, the first ones of opened episodes with them; each once.
  long acknowledged() {
    long events =
        attempts().stream()
            .filter(one -> one.answer().place().isPresent())
            .map(Attempt::event)
            .distinct()
            .count();
    return events
        + openings().stream()
            .filter(one -> one.episode().isPresent())
            .mapToLong(one -> one.events().size())
            .sum();
  }

  /// How many tries were not the first one of their event.
  long retried() {
    List<Attempt> all = attempts();
    return all.size() - all.stream().map(Attempt::event).distinct().count();
  }

  /// How many tries nobody knows the fate of from their answer.
  long unanswered() {
    return attempts().stream().filter(one -> one.answer() instanceof Answer.Unknown).count()
        + openings().stream().filter(one -> one.episode().isEmpty()).count();
  }
}
