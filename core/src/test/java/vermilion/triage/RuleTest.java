package vermilion.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Concern;
import vermilion.clinical.Facts;
import vermilion.clinical.Filler;
import vermilion.clinical.Form;
import vermilion.clinical.Questions;
import vermilion.clinical.Trigger;
import vermilion.clinical.Urgency;
import vermilion.time.Elapsed;

/// The grammar of rules: every kind of condition, its bounds, and what it is once widened.
final class RuleTest {

  private static final Facts PLAIN = new Facts(Filler.HYALURONIC_ACID, false, false, List.of());

  private static Triage triage(List<Condition> allOf) {
    Rule rule = new Rule("mine", Concern.LOOK, List.of(Term.when(Urgency.SOON, allOf)));
    return Triage.of(BriefForms.QUESTIONS, BriefForms.FORMS, List.of(rule));
  }

  private static AnswerSheet sheet(Questions questions, String... answers) {
    AnswerSheet.Builder sheet = new AnswerSheet.Builder(questions);
    for (int i = 0; i < answers.length; i += 2) {
      assertThat(sheet.answer(answers[i], answers[i + 1])).isEmpty();
    }
    return sheet.sheet();
  }

  /// What is so when an answer is given.
  private record Then(Report report, long hour, Facts facts, History history) {}

  private static Situation at(Triage triage, Then then, String... answers) {
    return new Situation(
        then.hour * 3600,
        Timing.at(Elapsed.ofHours(then.hour)),
        then.report,
        "full",
        false,
        Optional.empty(),
        then.facts,
        sheet(triage.questions(), answers),
        then.history);
  }

  private static boolean fires(Condition condition, Facts facts, String... answers) {
    Triage triage = triage(List.of(condition));
    return triage
        .assess(at(triage, new Then(Report.CHECK_IN, 400, facts, History.NONE), answers))
        .rules()
        .contains("mine");
  }

  private static boolean fires(Condition condition, String... answers) {
    return fires(condition, PLAIN, answers);
  }

  @Test
  void a_condition_about_an_answer_is_false_while_nothing_is_known() {
    assertThat(fires(Term.atLeast("lump", "none"))).isFalse();
    assertThat(fires(Term.atLeast("lump", "none"), "lump", "none")).isTrue();
    assertThat(fires(Term.atLeast("lump", "firm"), "lump", "soft")).isFalse();
    assertThat(fires(Term.is("lump", "firm"))).isFalse();
    assertThat(fires(Term.is("lump", "firm"), "lump", "tender")).isFalse();
    assertThat(fires(new Condition.Below("lump", "firm"))).isFalse();
    assertThat(fires(new Condition.Below("lump", "firm"), "lump", "soft")).isTrue();
    assertThat(fires(new Condition.Below("lump", "firm"), "lump", "firm")).isFalse();
    assertThat(fires(Term.not(Term.is("lump", "firm")))).isTrue();
    assertThat(fires(Term.not(Term.is("lump", "firm")), "lump", "firm")).isFalse();
  }

  @Test
  void hours_are_from_and_before() {
    assertThat(fires(Term.fromHour(400))).isTrue();
    assertThat(fires(Term.fromHour(401))).isFalse();
    assertThat(fires(new Condition.Before(Elapsed.ofHours(401)))).isTrue();
    assertThat(fires(new Condition.Before(Elapsed.ofHours(400)))).isFalse();
  }

  @Test
  void facts_of_the_record_are_conditions() {
    Facts known = new Facts(Filler.POLY_L_LACTIC_ACID, true, true, List.of(Trigger.VACCINE));
    for (Condition condition :
        List.of(
            new Condition.ColdSoreHistory(),
            new Condition.RecentTrigger(),
            new Condition.HyaluronidaseGiven(),
            new Condition.FillerIs(List.of(Filler.POLY_L_LACTIC_ACID)))) {
      assertThat(fires(condition, known)).as(condition.toString()).isTrue();
      assertThat(fires(condition, PLAIN)).as(condition.toString()).isFalse();
    }
  }

  @Test
  void inputs_are_the_questions_that_a_rule_reads() {
    Triage triage =
        triage(
            List.of(
                Term.atLeast("lump", "none"),
                Term.not(Term.is("skin", "black")),
                new Condition.Below("pain", "9"),
                Term.fromHour(1),
                new Condition.FillerIs(List.of(Filler.HYALURONIC_ACID))));
    Assessment assessment =
        triage.assess(
            at(
                triage,
                new Then(Report.CHECK_IN, 5, PLAIN, History.NONE),
                "lump",
                "none",
                "pain",
                "1"));

    assertThat(assessment.fired())
        .containsExactly(
            new Assessment.Fired(
                "mine", Urgency.SOON, Concern.LOOK, List.of("lump", "skin", "pain")));
    assertThat(assessment).hasToString("Assessment[soon [mine] missing [] []]");
  }

