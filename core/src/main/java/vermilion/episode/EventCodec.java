package vermilion.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.protocol.Order;
import vermilion.time.UtcText;

/// Events as JSON: the one form in which the phone, the API and the journal hold them.
///
/// A stored body carries its version `v`; old stored samples are read by a test for ever. The place
/// in the episode and the time of receipt are not in the body: they belong to whoever stores it.
public final class EventCodec {

  /// The version that is written.
  public static final int VERSION = 1;

  /// The most characters of an id.
  public static final int ID_CHARS = 36;

  /// The most characters of a reason or of words from a patient.
  public static final int TEXT_CHARS = 2000;

  static final int NAME_CHARS = 80;
  private static final int PHONE_CHARS = 40;
  private static final int ADDRESS_CHARS = 254;

  private EventCodec() {}

  /// An event as somebody sent it, before anything is decided.
  ///
  /// @param id its UUID
  /// @param at when it happened, by the sender's clock
  /// @param event what happened
  public record Sent(String id, Instant at, EpisodeEvent event) {}

  /// What came of reading.
  public sealed interface Reading<T> {
    /// It was read.
    ///
    /// @param value what it says
    record Read<T>(T value) implements Reading<T> {}

    /// It cannot be read.
    ///
    /// @param problems everything that is wrong with it
    record Broken<T>(List<Fields.Problem> problems) implements Reading<T> {}
  }

  /// A sent event with its author, as a stored body holds it.
  ///
  /// @param sent the event
  /// @param by who wrote it
  public record Stored(Sent sent, Author by) {}

  /// The body to store.
  public static String body(Sent sent, Author by) {
    return json(sent, by).text();
  }

  /// The body as JSON.
  public static Json.Obj json(Sent sent, Author by) {
    Json.Builder out = Json.object().put("v", VERSION).put("id", sent.id());
    out.put("type", sent.event().type()).put("at", UtcText.of(sent.at()));
    out.put("by", Json.object().put("role", by.role().id()).put("name", by.name()).build());
    EventWriter.write(sent.event(), out);
    return out.build();
  }

  /// Reads a stored body of this or any earlier version.
  public static Reading<Stored> readBody(String body) {
    List<Fields.Problem> problems = new ArrayList<>();
    if (!(JsonText.read(body) instanceof JsonText.Reading.Value value)
        || !(value.value() instanceof Json.Obj object)) {
      problems.add(new Fields.Problem("body", "not a JSON object", "a stored event"));
      return new Reading.Broken<>(problems);
    }
    Stored stored = readBody(Fields.of(object, problems));
    return problems.isEmpty() ? new Reading.Read<>(stored) : new Reading.Broken<>(problems);
  }

  /// Reads a stored body from its fields; it counts only while there are no problems.
  public static Stored readBody(Fields fields) {
    fields.whole("v", 1, VERSION);
    Author by =
        fields.object(
            "by",
            author ->
                new Author(
                    author.oneOf("role", Author.Role.values(), Author.Role::id),
                    orUnnamed(author.text("name", Author.MOST_CHARS))));
    return new Stored(sent(fields), by);
  }

  /// Reads an event as the API takes it: `id`, `type`, `at` and the fields of its type.
  public static Reading<Sent> readSent(Json.Obj object) {
    List<Fields.Problem> problems = new ArrayList<>();
    Sent sent = sent(Fields.of(object, problems));
    return problems.isEmpty() ? new Reading.Read<>(sent) : new Reading.Broken<>(problems);
  }

  /// Reads the field `id`, a UUID that its maker has chosen; text that is none is a problem.
  public static String readId(Fields fields) {
    String id = fields.text("id", ID_CHARS);
    if (!id.isEmpty() && !isUuid(id)) {
      fields.refuse("id", "a UUID in lower case");
    }
    return id;
  }

  private static String orUnnamed(String name) {
    return name.isEmpty() ? "unnamed" : name;
  }

  private static Sent sent(Fields fields) {
    String id = readId(fields);
    Instant at = fields.instant("at");
    EpisodeEvent event =
        fields
            .optionalOneOf("type", EventReader.TYPES, word -> word)
            .map(type -> EventReader.read(type, fields))
            .orElseGet(() -> untyped(fields));
    return new Sent(id, at, event);
  }

