package vermilion.patient;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.episode.Assessed;
import vermilion.episode.ClinicHours;
import vermilion.episode.Confidant;
import vermilion.episode.Episode;
import vermilion.episode.Leaving;
import vermilion.episode.OpenedCodec;
import vermilion.episode.Standing;
import vermilion.episode.Treatment;
import vermilion.json.Json;
import vermilion.protocol.Advice;
import vermilion.protocol.Order;
import vermilion.protocol.Protocol;
import vermilion.time.UtcText;

/// Writes an episode as its patient sees it: what is due, what to avoid, how it stands, and the
/// words for all of that. It runs on the server and on the phone; from the same events at the same
/// instant both make the same text.
public final class PatientView {

  private final Episode episode;
  private final Standing standing;
  private final TreatingClinic clinic;
  private final String card;
  private final String language;
  private final PatientWords words;
  private final Optional<Confidant> helper;

  /// Sees an episode.
  ///
  /// @param standing how it stands at the instant of the view
  /// @param clinic who treats her
  /// @param card the path of her emergency card
  /// @param language the language that she reads, noted by the clinic or chosen by her
  public PatientView(
      Episode episode, Standing standing, TreatingClinic clinic, String card, String language) {
    this(episode, standing, clinic, card, language, Optional.empty());
  }

  private PatientView(
      Episode episode,
      Standing standing,
      TreatingClinic clinic,
      String card,
      String language,
      Optional<Confidant> helper) {
    this.episode = episode;
    this.standing = standing;
    this.clinic = clinic;
    this.card = card;
    this.language = language;
    this.words = PatientWords.of(episode.guideline().protocol(), language);
    this.helper = helper;
  }

  /// The same as a helper sees it: without the letters between her and the clinic, without photos,
  /// and without other helpers.
  public PatientView forHelper(Confidant one) {
    return new PatientView(episode, standing, clinic, card, language, Optional.of(one));
  }

  /// All of it.
  ///
  /// @param id what the episode goes by
  /// @param hours when the clinic is open
  public Json.Obj json(String id, ClinicHours hours) {
    Protocol protocol = episode.guideline().protocol();
    Treatment treatment = episode.opened().treatment();
    long seconds = secondsBetween(treatment.at(), standing.now());
    FormsView forms = new FormsView(protocol, words);
    Json.Builder out =
        Json.object()
            .put("episode", id)
            .put("seq", episode.seq())
            .put("now", UtcText.of(standing.now()))
            .put("demo", clinic.demo())
            .put("use", clinic.use())
            .put("clinic", clinic.contacts())
            .put("open", open(hours))
            .put("language", language)
            .put("patient", OpenedCodec.patientJson(episode.opened().patient()))
            .put("treatment", OpenedCodec.treatmentJson(treatment))
            .put("card", card)
            .put("day", seconds / 86_400)
            .put("hours", new Json.Num(tenths(seconds)))
            .put("protocol", protocolJson(protocol))
            .put("words", words.always())
            .put("status", new StatusView(episode, standing, clinic, words).json())
            .put("care", CareView.json(standing.care(), standing.now()))
            .put("today", today())
            .put("course", course())
            .put("plan", new PlanView(standing, words.shown()).json())
            .put("forms", forms.forms())
            .put("questions", forms.questions());
    return (helper.isPresent() ? withHelper(out, helper.get()) : withOwn(out)).build();
  }

  /// What is between her and the clinic alone.
  private Json.Builder withOwn(Json.Builder out) {
    return out.put("photos", new PhotosView(episode).json())
        .put("messages", new MessagesView(episode).json())
        .put("leaving", new LeavingView(standing.leaving()).json())
        .put("helpers", ConfidantsView.json(episode.confidants()));
  }

  private Json.Builder withHelper(Json.Builder out, Confidant one) {
    Leaving stopped = new Leaving(standing.leaving().stopped(), List.of());
    return out.put("photos", new Json.Arr(List.of()))
        .put("messages", new Json.Arr(List.of()))
        .put("leaving", new LeavingView(stopped).json())
        .put("helper", ConfidantsView.json(one));
  }

