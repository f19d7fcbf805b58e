package vermilion.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Concern;
import vermilion.clinical.Facts;
import vermilion.clinical.Form;
import vermilion.clinical.Trigger;
import vermilion.clinical.Urgency;
import vermilion.protocol.Order;
import vermilion.time.Elapsed;
import vermilion.time.WallClocks;
import vermilion.triage.Assessment;
import vermilion.triage.History;
import vermilion.triage.Report;
import vermilion.triage.Situation;
import vermilion.triage.Timing;

/// Walks once through the events of an episode and gathers all that follows from them without a
/// clock.
final class Fold {

  /// How long an illness, a vaccine or dental work counts as recent [S17] [S20] [SD].
  private static final long RECENT_SECONDS = 28 * 24 * 3600;

  final Guideline guideline;

  /// The zones that are known where this is read.
  final WallClocks walls;

  final List<Entry> entries = new ArrayList<>();
  final List<Assessed> assessed = new ArrayList<>();
  final List<Session> sessions = new ArrayList<>();
  final List<PlanChange> planChanges = new ArrayList<>();
  final List<KnownFact> facts = new ArrayList<>();
  final List<Entry> photos = new ArrayList<>();
  final AlertBook alerts = new AlertBook();
  final List<Entry> speaking = new ArrayList<>();
  final LeaveBook leaves = new LeaveBook();
  final ConfidantBook confidants = new ConfidantBook();
  Care care = Care.NONE;

  /// What came before by the clocks of the makers, and by the server's.
  private History history = History.NONE;

  private History historyReceived = History.NONE;
  private boolean clocksDisagreed;
  EpisodeEvent.@Nullable Opened opened;
  EpisodeEvent.@Nullable RemindersSet reminders;
  long heldBySeq;
  long liftedBySeq;
  Instant liftedAt = Instant.MIN;
  private final @Nullable Lowering[] lowerings = new @Nullable Lowering[Concern.values().length];

  Fold(Guideline guideline, WallClocks walls) {
    this.guideline = guideline;
    this.walls = walls;
  }

  /// A copy to walk on with, which leaves this one as it is.
  Fold copy() {
    Fold copy = new Fold(guideline, walls);
    copy.entries.addAll(entries);
    copy.assessed.addAll(assessed);
    copy.sessions.addAll(sessions);
    copy.planChanges.addAll(planChanges);
    copy.facts.addAll(facts);
    copy.photos.addAll(photos);
    copy.alerts.addAll(alerts);
    copy.speaking.addAll(speaking);
    copy.leaves.addAll(leaves);
    copy.confidants.addAll(confidants);
    copy.care = care;
    copy.history = history;
    copy.historyReceived = historyReceived;
    copy.clocksDisagreed = clocksDisagreed;
    copy.opened = opened;
    copy.reminders = reminders;
    copy.heldBySeq = heldBySeq;
    copy.liftedBySeq = liftedBySeq;
    copy.liftedAt = liftedAt;
    System.arraycopy(lowerings, 0, copy.lowerings, 0, lowerings.length);
    return copy;
  }

  /// A massage session that began.
  record Session(Entry started, String occurrence, @Nullable Instant ended) {}

  /// Something about the plan changed.
  record PlanChange(Entry entry, String zone, String waking, Optional<Order> order) {}

  /// Something became known.
  record KnownFact(Instant at, RecordFact fact, boolean holds) {}

  void add(Entry given) {
    Entry entry = given.inWordsOf(guideline.triage().questions());
    entries.add(entry);
    switch (entry.event()) {
      case EpisodeEvent.Opened event -> open(event, entry);
      case EpisodeEvent.CheckedIn event ->
          assess(entry, event.form(), event.complete(), event.answers());
      case EpisodeEvent.Contacted event ->
          assess(entry, event.form(), event.complete(), event.answers());
      case EpisodeEvent.MassageStarted event ->
          sessions.add(new Session(entry, event.occurrence(), null));
      case EpisodeEvent.MassageEnded event -> endSession(event, entry);
      case EpisodeEvent.OrderSigned event -> order(entry, Optional.of(event.order()));
      case EpisodeEvent.OrderStopped _ -> order(entry, Optional.empty());
      case EpisodeEvent.HoldLifted _ -> {
        liftedBySeq = entry.seq();
        liftedAt = entry.received();
      }
      case EpisodeEvent.LevelLowered event -> lower(event, entry);
      case EpisodeEvent.Acknowledged event -> acknowledge(event, entry);
      case EpisodeEvent.ZoneChanged event -> {
        PlanChange last = planChanges.getLast();
        planChanges.add(new PlanChange(entry, event.zone(), event.waking(), last.order()));
      }
      case EpisodeEvent.FactRecorded event ->
          facts.add(new KnownFact(entry.received(), event.fact(), event.holds()));
      case EpisodeEvent.PhotoTaken _ -> photos.add(entry);
      case EpisodeEvent.LeaveAsked event -> leaves.asked(event, entry);
      case EpisodeEvent.LeaveTakenBack event -> leaves.takenBack(event, entry);
      case EpisodeEvent.LeaveAnswered event -> leaves.answered(event, entry);
      case EpisodeEvent.RemindersSet event -> reminders = event;
      case EpisodeEvent.ConfidantLetIn event -> confidants.letIn(event, entry);
      case EpisodeEvent.ConfidantEnded event -> confidants.ended(event);
      case CareEvent _ -> care = care.after(entry);
      case EpisodeEvent.Noted _, EpisodeEvent.MessageSent _ -> {}
    }
  }

