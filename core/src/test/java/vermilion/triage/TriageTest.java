package vermilion.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Facts;
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
}
