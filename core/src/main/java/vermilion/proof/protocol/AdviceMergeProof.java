package vermilion.proof.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import vermilion.json.Json;
import vermilion.proof.Counterexample;
import vermilion.proof.Findings;
import vermilion.proof.Property;
import vermilion.proof.Proved;
import vermilion.protocol.Advice;
import vermilion.schedule.MergedAdvice.Stretch;
import vermilion.schedule.MergedAdvice.Strictness;
import vermilion.schedule.MergedAdvice.Treated;
import vermilion.time.Elapsed;

/// Decides that the advice of two treatments is at every hour the stricter of both, and names a
/// treatment that asks it.
///
/// How far apart the treatments are matters only through the order in which their windows begin and
/// end. That order changes where the distance is one between two edges of a window; these
/// distances, and one between each two of them, decide all.
///
/// @param merge what merges
record AdviceMergeProof(Function<List<Treated>, List<Stretch>> merge) {
  private static final String STRICTER =
      "of two treatments the stricter advice counts at every hour, and the plan names the treatment"
          + " that asks it";

  /// What was decided of these pieces of advice, each given after both treatments.
  Findings decide(List<Advice> all) {
    var states = 1L;
    for (var advice : all) {
      for (var apart : distances(advice)) {
        for (var first : List.of(0, 1)) {
          var one = new Treated(Instant.ofEpochSecond(first * apart), List.of(advice));
          var two = new Treated(Instant.ofEpochSecond((1 - first) * apart), List.of(advice));
          var pair = List.of(one, two);
          var merged = merge.apply(pair);
          for (var second : seconds(pair)) {
            states++;
            var wrong = wrong(pair, merged, Instant.ofEpochSecond(second));
            if (wrong.isPresent()) {
              return new Findings(List.of(), List.of(wrong.get()), List.of());
            }
          }
        }
      }
    }
    return new Findings(
        List.of(new Proved(Property.ADVICE, STRICTER, states)), List.of(), List.of());
  }

  /// Where a piece of advice begins, ends, and where the treatment is.
  private static Set<Long> edges(Advice advice) {
    var edges = new TreeSet<>(List.of(0L, advice.from().seconds()));
    advice.until().ifPresent(until -> edges.add(until.seconds()));
    return edges;
  }

  private static List<Long> distances(Advice advice) {
    var edges = edges(advice);
    var exact = new TreeSet<Long>();
    for (var one : edges) {
      for (var other : edges) {
        exact.add(Math.abs(one - other));
      }
    }
    return withBetween(exact);
  }

  private static List<Long> seconds(List<Treated> pair) {
    var exact = new TreeSet<Long>();
    for (var treated : pair) {
      for (var edge : edges(treated.advice().getFirst())) {
        exact.add(treated.at().getEpochSecond() + edge);
      }
    }
    return withBetween(exact);
  }

  /// These, one between each two, and one after all.
  private static List<Long> withBetween(NavigableSet<Long> exact) {
    var all = new ArrayList<Long>();
    for (var one : exact) {
      var next = exact.higher(one);
      all.add(one);
      all.add(next == null ? one + Elapsed.SECONDS_PER_HOUR : (one + next) / 2);
    }
    return all;
  }

  private Optional<Counterexample> wrong(
      List<Treated> pair, List<Stretch> merged, Instant instant) {
    var wanted = asked(pair.get(0), instant);
    var other = asked(pair.get(1), instant);
    if (wanted.isEmpty() || (other.isPresent() && other.get().compareTo(wanted.get()) > 0)) {
      wanted = other;
    }
    var found = at(merged, instant);
    if (found.map(Stretch::strictness).equals(wanted)
        && (found.isEmpty() || asked(pair.get(found.get().treatment()), instant).equals(wanted))) {
      return Optional.empty();
    }
    return Optional.of(counterexample(pair, instant, new Answer(wanted, found)));
  }

  /// What was wanted and what was found.
  private record Answer(Optional<Strictness> wanted, Optional<Stretch> found) {}

  /// What one treatment asks at an instant.
  private static Optional<Strictness> asked(Treated treated, Instant instant) {
    var advice = treated.advice().getFirst();
    var second = instant.getEpochSecond() - treated.at().getEpochSecond();
    var begun = second >= advice.from().seconds();
    var over = advice.until().isPresent() && second >= advice.until().get().seconds();
    if (second < 0 || over || (advice.avoid() && !begun)) {
      return Optional.empty();
    }
    if (advice.avoid()) {
      return Optional.of(Strictness.AVOID);
    }
    return Optional.of(begun ? Strictness.ALLOWED : Strictness.NOT_YET);
  }

  /// The only stretch at an instant; of two that contradict, the looser.
  private static Optional<Stretch> at(List<Stretch> merged, Instant instant) {
    Optional<Stretch> loosest = Optional.empty();
    for (var one : merged) {
      var stands = !instant.isBefore(one.from()) && instant.isBefore(one.until());
      if (stands
          && (loosest.isEmpty() || one.strictness().compareTo(loosest.get().strictness()) < 0)) {
        loosest = Optional.of(one);
      }
    }
    return loosest;
  }

  private static Counterexample counterexample(List<Treated> pair, Instant instant, Answer answer) {
    var id = pair.getFirst().advice().getFirst().id();
    var apart = Math.abs(pair.get(0).at().getEpochSecond() - pair.get(1).at().getEpochSecond());
    var hour = new Elapsed(instant.getEpochSecond()).hours();
    var story =
        "Treated again after "
            + new Elapsed(apart).hours()
            + " h. At hour "
            + hour
            + " from the first treatment the stricter advice on "
            + id
            + " is "
            + answer.wanted.map(AdviceMergeProof::words).orElse("none")
            + ", and the plan says "
            + answer
                .found
                .map(one -> words(one.strictness()) + ", of treatment " + (one.treatment() + 1))
                .orElse("nothing")
            + ".";
    return new Counterexample(
        Property.ADVICE,
        STRICTER,
        story,
        List.of(id),
        Json.object().put("advice", id).put("apartSeconds", apart).put("hour", hour).build());
  }

  private static String words(Strictness strictness) {
    return switch (strictness) {
      case ALLOWED -> "allowed";
      case NOT_YET -> "not yet";
      case AVOID -> "avoid";
    };
  }
}
