package vermilion.proof.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Answers;
import vermilion.clinical.Concern;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Unsure;
import vermilion.clinical.Urgency;
import vermilion.proof.BriefProtocol;
import vermilion.proof.answers.ProtocolDiff.Kind;
import vermilion.proof.protocol.ContentDiff;
import vermilion.protocol.Protocol;
import vermilion.time.Elapsed;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

final class ProtocolDiffTest {

  private static final Protocol BRIEF = BriefProtocol.PROTOCOL;

  @Test
  void a_protocol_does_not_differ_from_itself() {
    assertThat(ProtocolDiff.between(BRIEF, BRIEF)).contains(List.of());
    assertThat(ContentDiff.between(BRIEF, BRIEF)).isEmpty();
  }

  @Test
  void a_rule_that_fires_sooner_raises_levels_and_holds_massage() {
    List<ProtocolDiff.Change> changes =
        changes(
            "numb",
            condition ->
                condition instanceof Condition.From
                    ? new Condition.From(Elapsed.ofHours(12))
                    : condition);

    assertThat(changes.getFirst())
        .satisfies(first -> {
          assertThat(first.kind()).isEqualTo(Kind.RAISED);
          assertThat(first.from()).isEqualTo(Urgency.SELF_CARE);
          assertThat(first.to()).isEqualTo(Urgency.SAME_DAY);
          assertThat(first.changesHold()).isTrue();
          assertThat(first.story())
              .isEqualTo(
                  "Hour 12, form full: numb yes. The level was self-care and is now same-day"
                      + " (rule numb).");
          assertThat(first.situation().text()).contains("\"numb\":\"yes\"");
        });
    assertThat(changes).extracting(ProtocolDiff.Change::kind).doesNotContain(Kind.LOWERED);
    assertThat(changes.getLast().kind()).isEqualTo(Kind.REWORDED);
    assertThat(changes.getLast().story()).endsWith("and rule numb now fires.");
    assertThat(changes.getLast().changesHold()).isFalse();
  }

  @Test
  void a_rule_that_fires_later_lowers_levels() {
    List<ProtocolDiff.Change> changes =
        changes(
            "numb",
            condition ->
                condition instanceof Condition.From
                    ? new Condition.From(Elapsed.ofHours(36))
                    : condition);

    assertThat(changes)
        .filteredOn(change -> change.kind() == Kind.LOWERED)
        .extracting(
            change -> change.from().id() + " to " + change.to().id() + " by " + change.rule())
        .containsExactlyInAnyOrder(
            "same-day to self-care by numb",
            "same-day to routine by numb",
            "same-day to soon by numb");
    assertThat(changes.getLast().story()).endsWith("and rule numb no longer fires.");
  }

  @Test
  void what_the_floor_holds_up_is_not_lowered() {
    assertThat(
            changes(
                "occlusion-pain",
                condition ->
                    condition.equals(new Condition.AtLeast("pain", "7"))
                        ? new Condition.AtLeast("pain", "8")
                        : condition))
        .isEmpty();
  }

  @Test
  void a_new_question_and_its_rule_are_compared_too() {
    Question itch =
        new Question(
            "itch",
            false,
            Question.IfEmpty.WORST,
            new Answers.Choice(List.of(List.of("no"), List.of("yes"))),
            new Unsure.CountsAs("yes"));
    List<Question> questions = new ArrayList<>();
    BRIEF.questions().forEach(questions::add);
    questions.add(itch);
    List<Rule> rules = new ArrayList<>(BRIEF.rules());
    rules.add(
        new Rule(
            "itching",
            Concern.OTHER,
            List.of(
                new Rule.Case(
                    Urgency.SOON,
                    List.of(List.of(new Condition.Is("itch", List.of("yes")))),
                    Optional.empty()))));
    Protocol more = BriefProtocol.with(new Questions(questions), rules);

    assertThat(ProtocolDiff.between(BRIEF, more).orElseThrow().getFirst().story())
        .contains("itch yes. The level was self-care and is now soon (rule itching).");
    assertThat(ProtocolDiff.between(more, BRIEF).orElseThrow().getFirst().kind())
        .isEqualTo(Kind.LOWERED);
    assertThat(ContentDiff.between(BRIEF, more))
        .extracting(ContentDiff.Difference::path)
        .allSatisfy(path -> assertThat(path).startsWith("questions/itch/"))
        .isNotEmpty();
  }

  @Test
  void questions_with_other_answers_cannot_be_compared() {
    List<Question> questions = new ArrayList<>();
    for (Question question : BRIEF.questions()) {
      questions.add(
          question.id().equals("worry")
              ? new Question(
                  "worry",
                  false,
                  question.ifEmpty(),
                  new Answers.Scale(5),
                  new Unsure.CountsAs("2"))
              : question);
    }
    Protocol other = BriefProtocol.with(new Questions(questions), BRIEF.rules());

    assertThat(ProtocolDiff.between(BRIEF, other)).isEmpty();
    assertThat(ContentDiff.between(BRIEF, other))
        .extracting(ContentDiff.Difference::path)
        .allSatisfy(path -> assertThat(path).startsWith("questions/worry/"))
        .isNotEmpty();
  }

  private static List<ProtocolDiff.Change> changes(String id, UnaryOperator<Condition> change) {
    List<Rule> rules =
        BRIEF.rules().stream()
            .map(rule -> rule.id().equals(id) ? changed(rule, change) : rule)
            .toList();
    return ProtocolDiff.between(BRIEF, BriefProtocol.with(BRIEF.questions(), rules)).orElseThrow();
  }

  private static Rule changed(Rule rule, UnaryOperator<Condition> change) {
    return new Rule(
        rule.id(),
        rule.concern(),
        rule.cases().stream()
            .map(one ->
                new Rule.Case(
                    one.level(),
                    one.anyOf().stream().map(allOf -> allOf.stream().map(change).toList()).toList(),
                    one.askAgain()))
            .toList());
  }
}
