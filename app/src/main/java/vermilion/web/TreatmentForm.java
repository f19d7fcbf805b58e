package vermilion.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.OpenedCodec;
import vermilion.episode.Patient;
import vermilion.episode.Treatment;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.protocol.Order;
import vermilion.time.UtcText;
import vermilion.web.page.FormValues;

/// Reads what a clinician typed about a treatment and an order, through the same checks as the API.
final class TreatmentForm {

  private static final String SYRINGES = "syringes[";
  private static final int MOST_WHOLE_CHARS = 6;

  private final Map<String, List<String>> given;
  private final Map<String, String> wrong = new LinkedHashMap<>();

  TreatmentForm(Map<String, List<String>> given) {
    this.given = given;
  }

  /// The id of the episode, which the page drew; none where it is not as it was drawn.
  Optional<UUID> id() {
    List<Fields.Problem> problems = new ArrayList<>();
    Json.Obj given = Json.object().put("id", value("id")).build();
    String id = EventCodec.readId(Fields.of(given, problems));
    return problems.isEmpty() ? Optional.of(UUID.fromString(id)) : Optional.empty();
  }

  /// What was typed and what is wrong with it.
  FormValues values() {
    return new FormValues(given, wrong);
  }

  boolean isWrong() {
    return !wrong.isEmpty();
  }

  /// Notes what the core refused, at the fields that it came from.
  void refuse(List<Fields.Problem> problems) {
    for (Fields.Problem problem : problems) {
      wrong.putIfAbsent(fieldOf(problem.field()), sentence(problem));
    }
  }

  /// The treatment, as the event that opens an episode.
  ///
  /// @param clinicZone the clock that the time of the treatment was read from
  /// @param practitioner who is signed in
  EpisodeEvent.Opened opened(ZoneId clinicZone, String practitioner, int version) {
    List<Fields.Problem> problems = new ArrayList<>();
    Fields in = Fields.of(json(clinicZone, practitioner), problems);
    Patient patient = in.object("patient", OpenedCodec::readPatient);
    Treatment treatment = in.object("treatment", OpenedCodec::readTreatment);
    refuse(problems);
    boolean coldSores = value("cold-sore-history").equals("yes");
    return new EpisodeEvent.Opened(
        patient,
        treatment,
        value("protocol"),
        version,
        new EpisodeEvent.KnownBefore(
            coldSores, value("blood-thinner").equals("yes"), value("older-filler").equals("yes")));
  }

  /// The order that was signed, or none where "no massage" was chosen.
  Optional<Order> order(String practitioner) {
    if (!value("order").equals("massage")) {
      return Optional.of(new Order(practitioner, Optional.empty()));
    }
    Json massage =
        Json.object()
            .put("startHours", whole("start-hours"))
            .put("minutes", whole("minutes"))
            .put("perDay", whole("per-day"))
            .put("days", whole("days"))
            .put("where", Json.Arr.ofStrings(given.getOrDefault("where", List.of())))
            .put("pressure", value("pressure"))
            .put("reason", value("reason"))
            .put("bruiseReason", value("bruise-reason"))
            .put("riskReason", value("risk-reason"))
            .build();
    List<Fields.Problem> problems = new ArrayList<>();
    Order order =
        EventCodec.readOrder(
            Fields.of(
                Json.object().put("practitioner", practitioner).put("massage", massage).build(),
                problems));
    refuse(problems);
    return problems.isEmpty() ? Optional.of(order) : Optional.empty();
  }

  String value(String name) {
    return given.getOrDefault(name, List.of()).stream().findFirst().orElse("").strip();
  }

  private Json.Obj json(ZoneId clinicZone, String practitioner) {
    Json patient =
        Json.object()
            .put("name", value("name"))
            .put("birthDate", value("birth-date"))
            .put("zone", value("zone"))
            .put("waking", value("waking-from") + "-" + value("waking-until"))
            .put("language", value("language").isEmpty() ? "en" : value("language"))
            .build();
    String at = treatedAt(clinicZone);
    SyringeFields syringes = new SyringeFields(this::value, yearOf(at));
    Json treatment =
        Json.object()
            .put("at", at)
            .put("filler", value("filler"))
            .put("product", syringes.product())
            .put("lot", syringes.lot())
            .put("expiry", syringes.expiry())
            .put("volumeMl", syringes.volumeMl())
            .put("sites", Json.Arr.ofStrings(given.getOrDefault("sites", List.of())))
            .put("practitioner", practitioner)
            .put("syringes", syringes.json())
            .build();
    return Json.object().put("patient", patient).put("treatment", treatment).build();
  }

  private static int yearOf(String instant) {
    return Integer.parseInt(instant.substring(0, 4));
  }

  /// The end of the injection on the clinic's clock; text that is no time is refused by the reader.
  private String treatedAt(ZoneId zone) {
    try {
      Instant at =
          LocalDate.parse(value("treated-date"))
              .atTime(LocalTime.parse(value("treated-time")))
              .atZone(zone)
              .toInstant();
      return UtcText.of(at);
    } catch (DateTimeException e) {
      wrong.put(
          "treated-time",
          "\""
              + value("treated-date")
              + " "
              + value("treated-time")
              + "\" is not a day and a time.");
      return UtcText.of(Instant.EPOCH);
    }
  }

  /// A whole number as JSON, or the text that was typed, which the reader then refuses by name.
  private Json whole(String name) {
    String text = value(name);
    boolean digits = !text.isEmpty() && text.length() <= MOST_WHOLE_CHARS;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? Json.Num.of(Long.parseLong(text)) : new Json.Str(text);
  }

  private static String sentence(Fields.Problem problem) {
    String value = problem.value().equals("absent") ? "nothing" : problem.value();
    return "You typed " + value + ". Expected: " + problem.expected() + ".";
  }

  /// The name of the form's field that a field of the event came from.
  private static String fieldOf(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    int syringe = path.indexOf(SYRINGES);
    if (syringe >= 0 && path.indexOf("].") > syringe) {
      int place = path.charAt(syringe + SYRINGES.length()) - '0';
      return SyringeFields.fieldOf(place, name);
    }
    int bracket = name.indexOf('[');
    String plain = bracket < 0 ? name : name.substring(0, bracket);
    return switch (plain) {
      case "at" -> "treated-time";
      case "waking" -> "waking-from";
      case "birthDate" -> "birth-date";
      case "volumeMl" -> "volume-ml";
      case "startHours" -> "start-hours";
      case "perDay" -> "per-day";
      case "bruiseReason" -> "bruise-reason";
      case "riskReason" -> "risk-reason";
      case "massage" -> "order";
      default -> plain;
    };
  }
}
