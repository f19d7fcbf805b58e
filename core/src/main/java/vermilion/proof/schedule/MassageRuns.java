package vermilion.proof.schedule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vermilion.proof.Counterexample;
import vermilion.proof.schedule.ScheduleLaw.Breach;
import vermilion.protocol.MassageLimits;
import vermilion.schedule.Occurrence;
import vermilion.schedule.Plans;
import vermilion.time.Waking;

/// Runs every order near one change of the clocks, for one patient's waking hours.
///
/// An order reads the instant of the treatment through two seconds alone: from when a window may
/// open (the start: the treatment and the ordered hours, or the signature) and until when it must
/// have closed (the end: day 14). The plan changes only where the start passes the opening of a
/// window of the wall, or the end its close. Between two such edges all starts and all ends give
/// the same windows; the latest start and the earliest end of a stretch are the hardest, and the
/// seconds beside the edges tell "at" from "after". So each pair of edges is decided by the plans
/// at its corners, and a course of at most seven dates has few pairs.
final class MassageRuns {
  private static final long DAY = 86_400;
  private static final long HOUR = 3600;

  /// Seven dates, one lost to the hours already passed, one to a gap, and half of one to spare: by
  /// then a course that started is over.
  private static final long COURSE = 9 * DAY + DAY / 2;

  private static final long END = MassageLimits.ENGINE_END_HOURS * HOUR;

  private final ClockChange change;
  private final Waking waking;
  private final Function<Plans, List<Occurrence>> expander;
  private final Map<ScheduleLaw, Counterexample> broken = new EnumMap<>(ScheduleLaw.class);
  private long plans;

  MassageRuns(ClockChange change, Waking waking, Function<Plans, List<Occurrence>> expander) {
    this.change = change;
    this.waking = waking;
    this.expander = expander;
  }

  /// How many plans have been laid out.
  long plans() {
    return plans;
  }

  /// The first counterexample of each law.
  Map<ScheduleLaw, Counterexample> broken() {
    return broken;
  }

  /// The waking days that any of these courses can meet.
  static WakingGrid grid(ClockChange change, Waking waking, int perDay) {
    var first = change.day() - 15;
    var last = Math.floorDiv(change.last() + change.offset(), DAY) + 15;
    var span = new WakingGrid.Span(change.zone(), waking, first, Math.toIntExact(last - first + 1));
    return new WakingGrid(span, perDay);
  }

  /// Every pair of a start and an end, for orders of these numbers of days.
  void allStartsAndEnds(List<Integer> days) {
    for (var perDay = 1; perDay <= MassageLimits.ENGINE_MOST_PER_DAY; perDay++) {
      var edges = new Edges(grid(change, waking, perDay));
      for (var k = 1; k < edges.opens.size(); k++) {
        var start = edges.opens.get(k);
        if (!isNear(start)) {
          continue;
        }
        // The plainest first: an end so late that it plays no part.
        run(edges, new Corner(perDay, start, start + END - DAY), days);
        for (var j = edges.firstCloseFrom(start - DAY); j < edges.closes.size() - 1; j++) {
          var end = edges.closes.get(j);
          if (end > start + COURSE) {
            break;
          }
          var early = new Corner(perDay, edges.opens.get(k - 1) + 1, edges.closes.get(j + 1) - 1);
          run(edges, new Corner(perDay, start, end), days);
          // Beside the edges the number of days plays no part of its own.
          run(edges, early, List.of(MassageLimits.ENGINE_MOST_DAYS));
        }
      }
    }
  }

  /// Every ordered hour, signed on the day of the treatment.
  void everyHour() {
    for (var hours = MassageLimits.ENGINE_EARLIEST_HOURS;
        hours <= MassageLimits.ENGINE_LATEST_START_HOURS;
        hours++) {
      oneHour(hours);
    }
  }

  /// One ordered hour, from every treatment that can matter.
  void oneHour(int hours) {
    for (var perDay = 1; perDay <= MassageLimits.ENGINE_MOST_PER_DAY; perDay++) {
      var edges = new Edges(grid(change, waking, perDay));
      for (var opens : edges.opens) {
        if (isNear(opens)) {
          treated(edges, opens - hours * HOUR, hours, perDay);
          treated(edges, opens - hours * HOUR + 1, hours, perDay);
        }
      }
      for (var closes : edges.closes) {
        var treated = closes - END;
        // Otherwise the course is over before the end comes into sight.
        if (END - hours * HOUR < COURSE && isNear(treated + hours * HOUR)) {
          treated(edges, treated, hours, perDay);
          treated(edges, treated - 1, hours, perDay);
        }
      }
    }
  }

