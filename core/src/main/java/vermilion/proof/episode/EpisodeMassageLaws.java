package vermilion.proof.episode;

import static vermilion.proof.episode.EpisodeLaw.GATE_IS_SHUT;
import static vermilion.proof.episode.EpisodeLaw.HOLD_STANDS;
import static vermilion.proof.episode.EpisodeLaw.NO_REMINDER;
import static vermilion.proof.episode.EpisodeLaw.NO_START;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Filler;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.MassageGate;
import vermilion.episode.RecordFact;
import vermilion.episode.Standing;
import vermilion.protocol.MassageOrder;
import vermilion.schedule.Occurrence;

/// The laws of massage: what holds it, what suspends it, and that it neither starts nor is reminded
/// of meanwhile (clinical brief 4) (H-2).
final class EpisodeMassageLaws {

  private static final Duration DENTAL = Duration.ofDays(2);
  private static final Duration LAST = Duration.ofDays(14);

  private final EpisodeReport report;

  EpisodeMassageLaws(EpisodeReport report) {
    this.report = report;
  }

  /// Looks at the hold, the gate and the reminder of one instant.
  void stands(
      EpisodeMemory memory, Episode episode, Standing standing, Optional<Occurrence> reminder) {
    report.looked(HOLD_STANDS);
    if (memory.mustHold() && !standing.held()) {
      report.broken(HOLD_STANDS, "massage is not held");
    }
    Optional<String> why = whyNot(memory, episode, standing);
    report.looked(GATE_IS_SHUT);
    if (why.isPresent() && standing.gate() instanceof MassageGate.Open) {
      report.broken(GATE_IS_SHUT, "the gate is open, " + why.get());
    }
    report.looked(NO_REMINDER);
    boolean shut = why.isPresent() || !(standing.gate() instanceof MassageGate.Open);
    if (shut && reminder.isPresent()) {
      report.broken(NO_REMINDER, "she is reminded of a massage, " + why.orElse("out of its time"));
    }
  }

  /// Looks at a session that was to begin, and at any event that frees what is held.
  void stepped(EpisodeStep step) {
    if (step.event() instanceof EpisodeEvent.MassageStarted) {
      report.looked(NO_START);
    }
    if (step.stands().isEmpty()) {
      return;
    }
    if (step.event() instanceof EpisodeEvent.MassageStarted started) {
      whyNotStart(step, started).ifPresent(why -> report.broken(NO_START, "it began, " + why));
    }
    boolean lifts = step.event() instanceof EpisodeEvent.HoldLifted && step.isByClinician();
    if (!lifts && step.stood().held() && !step.stands().get().held()) {
      report.broken(HOLD_STANDS, "the hold ended, and no clinician lifted it");
    }
  }

  private static Optional<String> whyNotStart(
      EpisodeStep step, EpisodeEvent.MassageStarted started) {
    Optional<String> why = whyNot(step.memory(), step.before(), step.stood());
    if (why.isPresent()) {
      return why;
    }
    if (!(step.stood().gate() instanceof MassageGate.Open open)) {
      return Optional.of("though the gate was shut");
    }
    if (!open.occurrence().id().equals(started.occurrence())) {
      return Optional.of("though it was not that session's time");
    }
    EpisodeGateAnswers gate = step.memory().gate();
    if (gate.at().plus(EpisodeGateAnswers.FRESH).isBefore(step.now())) {
      return Optional.of("though nobody answered the gate's questions a moment ago");
    }
    if (open.form().equals("full") && !gate.form().equals("full")) {
      return Optional.of("though a check-in was due");
    }
    boolean bruise = open.order().bruiseReason().isPresent();
    return (bruise ? gate.clearButBruise() : gate.clear())
        ? Optional.empty()
        : Optional.of("though the answers before it worried");
  }

  /// Why no massage may begin at an instant, by what is remembered of it.
  private static Optional<String> whyNot(EpisodeMemory memory, Episode episode, Standing standing) {
    if (memory.mustHold() || standing.held()) {
      return Optional.of("though massage is held");
    }
    if (memory.stopped()) {
      return Optional.of("though she has stopped her check-ins");
    }
    Optional<MassageOrder> order = memory.order();
    if (order.isEmpty()) {
      return Optional.of("though nobody ordered a massage");
    }
    Optional<String> suspended = suspended(memory, episode, standing);
    return suspended.isPresent() ? suspended : untimely(order.get(), episode, standing);
  }

  private static Optional<String> suspended(
      EpisodeMemory memory, Episode episode, Standing standing) {
    MassageOrder order = memory.order().orElseThrow();
    Instant dental = memory.since(RecordFact.DENTAL_WORK);
    boolean risk =
        memory.since(RecordFact.BLOOD_THINNER) != null
            || memory.since(RecordFact.OLDER_FILLER) != null;
    String why = "";
    if (episode.opened().treatment().filler() != Filler.HYALURONIC_ACID) {
      why = "though the filler is no hyaluronic acid";
    } else if (memory.since(RecordFact.HYALURONIDASE) != null) {
      why = "though hyaluronidase was given";
    } else if (memory.since(RecordFact.REVIEW_PENDING) != null) {
      why = "though a review is pending";
    } else if (dental != null && standing.now().isBefore(dental.plus(DENTAL))) {
      why = "though she had dental work less than 48 hours ago";
    } else if (risk && order.riskReason().isEmpty()) {
      why = "though she takes a blood thinner or has older filler, and the order gives no reason";
    } else if (memory.infected() && EpisodeStep.alert(standing, Concern.INFECTION) != null) {
      why = "though a sign of infection is open";
    } else if (memory.bruised() && order.bruiseReason().isEmpty()) {
      why = "though the lip was bruised when she last said";
    }
    return why.isEmpty() ? Optional.empty() : Optional.of(why);
  }

  private static Optional<String> untimely(MassageOrder order, Episode episode, Standing standing) {
    Instant treated = episode.opened().treatment().at();
    Instant now = standing.now();
    boolean early = now.isBefore(treated.plus(Duration.ofHours(order.startHours())));
    if (early || !now.isBefore(treated.plus(LAST))) {
      return Optional.of("though it is not within the days of the order");
    }
    boolean asleep = !episode.plans().at(now).clock().isAwake(now);
    return asleep ? Optional.of("though she is asleep") : Optional.empty();
  }
}
