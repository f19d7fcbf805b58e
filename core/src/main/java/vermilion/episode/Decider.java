package vermilion.episode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Filler;
import vermilion.clinical.Form;
import vermilion.json.Fields;
import vermilion.protocol.Order;
import vermilion.protocol.PhotoPoint;
import vermilion.protocol.Protocol;
import vermilion.schedule.Plans;
import vermilion.time.UtcText;
import vermilion.time.WakingText;
import vermilion.time.ZoneName;
import vermilion.time.Zones;

/// Decides whether an event may be added. A check-in is never refused for its time, nor for
/// anything that a frightened patient could get wrong; what could harm her is refused with the
/// reason.
public final class Decider {

  /// The longest that a lowering of `urgent` covers; the clinician must have seen her.
  public static final Duration LOWERED_URGENT = Duration.ofDays(1);

  /// The longest that any other lowering covers.
  public static final Duration LOWERED = Duration.ofDays(3);

  private static final Duration OLDEST_TREATMENT = Duration.ofDays(366 * 5);
  private static final Duration CLOCK_SLACK = Duration.ofHours(1);
  private static final int YOUNGEST_YEARS = 18;

  private final ClinicHours hours;
  private final EventCheck staff;

  /// Decides for a clinic with these hours.
  public Decider(ClinicHours hours) {
    this(hours, new StaffCheck(hours));
  }

  private Decider(ClinicHours hours, EventCheck staff) {
    this.hours = hours;
    this.staff = staff;
  }

  /// Decides on a patient's phone, where nothing of staff's is ever sent: what judges it is not
  /// even loaded there.
  public static Decider onPhone(ClinicHours hours) {
    return new Decider(
        hours,
        (_, event, _, refusals) ->
            refusals.add("type", event.type(), "a type that is sent from a phone"));
  }

  /// Decides about the event that opens an episode.
  public Decision open(Guideline guideline, EventCodec.Sent sent, Author by, Instant received) {
    Refusals refusals = new Refusals();
    if (!(sent.event() instanceof EpisodeEvent.Opened event)) {
      refusals.add("type", sent.event().type(), "opened, the first event of an episode");
      return refusals.decision();
    }
    if (by.isHers()) {
      refusals.add("type", "opened", "a clinician to open an episode");
    }
    if (!guideline.isFor(event)) {
      refusals.add(
          "protocolVersion",
          event.protocol() + " version " + event.protocolVersion(),
          guideline.protocol().id() + " version " + guideline.protocol().version());
    }
    checkPatient(event.patient(), received, refusals);
    checkTreatment(event.treatment(), guideline.protocol(), received, refusals);
    SyringeCheck.check(event.treatment(), hours, refusals);
    return refusals.isEmpty() ? first(guideline, sent, by, received) : refusals.decision();
  }

  /// Decides about any later event.
  ///
  /// @param episode the episode as it stands
  /// @param sent the event
  /// @param by who sends it
  /// @param received the server's clock; an earlier reading than the last one counts as that one
  public Decision decide(Episode episode, EventCodec.Sent sent, Author by, Instant received) {
    for (Entry entry : episode.entries()) {
      if (entry.id().equals(sent.id())) {
        return duplicate(entry, sent, by);
      }
    }
    Refusals refusals = new Refusals();
    Instant now = received.isBefore(episode.lastReceived()) ? episode.lastReceived() : received;
    if (episode.seq() >= Episode.MOST_EVENTS) {
      refusals.add("episode", episode.seq() + " events", "at most " + Episode.MOST_EVENTS);
      return refusals.decision();
    }
    checkRole(sent.event(), by, refusals);
    if (by.role() == Author.Role.CONFIDANT && !episode.mayAnswer(by.name())) {
      refusals.add("type", sent.event().type(), "a helper whom she lets answer");
    }
    if (refusals.isEmpty()) {
      check(episode, sent, now, refusals);
    }
    if (!refusals.isEmpty()) {
      return refusals.decision();
    }
    Entry entry = new Entry(episode.seq() + 1, sent.id(), sent.at(), now, by, sent.event());
    return new Decision.Accepted(entry, episode.with(List.of(entry)));
  }

