package vermilion.proof.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Answers;
import vermilion.clinical.Concern;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Unsure;
import vermilion.clinical.Urgency;
import vermilion.episode.Guideline;
import vermilion.protocol.Protocol;
import vermilion.triage.AskAgain;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

/// A protocol under which every finding can be reported: for each concern one question whose
/// answers are the levels. An episode sees of a protocol's rules nothing but such findings, so what
/// holds under this one holds under all.
final class EpisodeEvery {

  /// The levels that a finding may have, mildest first; the answer to each question is one of them.
  static final List<Urgency> LEVELS = List.of(Urgency.values());

  private static final int AGAIN_MINUTES = 15;
  private static final int AGAIN_UNTIL = 120;

  private EpisodeEvery() {}

  /// The question about a concern.
  static String question(Concern concern) {
    return "every-" + concern.id();
  }

  /// The same limits as another protocol has, with a finding of every level about every concern.
  ///
  /// @param planned whether it has the check-ins and photos of the other, too
  static Guideline over(Protocol base, boolean planned) {
    List<Question> questions = new ArrayList<>();
    base.questions().forEach(questions::add);
    List<Rule> rules = new ArrayList<>();
    List<Form.Item> items = new ArrayList<>();
    for (Concern concern : Concern.values()) {
      if (concern != Concern.SILENCE) {
        questions.add(asked(concern));
        rules.add(rule(concern));
        items.add(Form.Item.always(question(concern)));
      }
    }
    items.add(Form.Item.always("colour"));
    List<Form> forms = new ArrayList<>();
    for (Form form : base.forms()) {
      boolean full = form.id().equals("full") || form.id().equals("gate");
      forms.add(full ? new Form(form.id(), List.of(new Form.Group("all", items))) : form);
    }
    return Guideline.of(
        new Protocol(
            "every",
            1,
            Optional.empty(),
            base.fillers(),
            new Questions(questions),
            forms,
            rules,
            planned ? base.checkIns() : List.of(),
            planned ? base.photos() : List.of(),
            List.of(),
            base.massage(),
            base.texts(),
            List.of(),
            List.of()));
  }

  private static Question asked(Concern concern) {
    List<List<String>> answers = LEVELS.stream().map(level -> List.of(level.id())).toList();
    return new Question(
        question(concern),
        false,
        Question.IfEmpty.WORST,
        new Answers.Choice(answers),
        new Unsure.CountsAs(Urgency.SOON.id()));
  }

  /// Urgent asks again every quarter of an hour, soon asks again once.
  private static Rule rule(Concern concern) {
    List<Rule.Case> cases = new ArrayList<>();
    for (Urgency level : LEVELS) {
      if (level != Urgency.SELF_CARE) {
        Condition condition = new Condition.Is(question(concern), List.of(level.id()));
        cases.add(new Rule.Case(level, List.of(List.of(condition)), again(level)));
      }
    }
    return new Rule(question(concern), concern, cases);
  }

  private static Optional<AskAgain> again(Urgency level) {
    return switch (level) {
      case URGENT -> Optional.of(new AskAgain("full", AGAIN_MINUTES, AGAIN_MINUTES, AGAIN_UNTIL));
      case SOON -> Optional.of(AskAgain.once("full", AGAIN_UNTIL));
      case SELF_CARE, ROUTINE, SAME_DAY, EMERGENCY -> Optional.empty();
    };
  }
}
