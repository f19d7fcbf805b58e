package vermilion.episode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.time.WakingClock;

/// Runs the clock of an alert: what it has become by now, who must act by when, and what the
/// patient is told then (clinical brief 1). Time raises a level and never lowers one.
///
/// @param hours when the clinic is open
/// @param waking when the patient is awake
public record AlertClock(ClinicHours hours, WakingClock waking) {

  /// A human acknowledges an urgent alert within this; then the second number is called too.
  public static final Duration ACKNOWLEDGE = Duration.ofMinutes(10);

  /// With no clinician's voice by then, the patient goes to the emergency department.
  public static final Duration GO = Duration.ofMinutes(20);

  /// After "I am speaking to them" one text asks by then whether she is being seen.
  public static final Duration STILL_THERE = Duration.ofHours(1);

  private static final Duration SOON = Duration.ofDays(2);
  private static final Duration SAME_DAY_OPEN = Duration.ofHours(6);
  private static final Duration SAME_DAY_CLOSED = Duration.ofHours(12);
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
  public record State(
      Alert alert,
      Urgency level,
      Instant since,
      Optional<Instant> actBy,
      Optional<Instant> goAt,
      Optional<Instant> checkAt,
      boolean overdue) {}

  /// What the alert has become by `now`.
  public State at(Alert alert, Instant now) {
    Instant stop = alert.answered().map(Alert.Ack::at).filter(at -> at.isBefore(now)).orElse(now);
    Urgency level = alert.level();
    Instant since = alert.since();
    if (level == Urgency.SOON && !stop.isBefore(since.plus(SOON))) {
      level = Urgency.SAME_DAY;
      since = since.plus(SOON);
    }
    boolean overdue = false;
    if (level == Urgency.SAME_DAY) {
      Instant deadline = sameDayDeadline(since);
      overdue = !stop.isBefore(deadline);
      if (overdue && escalates(alert.concern())) {
        level = Urgency.URGENT;
        since = deadline;
      }
    }
    boolean answered = alert.answered().isPresent();
    return level.atLeast(Urgency.URGENT)
        ? urgent(alert, level, since, now)
        : new State(
            alert,
            level,
            since,
            answered ? Optional.empty() : Optional.of(earlier(deadline(level, since), alert)),
            Optional.empty(),
            Optional.empty(),
            !answered && (overdue || isPast(alert.ringBy(), now)));
  }

  private State urgent(Alert alert, Urgency level, Instant since, Instant now) {
    // What somebody saw while it was milder does not count for what it has become.
    boolean seen = alert.seen().filter(ack -> !ack.at().isBefore(since)).isPresent();
    Optional<Alert.Ack> spoken = alert.answered().filter(ack -> !ack.at().isBefore(since));
    Optional<Instant> actBy =
        seen ? Optional.empty() : Optional.of(earlier(since.plus(ACKNOWLEDGE), alert));
    boolean tellsToGo = level == Urgency.URGENT && spoken.isEmpty();
    return new State(
        alert,
        level,
        since,
        actBy,
        tellsToGo ? Optional.of(since.plus(GO)) : Optional.empty(),
        spoken.isPresent() ? Optional.of(since.plus(STILL_THERE)) : Optional.empty(),
        isPast(actBy, now) || (spoken.isEmpty() && isPast(Optional.of(since.plus(GO)), now)));
  }

  /// When a `same-day` alert must have been answered: 6 h when raised in opening hours, else 12 h,
  /// but never while the patient sleeps.
  public Instant sameDayDeadline(Instant raised) {
    Instant deadline = raised.plus(hours.isOpenAt(raised) ? SAME_DAY_OPEN : SAME_DAY_CLOSED);
    if (waking.isAwake(deadline)) {
      return deadline;
    }
    ZonedDateTime local = raised.atZone(waking.zone());
    if (local.toLocalTime().isBefore(RAISED_LATE)) {
      Instant evening = local.toLocalDate().atTime(EVENING).atZone(waking.zone()).toInstant();
      if (evening.isAfter(raised) && waking.isAwake(evening)) {
        return evening;
      }
    }
    return waking.nextAwake(deadline).plus(Duration.ofHours(1));
  }

  private Instant deadline(Urgency level, Instant since) {
    return level == Urgency.SAME_DAY ? sameDayDeadline(since) : since.plus(SOON);
  }

  private static Instant earlier(Instant deadline, Alert alert) {
    return alert.ringBy().filter(ring -> ring.isBefore(deadline)).orElse(deadline);
  }

  private static boolean isPast(Optional<Instant> deadline, Instant now) {
    return deadline.isPresent() && !now.isBefore(deadline.get());
  }

  private static boolean escalates(Concern concern) {
    return switch (concern) {
      case OCCLUSION, INFECTION, NUMB, SWELLING -> true;
      case LUMP, LOOK, DISTRESS, OTHER, SILENCE -> false;
    };
  }
}
