package vermilion.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import vermilion.schedule.Occurrence;
import vermilion.schedule.Schedule;

/// The same work done by Vermilion and by its peers.
///
/// @param title what is done
/// @param ours Vermilion
/// @param peers the peers
record Contest(String title, Side ours, List<Side> peers) {
  /// How many check-ins are gone through in turn, so that no side learns one by heart.
  private static final int CHECK_INS = 512;

  private static final long SEED = 17;

  private static final Side BEST_KIE =
      kie(DmnModel.Shape.ONE_TABLE, DmnTriage.Engine.ALPHA_NETWORK);

  /// Vermilion and its peers.
  List<Side> sides() {
    var sides = new ArrayList<Side>();
    sides.add(ours);
    sides.addAll(peers);
    return sides;
  }

  /// A daily rule, expanded to the instants of its openings, by all in their cheapest way.
  static Contest instants(DailyRule rule) {
    var id = rule.id() + "/";
    return new Contest(
        rule.title() + ", instants: `" + rule.rule() + "`",
        rule.isMassage()
            ? new Side(id + "numbers", "Vermilion, windows as numbers", () -> _ -> rule.numbers())
            : occurrences(rule),
        List.of(
            new Side(id + "lib-recur", "lib-recur 0.17.1", () -> _ -> rule.libRecur()),
            new Side(
                id + "ical4j",
                "ical4j 4.4.0",
                () -> _ -> rule.ical4j().getLast().toEpochSecond())));
  }

  /// A daily massage rule, expanded to the dated and named windows that the product works with.
  static Contest windows(DailyRule rule) {
    var id = rule.id() + "/";
    return new Contest(
        rule.title() + ", dated and named windows: `" + rule.rule() + "`",
        occurrences(rule),
        List.of(
            new Side(
                id + "lib-recur-windows",
                "the same windows with lib-recur 0.17.1",
                () -> _ -> last(rule.libRecurOccurrences())),
            new Side(
                id + "ical4j-windows",
                "the same windows with ical4j 4.4.0",
                () -> _ -> last(rule.ical4jOccurrences()))));
  }

  private static Side occurrences(DailyRule rule) {
    return new Side(
        rule.id() + "/occurrences",
        "Vermilion, dated and named",
        () -> _ -> last(rule.occurrences()));
  }

  private static long last(List<Occurrence> occurrences) {
    return occurrences.getLast().window().opens().getEpochSecond();
  }

  /// A whole plan: check-ins, photos and massage.
  static Contest plan() {
    return new Contest(
        "A whole plan of lip-ha with a massage order",
        new Side("PLAN/vermilion", "Vermilion", Contest::planning),
        List.of());
  }

  /// One check-in, triaged; KIE as it is quickest here, and only asked for the level.
  static Contest triage() {
    return new Contest(
        "Triage of one check-in by the rules of lip-ha",
        new Side("TRIAGE/vermilion", "Vermilion, with its reasons", Contest::triaging),
        List.of(BEST_KIE));
  }

  /// All ways in which KIE can be asked, to see that none is quicker than the one in [#triage].
  static Contest allWaysOfKie() {
    var sides = new ArrayList<Side>();
    for (var shape : DmnModel.Shape.values()) {
      for (var engine : DmnTriage.Engine.values()) {
        sides.add(kie(shape, engine));
      }
    }
    return new Contest(
        "The ways in which KIE DMN can be asked", triage().ours(), List.copyOf(sides));
  }

  /// Every side of every contest.
  static List<Side> allSides() {
    var sides = new ArrayList<Side>();
    for (var rule : DailyRule.ALL) {
      sides.addAll(instants(rule).sides());
      if (rule.isMassage()) {
        sides.addAll(windows(rule).sides());
      }
    }
    sides.addAll(plan().sides());
    sides.addAll(allWaysOfKie().sides());
    return sides;
  }

  private static Side kie(DmnModel.Shape shape, DmnTriage.Engine engine) {
    return new Side(
        "TRIAGE/kie/" + shape + "/" + engine,
        "KIE DMN 10.2.0, " + shape.words() + ", " + engine.words(),
        () -> {
          var sides = new TriageSides(shape, engine, CHECK_INS, SEED);
          return i -> sides.kie(i % CHECK_INS).ordinal();
        });
  }

  private static IntToLongFunction triaging() {
    var lipHa = LipHa.read();
    var situations = TriageSides.situations(lipHa, CHECK_INS, SEED);
    return i -> {
      var assessment = lipHa.triage().assess(situations.get(i % CHECK_INS));
      return assessment.level().ordinal() + (long) assessment.fired().size();
    };
  }

  private static IntToLongFunction planning() {
    var plan = LipHa.read().plan();
    return _ -> last(Schedule.expand(plan));
  }
}