  private static Decision first(
      Guideline guideline, EventCodec.Sent sent, Author by, Instant received) {
    Entry entry = new Entry(1, sent.id(), sent.at(), received, by, sent.event());
    return new Decision.Accepted(entry, Episode.of(guideline, List.of(entry)));
  }

  private static Decision duplicate(Entry entry, EventCodec.Sent sent, Author by) {
    EventCodec.Sent kept = new EventCodec.Sent(entry.id(), entry.at(), entry.event());
    if (EventCodec.body(kept, entry.by()).equals(EventCodec.body(sent, by))) {
      return new Decision.Duplicate(entry.seq());
    }
    Refusals refusals = new Refusals();
    refusals.add("id", sent.id(), "a new UUID: another event has it already");
    return refusals.decision();
  }

  private void check(Episode episode, EventCodec.Sent sent, Instant now, Refusals refusals) {
    switch (sent.event()) {
      case EpisodeEvent.Opened _ ->
          refusals.add("type", "opened", "another type: the episode is open already");
      case EpisodeEvent.CheckedIn event ->
          checkForm(episode, event.form(), event.answers(), refusals);
      case EpisodeEvent.Contacted event -> checkContact(episode, event, refusals);
      case EpisodeEvent.MassageStarted event ->
          checkStart(episode, event.occurrence(), episode.at(now, hours), refusals);
      case EpisodeEvent.MassageEnded event -> checkForm(episode, "gate", event.answers(), refusals);
      case EpisodeEvent.ZoneChanged event -> checkMove(episode, event, refusals);
      case EpisodeEvent.PhotoTaken event -> checkPhoto(episode, event.occurrence(), refusals);
      case EpisodeEvent.RemindersSet event -> checkReminders(event, refusals);
      case EpisodeEvent.ConfidantLetIn event -> episode.whyNotLetIn(event).ifPresent(refusals::add);
      case EpisodeEvent.OrderSigned _,
          EpisodeEvent.OrderStopped _,
          EpisodeEvent.HoldLifted _,
          EpisodeEvent.LevelLowered _,
          EpisodeEvent.Acknowledged _,
          EpisodeEvent.LeaveAnswered _,
          CareEvent _ ->
          staff.check(episode, sent.event(), now, refusals);
      // Leaving, coming back and ending a helper are never refused, pressed twice and offline or
      // not.
      case EpisodeEvent.LeaveAsked _,
          EpisodeEvent.LeaveTakenBack _,
          EpisodeEvent.ConfidantEnded _ -> {}
      case EpisodeEvent.FactRecorded _, EpisodeEvent.Noted _, EpisodeEvent.MessageSent _ -> {}
    }
  }

  private static void checkMove(
      Episode episode, EpisodeEvent.ZoneChanged event, Refusals refusals) {
    checkPlanChange(episode, refusals);
    checkZone(event.zone(), episode.walls().find(event.zone()), event.waking(), refusals);
  }

  private static void checkContact(
      Episode episode, EpisodeEvent.Contacted event, Refusals refusals) {
    if (!event.form().equals(Form.NONE) || !event.answers().isEmpty()) {
      checkForm(episode, event.form(), event.answers(), refusals);
    }
  }

  private static void checkReminders(EpisodeEvent.RemindersSet event, Refusals refusals) {
    String to = event.to().orElse("");
    if (!event.by().takes(to)) {
      refusals.add("to", to, event.by().expected());
    }
  }

  private static void checkPhoto(Episode episode, Optional<String> occurrence, Refusals refusals) {
    if (occurrence.isPresent()
        && episode.occurrences().stream()
            .filter(one -> one.activity().equals(PhotoPoint.ACTIVITY))
            .noneMatch(one -> one.id().equals(occurrence.get()))) {
      refusals.add("occurrence", occurrence.get(), "the id of a planned photo");
    }
  }

