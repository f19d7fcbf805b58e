package vermilion.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;

/// A concern that waits for a human, from the first report of it until a named clinician lowers it.
///
/// @param id names it within the episode, for example `occlusion.5`
/// @param concern about what
/// @param opened when it was first raised
/// @param rules the rules behind the newest report that was as urgent, worst first
/// @param seqs the events behind it, oldest first
/// @param seen the first human who has read it since the newest report
/// @param clocks what runs against the clinic, oldest first; at least one. A further report never
///   sets one back: it adds another, or joins one that runs at its level or a worse one
public record Alert(
    String id,
    Concern concern,
    Instant opened,
    List<String> rules,
    List<Long> seqs,
    Optional<Ack> seen,
    List<Running> clocks) {

  /// Copies the lists and refuses an alert that nothing runs for.
  public Alert {
    rules = List.copyOf(rules);
    seqs = List.copyOf(seqs);
    clocks = List.copyOf(clocks);
    if (clocks.isEmpty()) {
      throw new IllegalArgumentException("alert " + id + " has no clock");
    }
  }

  /// A human's mark on an alert.
  ///
  /// @param by who
  /// @param at when the server had it
  public record Ack(String by, Instant at) {}

  /// One clock: a level from the instant on which a report raised the alert to it.
  ///
  /// @param level the level that was reported; time may raise it further
  /// @param since when
  /// @param ringBy when a human has to have rung, where the patient came back a third time
  /// @param seen the last human who has read the alert since: time may have raised it after an
  ///   earlier one did
  /// @param answered the first human who has answered the patient since; that stops the clock
  public record Running(
      Urgency level,
      Instant since,
      Optional<Instant> ringBy,
      Optional<Ack> seen,
      Optional<Ack> answered) {

    static Running from(Urgency level, Instant since, Optional<Instant> ringBy) {
      return new Running(level, since, ringBy, Optional.empty(), Optional.empty());
    }

    Running seenBy(Ack ack) {
      return new Running(level, since, ringBy, Optional.of(ack), answered);
    }

    Running answeredBy(Ack ack) {
      Running read = seenBy(ack);
      return answered.isPresent()
          ? this
          : new Running(level, since, ringBy, read.seen, Optional.of(ack));
    }

    /// Rings earlier of the two: a time to ring that runs is never set back.
    Running ringing(Optional<Instant> ring) {
      return ringBy.isPresent() ? this : new Running(level, since, ring, seen, answered);
    }
  }

  /// The worst level that was reported; time may have raised it further.
  public Urgency level() {
    Urgency level = Urgency.SELF_CARE;
    for (Running clock : clocks) {
      level = level.worse(clock.level());
    }
    return level;
  }

  /// The first human who has answered the patient since the newest clock began.
  public Optional<Ack> answered() {
    return clocks.getLast().answered();
  }

  /// This alert with a further report.
  ///
  /// @param finding what was reported
  /// @param seq the place of the event
  /// @param clock what would run for it alone
  Alert reported(Assessed.Finding finding, long seq, Running clock) {
    List<Long> longer = new ArrayList<>(seqs);
    longer.add(seq);
    boolean leads = answered().isPresent() || clock.level().atLeast(level());
    return new Alert(
        id,
        concern,
        opened,
        leads ? finding.rules() : rules,
        longer,
        Optional.empty(),
        joined(clock));
  }

  /// The clocks with one more, unless one that nobody has answered runs at its level already.
  private List<Running> joined(Running clock) {
    List<Running> all = new ArrayList<>(clocks);
    for (int i = 0; i < all.size(); i++) {
      Running known = all.get(i);
      if (known.answered().isEmpty() && known.level().atLeast(clock.level())) {
        all.set(i, known.ringing(clock.ringBy()));
        return all;
      }
    }
    all.add(clock);
    return all;
  }

  Alert seenBy(Ack ack) {
    Optional<Ack> first = seen.isPresent() ? seen : Optional.of(ack);
    List<Running> marked = clocks.stream().map(clock -> clock.seenBy(ack)).toList();
    return new Alert(id, concern, opened, rules, seqs, first, marked);
  }

  Alert answeredBy(Ack ack) {
    Optional<Ack> first = seen.isPresent() ? seen : Optional.of(ack);
    List<Running> marked = clocks.stream().map(clock -> clock.answeredBy(ack)).toList();
    return new Alert(id, concern, opened, rules, seqs, first, marked);
  }
}
