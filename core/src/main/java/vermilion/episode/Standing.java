package vermilion.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.schedule.MassageCourse;
import vermilion.schedule.Occurrence;
import vermilion.schedule.PlanVersion;
import vermilion.schedule.Plans;

/// How an episode stands at one instant: what is due, what is held, and who must act by when.
///
/// @param now the instant
/// @param today the patient's date
/// @param plan the version of the plan in force
/// @param alerts what waits for a human, most urgent first, then the one with the least time left
/// @param held whether no massage may be done until a clinician lifts the hold
/// @param tasks the check-ins, photos and looks asked for, in order of time
/// @param gate whether a massage session may begin
/// @param leaving what the patient has left, and what of it waits for the clinic
/// @param care who looks after her, when she was rung, and when somebody sees her
/// @param nextChange the next instant at which an alert would stand differently though nothing
///   happens: a deadline, or one at which silence may begin to count
public record Standing(
    Instant now,
    LocalDate today,
    PlanVersion plan,
    List<AlertClock.State> alerts,
    boolean held,
    List<Task> tasks,
    MassageGate gate,
    Leaving leaving,
    Care care,
    Optional<Instant> nextChange) {

  /// Copies the lists.
  public Standing {
    alerts = List.copyOf(alerts);
    tasks = List.copyOf(tasks);
  }

  /// The server's clock and the clinic's hours.
  record Clock(Instant now, ClinicHours hours) {}

  static Standing of(Fold fold, Plans plans, List<Occurrence> occurrences, Clock clock) {
    Instant now = clock.now();
    PlanVersion plan = plans.at(now);
    LocalDate today = plan.wall().dateAt(now);
    AlertClock alertClock = new AlertClock(clock.hours(), plans);
    Silence silence = silence(fold, plans, occurrences, now);
    List<Alert> open = new ArrayList<>(fold.alerts.alerts());
    silence.alert().ifPresent(open::add);
    List<AlertClock.State> states = states(open, alertClock, now);
    List<AlertBook.Lowered> all = new ArrayList<>(fold.alerts.lowered());
    all.addAll(silence.closed());
    open.forEach(alert -> all.add(new AlertBook.Lowered(alert, now)));
    boolean held = isHeld(fold, all, alertClock);
    List<Task> tasks = new ArrayList<>(Tasks.planned(fold, occurrences, now));
    tasks.addAll(Tasks.askedAgain(fold, open, now));
    tasks.sort(Comparator.comparing((Task task) -> task.window().opens()).thenComparing(Task::id));
    MassageGate gate = keeper(fold, plans, occurrences, now).gate(held, isFullDue(tasks));
    Leaving leaving = fold.leaves.at(now);
    List<Instant> changes = new ArrayList<>(silence.changes());
    states.forEach(state -> changes.addAll(state.changes()));
    changes.addAll(leaving.changes());
    Optional<Instant> next = next(changes, now);
    Care care = fold.care.of(open);
    return new Standing(now, today, plan, states, held, tasks, gate, leaving, care, next);
  }

  /// The most urgent level that waits for a human now.
  public Urgency level() {
    return alerts.isEmpty() ? Urgency.SELF_CARE : alerts.getFirst().level();
  }

  /// The session that the patient may be reminded of at this instant, if any. Whoever sends a
  /// reminder asks this at the moment of sending: what was planned when it was queued counts for
  /// nothing (H-2).
  public Optional<Occurrence> massageReminder() {
    return gate instanceof MassageGate.Open open
        ? Optional.of(open.occurrence())
        : Optional.empty();
  }

  /// The earliest instant at which a human has to have acted.
  public Optional<Instant> actBy() {
    return alerts.stream().flatMap(state -> state.actBy().stream()).min(Instant::compareTo);
  }

  private static Optional<Instant> next(List<Instant> changes, Instant now) {
    return changes.stream().filter(change -> change.isAfter(now)).min(Instant::compareTo);
  }

  private static List<AlertClock.State> states(List<Alert> open, AlertClock clock, Instant now) {
    List<AlertClock.State> states = new ArrayList<>();
    for (Alert alert : open) {
      states.add(clock.at(alert, now));
    }
    states.sort(
        Comparator.comparing(AlertClock.State::level)
            .reversed()
            .thenComparing(state -> state.actBy().orElse(Instant.MAX))
            .thenComparing(state -> state.alert().concern()));
    return states;
  }

  /// Held by a report since the hold was last lifted, or by time having raised something since
  /// then, also where that has been lowered or has closed meanwhile: only lifting frees.
  ///
  /// @param all every alert, as it stands now or as it stood when it was lowered or closed
  private static boolean isHeld(Fold fold, List<AlertBook.Lowered> all, AlertClock clock) {
    if (fold.heldBySeq > fold.liftedBySeq) {
      return true;
    }
    for (AlertBook.Lowered one : all) {
      Optional<Instant> rose = clock.roseBy(one.alert(), one.at());
      if (rose.isPresent() && rose.get().isAfter(fold.liftedAt)) {
        return true;
      }
      if (one.alert().concern() == Concern.SILENCE && isSilentSince(one.alert(), fold.liftedAt)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a silence that no event reported became `same-day` after an instant.
  private static boolean isSilentSince(Alert silence, Instant instant) {
    return silence.clocks().stream()
        .anyMatch(clock -> clock.level().holdsMassage() && clock.since().isAfter(instant));
  }

  static Silence silence(Fold fold, Plans plans, List<Occurrence> occurrences, Instant now) {
    return new Silence(fold, checkIns(occurrences), plans, now);
  }

  private static boolean isFullDue(List<Task> tasks) {
    return tasks.stream()
        .anyMatch(
            task -> task.state() == Task.State.OPEN && task.activity().startsWith("check-in"));
  }

  private static List<Occurrence> checkIns(List<Occurrence> occurrences) {
    return occurrences.stream().filter(one -> one.activity().startsWith("check-in")).toList();
  }

  /// The sessions of the order in force. A window that opened under another order stays in the
  /// record, but nobody may massage in it.
  private static List<Occurrence> massages(Plans plans, List<Occurrence> occurrences) {
    Optional<MassageCourse> course = plans.versions().getLast().massage();
    List<Integer> numbers = new ArrayList<>();
    for (PlanVersion version : plans.versions()) {
      if (version.massage().equals(course)) {
        numbers.add(version.number());
      }
    }
    return occurrences.stream()
        .filter(one -> one.activity().equals(Occurrence.MASSAGE))
        .filter(one -> numbers.contains(one.planVersion()))
        .toList();
  }

  private static Gatekeeper keeper(
      Fold fold, Plans plans, List<Occurrence> occurrences, Instant now) {
    return new Gatekeeper(fold, massages(plans, occurrences), plans.at(now), now);
  }

  /// Why a session may not begin as `occurrence`, or nothing.
  Optional<String> whyNotBegin(
      Fold fold, Plans plans, List<Occurrence> occurrences, String occurrence) {
    return keeper(fold, plans, occurrences, now).whyNotBegin(gate, occurrence);
  }
}