  /// Of an event without a known type no other field can be judged.
  private static EpisodeEvent untyped(Fields fields) {
    if (!fields.has("type")) {
      fields.refuse("type", "one of [" + String.join(", ", EventReader.TYPES) + "]");
    }
    return new EpisodeEvent.Noted("");
  }

  /// Whether text is a UUID in lower case.
  public static boolean isUuid(String id) {
    if (id.length() != ID_CHARS) {
      return false;
    }
    for (int i = 0; i < ID_CHARS; i++) {
      char c = id.charAt(i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
      if (dash ? c != '-' : !hex) {
        return false;
      }
    }
    return true;
  }

  /// Writes the fields of each kind of event.
  private static final class EventWriter {

    static void write(EpisodeEvent event, Json.Builder out) {
      switch (event) {
        case EpisodeEvent.Opened opened -> OpenedCodec.write(opened, out);
        case EpisodeEvent.CheckedIn e -> answered(out, e.form(), e.complete(), e.answers());
        case EpisodeEvent.Contacted e -> {
          answered(out, e.form(), e.complete(), e.answers());
          out.put("concern", e.concern().map(Concern::id)).put("text", e.text());
          out.put("called", e.called());
        }
        case EpisodeEvent.MassageStarted e -> out.put("occurrence", e.occurrence());
        case EpisodeEvent.MassageEnded e ->
            out.put("seconds", e.seconds())
                .put("stopped", e.stopped())
                .put("answers", json(e.answers()));
        case EpisodeEvent.OrderSigned e -> out.put("order", OrderCodec.json(e.order()));
        case EpisodeEvent.OrderStopped e -> out.put("reason", e.reason());
        case EpisodeEvent.HoldLifted e -> out.put("reason", e.reason());
        case EpisodeEvent.LevelLowered e ->
            out.put("concern", e.concern().id())
                .put("level", e.level().id())
                .put("until", UtcText.of(e.until()))
                .put("seen", e.seen())
                .put("reason", e.reason());
        case EpisodeEvent.Acknowledged e -> out.put("alert", e.alert()).put("how", e.how().id());
        case EpisodeEvent.ZoneChanged e -> out.put("zone", e.zone()).put("waking", e.waking());
        case EpisodeEvent.FactRecorded e -> out.put("fact", e.fact().id()).put("holds", e.holds());
        case EpisodeEvent.PhotoTaken e -> PhotoCodec.write(e, out);
        case EpisodeEvent.MessageSent e -> out.put("text", e.text());
        case EpisodeEvent.RemindersSet e -> out.put("way", e.by().id()).put("to", e.to());
        case EpisodeEvent.Noted e -> out.put("text", e.text());
        case EpisodeEvent.LeaveAsked e -> out.put("leave", e.leave().id()).put("text", e.text());
        case EpisodeEvent.LeaveTakenBack e -> out.put("leave", e.leave().id());
        case EpisodeEvent.LeaveAnswered e -> out.put("leave", e.leave().id()).put("text", e.text());
        case EpisodeEvent.ConfidantLetIn e -> ConfidantCodec.write(e, out);
        case EpisodeEvent.ConfidantEnded e -> out.put("helper", e.helper());
        case CareEvent e -> CareCodec.write(e, out);
      }
    }

    private static void answered(
        Json.Builder out, String form, boolean complete, Map<String, String> answers) {
      out.put("form", form).put("complete", complete).put("answers", json(answers));
    }

    private static Json json(Map<String, String> answers) {
      Json.Builder out = Json.object();
      answers.forEach((question, answer) -> out.put(question, answer));
      return out.build();
    }
  }

  /// Reads the fields of each kind of event.
  private static final class EventReader {

    static final String[] TYPES = {
      "check-in",
      "contact",
      "massage-started",
      "massage-ended",
      "order-signed",
      "order-stopped",
      "hold-lifted",
      "level-lowered",
      "acknowledged",
      "zone-changed",
      "note",
      "fact-recorded",
      "photo-taken",
      "message-sent",
      "leave-asked",
      "leave-taken-back",
      "leave-answered",
      "reminders-set",
      "helper-let-in",
      "helper-ended",
      "taken-over",
      "rang",
      "review-booked",
      "review-cancelled",
      "opened"
    };

    private static final int MOST_ANSWERS = 64;
    private static final int MOST_SESSION_SECONDS = 3600;

    static EpisodeEvent read(String type, Fields in) {
      EpisodeEvent event = fields(type, in);
      in.noOthers();
      return event;
    }

    private static EpisodeEvent fields(String type, Fields in) {
      return switch (type) {
        case "check-in" ->
            new EpisodeEvent.CheckedIn(form(in, "full"), in.flag("complete", true), answers(in));
        case "contact" -> contacted(in);
        case "massage-started" ->
            new EpisodeEvent.MassageStarted(in.text("occurrence", NAME_CHARS));
        case "massage-ended" -> massaged(in);
        case "order-signed" -> new EpisodeEvent.OrderSigned(in.object("order", OrderCodec::read));
        case "order-stopped" -> new EpisodeEvent.OrderStopped(in.text("reason", TEXT_CHARS));
        case "hold-lifted" -> new EpisodeEvent.HoldLifted(in.text("reason", TEXT_CHARS));
        case "level-lowered" -> lowered(in);
        case "acknowledged" ->
            new EpisodeEvent.Acknowledged(
                in.text("alert", NAME_CHARS),
                in.optionalOneOf("how", EpisodeEvent.How.values(), EpisodeEvent.How::id)
                    .orElse(EpisodeEvent.How.SEEN));
        case "zone-changed" ->
            new EpisodeEvent.ZoneChanged(in.text("zone", NAME_CHARS), in.text("waking", 11));
        case "fact-recorded" ->
            new EpisodeEvent.FactRecorded(
                in.oneOf("fact", RecordFact.values(), RecordFact::id), in.flag("holds", true));
        case "photo-taken" -> PhotoCodec.read(in);
        case "reminders-set" -> reminded(in);
        case "message-sent" -> new EpisodeEvent.MessageSent(in.text("text", TEXT_CHARS));
        case "leave-asked", "leave-taken-back", "leave-answered" -> left(type, in);
        case "helper-let-in", "helper-ended" -> ConfidantCodec.read(type, in);
        case "opened" -> OpenedCodec.read(in);
        case "note" -> new EpisodeEvent.Noted(in.text("text", TEXT_CHARS));
        default -> CareCodec.read(type, in);
      };
    }

    private static EpisodeEvent contacted(Fields in) {
      return new EpisodeEvent.Contacted(
          form(in, "full"),
          in.flag("complete", true),
          answers(in),
          in.optionalOneOf("concern", Concern.values(), Concern::id),
          in.optionalText("text", TEXT_CHARS),
          in.optionalText("called", PHONE_CHARS));
    }

    private static EpisodeEvent reminded(Fields in) {
      return new EpisodeEvent.RemindersSet(
          in.oneOf("way", ReminderWay.values(), ReminderWay::id),
          in.optionalText("to", ADDRESS_CHARS));
    }

    private static EpisodeEvent massaged(Fields in) {
      return new EpisodeEvent.MassageEnded(
          in.whole("seconds", 0, MOST_SESSION_SECONDS), in.flag("stopped", false), answers(in));
    }

    private static EpisodeEvent lowered(Fields in) {
      return new EpisodeEvent.LevelLowered(
          in.oneOf("concern", Concern.values(), Concern::id),
          in.oneOf("level", Urgency.values(), Urgency::id),
          in.instant("until"),
          in.flag("seen", false),
          in.text("reason", TEXT_CHARS));
    }

    private static EpisodeEvent left(String type, Fields in) {
      Leave leave = in.oneOf("leave", Leave.values(), Leave::id);
      return switch (type) {
        case "leave-asked" ->
            new EpisodeEvent.LeaveAsked(leave, in.optionalText("text", TEXT_CHARS));
        case "leave-answered" -> new EpisodeEvent.LeaveAnswered(leave, in.text("text", TEXT_CHARS));
        default -> new EpisodeEvent.LeaveTakenBack(leave);
      };
    }

    private static String form(Fields in, String otherwise) {
      return in.optionalText("form", NAME_CHARS).orElse(otherwise);
    }

    private static Map<String, String> answers(Fields in) {
      return in.answers("answers", MOST_ANSWERS, TEXT_CHARS);
    }
  }

  /// The order of a practitioner, as ORDER.json and the API hold it.
  ///
  /// @param in the fields of the order
  public static Order readOrder(Fields in) {
    return OrderCodec.read(in);
  }
}
