package vermilion.proof.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vermilion.proof.Counterexample;
import vermilion.proof.schedule.ScheduleLaw.Breach;
import vermilion.protocol.MassageLimits;
import vermilion.schedule.Occurrence;
import vermilion.schedule.Plans;
import vermilion.time.Waking;

/// Compares the plans around every change of one kind with those around the first of them.
///
/// That two changes of one kind have the same plans is an argument about the engine. Here it is
/// looked at: the order with the most windows, from every start near each of the changes.
///
/// @param expander what lays out plans
record ScheduleTwins(Function<Plans, List<Occurrence>> expander) {
  private static final int PER_DAY = MassageLimits.ENGINE_MOST_PER_DAY;
  private static final long DAY = 86_400;

  /// The windows of one plan, told from the midnight of the change.
  private record Told(ScheduleCase one, List<Long> windows) {}

  /// How many plans the comparison of one kind takes.
  long plans(List<ClockChange> kind) {
    return (long) told(kind.getFirst()).size() * kind.size();
  }

  /// The first plan near one of the changes that is not the plan near the first of them.
  Optional<Counterexample> different(List<ClockChange> kind) {
    var first = told(kind.getFirst());
    for (var change : kind.subList(1, kind.size())) {
      var other = told(change);
      for (var i = 0; i < first.size(); i++) {
        if (i >= other.size() || !first.get(i).windows.equals(other.get(i).windows)) {
          var how =
              "the plan is not that of " + kind.getFirst().zone() + ", whose clocks change so";
          return Optional.of(
              first
                  .get(i)
                  .one
                  .against(new Breach(ScheduleLaw.ONCE, how + " as in " + change.zone())));
        }
      }
    }
    return Optional.empty();
  }

  private List<Told> told(ClockChange change) {
    var all = new ArrayList<Told>();
    var grid = MassageRuns.grid(change, Waking.USUAL, PER_DAY);
    for (var window = 0; window < grid.windows(); window++) {
      var start = grid.opens(window);
      if (grid.exists(grid.rowOf(window)) && MassageRuns.isNear(change, start)) {
        all.add(told(change, start));
      }
    }
    return all;
  }

  private Told told(ClockChange change, long start) {
    var hours = MassageLimits.ENGINE_LATEST_START_HOURS;
    var order = ScheduleCase.order(hours, 1, PER_DAY, MassageLimits.ENGINE_MOST_DAYS);
    var treated = start - 7 * DAY;
    var one = new ScheduleCase(change, Waking.USUAL, order, treated, treated);
    var windows = new ArrayList<Long>();
    for (var found : expander.apply(one.plans())) {
      windows.add(found.window().opens().getEpochSecond() - change.base());
      windows.add(found.window().closes().getEpochSecond() - change.base());
      windows.add(found.localDate().toEpochDay() - change.day());
      windows.add((long) found.slot().charAt(0));
    }
    return new Told(one, windows);
  }
}