  EpisodeEvent.Opened opened() {
    if (opened == null) {
      throw new IllegalStateException("an episode begins with the event opened");
    }
    return opened;
  }

  private void open(EpisodeEvent.Opened event, Entry entry) {
    if (!guideline.isFor(event)) {
      throw new IllegalArgumentException(
          "an episode under protocol "
              + event.protocol()
              + " version "
              + event.protocolVersion()
              + " is read by "
              + guideline.protocol().id()
              + " version "
              + guideline.protocol().version());
    }
    opened = event;
    planChanges.add(
        new PlanChange(entry, event.patient().zone(), event.patient().waking(), Optional.empty()));
    EpisodeEvent.KnownBefore known = event.known();
    Instant at = entry.received();
    facts.add(new KnownFact(at, RecordFact.COLD_SORES, known.coldSores()));
    facts.add(new KnownFact(at, RecordFact.BLOOD_THINNER, known.bloodThinner()));
    facts.add(new KnownFact(at, RecordFact.OLDER_FILLER, known.olderFiller()));
  }

  private void order(Entry entry, Optional<Order> order) {
    PlanChange last = planChanges.getLast();
    planChanges.add(new PlanChange(entry, last.zone(), last.waking(), order));
  }

  private void endSession(EpisodeEvent.MassageEnded event, Entry entry) {
    if (!sessions.isEmpty()) {
      Session last = sessions.removeLast();
      sessions.add(new Session(last.started(), last.occurrence(), entry.received()));
    }
    assess(entry, "gate", false, event.answers());
  }

  private void acknowledge(EpisodeEvent.Acknowledged event, Entry entry) {
    alerts.acknowledge(event, entry);
    if (event.how() == EpisodeEvent.How.SPEAKING) {
      speaking.add(entry);
      history = history.plusAnswered(entry.received().getEpochSecond());
      historyReceived = historyReceived.plusAnswered(entry.received().getEpochSecond());
    }
  }

  private void lower(EpisodeEvent.LevelLowered event, Entry entry) {
    Assessed last = lastAbout(event.concern());
    if (last != null) {
      lowerings[event.concern().ordinal()] =
          new Lowering(
              event.level(),
              event.until(),
              firedAbout(last.assessment(), event.concern()),
              last.assessment());
    }
    alerts.lower(event, entry);
  }

  /// The newest answers that were about a concern, if any were.
  @Nullable Assessed lastAbout(Concern concern) {
    for (Assessed one : assessed.reversed()) {
      if (one.assessment().concerns().contains(concern)) {
        return one;
      }
    }
    return null;
  }

  private void assess(Entry entry, String form, boolean complete, Map<String, String> answers) {
    AnswerSheet.Builder sheet = new AnswerSheet.Builder(guideline.triage().questions());
    answers.forEach(sheet::answer);
    boolean contact = entry.event() instanceof EpisodeEvent.Contacted;
    Optional<Concern> named =
        entry.event() instanceof EpisodeEvent.Contacted event
            ? event.concern().filter(concern -> concern != Concern.SILENCE)
            : Optional.empty();
    clocksDisagreed |= entry.clocksDisagree();
    Situation given =
        new Situation(
            entry.moment().getEpochSecond(),
            timing(entry),
            contact ? Report.CONTACT : Report.CHECK_IN,
            guideline.triage().hasForm(form) ? form : Form.NONE,
            complete,
            named,
            factsAt(entry.received()),
            sheet.sheet(),
            history);
    Situation received = given.at(entry.received().getEpochSecond(), historyReceived);
    // Once a phone's clock was wrong, what came before what depends on whom one asks: the worse.
    Assessment assessment =
        clocksDisagreed
            ? guideline.triage().assessWorse(given, received)
            : guideline.triage().assess(given);
    history = history.plus(given, assessment);
    historyReceived = historyReceived.plus(received, assessment);
    endLowerings(assessment, entry);
    List<Assessed.Finding> findings = findings(assessment);
    Assessed one =
        new Assessed(entry, form, complete, contact, given.answers(), assessment, findings);
    assessed.add(one);
    for (Assessed.Finding finding : findings) {
      alerts.report(finding, entry);
    }
    if (one.level().holdsMassage()) {
      heldBySeq = entry.seq();
    }
  }

