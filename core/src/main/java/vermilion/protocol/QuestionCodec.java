package vermilion.protocol;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Answers;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Unsure;
import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.triage.SafetyFloor;

/// Questions as JSON.
final class QuestionCodec {
  private static final Question HARMLESS =
      new Question(
          "", false, Question.IfEmpty.WORST, new Answers.Scale(1), new Unsure.NotOffered());
  private static final String[] KINDS = {"choice", "scale", "text"};
  private static final String[] UNSURE = {"counts-as", "no-effect", "not-offered"};
  private static final int MOST_SCALE = 100;

  private final List<Fields.Problem> problems;

  QuestionCodec(List<Fields.Problem> problems) {
    this.problems = problems;
  }

  static Json json(Questions questions) {
    List<Json> all = new ArrayList<>();
    for (Question question : questions) {
      Json.Builder out = Json.object().put("id", question.id());
      out.put("redFlag", question.redFlag()).put("ifEmpty", idOf(question.ifEmpty()));
      switch (question.answers()) {
        case Answers.Choice choice -> out.put("kind", "choice").put("ranks", ranks(choice));
        case Answers.Scale scale -> out.put("kind", "scale").put("most", scale.most());
        case Answers.Text text -> out.put("kind", "text").put("maxChars", text.maxChars());
      }
      switch (question.unsure()) {
        case Unsure.CountsAs counts -> out.put("unsure", "counts-as").put("as", counts.answer());
        case Unsure.NoEffect _ -> out.put("unsure", "no-effect");
        case Unsure.NotOffered _ -> out.put("unsure", "not-offered");
      }
      all.add(out.build());
    }
    return new Json.Arr(all);
  }

  private static Json ranks(Answers.Choice choice) {
    List<Json> ranks = new ArrayList<>();
    for (List<String> tied : choice.ranks()) {
      ranks.add(Json.object().put("tied", Json.Arr.ofStrings(tied)).build());
    }
    return new Json.Arr(ranks);
  }

  private static String idOf(Question.IfEmpty ifEmpty) {
    return switch (ifEmpty) {
      case WORST -> "worst";
      case UNSURE -> "unsure";
      case OPTIONAL -> "optional";
    };
  }

  /// The questions; none where something is wrong with them.
  Questions read(Fields in) {
    List<Question> questions = in.objects("questions", Questions.MOST, this::question);
    List<String> ids = new ArrayList<>();
    for (Question question : questions) {
      if (ids.contains(question.id())) {
        problems.add(new Fields.Problem("questions", question.id(), "each id once"));
      }
      ids.add(question.id());
    }
    if (!problems.isEmpty()) {
      return new Questions(List.of());
    }
    Questions all = new Questions(questions);
    for (String problem : SafetyFloor.problems(all)) {
      problems.add(new Fields.Problem("questions", problem, "what the safety floor reads"));
    }
    return all;
  }

  private Question question(Fields in) {
    String id = ProtocolCodec.id(in, "id");
    boolean redFlag = in.flag("redFlag", false);
    Question.IfEmpty ifEmpty = in.oneOf("ifEmpty", Question.IfEmpty.values(), QuestionCodec::idOf);
    Answers answers = answers(in);
    Unsure unsure = unsure(in, answers);
    return problems.isEmpty() ? new Question(id, redFlag, ifEmpty, answers, unsure) : HARMLESS;
  }

  private Answers answers(Fields in) {
    return switch (in.oneOf("kind", KINDS, kind -> kind)) {
      case "choice" -> choice(in);
      case "scale" -> new Answers.Scale(in.whole("most", 1, MOST_SCALE));
      default -> new Answers.Text(in.whole("maxChars", 1, ProtocolCodec.MOST_CHARS));
    };
  }

  private Answers choice(Fields in) {
    List<List<String>> ranks =
        in.objects(
            "ranks",
            Question.MOST_ANSWERS,
            rank -> rank.texts("tied", Question.MOST_ANSWERS, ProtocolCodec.NAME_CHARS));
    List<String> seen = new ArrayList<>();
    boolean right = ranks.size() >= 2;
    for (List<String> tied : ranks) {
      right &= !tied.isEmpty();
      for (String answer : tied) {
        right &= !answer.isBlank() && !seen.contains(answer);
        seen.add(answer);
      }
    }
    if (!right || seen.size() > Question.MOST_ANSWERS) {
      in.refuse("ranks", "2 to " + Question.MOST_ANSWERS + " ranks of answers, each answer once");
      return new Answers.Scale(1);
    }
    return new Answers.Choice(ranks);
  }

  private Unsure unsure(Fields in, Answers answers) {
    return switch (in.oneOf("unsure", UNSURE, word -> word)) {
      case "counts-as" -> {
        String as = in.text("as", ProtocolCodec.NAME_CHARS);
        Question any =
            new Question("", false, Question.IfEmpty.WORST, answers, new Unsure.NotOffered());
        if (any.indexOf(as) == Question.NO_INDEX) {
          in.refuse("as", "an answer of the question");
        }
        yield new Unsure.CountsAs(as);
      }
      case "no-effect" -> new Unsure.NoEffect();
      default -> new Unsure.NotOffered();
    };
  }
}
