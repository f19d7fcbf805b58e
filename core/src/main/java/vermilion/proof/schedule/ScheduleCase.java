package vermilion.proof.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vermilion.json.Json;
import vermilion.proof.Counterexample;
import vermilion.proof.Property;
import vermilion.proof.schedule.ScheduleLaw.Breach;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.ScheduleSpec;
import vermilion.schedule.MassageCourse;
import vermilion.schedule.PlanVersion;
import vermilion.schedule.Plans;
import vermilion.time.Waking;
import vermilion.time.WakingText;

/// One patient with one order, near one change of the clocks.
///
/// @param change where and near what
/// @param waking when the patient is awake
/// @param order what was ordered
/// @param treated the epoch second of the end of the injection
/// @param signed the epoch second of the signature
record ScheduleCase(
    ClockChange change, Waking waking, MassageOrder order, long treated, long signed) {
  private static final ScheduleSpec NOTHING = new ScheduleSpec(List.of(), List.of());
  private static final long HOUR_SECONDS = 3600;

  /// An order of these numbers.
  static MassageOrder order(int startHours, int minutes, int perDay, int days) {
    return new MassageOrder(
        startHours,
        minutes,
        perDay,
        days,
        List.of("upper lip, left"),
        MassageOrder.USUAL_PRESSURE,
        Optional.of("decided"),
        Optional.empty(),
        Optional.empty());
  }

  /// The plan, massage alone.
  Plans plans() {
    return new Plans(
        NOTHING,
        Instant.ofEpochSecond(treated),
        List.of(version(1, Instant.ofEpochSecond(treated))));
  }

  /// The same plan, that some new version carries on from an instant.
  Plans carriedOnFrom(long second) {
    var from = Instant.ofEpochSecond(second);
    return new Plans(
        NOTHING,
        Instant.ofEpochSecond(treated),
        List.of(version(1, Instant.ofEpochSecond(treated)), version(2, from)));
  }

  private PlanVersion version(int number, Instant from) {
    var course = new MassageCourse(order, Instant.ofEpochSecond(signed));
    return new PlanVersion(number, from, change.zone(), waking, Optional.of(course));
  }

  /// What the brief makes of the order: when windows may lie.
  MassageLaw.Terms terms() {
    var start = Math.max(treated + Math.max(24, order.startHours()) * HOUR_SECONDS, signed);
    return new MassageLaw.Terms(order, start, treated + 14 * 24 * HOUR_SECONDS);
  }

  /// The counterexample that this case is.
  Counterexample against(Breach breach) {
    var story = new StringBuilder(told());
    story
        .append(" Massage from hour ")
        .append(order.startHours())
        .append(", ")
        .append(order.perDay())
        .append(" a day, ")
        .append(order.days())
        .append(order.days() == 1 ? " day, " : " days, ")
        .append(order.minutes())
        .append(" min")
        .append(signed > treated ? ", signed " + Instant.ofEpochSecond(signed) : "")
        .append(": ")
        .append(breach.how())
        .append('.');
    return counterexample(
        breach,
        story.toString(),
        situation()
            .put("signed", Instant.ofEpochSecond(signed).toString())
            .put("startHours", order.startHours())
            .put("minutes", order.minutes())
            .put("perDay", order.perDay())
            .put("days", order.days()));
  }

  /// The counterexample where no massage is in play.
  Counterexample againstStep(Breach breach) {
    return counterexample(breach, told() + " " + breach.how() + ".", situation());
  }

  private String told() {
    var at = Instant.ofEpochSecond(treated);
    return change.sentence()
        + " Treated "
        + at
        + " ("
        + LocalDateTime.ofInstant(at, change.zone())
        + " there), awake "
        + WakingText.of(waking)
        + ".";
  }

  private Json.Builder situation() {
    return Json.object()
        .put("zone", change.zone().getId())
        .put("waking", WakingText.of(waking))
        .put("treated", Instant.ofEpochSecond(treated).toString());
  }

  private static Counterexample counterexample(Breach breach, String story, Json.Builder state) {
    return new Counterexample(
        Property.SCHEDULE,
        breach.law().words(),
        story,
        List.of(),
        state.put("law", breach.law().name()).put("windows", breach.how()).build());
  }
}