  /// A second version of the plan that changes nothing, begun at every edge of a course.
  void carriedOn() {
    for (var perDay = 1; perDay <= MassageLimits.ENGINE_MOST_PER_DAY; perDay++) {
      var edges = new Edges(grid(change, waking, perDay));
      for (var start : edges.opens) {
        for (var from : isNear(start) ? edges.opens : List.<Long>of()) {
          if (from >= start - DAY && from < start + COURSE) {
            var order = ScheduleCase.order(24, 5, perDay, MassageLimits.ENGINE_MOST_DAYS);
            var one = new ScheduleCase(change, waking, order, start - DAY, start - DAY);
            carried(edges, one, from);
            carried(edges, one, from + 1);
          }
        }
      }
    }
  }

  /// From ten days before the first change, when a course may still run into it, until none can
  /// have to do with the last one.
  private boolean isNear(long start) {
    return isNear(change, start);
  }

  static boolean isNear(ClockChange change, long start) {
    return start >= change.base() - COURSE - DAY / 2 && start <= change.last() + DAY + DAY / 2;
  }

  /// A start and an end, to be reached by an order of the earliest hour that is signed late.
  private record Corner(int perDay, long start, long end) {}

  private void run(Edges edges, Corner corner, List<Integer> days) {
    var hours = MassageLimits.ENGINE_EARLIEST_HOURS;
    for (var minutes : edges.minutes) {
      for (var count : days) {
        var order = ScheduleCase.order(hours, minutes, corner.perDay, count);
        check(edges, new ScheduleCase(change, waking, order, corner.end - END, corner.start));
      }
    }
  }

  private void treated(Edges edges, long treated, int hours, int perDay) {
    for (var minutes : edges.minutes) {
      for (var days = 1; days <= MassageLimits.ENGINE_MOST_DAYS; days++) {
        var order = ScheduleCase.order(hours, minutes, perDay, days);
        check(edges, new ScheduleCase(change, waking, order, treated, treated));
      }
    }
  }

  private void check(Edges edges, ScheduleCase one) {
    plans++;
    edges.law.breach(one.terms(), expander.apply(one.plans())).ifPresent(it -> note(one, it));
  }

  private void carried(Edges edges, ScheduleCase one, long from) {
    plans++;
    var before = expander.apply(one.plans());
    var after = expander.apply(one.carriedOnFrom(from));
    for (var i = 0; i < before.size(); i++) {
      var window = before.get(i);
      var opened = window.window().opens().getEpochSecond() < from;
      if (opened && (i >= after.size() || !after.get(i).equals(window))) {
        var how = MassageLaw.told(window) + " is not the same under version 2 from then on";
        note(one, new Breach(ScheduleLaw.CARRIED, how));
        return;
      }
    }
    edges.law.breach(one.terms(), after).ifPresent(it -> note(one, it));
  }

  private void note(ScheduleCase one, Breach breach) {
    broken.computeIfAbsent(breach.law(), _ -> one.against(breach));
  }

  /// Where the windows of the wall open and close, and which sessions tell them apart.
  private static final class Edges {
    private final MassageLaw law;
    private final List<Long> opens = new ArrayList<>();
    private final List<Long> closes = new ArrayList<>();
    private final List<Integer> minutes;

    Edges(WakingGrid grid) {
      law = new MassageLaw(grid);
      minutes =
          grid.hasBrief() ? List.of(1, 2, 3, 4, 5) : List.of(MassageLimits.ENGINE_MOST_MINUTES);
      for (var window = 0; window < grid.windows(); window++) {
        if (grid.exists(grid.rowOf(window))) {
          opens.add(grid.opens(window));
          closes.add(grid.closes(window));
        }
      }
    }

    int firstCloseFrom(long second) {
      var j = 0;
      while (closes.get(j) < second) {
        j++;
      }
      return j;
    }
  }
}