  private Timing timing(Entry entry) {
    long treated = opened().treatment().at().getEpochSecond();
    Elapsed given = new Elapsed(entry.moment().getEpochSecond() - treated);
    return entry.clocksDisagree()
        ? Timing.either(
            new Elapsed(entry.at().getEpochSecond() - treated),
            new Elapsed(entry.received().getEpochSecond() - treated))
        : Timing.at(given);
  }

  /// What the record knew at an instant that rules may use.
  Facts factsAt(Instant now) {
    List<Trigger> triggers = new ArrayList<>();
    addRecent(triggers, RecordFact.ILLNESS, Trigger.ILLNESS, now);
    addRecent(triggers, RecordFact.VACCINE, Trigger.VACCINE, now);
    addRecent(triggers, RecordFact.DENTAL_WORK, Trigger.DENTAL_WORK, now);
    return new Facts(
        opened().treatment().filler(),
        knows(RecordFact.COLD_SORES),
        knows(RecordFact.HYALURONIDASE),
        triggers);
  }

  private void addRecent(List<Trigger> triggers, RecordFact fact, Trigger trigger, Instant now) {
    KnownFact last = last(fact);
    if (last != null
        && last.holds()
        && now.getEpochSecond() - last.at().getEpochSecond() <= RECENT_SECONDS) {
      triggers.add(trigger);
    }
  }

  boolean knows(RecordFact fact) {
    KnownFact last = last(fact);
    return last != null && last.holds();
  }

  @Nullable KnownFact last(RecordFact fact) {
    for (KnownFact known : facts.reversed()) {
      if (known.fact() == fact) {
        return known;
      }
    }
    return null;
  }

  private List<Assessed.Finding> findings(Assessment assessment) {
    List<Assessed.Finding> findings = new ArrayList<>();
    for (Concern concern : concernsOf(assessment)) {
      List<Assessment.Fired> fired = firedAbout(assessment, concern);
      Urgency level = Urgency.SELF_CARE;
      List<String> rules = new ArrayList<>();
      for (Assessment.Fired rule : fired) {
        level = level.worse(rule.level());
        rules.add(rule.rule());
      }
      level = lowered(concern, level);
      boolean ring = false;
      for (Assessment.Raise raise : assessment.raises()) {
        if (raise.concern() == concern) {
          level = level.worse(raised(raise.reason(), assessment));
          ring |= raise.reason() == Assessment.Reason.THIRD_CONTACT;
          rules.add(raise.reason().id());
        }
      }
      findings.add(new Assessed.Finding(concern, level, rules, ring));
    }
    return findings;
  }

  /// What it is about, and what it raises by having come again.
  private static Set<Concern> concernsOf(Assessment assessment) {
    Set<Concern> concerns = new TreeSet<>(assessment.concerns());
    assessment.raises().forEach(raise -> concerns.add(raise.concern()));
    return concerns;
  }

  private static Urgency raised(Assessment.Reason reason, Assessment assessment) {
    return reason == Assessment.Reason.MESSAGE ? Urgency.SOON : assessment.level();
  }

  /// Ends every lowering that an answer does not stay within.
  private void endLowerings(Assessment assessment, Entry entry) {
    for (Concern concern : Concern.values()) {
      Lowering lowering = lowerings[concern.ordinal()];
      if (lowering != null
          && !lowering.covers(
              assessment,
              firedAbout(assessment, concern),
              entry.received(),
              guideline.triage().questions())) {
        lowerings[concern.ordinal()] = null;
      }
    }
  }

  /// The lowering of a concern that no answer has ended yet; its hour may have passed.
  @Nullable Lowering loweringOf(Concern concern) {
    return lowerings[concern.ordinal()];
  }

  private Urgency lowered(Concern concern, Urgency level) {
    Lowering lowering = lowerings[concern.ordinal()];
    return lowering == null || !level.atLeast(lowering.level()) ? level : lowering.level();
  }

  private static List<Assessment.Fired> firedAbout(Assessment assessment, Concern concern) {
    List<Assessment.Fired> fired = new ArrayList<>();
    for (Assessment.Fired rule : assessment.fired()) {
      if (rule.concern() == concern) {
        fired.add(rule);
      }
    }
    return fired;
  }
}
