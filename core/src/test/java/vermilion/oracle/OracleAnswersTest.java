package vermilion.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What an empty answer, a question that was not asked, and "not sure" mean.
final class OracleAnswersTest {
  @Test
  void an_empty_look_misses_its_seven_questions_in_the_order_of_the_table() {
    assertThat(judge(Entry.of("check-in", "look", "2")).missing())
        .containsExactly(
            "vision", "airway", "colour", "colour-elsewhere", "pain", "pain-course", "numb");
  }

  @Test
  void an_empty_look_counts_as_the_worst_of_what_it_asks() {
    Verdict verdict = judge(Entry.of("check-in", "look", "2"));

    assertThat(verdict.level()).isEqualTo("emergency");
    assertThat(verdict.rules())
        .containsExactly("eye", "airway", "occlusion-colour", "occlusion-pain");
  }

  @Test
  void the_late_form_asks_its_fourteen_questions() {
    assertThat(judge(Entry.of("check-in", "late", "1440")).missing())
        .containsExactly(
            "vision",
            "airway",
            "colour",
            "pain",
            "skin",
            "swelling",
            "fever",
            "redness",
            "pus",
            "lump",
            "tint",
            "worry",
            "self-harm");
  }

  @Test
  void the_gate_asks_the_five_groups() {
    assertThat(judge(Entry.of("check-in", "gate", "100")).missing())
        .containsExactly(
            "vision",
            "stroke",
            "airway",
            "collapse",
            "hives",
            "colour",
            "colour-elsewhere",
            "pain",
            "pain-course",
            "skin",
            "swelling-course",
            "fever",
            "redness",
            "pus",
            "lump");
  }

  @Test
  void optional_questions_are_never_missing_and_have_no_effect() {
    Entry calm = Entry.calm("full", "30");

    assertThat(calm.answers()).doesNotContainKeys("cool", "refill", "other");
    assertThat(judge(calm).missing()).isEmpty();
    assertThat(judge(calm.with("cool", "unsure").with("refill", "unsure")).rules()).isEmpty();
  }

  @Test
  void bleeding_is_asked_before_72_hours_only() {
    assertThat(judge(calm("71.9999").without("bleeding")).missing()).containsExactly("bleeding");
    assertThat(judge(calm("71.9999").without("bleeding")).level()).isEqualTo("urgent");
    assertThat(judge(calm("72")).missing()).isEmpty();
    assertThat(calm("72").answers()).doesNotContainKey("bleeding");
  }

  @Test
  void the_tint_is_asked_in_full_from_day_14_only() {
    assertThat(judge(calm("336").without("tint")).missing()).containsExactly("tint");
    assertThat(calm("335.999").answers()).doesNotContainKey("tint");
  }

  @Test
  void the_course_of_pain_is_not_asked_at_pain_0() {
    assertThat(judge(calm("30").with("pain", "0")).missing()).isEmpty();
    assertThat(judge(calm("30").with("pain", "1")).missing()).containsExactly("pain-course");
    assertThat(judge(calm("30").with("pain", "1")).rules()).containsExactly("pain-rising");
  }

  @Test
  void a_pain_left_empty_is_ten_and_rising() {
    Verdict verdict = judge(calm("30").without("pain"));

    assertThat(verdict.missing()).containsExactly("pain", "pain-course");
    assertThat(verdict.rules()).containsExactly("occlusion-pain", "pain-stays", "pain-rising");
    assertThat(verdict.level()).isEqualTo("urgent");
  }

  @Test
  void a_worry_left_empty_is_three_and_self_harm_not_sure() {
    Verdict verdict = judge(calm("30").without("worry"));

    assertThat(verdict.missing()).containsExactly("worry", "self-harm");
    assertThat(verdict.rules()).containsExactly("distress");
    assertThat(verdict.level()).isEqualTo("same-day");
  }

  @Test
  void self_harm_left_empty_at_worry_three_is_not_sure() {
    Verdict verdict = judge(calm("30").with("worry", "3"));

    assertThat(verdict.missing()).containsExactly("self-harm");
    assertThat(verdict.level()).isEqualTo("same-day");
  }

  @Test
  void self_harm_is_not_asked_at_a_worry_that_is_not_sure() {
    assertThat(judge(calm("30").with("worry", "unsure")).missing()).isEmpty();
    assertThat(judge(calm("30").with("worry", "unsure")).level()).isEqualTo("self-care");
  }

  @Test
  void a_given_answer_counts_even_if_the_form_does_not_ask_it() {
    assertThat(judge(Entry.calm("look", "2").with("bleeding", "yes")).rules())
        .containsExactly("haematoma");
    assertThat(judge(Entry.calm("gate", "50").with("worry", "3")).level()).isEqualTo("soon");
  }

  @Test
  void a_half_filled_form_is_judged_for_what_it_says() {
    Entry half = Entry.of("check-in", "full", "6.5").with("colour", "pale").halfFilled();

    assertThat(judge(half).rules()).containsExactly("occlusion-colour");
    assertThat(judge(half).missing()).isEmpty();
    assertThat(judge(half.completed()).level()).isEqualTo("emergency");
  }

  @Test
  void not_sure_has_the_rank_of_the_table() {
    assertThat(rulesAt30("colour")).containsExactly("occlusion-colour");
    assertThat(rulesAt30("colour-elsewhere")).containsExactly("occlusion-colour");
    assertThat(rulesAt30("skin")).containsExactly("tissue");
    assertThat(rulesAt30("fever")).containsExactly("fever");
    assertThat(rulesAt30("redness")).isEmpty();
    assertThat(rulesAt30("lump")).containsExactly("lump-tender");
    assertThat(rulesAt30("numb")).containsExactly("numb");
    assertThat(rulesAt30("swelling")).isEmpty();
    assertThat(rulesAt30("swelling-course")).isEmpty();
    assertThat(rulesAt30("asymmetry")).isEmpty();
  }

  @Test
  void a_pain_that_is_not_sure_is_five() {
    Entry unsure = calm("30").with("pain", "unsure");

    assertThat(judge(unsure.with("pain-course", "easing")).rules()).isEmpty();
    assertThat(judge(unsure.with("pain-course", "steady")).rules()).containsExactly("pain-stays");
    assertThat(judge(unsure).missing()).containsExactly("pain-course");
  }

  @Test
  void the_worked_line_of_the_command_is_an_emergency_for_what_it_leaves_out() {
    Entry now = Entry.of("check-in", "full", "6.5").with("colour", "pale").with("pain", "3");
    Verdict verdict = SlowTriage.judge(Story.of(now, Entry.of("check-in", "look", "2")));

    assertThat(verdict.level()).isEqualTo("emergency");
    assertThat(verdict.rules()).startsWith("eye", "brain", "airway", "occlusion-colour");
    assertThat(verdict.missing()).startsWith("vision", "stroke");
    assertThat(verdict.hold()).isTrue();
  }

  @Test
  void hours_are_cut_to_the_second() {
    assertThat(Entry.secondsOf("47.99999")).isEqualTo(48 * 3600 - 1);
    assertThat(Entry.secondsOf("1.5")).isEqualTo(5400);
    assertThat(Entry.secondsOf("0.0002")).isZero();
  }

  private static List<String> rulesAt30(String unsure) {
    return judge(calm("30").with(unsure, "unsure")).rules();
  }

  private static Entry calm(String hours) {
    return Entry.calm("full", hours);
  }

  private static Verdict judge(Entry now) {
    return SlowTriage.judge(Story.of(now));
  }
}
