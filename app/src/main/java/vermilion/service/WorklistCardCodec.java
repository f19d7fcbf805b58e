package vermilion.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.episode.Leave;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.json.JsonText;

/// Writes a card of the worklist as bytes and reads it again. A card is never the only place of
/// anything: one that is too large or of another version is left out, and whoever shows the line
/// opens the episode.
final class WorklistCardCodec {

  /// The version that is written, and the only one that is read.
  private static final int VERSION = 1;

  private static final int MOST_CHARS = 4_096;
  private static final int MOST_ALERTS = 100;
  private static final long MOST_MILLIS = 253_402_300_799_999L;

  private WorklistCardCodec() {}

  /// The card as bytes; none where it does not fit.
  static Bytes write(WorklistCard card) {
    List<Json> alerts = new ArrayList<>();
    for (WorklistCard.Waiting one : card.alerts()) {
      alerts.add(alert(one));
    }
    List<Json> pain = new ArrayList<>();
    for (WorklistCard.Pain one : card.pain()) {
      pain.add(Json.Num.of(one.seconds()));
      pain.add(Json.Num.of(one.level()));
    }
    Json.Builder answers = Json.object();
    card.why().answers().forEach(answers::put);
    Json.Builder all = Json.object();
    writeLeft(card.left(), all);
    writeCallable(card.callable(), all);
    LatestCodec.write(card.latest(), all);
    Bytes bytes =
        Bytes.ofText(
            all.put("version", VERSION)
                .put("name", card.person().name())
                .put("language", card.person().language())
                .put("protocol", card.person().protocol())
                .put("protocolVersion", card.person().version())
                .put("treated", card.injected().at().toEpochMilli())
                .put("product", card.injected().product())
                .put("volumeMl", card.injected().volumeMl())
                .put("lot", card.injected().lot())
                .put("held", card.held())
                .put("alerts", new Json.Arr(alerts))
                .put("answers", answers.build())
                .put("rules", Json.Arr.ofStrings(card.why().rules()))
                .put("pain", new Json.Arr(pain))
                .build()
                .text());
    return bytes.size() > Journal.CARD_BYTES_MAX ? Bytes.NONE : bytes;
  }

  /// Written of those who leave alone, so that the cards of all others stay what they were.
  private static void writeLeft(WorklistCard.Left left, Json.Builder out) {
    if (left.stopped()) {
      out.put("stopped", true);
    }
    List<Json> asked = new ArrayList<>();
    for (WorklistCard.Asked one : left.waiting()) {
      asked.add(
          Json.object()
              .put("leave", one.leave().id())
              .put("at", one.at().toEpochMilli())
              .put("overdue", one.overdue())
              .build());
    }
    if (!asked.isEmpty()) {
      out.put("leaving", new Json.Arr(asked));
    }
  }

  /// Written of those alone who let somebody be called.
  private static void writeCallable(List<WorklistCard.Callable> callable, Json.Builder out) {
    List<Json> all = new ArrayList<>();
    for (WorklistCard.Callable one : callable) {
      all.add(Json.object().put("name", one.name()).put("phone", one.phone()).build());
    }
    if (!all.isEmpty()) {
      out.put("helpers", new Json.Arr(all));
    }
  }

  private static List<WorklistCard.Callable> callable(Fields in) {
    return in.has("helpers")
        ? in.objects(
            "helpers",
            MOST_ALERTS,
            one -> new WorklistCard.Callable(text(one, "name"), text(one, "phone")))
        : List.of();
  }

  private static WorklistCard.Left left(Fields in) {
    return new WorklistCard.Left(
        in.flag("stopped", false),
        in.has("leaving")
            ? in.objects("leaving", MOST_ALERTS, WorklistCardCodec::asked)
            : List.of());
  }

  private static WorklistCard.Asked asked(Fields in) {
    return new WorklistCard.Asked(
        in.oneOf("leave", Leave.values(), Leave::id), instant(in, "at"), in.flag("overdue", true));
  }