  // What a contact is counted about (docs/decisions/0012).

  /// Whether the second of two contacts counts as a second one, the first having fired the rule.
  private static boolean counts(Condition condition, String[] first, String... second) {
    Triage triage = triage(List.of(condition));
    Situation before = at(triage, new Then(Report.CONTACT, 300, PLAIN, History.NONE), first);
    Assessment assessed = triage.assess(before);
    assertThat(assessed.rules()).contains("mine");
    History history = History.NONE.plus(before, assessed);
    return triage
        .assess(at(triage, new Then(Report.CONTACT, 302, PLAIN, history), second))
        .raises()
        .contains(new Assessment.Raise(Assessment.Reason.SECOND_CONTACT, Concern.LOOK));
  }

  @Test
  void a_contact_with_worse_answers_is_counted_as_one_with_milder_ones() {
    String[] soft = {"lump", "soft"};
    assertThat(counts(Term.is("lump", "soft"), soft, "lump", "inflamed")).isTrue();
    assertThat(counts(new Condition.Below("lump", "firm"), soft, "lump", "inflamed")).isTrue();
    assertThat(counts(Term.not(Term.atLeast("lump", "firm")), soft, "lump", "tender")).isTrue();
    assertThat(counts(Term.not(Term.is("lump", "firm")), soft, "lump", "firm")).isTrue();
    assertThat(counts(Term.atLeast("lump", "soft"), soft, "lump", "firm")).isTrue();
    assertThat(counts(Term.not(Term.not(Term.is("lump", "soft"))), soft, "lump", "firm")).isTrue();
    Condition rose = new Condition.RoseBy("pain", 2, Elapsed.ofHours(36), Elapsed.ofHours(4));
    assertThat(counts(Term.not(rose), soft, "pain", "9")).isTrue();
  }

  @Test
  void a_contact_with_milder_answers_is_not_counted_as_one_with_worse_ones() {
    String[] firm = {"lump", "firm"};
    assertThat(counts(Term.is("lump", "firm"), firm, "lump", "soft")).isFalse();
    assertThat(counts(Term.atLeast("lump", "firm"), firm, "lump", "soft")).isFalse();
    assertThat(counts(Term.not(Term.is("lump", "none")), firm, "lump", "none")).isFalse();
    assertThat(counts(Term.not(new Condition.Below("lump", "firm")), firm, "lump", "soft"))
        .isFalse();
    assertThat(counts(Term.is("lump", "firm"), firm)).isFalse();
    assertThat(counts(new Condition.Below("lump", "tender"), firm)).isFalse();
  }

  @Test
  void an_inflamed_lump_is_still_a_second_contact_about_the_lump() {
    Triage triage = BriefRules.triage();
    Situation first =
        at(triage, new Then(Report.CONTACT, 190, PLAIN, History.NONE), "lump", "tender");
    History history = History.NONE.plus(first, triage.assess(first));
    Assessment tender =
        triage.assess(
            at(
                triage,
                new Then(Report.CONTACT, 200, PLAIN, history),
                "numb",
                "yes",
                "lump",
                "tender"));
    Assessment inflamed =
        triage.assess(
            at(
                triage,
                new Then(Report.CONTACT, 200, PLAIN, history),
                "numb",
                "yes",
                "lump",
                "inflamed"));

    assertThat(tender.level()).isEqualTo(Urgency.URGENT);
    assertThat(inflamed.level()).isEqualTo(Urgency.URGENT);
    assertThat(inflamed.concerns()).containsExactly(Concern.INFECTION, Concern.NUMB);
  }

  @Test
  void a_cold_sore_that_is_not_asked_about_elsewhere_is_a_first_one() {
    Triage triage = BriefRules.triage();
    Facts coldSores = new Facts(Filler.HYALURONIC_ACID, true, false, List.of());
    String[] answers = {"skin", "cold-sore", "colour", "usual", "pain", "1"};
    Situation half = at(triage, new Then(Report.CHECK_IN, 800, coldSores, History.NONE), answers);

    assertThat(triage.assess(half).rules()).containsExactly("cold-sore-first");
    assertThat(triage.assess(half).level()).isEqualTo(Urgency.SAME_DAY);
    assertThat(triage.assess(half).missing()).isEmpty();
  }

  // Bounds and mistakes.

