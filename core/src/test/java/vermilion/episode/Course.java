package vermilion.episode;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vermilion.clinical.Concern;
import vermilion.clinical.Filler;
import vermilion.clinical.Form;
import vermilion.clinical.Urgency;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Order;
import vermilion.time.Elapsed;

/// One patient's course, told event by event through the decider, on a clock that the test sets.
///
/// She was treated on Tuesday 13 January 2026 at 10:00 in London, where wall and UTC agree.
final class Course {

  static final Instant TREATED = Instant.parse("2026-01-13T10:00:00Z");
  static final ClinicHours HOURS =
      new ClinicHours(
          ZoneId.of("Europe/London"),
          LocalTime.of(9, 0),
          LocalTime.of(18, 0),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
  static final Author PATIENT = new Author(Author.Role.PATIENT, "Ada");
  static final Author NURSE = new Author(Author.Role.CLINICIAN, "Nurse B");
  static final Author HELPER = new Author(Author.Role.CONFIDANT, "Sam");
  static final Author SERVICE = new Author(Author.Role.SERVICE, "feed");
  static final MassageOrder USUAL =
      new MassageOrder(
          48,
          1,
          2,
          3,
          List.of("upper lip, left"),
          MassageOrder.USUAL_PRESSURE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private final Decider decider = new Decider(HOURS);
  private Episode episode;
  private Instant now;
  private Duration phoneAhead = Duration.ZERO;
  private int ids = 1;

  private Course(EpisodeEvent.Opened opened, Instant recorded) {
    Decision decision =
        decider.open(
            BriefProtocol.GUIDELINE,
            new EventCodec.Sent(nextId(), recorded, opened),
            NURSE,
            recorded);
    this.episode = after(decision);
    this.now = recorded;
  }

  static Course begun() {
    return recordedAt(0);
  }

  /// A helper is let in, with a telephone number where the clinic may call.
  static EpisodeEvent.ConfidantLetIn letIn(String name, Confidant.Right... may) {
    List<Confidant.Right> rights = List.of(may);
    return new EpisodeEvent.ConfidantLetIn(
        name,
        rights.contains(Confidant.Right.CALL) ? Optional.of("020 7946 0003") : Optional.empty(),
        rights);
  }

  /// A review is booked so many hours after the treatment.
  static CareEvent booked(double hour) {
    return new CareEvent.ReviewBooked(atHour(hour), "Dr A", Optional.of("Room 2"));
  }

  /// The treatment was recorded some hours after it ended.
  static Course recordedAt(double hour) {
    return new Course(opened(Filler.HYALURONIC_ACID), atHour(hour));
  }

  static Course of(EpisodeEvent.Opened opened) {
    return new Course(opened, TREATED);
  }

  static EpisodeEvent.Opened opened(Filler filler) {
    return new EpisodeEvent.Opened(
        patient("1991-04-30", "Europe/London", "07:30-22:30"),
        treatment(TREATED, filler),
        "brief",
        1,
        EpisodeEvent.KnownBefore.NOTHING);
  }

  static Patient patient(String born, String zone, String waking) {
    return new Patient("Ada", born, zone, waking, "en");
  }

  static Treatment treatment(Instant at, Filler filler) {
    return new Treatment(
        at, filler, "Brand", "L1", "2027-01-01", "0.7", List.of("upper"), "Dr A", List.of());
  }

  static Instant atHour(double hour) {
    return TREATED.plusSeconds(Math.round(hour * 3600));
  }

  // The clock.

  Course hour(double hour) {
    now = atHour(hour);
    return this;
  }

  Course minutesLater(int minutes) {
    now = now.plusSeconds(minutes * 60L);
    return this;
  }

  Course at(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  /// From here on the phone's clock is wrong by so much.
  Course phoneAhead(Duration by) {
    phoneAhead = by;
    return this;
  }

  Instant now() {
    return now;
  }

  // What the patient does.

  Course checkIn(String... answers) {
    return checkInBy("full", answers);
  }

  /// A completed form in which everything is well but these answers.
  Course checkInBy(String form, String... answers) {
    return by(PATIENT, new EpisodeEvent.CheckedIn(form, true, calmBut(form, answers)));
  }

  Course halfCheckIn(String... answers) {
    return by(PATIENT, new EpisodeEvent.CheckedIn("full", false, but(Map.of(), answers)));
  }

  Course gate(String... answers) {
    return checkInBy("gate", answers);
  }

  Course contact(String... answers) {
    return by(
        PATIENT,
        new EpisodeEvent.Contacted(
            "full", true, calmBut("full", answers), Optional.empty(), Optional.empty()));
  }

  Course message(Concern concern) {
    return by(PATIENT, message(Optional.of(concern)));
  }

  static EpisodeEvent message(Optional<Concern> concern) {
    return new EpisodeEvent.Contacted(Form.NONE, true, Map.of(), concern, Optional.of("hello"));
  }

  static EpisodeEvent photoBesidesThePlan() {
    return new EpisodeEvent.PhotoTaken(
        Optional.empty(),
        Optional.of(
            new EpisodeEvent.Picture(
                EpisodeEvent.View.OTHER, "0123456789abcdef".repeat(4), Optional.empty())));
  }

  Course startMassage() {
    return by(PATIENT, new EpisodeEvent.MassageStarted(open().occurrence().id()));
  }

  Course endMassage(String... answers) {
    return by(PATIENT, new EpisodeEvent.MassageEnded(60, false, but(Map.of(), answers)));
  }

  /// Answers what is the gate now clear, and massages for a minute.
  Course massage() {
    return checkInBy(open().form()).startMassage().minutesLater(1).endMassage();
  }

  Course leave(Leave leave) {
    return by(PATIENT, new EpisodeEvent.LeaveAsked(leave, Optional.empty()));
  }

  Course comeBack(Leave leave) {
    return by(PATIENT, new EpisodeEvent.LeaveTakenBack(leave));
  }

  // What the clinic does.

  Course answerLeave(Leave leave) {
    return by(NURSE, new EpisodeEvent.LeaveAnswered(leave, "Handed over to Dr C."));
  }

  Course order(MassageOrder massage) {
    return by(NURSE, new EpisodeEvent.OrderSigned(new Order("Dr A", Optional.of(massage))));
  }

  Course seen(Concern concern) {
    return acknowledged(concern, EpisodeEvent.How.SEEN);
  }

  Course speaking(Concern concern) {
    return acknowledged(concern, EpisodeEvent.How.SPEAKING);
  }

  private Course acknowledged(Concern concern, EpisodeEvent.How how) {
    return by(NURSE, new EpisodeEvent.Acknowledged(alert(concern).alert().id(), how));
  }

  Course lift() {
    return by(NURSE, new EpisodeEvent.HoldLifted("seen, well"));
  }

  /// Lowers a concern for some hours, after having seen the patient.
  Course lower(Concern concern, Urgency level, double hours) {
    return by(NURSE, lowering(concern, level, hours, true));
  }

  EpisodeEvent lowering(Concern concern, Urgency level, double hours, boolean seen) {
    Instant until = now.plusSeconds(Math.round(hours * 3600));
    return new EpisodeEvent.LevelLowered(concern, level, until, seen, "looked at it");
  }

  Course fact(RecordFact fact) {
    return by(NURSE, new EpisodeEvent.FactRecorded(fact, true));
  }

  // Any event, and what becomes of it.

  Course by(Author author, EpisodeEvent event) {
    episode = after(decide(author, event));
    return this;
  }

  Decision decide(Author author, EpisodeEvent event) {
    Instant at = author.role() == Author.Role.PATIENT ? now.plus(phoneAhead) : now;
    return decide(author, new EventCodec.Sent(nextId(), at, event));
  }

  Decision decide(Author author, EventCodec.Sent sent) {
    return decider.decide(episode, sent, author, now);
  }

  /// Why an event is refused.
  String refusal(Author author, EpisodeEvent event) {
    return decide(author, event) instanceof Decision.Refused refused ? refused.why() : "accepted";
  }

  private static Episode after(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> accepted.after();
      case Decision.Duplicate duplicate -> throw new AssertionError("duplicate " + duplicate);
      case Decision.Refused refused -> throw new AssertionError(refused.why());
    };
  }

  private String nextId() {
    return new UUID(0, ids++).toString();
  }

  // How it stands.

  Episode episode() {
    return episode;
  }

  Standing standing() {
    return episode.at(now, HOURS);
  }

  /// The level of what was last reported.
  Urgency reported() {
    return episode.assessed().getLast().level();
  }

  Optional<AlertClock.State> find(Concern concern) {
    return standing().alerts().stream()
        .filter(state -> state.alert().concern() == concern)
        .findFirst();
  }

  AlertClock.State alert(Concern concern) {
    return find(concern).orElseThrow(() -> new AssertionError("no alert about " + concern));
  }

  Urgency level(Concern concern) {
    return alert(concern).level();
  }

  MassageGate.Open open() {
    if (standing().gate() instanceof MassageGate.Open open) {
      return open;
    }
    throw new AssertionError(standing().gate());
  }

  MassageGate.Refused gateRefused() {
    if (standing().gate() instanceof MassageGate.Refused refused) {
      return refused;
    }
    throw new AssertionError(standing().gate());
  }

  /// The gate's answer in short: `open`, or the reason with its cause.
  String gateWord() {
    return switch (standing().gate()) {
      case MassageGate.Open _ -> "open";
      case MassageGate.Refused refused ->
          refused.reason().id() + (refused.detail().isEmpty() ? "" : " " + refused.detail());
    };
  }

  // Answers.

  Map<String, String> calmBut(String form, String... answers) {
    return but(calm(form, now), answers);
  }

  static Map<String, String> but(Map<String, String> answers, String... changed) {
    Map<String, String> all = new LinkedHashMap<>(answers);
    for (int i = 0; i < changed.length; i += 2) {
      all.put(changed[i], changed[i + 1]);
    }
    return all;
  }

  /// The least worrying answer to every question that a form asks unconditionally at an instant.
  static Map<String, String> calm(String form, Instant at) {
    Elapsed elapsed = new Elapsed(at.getEpochSecond() - TREATED.getEpochSecond());
    Map<String, String> calm = new LinkedHashMap<>();
    for (Form.Item item : BriefProtocol.PROTOCOL.form(form).orElseThrow().items()) {
      if (item.isAskedAt(elapsed) && item.onlyIf().isEmpty() && !item.question().equals("other")) {
        int place = BriefProtocol.PROTOCOL.questions().placeOf(item.question());
        calm.put(
            item.question(), BriefProtocol.PROTOCOL.questions().at(place).answerIds().getFirst());
      }
    }
    return calm;
  }
}