  private static Json alert(WorklistCard.Waiting alert) {
    Json.Builder out =
        Json.object()
            .put("id", alert.id())
            .put("concern", alert.concern().id())
            .put("level", alert.level().id())
            .put("rules", Json.Arr.ofStrings(alert.rules()))
            .put("since", alert.times().since().toEpochMilli())
            .put("opened", alert.times().opened().toEpochMilli())
            .put("overdue", alert.times().overdue())
            .put("reported", alert.marks().reported())
            .put("recorded", alert.marks().recorded())
            .put("seenBy", alert.marks().seenBy());
    put(out, "actBy", alert.times().actBy());
    put(out, "goAt", alert.times().goAt());
    put(out, "seenAt", alert.marks().seenAt());
    put(out, "answeredAt", alert.marks().answeredAt());
    return out.build();
  }

  private static void put(Json.Builder out, String name, Optional<Instant> instant) {
    instant.ifPresent(at -> out.put(name, at.toEpochMilli()));
  }

  /// The card in these bytes; empty where they are none of this version.
  static Optional<WorklistCard> read(Bytes bytes) {
    if (bytes.size() == 0
        || !(JsonText.read(bytes.toText()) instanceof JsonText.Reading.Value(Json.Obj object))) {
      return Optional.empty();
    }
    List<Fields.Problem> problems = new ArrayList<>();
    Fields in = Fields.of(object, problems);
    in.whole("version", VERSION, VERSION);
    WorklistCard card =
        new WorklistCard(
            new WorklistCard.Person(
                text(in, "name"),
                text(in, "language"),
                text(in, "protocol"),
                in.whole("protocolVersion", 1, Integer.MAX_VALUE)),
            new WorklistCard.Injected(
                instant(in, "treated"), text(in, "product"), text(in, "volumeMl"), text(in, "lot")),
            in.flag("held", true),
            in.objects("alerts", MOST_ALERTS, WorklistCardCodec::alert),
            left(in),
            new Reported(
                in.answers("answers", MOST_CHARS, MOST_CHARS),
                in.texts("rules", MOST_CHARS, MOST_CHARS)),
            pain(object, in),
            callable(in),
            LatestCodec.read(in));
    in.noOthers();
    return problems.isEmpty() && isAbout(card) ? Optional.of(card) : Optional.empty();
  }

  /// Whether there is anything that waits.
  private static boolean isAbout(WorklistCard card) {
    return !card.alerts().isEmpty() || !card.left().waiting().isEmpty();
  }

  private static WorklistCard.Waiting alert(Fields in) {
    return new WorklistCard.Waiting(
        text(in, "id"),
        in.oneOf("concern", Concern.values(), Concern::id),
        in.oneOf("level", Urgency.values(), Urgency::id),
        in.texts("rules", MOST_CHARS, MOST_CHARS),
        new WorklistCard.Clock(
            instant(in, "since"),
            instant(in, "opened"),
            optional(in, "actBy"),
            optional(in, "goAt"),
            in.flag("overdue", true)),
        new WorklistCard.Marks(
            in.flag("reported", false),
            in.flag("recorded", false),
            in.optionalText("seenBy", MOST_CHARS),
            optional(in, "seenAt"),
            optional(in, "answeredAt")));
  }

  private static List<WorklistCard.Pain> pain(Json.Obj object, Fields in) {
    List<WorklistCard.Pain> pain = new ArrayList<>();
    in.skip("pain");
    List<Json> numbers =
        object.find("pain").orElse(new Json.Null()) instanceof Json.Arr array
            ? array.items()
            : List.of();
    for (int i = 0; i + 1 < numbers.size(); i += 2) {
      Optional<Long> seconds = numbers.get(i).wholeNumber();
      Optional<Long> level = numbers.get(i + 1).wholeNumber();
      if (seconds.isEmpty() || level.isEmpty()) {
        in.refuse("pain", "pairs of whole numbers");
      } else {
        pain.add(new WorklistCard.Pain(seconds.get(), (int) (long) level.get()));
      }
    }
    return pain;
  }

  private static String text(Fields in, String name) {
    return in.optionalText(name, MOST_CHARS).orElse("");
  }

  private static Instant instant(Fields in, String name) {
    return Instant.ofEpochMilli(in.wholeLong(name, 0, MOST_MILLIS));
  }

  private static Optional<Instant> optional(Fields in, String name) {
    return in.has(name) ? Optional.of(instant(in, name)) : skipped(in, name);
  }

  private static Optional<Instant> skipped(Fields in, String name) {
    in.skip(name);
    return Optional.empty();
  }
}
