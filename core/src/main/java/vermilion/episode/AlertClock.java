package vermilion.episode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.schedule.Plans;
import vermilion.time.WakingClock;

/// Runs the clock of an alert: what it has become by now, who must act by when, and what the
/// patient is told then (clinical brief 1). Time raises a level and never lowers one.
///
/// @param hours when the clinic is open
/// @param plans where the patient lived, and when she was awake there: a deadline keeps the zone in
///   which it began, so that a journey never takes back what has become of it
public record AlertClock(ClinicHours hours, Plans plans) {

  /// A human acknowledges an urgent alert within this; then the second number is called too.
  public static final Duration ACKNOWLEDGE = Duration.ofMinutes(10);

  /// With no clinician's voice by then, the patient goes to the emergency department.
  public static final Duration GO = Duration.ofMinutes(20);

  /// After "I am speaking to them" one text asks by then whether she is being seen.
  public static final Duration STILL_THERE = Duration.ofHours(1);

  private static final Duration SOON = Duration.ofDays(2);
  private static final Duration SAME_DAY_OPEN = Duration.ofHours(6);
  private static final Duration SAME_DAY_CLOSED = Duration.ofHours(12);
  private static final Duration AFTER_WAKING = Duration.ofHours(1);
  private static final LocalTime EVENING = LocalTime.of(22, 0);
  private static final LocalTime RAISED_LATE = LocalTime.of(16, 0);

  /// What an alert has become.
  ///
  /// @param alert the alert
  /// @param level its level now
  /// @param since when it reached that level
  /// @param actBy when a human has to have acted; empty once one has
  /// @param goAt when the patient goes to the emergency department if nobody has spoken to her
  /// @param checkAt when she is asked whether she is being seen, after somebody spoke to her
  /// @param overdue whether a deadline has passed with nobody acting
  /// @param changes every instant, past or to come, at which time alone changes any of this
  public record State(
      Alert alert,
      Urgency level,
      Instant since,
      Optional<Instant> actBy,
      Optional<Instant> goAt,
      Optional<Instant> checkAt,
      boolean overdue,
      List<Instant> changes) {

    /// Copies the list.
    public State {
      changes = List.copyOf(changes);
    }
  }

  /// What the alert has become by `now`: the worst of its clocks, and the earliest of their times.
  public State at(Alert alert, Instant now) {
    Risen worst = risen(alert.clocks().getFirst(), alert.concern(), now);
    Times times = new Times();
    for (Alert.Running clock : alert.clocks()) {
      Risen risen = risen(clock, alert.concern(), now);
      boolean earlier = risen.level() == worst.level() && risen.since().isBefore(worst.since());
      if (earlier || risen.level().compareTo(worst.level()) > 0) {
        worst = risen;
      }
      if (risen.level().atLeast(Urgency.URGENT)) {
        urgent(clock, risen, now, times);
      } else {
        milder(clock, risen, now, times);
      }
    }
    return new State(
        alert,
        worst.level(),
        worst.since(),
        earliest(times.actBy),
        earliest(times.goAt),
        earliest(times.checkAt),
        times.overdue,
        times.changes());
  }

  /// The last instant up to `until` at which time alone brought one of an alert's clocks to
  /// `same-day` or worse: that holds massage as a report does.
  public Optional<Instant> roseBy(Alert alert, Instant until) {
    Instant last = null;
    for (Alert.Running clock : alert.clocks()) {
      Risen risen = risen(clock, alert.concern(), until);
      if (risen.level() != clock.level() && (last == null || risen.since().isAfter(last))) {
        last = risen.since();
      }
    }
    return Optional.ofNullable(last);
  }

  /// What time has made of one clock.
  private record Risen(Urgency level, Instant since) {}

  /// The times of all clocks of one alert.
  private static final class Times {
    final List<Instant> actBy = new ArrayList<>();
    final List<Instant> goAt = new ArrayList<>();
    final List<Instant> checkAt = new ArrayList<>();
    final List<Instant> deadlines = new ArrayList<>();
    boolean overdue;

