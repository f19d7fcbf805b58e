package vermilion.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Concern;
import vermilion.clinical.Facts;
import vermilion.clinical.Questions;
import vermilion.clinical.Urgency;
import vermilion.time.Elapsed;

class TriageTest {

  private static final Triage TRIAGE = BriefRules.triage();

  private static Situation checkIn(long hours, boolean complete, String... answers) {
    AnswerSheet.Builder sheet = new AnswerSheet.Builder(TRIAGE.questions());
    for (int i = 0; i < answers.length; i += 2) {
      assertThat(sheet.answer(answers[i], answers[i + 1])).isEmpty();
    }
    return new Situation(
        hours * 3600,
        Timing.at(Elapsed.ofHours(hours)),
        Report.CHECK_IN,
        "full",
        complete,
        Optional.empty(),
        Facts.UNKNOWN,
        sheet.sheet(),
        History.NONE);
  }

  @Test
  void two_answers_of_a_completed_form_leave_the_rest_at_their_worst() {
    Assessment assessment = TRIAGE.assess(checkIn(6, true, "colour", "pale", "pain", "3"));
    assertThat(assessment.level()).isEqualTo(Urgency.EMERGENCY);
    assertThat(assessment.rules()).startsWith("eye", "brain", "airway", "occlusion-colour");
    assertThat(assessment.missing()).startsWith("vision", "stroke").doesNotContain("cool", "other");
    assertThat(assessment.hold()).isTrue();
  }

  @Test
  void a_half_filled_form_is_triaged_for_what_it_says() {
    Assessment assessment = TRIAGE.assess(checkIn(6, false, "colour", "bruised", "pain", "3"));
    assertThat(assessment.level()).isEqualTo(Urgency.ROUTINE);
    assertThat(assessment.rules()).containsExactly("bruise");
    assertThat(assessment.missing()).isEmpty();
    assertThat(assessment.askAgain()).containsExactly(AskAgain.once("full", 120));
  }

  @Test
  void an_unknown_hour_counts_as_the_worst_hour() {
    Situation known = checkIn(700, false, "colour", "pale");
    assertThat(TRIAGE.assess(known).level()).isEqualTo(Urgency.SAME_DAY);
    Situation unknown =
        new Situation(
            known.atSecond(),
            Timing.unknown(),
            known.report(),
            known.form(),
            known.complete(),
            known.named(),
            known.facts(),
            known.answers(),
            known.history());
    Assessment assessment = TRIAGE.assess(unknown);
    assertThat(assessment.level()).isEqualTo(Urgency.URGENT);
    assertThat(assessment.rules()).isEqualTo(List.of("occlusion-colour", "late-colour"));
  }

  private static Situation changed(Situation was, Report report, String form, Timing timing) {
    return new Situation(
        was.atSecond(),
        timing,
        report,
        form,
        was.complete(),
        was.named(),
        was.facts(),
        was.answers(),
        was.history());
  }

  @Test
  void at_an_unknown_hour_everything_is_asked_that_any_hour_asks() {
    Situation known = checkIn(100, true);
    Timing unknown = Timing.unknown();

    assertThat(TRIAGE.assess(known).missing()).contains("fever").doesNotContain("bleeding", "tint");
    assertThat(TRIAGE.assess(changed(known, Report.CHECK_IN, "full", unknown)).missing())
        .contains("fever", "bleeding", "tint");
  }

  @Test
  void what_fired_is_told_worst_first_and_then_in_the_order_of_the_protocol() {
    Assessment assessment =
        TRIAGE.assess(
            checkIn(
                30,
                false,
                "vision",
                "yes",
                "numb",
                "yes",
                "asymmetry",
                "marked",
                "colour",
                "bruised"));

    assertThat(assessment.rules()).containsExactly("eye", "numb", "uneven", "bruise");
    assertThat(assessment.fired())
        .extracting(Assessment.Fired::level)
        .containsExactly(Urgency.EMERGENCY, Urgency.SAME_DAY, Urgency.ROUTINE, Urgency.ROUTINE);
    assertThat(assessment.concerns())
        .contains(Concern.NUMB, Concern.LOOK)
        .doesNotContain(Concern.LUMP);
  }

  @Test
  void forms_and_rules_are_known_by_their_ids() {
    assertThat(TRIAGE.hasForm("full")).isTrue();
    assertThat(TRIAGE.hasForm("none")).isTrue();
    assertThat(TRIAGE.hasForm("empty")).isFalse();
    assertThat(TRIAGE.ruleIds()).contains("eye", "uneven").doesNotHaveDuplicates();
  }

  @Test
  void what_is_no_report_under_this_protocol_is_refused() {
    Situation known = checkIn(6, false);

    assertThatThrownBy(() -> TRIAGE.assess(changed(known, Report.ANSWERED, "full", known.timing())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a human's answer");
    assertThatThrownBy(() -> TRIAGE.assess(changed(known, Report.CHECK_IN, "fill", known.timing())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no form has the id fill");
    Triage floor = Triage.of(new Questions(FloorQuestions.ALL), List.of(), List.of());
    assertThatThrownBy(() -> floor.assess(known))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("questions of another protocol");
    assertThatThrownBy(() -> Triage.of(new Questions(List.of()), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("safety floor");
  }
}
