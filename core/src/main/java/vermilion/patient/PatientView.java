package vermilion.patient;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Urgency;
import vermilion.episode.Alert;
import vermilion.episode.AlertClock;
import vermilion.episode.Assessed;
import vermilion.episode.ClinicHours;
import vermilion.episode.Episode;
import vermilion.episode.OpenedCodec;
import vermilion.episode.Standing;
import vermilion.episode.Treatment;
import vermilion.json.Json;
import vermilion.protocol.Advice;
import vermilion.protocol.Order;
import vermilion.protocol.Protocol;
import vermilion.protocol.Texts;
import vermilion.time.UtcText;

/// Writes an episode as its patient sees it: what is due, what to avoid, how it stands, and the
/// words for all of that. It runs on the server and on the phone; from the same events at the same
/// instant both make the same text.
public final class PatientView {

  private static final int MOST_MEANWHILE = 12;

  /// Two reasons are enough to know oneself understood; more would push the call buttons off the
  /// screen.
  private static final int MOST_REASONS = 2;

  private final Episode episode;
  private final Standing standing;
  private final TreatingClinic clinic;
  private final String card;
  private final Texts texts;

  /// Sees an episode.
  ///
  /// @param standing how it stands at the instant of the view
  /// @param clinic who treats her
  /// @param card the path of her emergency card
  public PatientView(Episode episode, Standing standing, TreatingClinic clinic, String card) {
    this.episode = episode;
    this.standing = standing;
    this.clinic = clinic;
    this.card = card;
    this.texts = episode.guideline().protocol().textsIn(episode.opened().patient().language());
  }

  /// All of it.
  ///
  /// @param id what the episode goes by
  /// @param hours when the clinic is open
  public Json.Obj json(String id, ClinicHours hours) {
    Protocol protocol = episode.guideline().protocol();
    Treatment treatment = episode.opened().treatment();
    long seconds = secondsBetween(treatment.at(), standing.now());
    FormsView forms = new FormsView(protocol, texts);
    return Json.object()
        .put("episode", id)
        .put("seq", episode.seq())
        .put("now", UtcText.of(standing.now()))
        .put("demo", clinic.demo())
        .put("use", clinic.use())
        .put("clinic", clinic.contacts())
        .put("open", open(hours))
        .put("patient", OpenedCodec.patientJson(episode.opened().patient()))
        .put("treatment", OpenedCodec.treatmentJson(treatment))
        .put("card", card)
        .put("day", seconds / 86_400)
        .put("hours", new Json.Num(tenths(seconds)))
        .put("protocol", protocolJson(protocol))
        .put("words", words())
        .put("status", status())
        .put("today", today())
        .put("course", course())
        .put("plan", new PlanView(standing, texts).json())
        .put("forms", forms.forms())
        .put("questions", forms.questions())
        .put("photos", new PhotosView(episode).json())
        .put("messages", new MessagesView(episode).json())
        .build();
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
        .put("title", texts.find("title").orElse(protocol.id()))
        .put("note", texts.find("note"))
        .build();
  }

  private Json.Obj words() {
    return Json.object()
        .put("newNow", texts.find("always.new-now"))
        .put("twentyMinutes", texts.find("always.twenty-minutes"))
        .put("lookAgain", texts.find("always.look-again"))
        .put("crisisLine", texts.find("always.crisis-line"))
        .put("redFlags", Json.Arr.ofStrings(texts.lines("always.red-flags")))
        .put("forTheDoctor", Json.Arr.ofStrings(texts.lines("always.for-the-doctor")))
        .put("massageSteps", Json.Arr.ofStrings(texts.lines("massage.steps")))
        .put("massageEvidence", texts.find("massage.evidence"))
        .put("photoHow", Json.Arr.ofStrings(texts.lines("photos.how")))
        .build();
  }

