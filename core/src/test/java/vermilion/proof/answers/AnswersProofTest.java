package vermilion.proof.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Urgency;
import vermilion.proof.Counterexample;
import vermilion.proof.Findings;
import vermilion.proof.Property;
import vermilion.proof.Proved;
import vermilion.time.Elapsed;
import vermilion.triage.BriefForms;
import vermilion.triage.BriefRules;
import vermilion.triage.Condition;
import vermilion.triage.Rule;
import vermilion.triage.SafetyFloor;

final class AnswersProofTest {

  private static final List<Rule> BRIEF = SafetyFloor.under(BriefRules.RULES);

  @Test
  void the_rules_of_the_brief_are_proved() {
    Findings findings = decide(BRIEF);

    assertThat(findings.broken()).isEmpty();
    assertThat(findings.notices()).isEmpty();
    assertThat(findings.proved())
        .extracting(Proved::property)
        .containsExactly(
            Property.TOTAL, Property.TOTAL, Property.FLOOR, Property.MONOTONE, Property.MONOTONE);
    assertThat(findings.proved().getFirst().states().bitLength()).isGreaterThan(64);
  }

  @Test
  void a_rule_of_the_floor_that_is_gone_is_missed_in_the_smallest_state() {
    List<Rule> without = BRIEF.stream().filter(rule -> !rule.id().equals("eye")).toList();

    Counterexample told = only(decide(without), Property.FLOOR);

    assertThat(told.story())
        .isEqualTo(
            "Hour 0, form full: vision yes. The level is self-care,"
                + " although the safety floor says emergency (rule eye).");
    assertThat(told.rules()).containsExactly("eye");
    assertThat(told.situation().text()).contains("\"hours\":0", "\"vision\":\"yes\"");
  }

  @Test
  void a_threshold_that_is_one_too_high_is_found() {
    List<Rule> later =
        changed(
            "occlusion-pain",
            condition ->
                condition.equals(new Condition.AtLeast("pain", "7"))
                    ? new Condition.AtLeast("pain", "8")
                    : condition);

    Counterexample told = only(decide(later), Property.FLOOR);

    assertThat(told.story())
        .contains("pain 7")
        .contains("although the safety floor says urgent (rule occlusion-pain)")
        .doesNotContain("Not confirmed");
  }

  @Test
  void a_rise_that_is_looked_back_for_too_short_is_told_with_its_history() {
    List<Rule> shorter =
        changed(
            "occlusion-pain",
            condition ->
                condition instanceof Condition.RoseBy rose
                    ? new Condition.RoseBy(
                        rose.question(), rose.by(), Elapsed.ofHours(24), rose.givenFrom())
                    : condition);

    Counterexample told = only(decide(shorter), Property.FLOOR);

    assertThat(told.story()).contains("pain was 2 in the last 36 h").doesNotContain("Not conf");
    assertThat(told.situation().text()).contains("\"earlier\":[{");
  }

  @Test
  void a_rise_against_answers_from_an_hour_sooner_is_above_the_floor() {
    List<Rule> sooner = risesFrom(3);

    assertThat(decide(sooner).broken()).isEmpty();
  }

  @Test
  void a_rise_against_answers_from_an_hour_later_is_told_with_an_answer_between_both() {
    Counterexample told = only(decide(risesFrom(5)), Property.FLOOR);

    assertThat(told.story()).contains("pain was 2").doesNotContain("Not confirmed");
  }

  private static List<Rule> risesFrom(int hour) {
    return changed(
        "occlusion-pain",
        condition ->
            condition instanceof Condition.RoseBy rose
                ? new Condition.RoseBy(
                    rose.question(), rose.by(), rose.within(), Elapsed.ofHours(hour))
                : condition);
  }

  @Test
  void a_rule_that_ends_when_an_answer_gets_worse_is_found() {
    List<Rule> ending = changed("lump-tender", condition -> condition);
    Rule own =
        rule("numb-and-small", Urgency.SAME_DAY, new Condition.Is("asymmetry", List.of("slight")));
    List<Rule> rules = new ArrayList<>(ending);
    rules.add(own);

    Counterexample told = only(decide(rules), Property.MONOTONE);

    assertThat(told.story())
        .isEqualTo(
            "Hour 0, form full: asymmetry slight. The level is same-day (rule numb-and-small)."
                + " With asymmetry marked instead of asymmetry slight"
                + " it is only routine (rule uneven).");
    assertThat(told.situation().text()).contains("\"before\":{", "\"after\":{");
  }

  @Test
  void answers_that_worry_equally_and_weigh_differently_are_found() {
    List<Rule> rules = new ArrayList<>(BRIEF);
    rules.add(rule("scab", Urgency.EMERGENCY, new Condition.Is("skin", List.of("scab"))));

    assertThat(only(decide(rules), Property.MONOTONE).rules()).startsWith("scab");
  }

