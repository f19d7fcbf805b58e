package vermilion.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Answers;
import vermilion.clinical.Concern;
import vermilion.clinical.Question;
import vermilion.clinical.Question.IfEmpty;
import vermilion.clinical.Questions;
import vermilion.clinical.Unsure;
import vermilion.clinical.Urgency;

/// The rules that hold under every protocol and that no clinic can weaken.
final class SafetyFloorTest {

  private static Questions changed(String id, Question other) {
    List<Question> questions = new ArrayList<>();
    for (Question question : BriefForms.QUESTIONS) {
      questions.add(question.id().equals(id) ? other : question);
    }
    return new Questions(questions);
  }

  private static Question of(String id) {
    return BriefForms.QUESTIONS.find(id).orElseThrow();
  }

  @Test
  void the_questions_of_the_brief_carry_the_floor() {
    assertThat(SafetyFloor.problems(BriefForms.QUESTIONS)).isEmpty();
    assertThat(SafetyFloor.questions()).hasSize(20);
  }

  @Test
  void a_question_of_the_floor_that_is_missing_is_named() {
    assertThat(SafetyFloor.problems(new Questions(List.of())))
        .hasSize(20)
        .first()
        .isEqualTo("question vision is missing");
  }

  @Test
  void a_question_that_means_something_else_does_not_carry_the_floor() {
    Question pain = of("pain");
    List<Question> weaker =
        List.of(
            new Question("pain", true, IfEmpty.WORST, new Answers.Scale(5), pain.unsure()),
            new Question("pain", true, IfEmpty.WORST, pain.answers(), new Unsure.CountsAs("0")),
            new Question("pain", true, IfEmpty.OPTIONAL, pain.answers(), pain.unsure()),
            new Question("pain", false, IfEmpty.WORST, pain.answers(), pain.unsure()));
    for (Question other : weaker) {
      assertThat(SafetyFloor.problems(changed("pain", other)))
          .containsExactly(
              "question pain differs: expected the answers Scale[most=10], not sure:"
                  + " CountsAs[answer=5], empty: WORST");
    }
    Question fever = of("fever");
    Question redFlag =
        new Question("fever", true, fever.ifEmpty(), fever.answers(), fever.unsure());
    assertThat(SafetyFloor.problems(changed("fever", redFlag))).isEmpty();
  }

  @Test
  void triage_without_the_floor_is_never_made() {
    assertThatThrownBy(() -> Triage.of(new Questions(List.of(of("pain"))), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("safety floor: [question vision is missing");
  }

  @Test
  void a_protocol_without_rules_has_those_of_the_floor() {
    Triage triage = Triage.of(BriefForms.QUESTIONS, BriefForms.FORMS, List.of());

    assertThat(triage.ruleIds())
        .containsExactlyElementsOf(SafetyFloor.rules().stream().map(Rule::id).toList());
    assertThat(BriefRules.triage().ruleIds()).hasSize(30).startsWith("eye", "brain", "airway");
  }

  @Test
  void a_rule_of_the_same_name_keeps_the_floor_under_it() {
    Rule weak =
        new Rule(
            "eye",
            Concern.OTHER,
            List.of(
                Term.when(Urgency.ROUTINE, Term.all(Term.is("vision", "yes"))),
                Term.when(Urgency.SAME_DAY, Term.all(Term.is("vision", "no")))));
    Rule joined = SafetyFloor.under(List.of(weak)).getFirst();

    assertThat(joined.cases()).hasSize(3);
    assertThat(joined.cases().getLast().level()).isEqualTo(Urgency.EMERGENCY);
    assertThat(SafetyFloor.under(SafetyFloor.rules())).isEqualTo(SafetyFloor.rules());
  }
}
