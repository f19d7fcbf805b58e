package vermilion.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What one run came to.
///
/// @param seed of the run
/// @param blows the harm that was done, in order
/// @param acknowledged how many events were acknowledged
/// @param retried how many tries were not the first of their event
/// @param unanswered how many tries got no answer that says what became of them
/// @param findings what is wrong; empty when everybody was told the truth
/// @param millis how long the run took
record RunResult(
    long seed,
    List<Blow> blows,
    long acknowledged,
    long retried,
    long unanswered,
    List<Finding> findings,
    long millis) {

  private static final long NANOS_PER_MILLI = 1_000_000;

  RunResult {
    blows = List.copyOf(blows);
    findings = List.copyOf(findings);
  }

  /// Harm that was done, by a clock that never goes back.
  ///
  /// @param node to which server; empty: to something that all of them need
  record Struck(FaultKind kind, Optional<String> node, long fromNanos, long untilNanos) {
    boolean concerns(History.Request request) {
      return node.isEmpty() || node.get().equals(request.node());
    }
  }

  /// Harm and what came of it.
  ///
  /// @param kind which
  /// @param lastedMillis from its beginning until it was mended
  /// @param recoveredMillis from its beginning until the answer to a write that was sent since
  /// @param unanswered tries under way in that time that got no answer
  record Blow(FaultKind kind, long lastedMillis, long recoveredMillis, long unanswered) {}

  /// Which run it was and how long it took.
  record Ran(long seed, long nanos) {}

  static RunResult of(Ran ran, History history, List<Struck> struck, List<Finding> findings) {
    List<Blow> blows = new ArrayList<>();
    for (Struck one : struck) {
      long recovered = recovered(history, one);
      long unanswered =
          history.attempts().stream()
              .filter(tried -> tried.answer() instanceof History.Answer.Unknown)
              .map(History.Attempt::request)
              .filter(one::concerns)
              .map(History.Request::when)
              .filter(when ->
                  when.answeredNanos() >= one.fromNanos() && when.sentNanos() <= one.untilNanos())
              .count();
      blows.add(
          new Blow(
              one.kind(),
              (one.untilNanos() - one.fromNanos()) / NANOS_PER_MILLI,
              (recovered - one.fromNanos()) / NANOS_PER_MILLI,
              unanswered));
    }
    return new RunResult(
        ran.seed(),
        blows,
        history.acknowledged(),
        history.retried(),
        history.unanswered(),
        findings,
        ran.nanos() / NANOS_PER_MILLI);
  }

  /// When the first write was acknowledged of those that were sent after the harm was there.
  static long recovered(History history, Struck struck) {
    return history.attempts().stream()
        .filter(one -> one.answer() instanceof History.Answer.Accepted)
        .map(History.Attempt::request)
        .filter(struck::concerns)
        .map(History.Request::when)
        .filter(when -> when.sentNanos() >= struck.fromNanos())
        .mapToLong(History.Span::answeredNanos)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /// How many findings are of a kind.
  long count(Finding.Kind... kinds) {
    return findings.stream().filter(one -> List.of(kinds).contains(one.kind())).count();
  }

  /// One line for the screen.
  String line() {
    StringBuilder out = new StringBuilder();
    out.append(String.format(Locale.ROOT, "seed %-4d %5.1f s  ", seed, millis / 1000.0));
    for (Blow blow : blows) {
      out.append(blow.kind().words()).append(' ').append(blow.recoveredMillis()).append(" ms; ");
    }
    return out.append("acknowledged ")
        .append(acknowledged)
        .append(", retried ")
        .append(retried)
        .append(", unanswered ")
        .append(unanswered)
        .append(findings.isEmpty() ? ", all true" : ", WRONG: " + findings)
        .toString();
  }
}
