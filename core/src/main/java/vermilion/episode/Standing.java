package vermilion.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Urgency;
import vermilion.protocol.Order;
import vermilion.schedule.Occurrence;
import vermilion.schedule.PlanVersion;
import vermilion.schedule.Plans;
import vermilion.time.WakingClock;

/// How an episode stands at one instant: what is due, what is held, and who must act by when.
///
/// @param now the instant
/// @param today the patient's date
/// @param plan the version of the plan in force
/// @param alerts what waits for a human, most urgent first, then the one with the least time left
/// @param held whether no massage may be done until a clinician lifts the hold
/// @param tasks the check-ins, photos and looks asked for, in order of time
/// @param gate whether a massage session may begin
public record Standing(
    Instant now,
    LocalDate today,
    PlanVersion plan,
    List<AlertClock.State> alerts,
    boolean held,
    List<Task> tasks,
    MassageGate gate) {

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
    WakingClock waking = plan.clock();
    LocalDate today = now.atZone(plan.zone()).toLocalDate();
    List<Alert> open = new ArrayList<>(fold.alerts.alerts());
    new Silence(fold, checkIns(occurrences), waking, now).alert().ifPresent(open::add);
    List<AlertClock.State> states = states(open, new AlertClock(clock.hours(), waking), now);
    boolean held = isHeld(fold, states);
    List<Task> tasks = new ArrayList<>(Tasks.planned(fold, occurrences, now));
    tasks.addAll(Tasks.askedAgain(fold, open, now));
    tasks.sort(Comparator.comparing((Task task) -> task.window().opens()).thenComparing(Task::id));
    Gatekeeper keeper =
        new Gatekeeper(
            fold,
            massages(occurrences),
            fold.planChanges.getLast().order().flatMap(Order::massage),
            new Gatekeeper.Moment(now, today));
    MassageGate gate = keeper.gate(held, isFullDue(tasks));
    return new Standing(now, today, plan, states, held, tasks, gate);
  }

  /// The most urgent level that waits for a human now.
  public Urgency level() {
    return alerts.isEmpty() ? Urgency.SELF_CARE : alerts.getFirst().level();
  }

  /// The earliest instant at which a human has to have acted.
  public Optional<Instant> actBy() {
    return alerts.stream().flatMap(state -> state.actBy().stream()).min(Instant::compareTo);
  }

  /// The next instant at which this would stand differently though nothing happens: a deadline, or
  /// the end of a window in the hours in which silence counts. Empty when only an event can change
  /// it.
  public Optional<Instant> nextChange(Episode episode) {
    List<Instant> changes = new ArrayList<>();
    for (AlertClock.State state : alerts) {
      state.actBy().ifPresent(changes::add);
      state.goAt().ifPresent(changes::add);
      state.checkAt().ifPresent(changes::add);
    }
    Instant watched = episode.opened().treatment().at().plus(Silence.WATCHED);
    for (Occurrence one : checkIns(episode.occurrences())) {
      if (one.window().opens().isBefore(watched)) {
        changes.add(one.window().closes());
      }
    }
    changes.add(plan.clock().plus(episode.lastReceived(), Silence.UNHEARD_SECONDS));
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

  /// Held by a report since the hold was last lifted, or by time having raised an alert since then.
  private static boolean isHeld(Fold fold, List<AlertClock.State> states) {
    if (fold.heldBySeq > fold.liftedBySeq) {
      return true;
    }
    for (AlertClock.State state : states) {
      if (state.level().holdsMassage() && state.since().isAfter(fold.liftedAt)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFullDue(List<Task> tasks) {
    return tasks.stream()
        .anyMatch(
            task -> task.state() == Task.State.OPEN && task.activity().startsWith("check-in"));
  }

  private static List<Occurrence> checkIns(List<Occurrence> occurrences) {
    return occurrences.stream().filter(one -> one.activity().startsWith("check-in")).toList();
  }

  private static List<Occurrence> massages(List<Occurrence> occurrences) {
    return occurrences.stream().filter(one -> one.activity().equals("massage")).toList();
  }

  /// Why a session may not begin as `occurrence`, or nothing.
  static Optional<String> whyNotBegin(
      Fold fold, Standing standing, List<Occurrence> occurrences, String occurrence) {
    return new Gatekeeper(
            fold,
            massages(occurrences),
            fold.planChanges.getLast().order().flatMap(Order::massage),
            new Gatekeeper.Moment(standing.now(), standing.today()))
        .whyNotBegin(standing.gate(), occurrence);
  }
}
