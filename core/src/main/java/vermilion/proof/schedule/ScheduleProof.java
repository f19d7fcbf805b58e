package vermilion.proof.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vermilion.proof.Counterexample;
import vermilion.proof.Findings;
import vermilion.proof.Property;
import vermilion.proof.Proved;
import vermilion.protocol.MassageLimits;
import vermilion.schedule.Occurrence;
import vermilion.schedule.Plans;
import vermilion.time.Waking;

/// Decides that every order inside the engine's limits gives windows inside them, in every zone,
/// around every change of the clocks (decision 13).
public final class ScheduleProof {
  private static final List<Integer> FEWEST_AND_MOST_DAYS =
      List.of(1, MassageLimits.ENGINE_MOST_DAYS);
  private static final List<Integer> ALL_DAYS = List.of(1, 2, 3, 4, 5, 6, 7);
  private static final long DAY_MINUTES = 24 * 60;

  private final ScheduleScope scope;
  private final Function<Plans, List<Occurrence>> expander;

  ScheduleProof(ScheduleScope scope, Function<Plans, List<Occurrence>> expander) {
    this.scope = scope;
    this.expander = expander;
  }

  /// What was decided of the engine's own schedule on this machine's time zone database; it takes
  /// some ten seconds.
  public static Outcome decide() {
    return new ScheduleProof(ScheduleScope.everywhere(), Plans::occurrences).outcome();
  }

  /// What came of it.
  ///
  /// @param findings what holds, or what does not
  /// @param size how much was looked at
  public record Outcome(Findings findings, Size size) {}

  /// How much was looked at.
  ///
  /// @param zones names of the time zone database
  /// @param changes changes of the clocks in them, and zones without one
  /// @param kinds kinds of them
  /// @param plans plans laid out
  /// @param states treatment minutes x zones x orders x waking hours that these stand for
  public record Size(int zones, int changes, int kinds, long plans, long states) {}

  /// One change with one patient's waking hours.
  private record Job(List<ClockChange> kind, Waking waking, boolean listed, boolean usual) {}

  /// What came of a job.
  private record Done(long plans, Map<ScheduleLaw, Counterexample> broken) {}

  Outcome outcome() {
    var years = ZoneYears.of(scope.zones(), scope.firstYear(), scope.untilYear());
    var jobs = new ArrayList<Job>();
    var changes = 0;
    for (var kind : years.kinds()) {
      changes += kind.size();
      for (var waking : scope.waking()) {
        jobs.add(new Job(kind, waking, true, waking.equals(scope.waking().getFirst())));
      }
      for (var waking : ScheduleScope.waking(kind.getFirst())) {
        jobs.add(new Job(kind, waking, false, false));
      }
    }
    List<Done> all = jobs.parallelStream().map(this::done).toList();
    var plans = 0L;
    Map<ScheduleLaw, Counterexample> broken = new EnumMap<>(ScheduleLaw.class);
    for (var done : all) {
      plans += done.plans;
      done.broken.forEach(broken::putIfAbsent);
    }
    var size = new Size(years.zones(), changes, years.kinds().size(), plans, states());
    return new Outcome(findings(broken, size), size);
  }

  private Done done(Job job) {
    var change = job.kind.getFirst();
    var massage = new MassageRuns(change, job.waking, expander);
    var checkIns = new CheckInRuns(change, job.waking, expander);
    massage.allStartsAndEnds(job.listed ? ALL_DAYS : FEWEST_AND_MOST_DAYS);
    checkIns.everyOpening();
    var plans = 0L;
    var broken = massage.broken();
    if (job.usual) {
      massage.everyHour();
      massage.carriedOn();
      var twins = new ScheduleTwins(expander);
      twins.different(job.kind).ifPresent(it -> broken.putIfAbsent(ScheduleLaw.ONCE, it));
      plans = twins.plans(job.kind);
    }
    checkIns.broken().ifPresent(it -> broken.put(ScheduleLaw.CHECK_IN, it));
    return new Done(plans + massage.plans() + checkIns.plans(), broken);
  }

  private long states() {
    var first = LocalDate.of(scope.firstYear(), 1, 1);
    var minutes =
        DAY_MINUTES * (LocalDate.of(scope.untilYear(), 1, 1).toEpochDay() - first.toEpochDay());
    var hours = MassageLimits.ENGINE_LATEST_START_HOURS - MassageLimits.ENGINE_EARLIEST_HOURS + 1L;
    var orders =
        hours
            * MassageLimits.ENGINE_MOST_MINUTES
            * MassageLimits.ENGINE_MOST_PER_DAY
            * MassageLimits.ENGINE_MOST_DAYS;
    return minutes * scope.zones().size() * orders * scope.waking().size();
  }

  private static Findings findings(Map<ScheduleLaw, Counterexample> broken, Size size) {
    var proved = new ArrayList<Proved>();
    for (var law : ScheduleLaw.values()) {
      if (!broken.containsKey(law)) {
        proved.add(new Proved(Property.SCHEDULE, law.words(), size.states));
      }
    }
    return new Findings(proved, List.copyOf(broken.values()), List.of());
  }
}
