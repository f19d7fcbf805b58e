package vermilion.protocol;

import java.util.List;
import vermilion.clinical.Concern;
import vermilion.clinical.Question;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.time.Elapsed;
import vermilion.triage.Condition;

/// Conditions as JSON, each with its type; times are seconds.
final class ConditionCodec {
  private static final String[] TYPES = {
    "at-least",
    "is",
    "below",
    "from",
    "before",
    "cold-sore-history",
    "recent-trigger",
    "hyaluronidase-given",
    "filler-is",
    "rose-by",
    "said-before",
    "concern-before",
    "not"
  };

  private final Known known;

  ConditionCodec(Known known) {
    this.known = known;
  }

  static Json json(Condition condition) {
    Json.Builder out = Json.object();
    switch (condition) {
      case Condition.AtLeast c -> answer(out.put("type", "at-least"), c.question(), c.answer());
      case Condition.Is c ->
          out.put("type", "is")
              .put("question", c.question())
              .put("answers", Json.Arr.ofStrings(c.answers()));
      case Condition.Below c -> answer(out.put("type", "below"), c.question(), c.answer());
      case Condition.From c -> out.put("type", "from").put("bound", c.bound().seconds());
      case Condition.Before c -> out.put("type", "before").put("bound", c.bound().seconds());
      case Condition.ColdSoreHistory _ -> out.put("type", "cold-sore-history");
      case Condition.RecentTrigger _ -> out.put("type", "recent-trigger");
      case Condition.HyaluronidaseGiven _ -> out.put("type", "hyaluronidase-given");
      case Condition.FillerIs c ->
          out.put("type", "filler-is").put("families", FillerIds.json(c.families()));
      case Condition.RoseBy c ->
          out.put("type", "rose-by")
              .put("question", c.question())
              .put("by", c.by())
              .put("within", c.within().seconds())
              .put("givenFrom", c.givenFrom().seconds());
      case Condition.SaidBefore c ->
          answer(out.put("type", "said-before"), c.question(), c.answer())
              .put("within", c.within().seconds());
      case Condition.ConcernBefore c ->
          out.put("type", "concern-before")
              .put("concern", c.concern().id())
              .put("within", c.within().seconds());
      case Condition.Not c -> out.put("type", "not").put("condition", json(c.condition()));
    }
    return out.build();
  }

  private static Json.Builder answer(Json.Builder out, String question, String answer) {
    return out.put("question", question).put("answer", answer);
  }

  /// One condition.
  Condition read(Fields in) {
    return switch (in.oneOf("type", TYPES, type -> type)) {
      case "at-least" -> {
        String question = known.question(in);
        yield new Condition.AtLeast(question, known.answer(in, "answer", question));
      }
      case "is" -> is(in);
      case "below" -> {
        String question = known.question(in);
        yield new Condition.Below(question, known.answer(in, "answer", question));
      }
      case "from" -> new Condition.From(time(in, "bound"));
      case "before" -> new Condition.Before(time(in, "bound"));
      case "cold-sore-history" -> new Condition.ColdSoreHistory();
      case "recent-trigger" -> new Condition.RecentTrigger();
      case "hyaluronidase-given" -> new Condition.HyaluronidaseGiven();
      case "filler-is" -> new Condition.FillerIs(FillerIds.read(in, "families"));
      case "rose-by" ->
          new Condition.RoseBy(
              known.question(in),
              in.whole("by", 1, Question.MOST_ANSWERS),
              time(in, "within"),
              time(in, "givenFrom"));
      case "said-before" -> {
        String question = known.question(in);
        yield new Condition.SaidBefore(
            question, known.answer(in, "answer", question), time(in, "within"));
      }
      case "concern-before" ->
          new Condition.ConcernBefore(
              in.oneOf("concern", Concern.values(), Concern::id), time(in, "within"));
      // Nesting ends with the nesting of the JSON.
      default -> new Condition.Not(in.object("condition", this::read));
    };
  }

  private Condition is(Fields in) {
    String question = known.question(in);
    List<String> answers = in.texts("answers", Question.MOST_ANSWERS, ProtocolCodec.NAME_CHARS);
    for (String answer : answers) {
      known.tellOfAnswer(in, "answers", question, answer);
    }
    if (answers.isEmpty()) {
      in.refuse("answers", "one answer or more");
    }
    return new Condition.Is(question, answers);
  }

  private static Elapsed time(Fields in, String name) {
    return new Elapsed(in.wholeLong(name, 0, FormCodec.MOST_SECONDS));
  }
}