    List<Instant> changes() {
      List<Instant> all = new ArrayList<>(actBy);
      all.addAll(goAt);
      all.addAll(checkAt);
      all.addAll(deadlines);
      return all;
    }
  }

  private Risen risen(Alert.Running clock, Concern concern, Instant now) {
    Instant stop = clock.answered().map(Alert.Ack::at).filter(at -> at.isBefore(now)).orElse(now);
    Urgency level = clock.level();
    Instant since = clock.since();
    if (level == Urgency.SOON && !stop.isBefore(since.plus(SOON))) {
      level = Urgency.SAME_DAY;
      since = since.plus(SOON);
    }
    if (level == Urgency.SAME_DAY && escalates(concern)) {
      Instant deadline = sameDayDeadline(since);
      if (!stop.isBefore(deadline)) {
        level = Urgency.URGENT;
        since = deadline;
      }
    }
    return new Risen(level, since);
  }

  private void milder(Alert.Running clock, Risen risen, Instant now, Times times) {
    if (clock.answered().isPresent()) {
      return;
    }
    Instant deadline =
        risen.level() == Urgency.SAME_DAY
            ? sameDayDeadline(risen.since())
            : risen.since().plus(SOON);
    Instant actBy = earlier(deadline, clock.ringBy());
    times.actBy.add(actBy);
    times.deadlines.add(deadline);
    times.overdue |= !now.isBefore(actBy);
  }

  private static void urgent(Alert.Running clock, Risen risen, Instant now, Times times) {
    Instant since = risen.since();
    // What somebody did while it was milder does not count for what it has become.
    boolean seen = clock.seen().filter(ack -> !ack.at().isBefore(since)).isPresent();
    boolean spoken = clock.answered().filter(ack -> !ack.at().isBefore(since)).isPresent();
    List<Instant> waits = new ArrayList<>();
    if (!seen) {
      waits.add(since.plus(ACKNOWLEDGE));
    }
    if (!spoken) {
      clock.ringBy().ifPresent(waits::add);
    }
    times.actBy.addAll(waits);
    if (spoken) {
      times.checkAt.add(since.plus(STILL_THERE));
    } else {
      waits.add(since.plus(GO));
      if (risen.level() == Urgency.URGENT) {
        times.goAt.add(since.plus(GO));
      }
    }
    for (Instant wait : waits) {
      times.deadlines.add(wait);
      times.overdue |= !now.isBefore(wait);
    }
  }

  /// When a `same-day` alert must have been answered: 6 h when raised in opening hours, else 12 h,
  /// but never while the patient sleeps.
  public Instant sameDayDeadline(Instant raised) {
    Instant deadline = raised.plus(hours.isOpenAt(raised) ? SAME_DAY_OPEN : SAME_DAY_CLOSED);
    // A journey told at the very instant of a report counts from then on, not for that report.
    WakingClock waking = plans.at(raised.minusNanos(1)).clock();
    if (waking.isAwake(deadline)) {
      return deadline;
    }
    Instant evening = waking.wall().onDateOf(raised, EVENING);
    // 22:00 brings a deadline forward, never back, whenever the patient sleeps.
    return waking.wall().timeAt(raised).isBefore(RAISED_LATE) && evening.isBefore(deadline)
        ? evening
        : waking.nextAwake(deadline).plus(AFTER_WAKING);
  }

  private static Instant earlier(Instant deadline, Optional<Instant> ring) {
    return ring.filter(by -> by.isBefore(deadline)).orElse(deadline);
  }

  private static Optional<Instant> earliest(List<Instant> instants) {
    return instants.stream().min(Instant::compareTo);
  }

  private static boolean escalates(Concern concern) {
    return switch (concern) {
      case OCCLUSION, INFECTION, NUMB, SWELLING -> true;
      case LUMP, LOOK, DISTRESS, OTHER, SILENCE -> false;
    };
  }
}
