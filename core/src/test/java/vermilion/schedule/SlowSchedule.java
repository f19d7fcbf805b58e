package vermilion.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import vermilion.protocol.MassageOrder;
import vermilion.time.Waking;

/// The schedule a second time: slow and obvious, with the calendar of the JDK and minute by minute,
/// and without a line of the real one.
final class SlowSchedule {
  private final Plans plans;
  private final List<Line> lines = new ArrayList<>();
  private final Map<LocalDate, Integer> sessions = new HashMap<>();
  private final Map<MassageCourse, Set<LocalDate>> courseDates = new HashMap<>();
  private final Map<Waking, Integer> lengths = new HashMap<>();
  private Instant lastClose = Instant.EPOCH;

  private SlowSchedule(Plans plans) {
    this.plans = plans;
  }

  /// One occurrence as it would be printed.
  private record Line(String id, Instant opens, Instant closes) {}

  static List<String> lines(Plans plans) {
    var slow = new SlowSchedule(plans);
    slow.checkIns();
    slow.photos();
    for (var version : plans.versions()) {
      version.massage().ifPresent(course -> slow.massages(version, course));
    }
    return slow.lines.stream()
        .sorted(Comparator.comparing(Line::opens).thenComparing(Line::id))
        .map(line -> line.id + " " + line.opens + " " + line.closes)
        .toList();
  }

  /// The newest version that has begun.
  private PlanVersion inForce(Instant instant) {
    var newest = plans.versions().getFirst();
    for (var version : plans.versions()) {
      newest = version.from().isAfter(instant) ? newest : version;
    }
    return newest;
  }

  private void checkIns() {
    var hours = new TreeMap<Long, List<String>>();
    for (var step : plans.spec().checkIns()) {
      var activity = step.form().equals("full") ? "check-in" : "check-in-" + step.form();
      hours.computeIfAbsent(step.at().seconds() / 3600, hour -> new ArrayList<>()).add(activity);
    }
    elapsed(hours);
  }

  private void photos() {
    var hours = new TreeMap<Long, List<String>>();
    for (var photo : plans.spec().photos()) {
      hours.put(photo.at().seconds() / 3600, List.of("photo"));
    }
    elapsed(hours);
  }

  private void elapsed(NavigableMap<Long, List<String>> hours) {
    for (var hour : hours.keySet()) {
      var next = hours.higherKey(hour);
      var before = hours.lowerKey(hour) == null ? Long.valueOf(0) : hours.lowerKey(hour);
      var gap = next == null ? hour - before : next - hour;
      var opens = plans.treated().plusSeconds(hour * 3600);
      var version = inForce(opens);
      var closes = opens;
      var minutesAwake = 0;
      while (minutesAwake < 180) {
        minutesAwake += awake(closes, version) ? 1 : 0;
        closes = closes.plusSeconds(60);
      }
      closes = later(closes, opens.plusSeconds(gap * 1800));
      var date = opens.atZone(version.zone()).toLocalDate();
      for (var activity : hours.get(hour)) {
        lines.add(
            new Line(version.number() + "/" + activity + "/" + date + "/" + hour, opens, closes));
      }
    }
  }

  private boolean awake(Instant minute, PlanVersion version) {
    var today = minute.atZone(version.zone()).toLocalDate();
    for (var back = -1; back <= 3; back++) {
      var date = today.minusDays(back);
      if (!minute.isBefore(wall(date, 0, version)) && minute.isBefore(dayEnds(date, version))) {
        return true;
      }
    }
    return false;
  }

  private static Instant wall(LocalDate date, int minutes, PlanVersion version) {
    var time = date.atTime(version.waking().from()).plusMinutes(minutes);
    return time.atZone(version.zone()).toInstant();
  }

  private Instant dayEnds(LocalDate date, PlanVersion version) {
    var minutes = lengths.computeIfAbsent(version.waking(), SlowSchedule::length);
    return wall(date, minutes, version);
  }

  private static int length(Waking waking) {
    var minutes = 0;
    var time = waking.from();
    do {
      time = time.plusMinutes(1);
      minutes++;
    } while (!time.equals(waking.until()));
    return minutes;
  }

  private static boolean exists(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone).toLocalDate().equals(date);
  }

  private void massages(PlanVersion version, MassageCourse course) {
    var length = length(version.waking());
    var windows = course.order().perDay();
    while (windows > 1 && width(length, windows) < 15) {
      windows--;
    }
    var width = width(length, windows);
    var first = plans.treated().atZone(version.zone()).toLocalDate().minusDays(3);
    for (var date = first; date.isBefore(first.plusDays(25)); date = date.plusDays(1)) {
      for (var slot = 0; slot < windows && exists(date, version.zone()); slot++) {
        var nominal = later(wall(date, slot * (width + 120), version), wall(date, 0, version));
        var closes = wall(date, slot * (width + 120) + width, version);
        var ends = dayEnds(date, version);
        closes = closes.isBefore(ends) ? closes : ends;
        var id = version.number() + "/massage/" + date + "/" + (slot + 1);
        session(version, date, new Line(id, nominal, closes));
      }
    }
  }

  /// The longest whole minutes that so many windows can have with two hours between them.
  private static int width(int length, int windows) {
    var width = -1;
    while ((width + 1) * windows + 120 * (windows - 1) <= length) {
      width++;
    }
    return width;
  }

  private void session(PlanVersion version, LocalDate date, Line wanted) {
    var course = version.massage().orElseThrow();
    var order = course.order();
    var opens = later(wanted.opens, lastClose);
    var floor = later(course.signed(), plans.treated().plusSeconds(3600L * order.startHours()));
    var early = wanted.opens.isBefore(floor);
    var late = wanted.closes.isAfter(plans.treated().plusSeconds(3600L * 336));
    var brief = opens.plusSeconds(60L * order.minutes()).isAfter(wanted.closes);
    var governed = inForce(wanted.opens).equals(version) && inForce(opens).equals(version);
    if (!early && !late && !brief && governed && hasRoom(course, date, order)) {
      sessions.merge(date, 1, Integer::sum);
      courseDates.computeIfAbsent(course, ignored -> new HashSet<>()).add(date);
      lastClose = wanted.closes.plusSeconds(7200);
      lines.add(new Line(wanted.id, opens, wanted.closes));
    }
  }

  private boolean hasRoom(MassageCourse course, LocalDate date, MassageOrder order) {
    var mine = new HashSet<>(courseDates.getOrDefault(course, Set.of()));
    var all = new HashSet<>(sessions.keySet());
    mine.add(date);
    all.add(date);
    return mine.size() <= order.days()
        && all.size() <= 7
        && sessions.getOrDefault(date, 0) < order.perDay();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
