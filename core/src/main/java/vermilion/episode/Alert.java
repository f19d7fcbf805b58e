package vermilion.episode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;

/// A concern that waits for a human, from the first report of it until a named clinician lowers it.
///
/// @param id names it within the episode, for example `occlusion.5`
/// @param concern about what
/// @param level the level that reports have raised it to; time may raise it further
/// @param since when it reached that level
/// @param opened when it was first raised
/// @param rules the rules behind the newest report, worst first
/// @param seqs the events behind it, oldest first
/// @param ringBy when a human has to have rung, where the patient came back a third time
/// @param seen the first human who has read it at this level
/// @param answered the first human who answered the patient at this level
public record Alert(
    String id,
    Concern concern,
    Urgency level,
    Instant since,
    Instant opened,
    List<String> rules,
    List<Long> seqs,
    Optional<Instant> ringBy,
    Optional<Ack> seen,
    Optional<Ack> answered) {

  /// Copies the lists.
  public Alert {
    rules = List.copyOf(rules);
    seqs = List.copyOf(seqs);
  }

  /// A human's mark on an alert.
  ///
  /// @param by who
  /// @param at when the server had it
  public record Ack(String by, Instant at) {}

  Alert seenBy(Ack ack) {
    Optional<Ack> first = seen.isPresent() ? seen : Optional.of(ack);
    return new Alert(id, concern, level, since, opened, rules, seqs, ringBy, first, answered);
  }

  Alert answeredBy(Ack ack) {
    Optional<Ack> first = answered.isPresent() ? answered : Optional.of(ack);
    Optional<Ack> read = seen.isPresent() ? seen : Optional.of(ack);
    return new Alert(id, concern, level, since, opened, rules, seqs, ringBy, read, first);
  }
}