  /// The worst open finding. In the use "information" no personal level is shown: only whether
  /// somebody has seen what was sent.
  private Json status() {
    if (!clinic.showsLevels()) {
      return sent();
    }
    if (standing.alerts().isEmpty()) {
      return new Json.Null();
    }
    AlertClock.State worst = standing.alerts().getFirst();
    Urgency level = worst.level();
    Reporter reporter = new Reporter(episode);
    Json.Builder out =
        Json.object()
            .put("level", level.id())
            .put("since", UtcText.of(worst.since()))
            .put("alerts", Json.Arr.ofStrings(ids()))
            .put("reported", UtcText.of(worst.alert().opened()))
            .put("reportedBy", reporter.of(worst.alert()))
            .put("heard", reporter.lastHeard())
            .put("seen", seen(worst))
            .put(
                "answered",
                worst.alert().answered().<Json>map(PatientView::ack).orElse(new Json.Null()));
    return out.put("levelTitle", texts.find("level." + level.id() + ".title"))
        .put("text", texts.find("level." + level.id() + ".text"))
        .put("because", Json.Arr.ofStrings(because(worst.alert())))
        .put("meanwhile", Json.Arr.ofStrings(meanwhile(worst)))
        .put("actBy", worst.actBy().map(UtcText::of))
        .put("goAt", worst.goAt().map(UtcText::of))
        .put("checkAt", worst.checkAt().map(UtcText::of))
        .put("overdue", worst.overdue())
        .build();
  }

  /// When something was last sent, and whether a human has said that it was seen: the same whatever
  /// was answered, so that it tells nothing of a level.
  private Json sent() {
    if (episode.assessed().isEmpty()) {
      return new Json.Null();
    }
    String last = UtcText.of(episode.assessed().getLast().entry().received());
    Optional<Alert> open =
        standing.alerts().isEmpty()
            ? Optional.empty()
            : Optional.of(standing.alerts().getFirst().alert());
    return Json.object()
        .put("level", new Json.Null())
        .put("since", last)
        .put("alerts", new Json.Arr(List.of()))
        .put("reported", last)
        .put("seen", open.flatMap(Alert::seen).<Json>map(PatientView::ack).orElse(new Json.Null()))
        .put(
            "answered",
            open.flatMap(Alert::answered).<Json>map(PatientView::ack).orElse(new Json.Null()))
        .build();
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (AlertClock.State state : standing.alerts()) {
      ids.add(state.alert().id());
    }
    return ids;
  }

  private static Json seen(AlertClock.State state) {
    return state.alert().seen().<Json>map(PatientView::ack).orElse(new Json.Null());
  }

  private static Json.Obj ack(Alert.Ack ack) {
    return Json.object().put("by", ack.by()).put("at", UtcText.of(ack.at())).build();
  }

  private List<String> because(Alert alert) {
    List<String> lines = new ArrayList<>();
    for (String rule : alert.rules()) {
      texts
          .find("rule." + rule + ".patient")
          .filter(line -> !lines.contains(line) && lines.size() < MOST_REASONS)
          .ifPresent(lines::add);
    }
    return lines;
  }

  private List<String> meanwhile(AlertClock.State state) {
    List<String> lines = new ArrayList<>();
    for (String rule : state.alert().rules()) {
      addNew(texts.lines("rule." + rule + ".meanwhile"), lines);
    }
    addNew(texts.lines("level." + state.level().id() + ".meanwhile"), lines);
    List<String> said = new ArrayList<>();
    for (String line : lines) {
      if (said.size() < MOST_MEANWHILE && !isSaidWithMore(line, lines)) {
        said.add(line);
      }
    }
    return said;
  }

  private static void addNew(List<String> further, List<String> lines) {
    for (String line : further) {
      if (!lines.contains(line)) {
        lines.add(line);
      }
    }
  }

  /// A line that another one says with more is not said twice.
  private static boolean isSaidWithMore(String line, List<String> lines) {
    for (String other : lines) {
      if (!other.equals(line) && other.contains(line)) {
        return true;
      }
    }
    return false;
  }

  private Json today() {
    TaskView tasks = new TaskView(standing, texts);
    Json.Builder out = Json.object().put("tasks", tasks.today()).put("next", tasks.next());
    out.put("massage", new MassageView(episode, standing, texts).json());
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
              .put("title", texts.find("advice." + advice.id() + ".title").orElse(advice.id()))
              .put("text", texts.find("advice." + advice.id() + ".text"))
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
