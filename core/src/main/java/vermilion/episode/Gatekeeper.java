package vermilion.episode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Filler;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Order;
import vermilion.schedule.Occurrence;
import vermilion.schedule.PlanVersion;
import vermilion.time.WakingClock;

/// Decides whether a massage session may begin: ordered, inside its window, not held, not
/// suspended, and with its questions answered clear a moment ago.
final class Gatekeeper {

  /// How long a clear answer lets a session begin; after that it is asked again [SD]. Shorter than
  /// the time between two sessions, so that no answers ever serve two.
  static final Duration GATE_HOLDS = Duration.ofMinutes(15);

  private static final Duration DENTAL_REST = Duration.ofDays(2);
  private static final Duration APART = Duration.ofMinutes(MassageLimits.ENGINE_APART_MINUTES);

  private final Fold fold;
  private final List<Occurrence> massages;
  private final Optional<MassageOrder> order;
  private final WakingClock waking;
  private final Instant now;
  private final LocalDate today;

  /// @param massages the sessions of the order in force
  /// @param plan the plan in force
  Gatekeeper(Fold fold, List<Occurrence> massages, PlanVersion plan, Instant now) {
    this.fold = fold;
    this.massages = massages;
    this.order = fold.planChanges.getLast().order().flatMap(Order::massage);
    this.waking = plan.clock();
    this.now = now;
    this.today = plan.wall().dateAt(now);
  }

  /// What the gate says.
  ///
  /// @param held whether a finding holds all massage
  /// @param fullDue whether a full check-in is due, which is then the gate
  MassageGate gate(boolean held, boolean fullDue) {
    if (order.isEmpty()) {
      boolean ever = fold.planChanges.stream().anyMatch(change -> hasMassage(change.order()));
      return refused(
          ever ? MassageGate.Reason.STOPPED : MassageGate.Reason.NOT_ORDERED, "", Optional.empty());
    }
    if (massages.isEmpty() || !now.isBefore(massages.getLast().window().closes())) {
      return refused(MassageGate.Reason.EXPIRED, "", Optional.empty());
    }
    if (held) {
      return refused(MassageGate.Reason.HELD, "", Optional.empty());
    }
    if (fold.leaves.isStopped()) {
      return refused(MassageGate.Reason.NOT_FOLLOWED, "", Optional.empty());
    }
    Optional<Refusal> suspension = suspension();
    if (suspension.isPresent()) {
      return refused(
          MassageGate.Reason.SUSPENDED, suspension.get().cause().id(), suspension.get().until());
    }
    return window(fullDue);
  }

  /// Why a session that is said to have begun may not count as allowed, or nothing.
  Optional<String> whyNotBegin(MassageGate gate, String occurrence) {
    if (!(gate instanceof MassageGate.Open open)) {
      return Optional.of("no session may begin now");
    }
    if (!open.occurrence().id().equals(occurrence)) {
      return Optional.of("the session that may begin now is " + open.occurrence().id());
    }
    List<Assessed> since = new ArrayList<>();
    for (Assessed one : fold.assessed.reversed()) {
      since.add(one);
      boolean gateForm = one.form().equals("gate") || one.form().equals("full");
      if (gateForm && one.complete() && one.entry().event() instanceof EpisodeEvent.CheckedIn) {
        return whyNotClear(one, since, open);
      }
    }
    return Optional.of("the questions before a massage have not been answered");
  }

  /// @param since the answers that are the gate, and all that were given after them
  private Optional<String> whyNotClear(Assessed gate, List<Assessed> since, MassageGate.Open open) {
    // Old by either clock is too old: answers may have waited on a phone without a network.
    if (gate.entry().moment().plus(GATE_HOLDS).isBefore(now)) {
      return Optional.of("the questions before a massage were answered too long ago");
    }
    if (open.form().equals("full") && !gate.form().equals("full")) {
      return Optional.of("a check-in is due, and comes first");
    }
    boolean bruiseAllowed = open.order().bruiseReason().isPresent();
    List<String> withheld = new ArrayList<>();
    since.forEach(one -> withheld.addAll(GateAnswers.withheldBy(one, bruiseAllowed)));
    return withheld.isEmpty()
        ? Optional.empty()
        : Optional.of("withheld by the answer to " + String.join(", ", withheld));
  }

