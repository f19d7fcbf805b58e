package vermilion.proof.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import vermilion.protocol.MassageOrder;
import vermilion.schedule.MassageCourse;
import vermilion.schedule.Occurrence;
import vermilion.schedule.PlanVersion;
import vermilion.schedule.Plans;
import vermilion.time.DueWindow;

/// Schedules with one mistake each, such as programs of this sort have had.
final class FaultyPlans {
  private FaultyPlans() {}

  /// Every date is 24 hours after the one before: the offset of the treatment holds for ever.
  static List<Occurrence> cumulative(Plans plans) {
    var offset = zone(plans).getRules().getOffset(plans.treated());
    return inZone(plans, offset);
  }

  /// One session a day more than ordered.
  static List<Occurrence> oneMoreADay(Plans plans) {
    return ordered(plans, one -> numbers(one, one.startHours(), one.perDay() + 1, one.days()));
  }

  /// One date more than ordered.
  static List<Occurrence> oneMoreDate(Plans plans) {
    return ordered(plans, one -> numbers(one, one.startHours(), one.perDay(), one.days() + 1));
  }

  /// The first session may be an hour early.
  static List<Occurrence> anHourEarly(Plans plans) {
    return versioned(
        plans,
        version ->
            new MassageCourse(
                version.massage().orElseThrow().order(),
                version.massage().orElseThrow().signed().minusSeconds(3600)));
  }

  /// A second late on day 14.
  static List<Occurrence> aSecondLate(Plans plans) {
    return new Plans(plans.spec(), plans.treated().plusSeconds(1), plans.versions()).occurrences();
  }

  /// Two windows of a day are one hour apart.
  static List<Occurrence> oneHourApart(Plans plans) {
    return each(plans, one -> moved(one, 0, one.slot().equals("1") ? 3600 : 0));
  }

  /// The last window of the night runs on past midnight.
  static List<Occurrence> pastMidnight(Plans plans) {
    return each(plans, one -> moved(one, 0, one.slot().equals("1") ? 0 : 7200));
  }

  /// On the date of a change of the clocks nothing is laid out.
  static List<Occurrence> lostInGap(Plans plans) {
    return plans.occurrences().stream()
        .filter(one -> !changes(zone(plans), one.localDate()))
        .toList();
  }

  /// On the date of a change of the clocks everything is laid out a second time, an hour later.
  static List<Occurrence> doubledInOverlap(Plans plans) {
    var all = new ArrayList<Occurrence>();
    for (var one : plans.occurrences()) {
      all.add(one);
      if (changes(zone(plans), one.localDate())) {
        all.add(moved(one, 3600, 3600));
      }
    }
    return all;
  }

  /// The same window twice under one id.
  static List<Occurrence> twice(Plans plans) {
    var all = new ArrayList<>(plans.occurrences());
    if (!all.isEmpty()) {
      all.add(moved(all.getLast(), 20 * 3600, 20 * 3600));
    }
    return all;
  }

  /// Ids are counted from the start of the course.
  static List<Occurrence> runningIndex(Plans plans) {
    var all = new ArrayList<Occurrence>();
    for (var one : plans.occurrences()) {
      var slot = Integer.toString(all.size() % 9 + 1);
      all.add(
          new Occurrence(one.planVersion(), one.activity(), one.localDate(), slot, one.window()));
    }
    return all;
  }

  /// Ids all bear the newest version of the plan.
  static List<Occurrence> newestVersion(Plans plans) {
    return each(
        plans,
        one ->
            new Occurrence(
                plans.versions().getLast().number(),
                one.activity(),
                one.localDate(),
                one.slot(),
                one.window()));
  }

  /// Every window closes a second early.
  static List<Occurrence> aSecondShort(Plans plans) {
    return each(plans, one -> moved(one, 0, -1));
  }

  /// Every window closes a second late.
  static List<Occurrence> aSecondLong(Plans plans) {
    return each(plans, one -> moved(one, 0, 1));
  }

  /// Every window opens a second late.
  static List<Occurrence> aSecondOff(Plans plans) {
    return each(plans, one -> moved(one, 1, 1));
  }

  /// Dates are those of UTC.
  static List<Occurrence> datesOfUtc(Plans plans) {
    return each(
        plans,
        one ->
            new Occurrence(
                one.planVersion(),
                one.activity(),
                LocalDate.ofInstant(one.window().opens(), ZoneOffset.UTC),
                one.slot(),
                one.window()));
  }

  /// Photos are forgotten.
  static List<Occurrence> withoutPhotos(Plans plans) {
    return plans.occurrences().stream().filter(one -> !one.activity().equals("photo")).toList();
  }

  /// No window is lengthened for the night.
  static List<Occurrence> neverLengthened(Plans plans) {
    return each(
        plans,
        one ->
            new Occurrence(
                one.planVersion(),
                one.activity(),
                one.localDate(),
                one.slot(),
                new DueWindow(one.window().opens(), one.window().opens().plusSeconds(86_400))));
  }

  private static boolean changes(ZoneId zone, LocalDate date) {
    var rules = zone.getRules();
    return !rules
        .getOffset(date.atStartOfDay(zone).toInstant())
        .equals(rules.getOffset(date.plusDays(1).atStartOfDay(zone).toInstant()));
  }

  private static ZoneId zone(Plans plans) {
    return plans.versions().getFirst().zone();
  }

  private static Occurrence moved(Occurrence one, long opens, long closes) {
    return new Occurrence(
        one.planVersion(),
        one.activity(),
        one.localDate(),
        one.slot(),
        new DueWindow(
            one.window().opens().plusSeconds(opens), one.window().closes().plusSeconds(closes)));
  }

  private static List<Occurrence> each(Plans plans, UnaryOperator<Occurrence> change) {
    return plans.occurrences().stream().map(change).toList();
  }

  private static List<Occurrence> inZone(Plans plans, ZoneId zone) {
    var versions = new ArrayList<PlanVersion>();
    for (var one : plans.versions()) {
      versions.add(new PlanVersion(one.number(), one.from(), zone, one.waking(), one.massage()));
    }
    return new Plans(plans.spec(), plans.treated(), versions).occurrences();
  }

  private static List<Occurrence> ordered(Plans plans, UnaryOperator<MassageOrder> change) {
    return versioned(
        plans,
        version ->
            new MassageCourse(
                change.apply(version.massage().orElseThrow().order()),
                version.massage().orElseThrow().signed()));
  }

  private static List<Occurrence> versioned(
      Plans plans, Function<PlanVersion, MassageCourse> change) {
    var versions = new ArrayList<PlanVersion>();
    for (var one : plans.versions()) {
      versions.add(
          new PlanVersion(
              one.number(), one.from(), one.zone(), one.waking(), Optional.of(change.apply(one))));
    }
    return new Plans(plans.spec(), plans.treated(), versions).occurrences();
  }

  private static MassageOrder numbers(MassageOrder one, int startHours, int perDay, int days) {
    return ScheduleCase.order(startHours, one.minutes(), Math.min(perDay, 4), Math.min(days, 7));
  }
}
