package vermilion.proof.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import vermilion.proof.Counterexample;
import vermilion.proof.schedule.CheckInLaw.Step;
import vermilion.proof.schedule.ScheduleLaw.Breach;
import vermilion.protocol.CheckIn;
import vermilion.protocol.PhotoPoint;
import vermilion.protocol.ScheduleSpec;
import vermilion.schedule.Occurrence;
import vermilion.schedule.PlanVersion;
import vermilion.schedule.Plans;
import vermilion.time.Elapsed;
import vermilion.time.Waking;

/// Runs the window of a check-in from every second near one change of the clocks.
///
/// A window depends on the second at which it opens and on the time half way to the next of its
/// kind, and on nothing else of its protocol. How long three waking hours take changes its course
/// only where waking begins or ends, three waking hours before it ends, and at the change itself;
/// between two such seconds it falls or stays, a second for a second. The date of an id changes at
/// midnight. Half the way matters as shorter, as long, or longer than that.
final class CheckInRuns {
  private static final long DAY = 86_400;
  private static final String FORM = "full";

  /// Two waking days of three hours, each cut short, and one more.
  private static final int DAYS_AROUND = 3;

  private final ClockChange change;
  private final Waking waking;
  private final Function<Plans, List<Occurrence>> expander;
  private final WakingGrid grid;
  private final CheckInLaw law;
  private Optional<Counterexample> broken = Optional.empty();
  private long plans;

  CheckInRuns(ClockChange change, Waking waking, Function<Plans, List<Occurrence>> expander) {
    this.change = change;
    this.waking = waking;
    this.expander = expander;
    this.grid = MassageRuns.grid(change, waking, 1);
    this.law = new CheckInLaw(change.zone(), grid);
  }

  /// How many plans have been laid out.
  long plans() {
    return plans;
  }

  /// The first counterexample.
  Optional<Counterexample> broken() {
    return broken;
  }

  /// Every second at which a window may open, with every way to the next.
  void everyOpening() {
    for (var opens : openings()) {
      var rest = grid.awakeFor(opens, CheckInLaw.LEAST_AWAKE) - opens;
      for (var gap : List.of(2L, 2 * rest - 2, 2 * rest, 2 * rest + 2, 2 * DAY)) {
        check(opens, gap);
      }
    }
  }

  private Set<Long> openings() {
    var edges = new TreeSet<Long>();
    for (var step : change.steps()) {
      edges.add(change.base() + step.second());
    }
    for (var row = 2; row < grid.days(); row++) {
      var date = LocalDate.ofEpochDay(grid.dayOf(row));
      edges.add(date.atStartOfDay(change.zone()).toEpochSecond());
      edges.add(grid.begins(row));
      edges.add(grid.ends(row));
      edges.add(grid.awakeBefore(grid.ends(row), CheckInLaw.LEAST_AWAKE));
    }
    var openings = new TreeSet<Long>();
    for (var edge :
        edges.subSet(change.base() - DAYS_AROUND * DAY, change.last() + DAYS_AROUND * DAY)) {
      openings.add(edge - 1);
      openings.add(edge);
      openings.add(edge + 1);
    }
    return openings;
  }

  /// A photo and a check-in at once, and a check-in `gap` seconds later.
  void check(long opens, long gap) {
    plans++;
    var spec =
        new ScheduleSpec(
            List.of(new CheckIn(new Elapsed(0), FORM), new CheckIn(new Elapsed(gap), FORM)),
            List.of(new PhotoPoint(new Elapsed(0))));
    var at = Instant.ofEpochSecond(opens);
    var version = new PlanVersion(1, at, change.zone(), waking, Optional.empty());
    var found = expander.apply(new Plans(spec, at, List.of(version)));
    var later = new Elapsed(gap).hours();
    var steps =
        List.of(
            new Step("check-in", "0", opens, opens + gap / 2),
            new Step("photo", "0", opens, opens),
            new Step("check-in", later, opens + gap, opens + gap + gap / 2));
    breach(steps, found)
        .ifPresent(breach -> {
          if (broken.isEmpty()) {
            var nothing = ScheduleCase.order(24, 1, 1, 1);
            broken =
                Optional.of(
                    new ScheduleCase(change, waking, nothing, opens, opens).againstStep(breach));
          }
        });
  }

  private Optional<Breach> breach(List<Step> steps, List<Occurrence> found) {
    if (found.size() != steps.size()) {
      var how = found.size() + " windows for a photo and two check-ins";
      return Optional.of(new Breach(ScheduleLaw.CHECK_IN, how));
    }
    for (var i = 0; i < found.size(); i++) {
      var breach = law.breach(steps.get(i), found.get(i));
      if (breach.isPresent()) {
        return breach;
      }
    }
    return Optional.empty();
  }
}