  @Test
  void a_rule_has_cases_alternatives_and_conditions_within_bounds() {
    List<Condition> one = List.of(Term.fromHour(1));
    Rule.Case single = Term.when(Urgency.SOON, one);
    assertThatThrownBy(() -> new Rule("r", Concern.LOOK, List.of()))
        .hasMessage("rule r has 0 cases, expected 1 to 16");
    assertThatThrownBy(() -> new Rule("r", Concern.LOOK, Collections.nCopies(17, single)))
        .hasMessageContaining("17 cases");
    assertThatThrownBy(() -> Term.when(Urgency.SOON, List.<List<Condition>>of()))
        .hasMessage("a case has 0 alternatives, expected 1 to 32");
    assertThatThrownBy(() -> Term.when(Urgency.SOON, Collections.nCopies(33, one)))
        .hasMessageContaining("33 alternatives");
    assertThatThrownBy(() -> Term.when(Urgency.SOON, List.of(List.of())))
        .hasMessage("an alternative has 0 conditions, expected 1 to 32");
    assertThatThrownBy(
            () -> Term.when(Urgency.SOON, List.of(Collections.nCopies(33, one.getFirst()))))
        .hasMessageContaining("33 conditions");
    assertThat(new Rule("r", Concern.LOOK, Collections.nCopies(16, single)).cases()).hasSize(16);
    assertThat(
            Term.when(
                    Urgency.SOON, Collections.nCopies(32, Collections.nCopies(32, one.getFirst())))
                .anyOf())
        .hasSize(32);
  }

  @Test
  void a_look_that_is_asked_for_comes_within_a_day() {
    for (int[] wrong : new int[][] {{0, 0, 5}, {5, -1, 5}, {6, 0, 5}, {5, 0, 1441}}) {
      assertThatThrownBy(() -> new AskAgain("full", wrong[0], wrong[1], wrong[2]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("asks again after " + wrong[0]);
    }
    assertThat(new AskAgain("full", 1, 0, 1440).everyMinutes()).isZero();
    assertThat(AskAgain.once("full", 1440).untilMinutes()).isEqualTo(1440);
  }

  @Test
  void a_rule_or_form_about_nothing_that_there_is_is_refused() {
    assertThatThrownBy(() -> triage(List.of(Term.is("lumps", "soft"))))
        .hasMessage("no question has the id lumps");
    assertThatThrownBy(() -> triage(List.of(Term.is("lump", "big"))))
        .hasMessage("big is no answer of lump");
    for (Form.Item item :
        List.of(
            Form.Item.always("lumps"),
            new Form.Item(
                "lump",
                Elapsed.ofHours(0),
                Optional.empty(),
                Optional.of(new Form.OnlyIf("lumps", "soft"))))) {
      Form form = new Form("f", List.of(new Form.Group("g", List.of(item))));
      assertThatThrownBy(() -> Triage.of(BriefForms.QUESTIONS, List.of(form), List.of()))
          .hasMessage("no question has the id lumps");
    }
    Form.Item onlyIf =
        new Form.Item(
            "lump",
            Elapsed.ofHours(0),
            Optional.empty(),
            Optional.of(new Form.OnlyIf("pain", "11")));
    Form form = new Form("f", List.of(new Form.Group("g", List.of(onlyIf))));
    assertThatThrownBy(() -> Triage.of(BriefForms.QUESTIONS, List.of(form), List.of()))
        .hasMessage("11 is no answer of pain");
  }

  @Test
  void a_situation_that_cannot_be_assessed_is_a_mistake_of_ours() {
    Triage triage = BriefRules.triage();
    Situation calm = at(triage, new Then(Report.CHECK_IN, 5, PLAIN, History.NONE));
    Situation answered = at(triage, new Then(Report.ANSWERED, 5, PLAIN, History.NONE));
    assertThatThrownBy(() -> triage.assess(answered)).hasMessageContaining("carries nothing");
    Situation unknownForm =
        new Situation(
            0,
            calm.timing(),
            Report.CHECK_IN,
            "fulll",
            true,
            Optional.empty(),
            PLAIN,
            calm.answers(),
            History.NONE);
    assertThatThrownBy(() -> triage.assess(unknownForm)).hasMessage("no form has the id fulll");
    Questions others = new Questions(SafetyFloor.questions());
    Situation elsewhere =
        new Situation(
            0,
            calm.timing(),
            Report.CHECK_IN,
            "full",
            true,
            Optional.empty(),
            PLAIN,
            AnswerSheet.empty(others),
            History.NONE);
    assertThatThrownBy(() -> triage.assess(elsewhere))
        .hasMessage("the answers belong to the questions of another protocol");
    assertThat(triage.hasForm("none")).isTrue();
    assertThat(triage.hasForm("full")).isTrue();
    assertThat(triage.hasForm("fulll")).isFalse();
  }

  @Test
  void a_history_has_an_end() {
    History history = History.NONE;
    for (int i = 0; i < History.MOST; i++) {
      history = history.plusAnswered(i);
    }
    History full = history;
    assertThat(full.size()).isEqualTo(History.MOST);
    assertThatThrownBy(() -> full.plusAnswered(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("at most 10000");
  }
}