  @Test
  void more_history_that_lowers_a_level_is_found() {
    List<Rule> rules = new ArrayList<>(BRIEF);
    rules.add(
        rule(
            "first-time",
            Urgency.SAME_DAY,
            new Condition.Is("tint", List.of("yes")),
            new Condition.Not(new Condition.ConcernBefore(Concern.INFECTION, Elapsed.ofDays(3)))));

    Counterexample told = only(decide(rules), Property.MONOTONE);

    assertThat(told.story())
        .contains("With a concern about infection was raised in the last 72 h instead of")
        .doesNotContain("Not confirmed");
  }

  @Test
  void a_question_that_is_only_asked_later_and_lowers_a_level_is_found() {
    List<Rule> rules = new ArrayList<>(BRIEF);
    rules.add(
        rule(
            "not-asked",
            Urgency.URGENT,
            new Condition.Not(new Condition.AtLeast("self-harm", "no")),
            new Condition.AtLeast("worry", "2")));

    Counterexample told = only(decide(rules), Property.MONOTONE);

    assertThat(told.story())
        .contains("worry 3 instead of worry 2, and self-harm unsure instead of");
  }

  @Test
  void a_rule_that_can_never_fire_is_found() {
    List<Rule> rules = new ArrayList<>(BRIEF);
    rules.add(
        rule(
            "never",
            Urgency.SOON,
            new Condition.From(Elapsed.ofHours(48)),
            new Condition.Before(Elapsed.ofHours(24))));

    Findings findings = decide(rules);

    assertThat(only(findings, Property.TOTAL).story()).startsWith("Rule never can never fire");
    assertThat(findings.notices()).containsExactly("rule never, case 1, line 1 can never hold");
  }

  @Test
  void a_level_that_no_answer_has_is_found() {
    List<Rule> rules = BRIEF.stream().map(AnswersProofTest::withoutRoutine).toList();

    assertThat(only(decide(rules), Property.TOTAL).story())
        .isEqualTo("No answers have the level routine; its words would never be read.");
  }

  @Test
  void a_rule_that_never_decides_alone_is_told() {
    List<Rule> rules = new ArrayList<>(BRIEF);
    rules.add(rule("in-the-shade", Urgency.URGENT, new Condition.AtLeast("pain", "9")));

    Findings findings = decide(rules);

    assertThat(findings.broken()).isEmpty();
    assertThat(findings.notices())
        .containsExactly("rule in-the-shade never decides alone: another one is always as urgent");
  }

  @Test
  void a_question_of_the_floor_that_is_missing_or_means_something_else_is_told() {
    List<Question> asked = new ArrayList<>();
    for (Question one : BriefForms.QUESTIONS) {
      if (one.id().equals("vision")) {
        asked.add(
            new Question("vision", true, Question.IfEmpty.OPTIONAL, one.answers(), one.unsure()));
      } else if (!one.id().equals("pain")) {
        asked.add(one);
      }
    }

    Findings findings =
        AnswersProof.decide(
            AnswersProof.Subject.ofTable(new Questions(asked), BriefForms.FORMS, BRIEF));

    assertThat(findings.proved()).isEmpty();
    assertThat(findings.broken())
        .extracting(Counterexample::property)
        .containsExactly(Property.FLOOR, Property.FLOOR);
    assertThat(findings.broken())
        .extracting(Counterexample::story)
        .anySatisfy(story ->
            assertThat(story)
                .isEqualTo("The safety floor cannot be read: question pain is missing."))
        .anySatisfy(story -> assertThat(story).contains("question vision differs"));
  }

  private static Findings decide(List<Rule> rules) {
    return AnswersProof.decide(
        AnswersProof.Subject.ofTable(BriefForms.QUESTIONS, BriefForms.FORMS, rules));
  }

  private static Counterexample only(Findings findings, Property property) {
    assertThat(findings.broken()).extracting(Counterexample::property).containsOnly(property);
    return findings.broken().getFirst();
  }

  private static Rule rule(String id, Urgency level, Condition... allOf) {
    return new Rule(
        id,
        Concern.OTHER,
        List.of(new Rule.Case(level, List.of(List.of(allOf)), Optional.empty())));
  }

  private static Rule withoutRoutine(Rule rule) {
    return new Rule(
        rule.id(),
        rule.concern(),
        rule.cases().stream()
            .map(one ->
                one.level() == Urgency.ROUTINE
                    ? new Rule.Case(Urgency.SOON, one.anyOf(), one.askAgain())
                    : one)
            .toList());
  }

  /// The rules with each condition of one of them changed.
  private static List<Rule> changed(String id, UnaryOperator<Condition> change) {
    return BRIEF.stream()
        .map(rule ->
            rule.id().equals(id)
                ? new Rule(
                    id,
                    rule.concern(),
                    rule.cases().stream().map(one -> changed(one, change)).toList())
                : rule)
        .toList();
  }

  private static Rule.Case changed(Rule.Case one, UnaryOperator<Condition> change) {
    return new Rule.Case(
        one.level(),
        one.anyOf().stream().map(allOf -> allOf.stream().map(change).toList()).toList(),
        one.askAgain());
  }
}
