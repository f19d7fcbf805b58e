package vermilion.proof.schedule;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import vermilion.time.Waking;
import vermilion.time.WakingText;

/// What the schedule is decided over.
///
/// @param zones names of the time zone database
/// @param firstYear treatments from its first day
/// @param untilYear until its first day
/// @param waking waking hours, the usual ones first; beside them come those whose edges lie at a
///   change of the clocks
record ScheduleScope(List<String> zones, int firstYear, int untilYear, List<Waking> waking) {
  private static final int DAY_MINUTES = 24 * 60;

  /// Waking hours of every sort: the usual; without any sleep; the least sleep; at night; with four
  /// windows of a quarter of an hour, and a minute too short for them; with three, and a minute too
  /// short; the shortest, over midnight and in the night.
  static final List<Waking> WAKING =
      waking(
          "07:30-22:30",
          "12:00-12:00",
          "02:31-02:30",
          "20:00-11:00",
          "22:00-05:00",
          "21:59-04:58",
          "23:45-04:30",
          "23:46-04:30",
          "23:00-02:00",
          "02:00-05:00");

  ScheduleScope {
    zones = List.copyOf(zones);
    waking = List.copyOf(waking);
  }

  /// Every zone of this machine's database, and the treatments of three years.
  static ScheduleScope everywhere() {
    return new ScheduleScope(
        List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds())), 2026, 2029, WAKING);
  }

  /// The version of this machine's time zone database, for example `2026a`.
  static String zoneVersion() {
    return ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
  }

  /// Waking hours with an edge at, in, or a minute beside the hours that a change skips or repeats:
  /// the shortest that begin or end there, and the longest.
  static List<Waking> waking(ClockChange change) {
    var edges = new TreeSet<Integer>();
    var before = 0;
    for (var step : change.steps()) {
      var one = Math.toIntExact(step.second() + before) / 60;
      var other = Math.toIntExact(step.second() + step.shift()) / 60;
      var first = Math.min(one, other);
      var until = Math.max(one, other);
      edges.addAll(List.of(first - 1, first, first + 1, (first + until) / 2));
      edges.addAll(List.of(until - 1, until, until + 1));
      before = step.shift();
    }
    var all = new LinkedHashSet<Waking>();
    for (var edge : edges) {
      all.add(waking(edge, Waking.SHORTEST_MINUTES));
      all.add(waking(edge - Waking.SHORTEST_MINUTES, Waking.SHORTEST_MINUTES));
      all.add(waking(edge, DAY_MINUTES));
    }
    return List.copyOf(all);
  }

  private static Waking waking(int from, int minutes) {
    var opens = LocalTime.ofSecondOfDay(60L * Math.floorMod(from, DAY_MINUTES));
    return new Waking(opens, opens.plusMinutes(minutes));
  }

  private static List<Waking> waking(String... texts) {
    var all = new ArrayList<Waking>();
    for (var text : texts) {
      all.add(WakingText.parse(text).orElseThrow());
    }
    return all;
  }
}