  private MassageGate window(boolean fullDue) {
    int doneToday = doneOn(today);
    Occurrence next = null;
    for (Occurrence one : massages) {
      boolean used = isUsed(one.id());
      if (one.window().contains(now) && !used) {
        if (doneOn(one.localDate()) >= order.orElseThrow().perDay()) {
          return refused(MassageGate.Reason.DONE_TODAY, "", Optional.empty());
        }
        Optional<Instant> rested = restedAt();
        if (rested.isPresent() && now.isBefore(rested.get())) {
          return refused(MassageGate.Reason.TOO_SOON, "", rested);
        }
        // A window that opened in another zone may reach into this one's night.
        return waking.isAwake(now)
            ? new MassageGate.Open(one, order.orElseThrow(), fullDue ? "full" : "gate", doneToday)
            : refused(MassageGate.Reason.NOT_YET, "", Optional.of(waking.nextAwake(now)));
      }
      if (next == null && one.window().opens().isAfter(now)) {
        next = one;
      }
    }
    boolean done = doneToday > 0 && (next == null || next.localDate().isAfter(today));
    Optional<Instant> opens = Optional.ofNullable(next).map(one -> one.window().opens());
    if (next == null && !done) {
      return refused(MassageGate.Reason.EXPIRED, "", Optional.empty());
    }
    return refused(done ? MassageGate.Reason.DONE_TODAY : MassageGate.Reason.NOT_YET, "", opens);
  }

  private record Refusal(MassageGate.Cause cause, Optional<Instant> until) {}

  private Optional<Refusal> suspension() {
    MassageOrder massage = order.orElseThrow();
    if (fold.opened().treatment().filler() != Filler.HYALURONIC_ACID) {
      return because(MassageGate.Cause.FILLER);
    }
    if (fold.knows(RecordFact.HYALURONIDASE)) {
      return because(MassageGate.Cause.HYALURONIDASE);
    }
    if (fold.knows(RecordFact.REVIEW_PENDING)) {
      return because(MassageGate.Cause.REVIEW_PENDING);
    }
    Fold.KnownFact dental = fold.last(RecordFact.DENTAL_WORK);
    if (dental != null && dental.holds() && now.isBefore(dental.at().plus(DENTAL_REST))) {
      return Optional.of(
          new Refusal(MassageGate.Cause.DENTAL_WORK, Optional.of(dental.at().plus(DENTAL_REST))));
    }
    boolean risk = fold.knows(RecordFact.BLOOD_THINNER) || fold.knows(RecordFact.OLDER_FILLER);
    if (risk && massage.riskReason().isEmpty()) {
      return because(MassageGate.Cause.RISK);
    }
    if (isInfected()) {
      return because(MassageGate.Cause.INFECTION);
    }
    return lastWasBruised() && massage.bruiseReason().isEmpty()
        ? because(MassageGate.Cause.BRUISE)
        : Optional.empty();
  }

  /// Whether a sign of infection is open, however mild, that came after the hold was last lifted.
  private boolean isInfected() {
    for (Alert alert : fold.alerts.alerts()) {
      boolean later = alert.seqs().getLast() > fold.liftedBySeq;
      if (alert.concern() == Concern.INFECTION && later) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Refusal> because(MassageGate.Cause cause) {
    return Optional.of(new Refusal(cause, Optional.empty()));
  }

  /// Whether the last answer that said anything of the colour said bruised or worse.
  private boolean lastWasBruised() {
    for (Assessed one : fold.assessed.reversed()) {
      var questions = one.sheet().questions();
      int place = questions.placeOf("colour");
      int counts = one.assessment().baselineAt(place);
      if (one.sheet().valueAt(place).isPresent()) {
        return counts >= 0 && questions.at(place).rankOf(counts) > 0;
      }
    }
    return false;
  }

  private Optional<Instant> restedAt() {
    if (fold.sessions.isEmpty()) {
      return Optional.empty();
    }
    Fold.Session last = fold.sessions.getLast();
    Instant ended = last.ended();
    Instant end = ended == null ? last.started().received() : ended;
    return Optional.of(end.plus(APART));
  }

  private int doneOn(LocalDate date) {
    int done = 0;
    for (Fold.Session session : fold.sessions) {
      if (session.occurrence().contains("/" + date + "/")) {
        done++;
      }
    }
    return done;
  }

  private boolean isUsed(String occurrence) {
    return fold.sessions.stream().anyMatch(session -> session.occurrence().equals(occurrence));
  }

  private MassageGate.Refused refused(
      MassageGate.Reason reason, String detail, Optional<Instant> until) {
    return new MassageGate.Refused(reason, detail, until, order, doneOn(today));
  }

  private static boolean hasMassage(Optional<Order> order) {
    return order.isPresent() && order.get().massage().isPresent();
  }
}
