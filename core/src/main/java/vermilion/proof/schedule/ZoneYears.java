package vermilion.proof.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every change of the clocks in some zones and years, sorted into kinds.
///
/// Two changes are of one kind when they come at the same time of the wall's day and move it by the
/// same amount: New York, Chicago and Denver change at two, each by its own wall, and so on all the
/// Sundays of all the years. A plan reads a zone through nothing but the distance between wall and
/// instant. So the plans around two changes of one kind are the same plans, moved by whole days and
/// by the difference of the offsets.
///
/// Changes of one zone less than [#JOINED_DAYS] days apart, in which one massage course could meet
/// both, are one change of several steps.
///
/// @param kinds the kinds, those without a change first, each with all zones and dates of it
/// @param zones how many zones there were
record ZoneYears(List<List<ClockChange>> kinds, int zones) {
  /// A course with the days before it that are looked at takes twelve days.
  static final int JOINED_DAYS = 25;

  private static final long DAY_SECONDS = 86_400;

  /// The last check-in of a protocol opens by day 400, and half a month is to spare.
  private static final int PLAN_DAYS = 420;

  /// The kinds that the plans of treatments in `zones` can meet, from the first day of `firstYear`
  /// until that of `untilYear`.
  static ZoneYears of(List<String> zones, int firstYear, int untilYear) {
    Map<List<ClockChange.Step>, List<ClockChange>> kinds = new LinkedHashMap<>();
    var first = LocalDate.of(firstYear, 1, 1).toEpochDay() * DAY_SECONDS;
    var until = (LocalDate.of(untilYear, 1, 1).toEpochDay() + PLAN_DAYS) * DAY_SECONDS;
    kinds.put(List.of(), new ArrayList<>());
    for (var id : zones) {
      var zone = ZoneId.of(id);
      var changes = changes(zone, first, until);
      for (var change : changes) {
        kinds.computeIfAbsent(change.steps(), _ -> new ArrayList<>()).add(change);
      }
      var calm = calmDay(changes, Math.floorDiv(first, DAY_SECONDS), until / DAY_SECONDS);
      if (calm < until / DAY_SECONDS) {
        kinds.get(List.of()).add(at(zone, calm));
      }
    }
    kinds.values().removeIf(List::isEmpty);
    return new ZoneYears(List.copyOf(kinds.values()), zones.size());
  }

  private static ClockChange at(ZoneId zone, long day) {
    var offset = zone.getRules().getOffset(Instant.ofEpochSecond(day * DAY_SECONDS));
    return new ClockChange(zone, day, offset.getTotalSeconds(), List.of());
  }

  /// The first day with no change within [#JOINED_DAYS] on either side.
  private static long calmDay(List<ClockChange> changes, long first, long until) {
    var day = first + JOINED_DAYS;
    for (var change : changes) {
      if (change.day() - day > JOINED_DAYS) {
        return day;
      }
      day = Math.max(day, change.last() / DAY_SECONDS + JOINED_DAYS + 2);
    }
    return Math.min(day, until);
  }

  private static List<ClockChange> changes(ZoneId zone, long first, long until) {
    var changes = new ArrayList<ClockChange>();
    var cluster = new ArrayList<ZoneOffsetTransition>();
    var next = zone.getRules().nextTransition(Instant.ofEpochSecond(first - 1));
    while (next != null && next.toEpochSecond() < until) {
      if (!cluster.isEmpty()
          && next.toEpochSecond() - cluster.getLast().toEpochSecond()
              >= JOINED_DAYS * DAY_SECONDS) {
        changes.add(joined(zone, cluster));
        cluster.clear();
      }
      cluster.add(next);
      next = zone.getRules().nextTransition(next.getInstant());
    }
    if (!cluster.isEmpty()) {
      changes.add(joined(zone, cluster));
    }
    return changes;
  }

  private static ClockChange joined(ZoneId zone, List<ZoneOffsetTransition> cluster) {
    var offset = cluster.getFirst().getOffsetBefore().getTotalSeconds();
    var wall = cluster.getFirst().getDateTimeBefore().toEpochSecond(ZoneOffset.UTC);
    var day = Math.floorDiv(wall, DAY_SECONDS);
    var steps = new ArrayList<ClockChange.Step>();
    for (var change : cluster) {
      steps.add(
          new ClockChange.Step(
              change.toEpochSecond() - (day * DAY_SECONDS - offset),
              change.getOffsetAfter().getTotalSeconds() - offset));
    }
    return new ClockChange(zone, day, offset, steps);
  }
}