  private static void checkStart(
      Episode episode, String occurrence, Standing standing, Refusals refusals) {
    Optional<String> why = episode.whyNotBegin(standing, occurrence);
    why.ifPresent(reason -> refusals.add("occurrence", occurrence, allowedNow(standing, reason)));
  }

  private static String allowedNow(Standing standing, String reason) {
    return switch (standing.gate()) {
      case MassageGate.Open _ -> "a session that may begin: " + reason;
      case MassageGate.Refused refused ->
          "a session that may begin: "
              + refused.reason().id()
              + (refused.detail().isEmpty() ? "" : " (" + refused.detail() + ")")
              + refused.until().map(until -> ", until " + UtcText.of(until)).orElse("");
    };
  }

  private static void checkRole(EpisodeEvent event, Author by, Refusals refusals) {
    if (!Senders.may(by.role(), event)) {
      refusals.add("type", event.type(), "a type that a " + by.role().id() + " may send");
    }
  }

  private static void checkForm(
      Episode episode, String form, Map<String, String> answers, Refusals refusals) {
    if (!episode.guideline().triage().hasForm(form)) {
      refusals.add("form", form, "a form of protocol " + episode.guideline().protocol().id());
    }
    AnswerSheet.Builder sheet = new AnswerSheet.Builder(episode.guideline().triage().questions());
    answers.forEach((question, answer) ->
        sheet
            .answer(question, answer)
            .ifPresent(no -> refusals.add("answers." + no.question(), no.value(), no.expected())));
  }

  /// What an order would break in an episode, each with the limit; empty when it may be signed.
  public static List<Fields.Problem> checkOrder(Episode episode, Order order) {
    Refusals refusals = new Refusals();
    StaffCheck.checkOrder(episode, order, refusals);
    return refusals.problems();
  }

  /// Leaves room for one more version, so that an order can always be stopped.
  static void checkPlanChange(Episode episode, Refusals refusals) {
    int versions = episode.plans().versions().size();
    if (versions >= Plans.MOST_VERSIONS - 1) {
      refusals.add("episode", versions + " versions of the plan", "fewer changes of the plan");
    }
  }

  private static void checkPatient(Patient patient, Instant received, Refusals refusals) {
    checkZone(patient.zone(), Zones.parse(patient.zone()), patient.waking(), refusals);
    LocalDate born = LocalDate.parse(patient.birthDate());
    LocalDate today = LocalDate.ofInstant(received, ZoneOffset.UTC);
    if (Period.between(born, today).getYears() < YOUNGEST_YEARS) {
      refusals.add(
          "patient.birthDate", patient.birthDate(), "a patient of " + YOUNGEST_YEARS + " or older");
    }
  }

  private static void checkTreatment(
      Treatment treatment, Protocol protocol, Instant received, Refusals refusals) {
    boolean late = treatment.at().isAfter(received.plus(CLOCK_SLACK));
    if (late || treatment.at().isBefore(received.minus(OLDEST_TREATMENT))) {
      refusals.add(
          "treatment.at",
          UtcText.of(treatment.at()),
          "the end of the injection: not in the future, not over five years ago");
    }
    if (!protocol.fillers().contains(treatment.filler())) {
      List<String> ids = protocol.fillers().stream().map(Filler::id).toList();
      refusals.add(
          "treatment.filler",
          treatment.filler().id(),
          "a family that protocol " + protocol.id() + " is for: " + ids);
    }
  }

  private static void checkZone(String zone, ZoneName found, String waking, Refusals refusals) {
    if (found instanceof ZoneName.Unknown unknown) {
      refusals.add(
          "zone",
          zone,
          "a zone such as Europe/London"
              + unknown.nearest().map(near -> "; did you mean " + near + "?").orElse(""));
    }
    if (WakingText.parse(waking).isEmpty()) {
      refusals.add("waking", waking, "waking hours of three hours or more, such as 07:30-22:30");
    }
  }
}
