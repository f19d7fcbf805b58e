package vermilion.bench;

import java.util.ArrayList;
import java.util.List;

/// The results of a race as tables, and what they say of the targets.
final class RaceTables {
  private static final double RULE_TARGET = 5;
  private static final double TRIAGE_TARGET = 50;
  private static final double PLAN_TARGET_NANOS = 5_000;

  private RaceTables() {}

  /// One contest: every side, its time, how it stands to ours, and what it allocates.
  static String table(Race race, Contest contest) {
    var text = new StringBuilder("### " + contest.title() + "\n\n");
    text.append("| | CPU time | times ours | bytes |\n|---|---|---|---|\n");
    for (var side : contest.sides()) {
      var isOurs = side.equals(contest.ours());
      text.append("| " + side.words())
          .append(" | " + Figures.time(race.nanos(side)))
          .append(" | " + (isOurs ? "" : Figures.times(race.ratio(side, contest.ours()))))
          .append(" | " + Figures.whole(race.bytes(side).median()) + " |\n");
    }
    return text.append('\n').toString();
  }

  /// How Vermilion stands to each peer of a rule.
  static List<Outcome> rule(Race race, Contest contest) {
    var outcomes = new ArrayList<Outcome>();
    var what = contest.title().substring(0, contest.title().indexOf(':'));
    for (var peer : contest.peers()) {
      var ratio = race.ratio(peer, contest.ours());
      outcomes.add(outcome(what + "; " + peer.words(), RULE_TARGET, ratio));
    }
    return outcomes;
  }

  /// How triage stands to KIE DMN.
  static Outcome triage(Race race) {
    var contest = Contest.triage();
    var peer = contest.peers().getFirst();
    return outcome(
        "Triage of one check-in; " + peer.words(), TRIAGE_TARGET, race.ratio(peer, contest.ours()));
  }

  /// How long a whole plan takes.
  static Outcome plan(Race race) {
    var nanos = race.nanos(Contest.plan().ours());
    return new Outcome(
        Contest.plan().title(),
        "at most 5 µs",
        Figures.time(nanos),
        nanos.median() <= PLAN_TARGET_NANOS);
  }

  private static Outcome outcome(String what, double target, Spread ratio) {
    return new Outcome(
        what,
        "at least " + Figures.whole(target) + " x as quick",
        Figures.times(ratio),
        ratio.median() >= target);
  }
}