  /// Whether anybody is there to look at what does not ring.
  private Json.Obj open(ClinicHours hours) {
    Optional<String> next = hours.nextOpening(standing.now()).map(UtcText::of);
    return Json.object()
        .put("now", hours.isOpenAt(standing.now()))
        .put("next", next.<Json>map(Json.Str::new).orElse(new Json.Null()))
        .build();
  }

  private Json.Obj protocolJson(Protocol protocol) {
    return Json.object()
        .put("id", protocol.id())
        .put("version", protocol.version())
        .put("status", protocol.isDraft() ? "draft" : "signed")
        .put("title", words.find("title").orElse(protocol.id()))
        .put("note", words.find("note"))
        .put("language", words.shown().language())
        .put("reviewed", words.shown().reviewed())
        .build();
  }

  private Json today() {
    TaskView tasks = new TaskView(standing, words.shown());
    Json.Builder out = Json.object().put("tasks", tasks.today()).put("next", tasks.next());
    out.put("massage", new MassageView(episode, standing, words.shown()).json());
    return out.put("avoid", avoid()).build();
  }

  private Json avoid() {
    List<Json> all = new ArrayList<>();
    Instant treated = episode.opened().treatment().at();
    for (Advice advice : episode.guideline().protocol().advice()) {
      Instant from = treated.plusSeconds(advice.from().seconds());
      Optional<Instant> until = advice.until().map(end -> treated.plusSeconds(end.seconds()));
      all.add(
          Json.object()
              .put("id", advice.id())
              .put("avoid", advice.avoid())
              .put("title", words.find("advice." + advice.id() + ".title").orElse(advice.id()))
              .put("text", words.find("advice." + advice.id() + ".text"))
              .put("state", state(from, until))
              .put("from", UtcText.of(from))
              .put("until", until.map(UtcText::of))
              .build());
    }
    return new Json.Arr(all);
  }

  private String state(Instant from, Optional<Instant> until) {
    if (standing.now().isBefore(from)) {
      return "later";
    }
    return until.isPresent() && !standing.now().isBefore(until.get()) ? "free" : "now";
  }

  /// The answers so far, oldest first.
  private Json course() {
    List<Json> points = new ArrayList<>();
    List<Assessed> all = new ArrayList<>(episode.assessed());
    all.sort((one, other) -> one.entry().moment().compareTo(other.entry().moment()));
    Instant treated = episode.opened().treatment().at();
    for (Assessed one : all) {
      long seconds = secondsBetween(treated, one.entry().moment());
      Json.Builder out =
          Json.object()
              .put("at", UtcText.of(one.entry().moment()))
              .put("hours", new Json.Num(tenths(seconds)));
      value(one, "pain").flatMap(PatientView::number).ifPresent(pain -> out.put("pain", pain));
      out.put("helper", Reporter.helper(one.entry()));
      out.put("swelling", value(one, "swelling")).put("colour", value(one, "colour"));
      if (clinic.showsLevels()) {
        out.put("level", one.level().id());
      }
      points.add(out.build());
    }
    return new Json.Arr(points);
  }

  static Optional<String> value(Assessed one, String question) {
    int place = one.sheet().questions().placeOf(question);
    return place < 0 ? Optional.empty() : one.sheet().valueAt(place);
  }

  private static Optional<Json> number(String text) {
    return text.equals("unsure") ? Optional.empty() : Optional.of(new Json.Num(text));
  }

  /// Whole seconds, none where the second instant is not later.
  private static long secondsBetween(Instant one, Instant other) {
    return Math.max(0, Duration.between(one, other).toMillis() / 1000);
  }

  /// Seconds as hours with one decimal, rounded down.
  private static String tenths(long seconds) {
    long tenths = seconds / 360;
    return tenths / 10 + "." + tenths % 10;
  }

  /// Who ordered what is in force, if anybody.
  static Optional<String> practitioner(Episode episode) {
    return episode.order().map(Order::practitioner);
  }
}
