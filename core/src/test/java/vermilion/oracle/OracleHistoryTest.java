package vermilion.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What came before: baselines, earlier concerns, and worries that come back.
final class OracleHistoryTest {
  @Test
  void pain_up_by_two_against_an_answer_of_the_last_36_hours_is_urgent() {
    assertThat(rules(pain("40", "4"), pain("4", "2"))).containsExactly("occlusion-pain");
    assertThat(rules(pain("40", "4"), pain("4", "3"))).isEmpty();
    assertThat(rules(pain("40", "3"), pain("4", "1"))).isEmpty();
    assertThat(rules(pain("40.001", "4"), pain("4", "2"))).isEmpty();
  }

  @Test
  void an_answer_given_before_4_hours_is_no_baseline() {
    assertThat(rules(pain("39", "4"), pain("3.999", "0"))).isEmpty();
  }

  @Test
  void any_one_of_the_earlier_answers_can_show_the_rise() {
    assertThat(rules(pain("30", "4"), pain("10", "2"), pain("20", "4")))
        .containsExactly("occlusion-pain");
  }

  @Test
  void a_missing_earlier_pain_counts_as_none_and_cannot_hide_a_rise() {
    assertThat(rules(pain("30", "4"), full("20").without("pain")))
        .containsExactly("occlusion-pain");
  }

  @Test
  void an_earlier_pain_that_was_not_said_yet_is_no_baseline() {
    assertThat(rules(pain("30", "4"), full("20").without("pain").halfFilled())).isEmpty();
  }

  @Test
  void a_message_without_a_form_is_no_baseline() {
    Entry message = Entry.of("contact", "none", "20").about("numb");

    assertThat(rules(pain("30", "4"), message)).isEmpty();
    assertThat(rules(pain("30", "4"), message.with("pain", "0"))).isEmpty();
  }

  @Test
  void a_message_without_a_form_does_not_make_pain_rise_for_the_second_time() {
    Entry now = full("60").with("pain", "2").with("pain-course", "rising");
    Entry said = full("50").with("pain", "2").with("pain-course", "rising");
    Entry message = Entry.of("contact", "none", "50").with("pain-course", "rising");

    assertThat(SlowTriage.judge(Story.of(now, said)).level()).isEqualTo("same-day");
    assertThat(SlowTriage.judge(Story.of(now, message)).level()).isEqualTo("routine");
  }

  @Test
  void an_earlier_pain_that_was_not_sure_is_five() {
    Entry unsure = full("20").with("pain", "unsure").with("pain-course", "easing");

    assertThat(rules(pain("30", "6"), unsure)).isEmpty();
    assertThat(rules(full("30").with("pain", "unsure").with("pain-course", "easing"), unsure))
        .isEmpty();
  }

  @Test
  void rising_pain_that_an_earlier_answer_said_too_is_same_day() {
    Entry now = full("60").with("pain", "2").with("pain-course", "rising");

    assertThat(level(now)).isEqualTo("routine");
    assertThat(level(now, course("24", "rising"))).isEqualTo("same-day");
    assertThat(level(now, course("24", "returned"))).isEqualTo("same-day");
    assertThat(level(now, course("24", "unsure"))).isEqualTo("same-day");
    assertThat(level(now, course("24", "steady"))).isEqualTo("routine");
    assertThat(level(now, course("23.999", "rising"))).isEqualTo("routine");
    assertThat(level(now, course("24", "steady").without("pain-course"))).isEqualTo("routine");
  }

  @Test
  void a_cold_sore_within_7_days_of_an_occlusion_concern_counts_as_a_first_one() {
    Entry now = full("300").with("skin", "cold-sore").withColdSoreHistory(true);

    assertThat(rules(now, full("132").with("colour", "pale"))).containsExactly("cold-sore-first");
    assertThat(rules(now, full("131.999").with("colour", "pale"))).containsExactly("cold-sore");
    assertThat(rules(now, full("200").with("colour", "bruised")))
        .containsExactly("cold-sore-first");
    assertThat(rules(now, full("200").with("numb", "yes"))).containsExactly("cold-sore");
  }

  @Test
  void an_earlier_cold_sore_is_judged_with_its_own_history() {
    Entry pale = full("50").with("colour", "pale");
    Entry first = full("200").with("skin", "cold-sore").withColdSoreHistory(true);
    Entry second = full("300").with("skin", "cold-sore").withColdSoreHistory(true);

    assertThat(rules(second, first)).containsExactly("cold-sore");
    // The first one was itself an occlusion concern: it came within 7 days of the pale colour.
    assertThat(rules(second, first, pale)).containsExactly("cold-sore-first");
  }

  @Test
  void a_message_without_a_form_is_at_least_soon() {
    Entry message = Entry.of("contact", "none", "20").about("look");

    assertThat(level(message)).isEqualTo("soon");
    assertThat(rules(message)).isEmpty();
    assertThat(SlowTriage.judge(Story.of(message)).missing()).isEmpty();
  }

  @Test
  void the_second_contact_in_24_hours_goes_one_class_up() {
    assertThat(level(numb("50"))).isEqualTo("same-day");
    assertThat(level(numb("50"), numb("26"))).isEqualTo("urgent");
    assertThat(level(numb("50"), numb("25.999"))).isEqualTo("same-day");
    assertThat(rules(numb("50"), numb("26"))).containsExactly("numb");
  }

  @Test
  void the_second_contact_about_something_routine_is_soon() {
    assertThat(level(uneven("50"))).isEqualTo("routine");
    assertThat(level(uneven("50"), uneven("40"))).isEqualTo("soon");
  }

  @Test
  void the_third_contact_in_24_hours_is_at_least_same_day() {
    assertThat(level(uneven("50"), uneven("40"), uneven("45"))).isEqualTo("same-day");
    assertThat(level(numb("50"), numb("40"), numb("45"))).isEqualTo("urgent");
  }

  @Test
  void a_second_contact_goes_at_most_to_urgent() {
    Entry pus = full("50").asContact().with("redness", "spreading");

    assertThat(level(pus, pus.at(Entry.secondsOf("40")))).isEqualTo("urgent");
  }

  @Test
  void contacts_within_60_minutes_of_the_first_are_one() {
    assertThat(level(uneven("51"), uneven("50"))).isEqualTo("routine");
    assertThat(level(uneven("51.001"), uneven("50"))).isEqualTo("soon");
    // The third is more than an hour after the first: the sixty minutes do not slide.
    assertThat(level(uneven("51.5"), uneven("50"), uneven("50.9"))).isEqualTo("soon");
    assertThat(level(uneven("51"), uneven("50"), uneven("50.5"))).isEqualTo("routine");
  }

  @Test
  void a_human_answer_between_makes_two_contacts_of_one() {
    assertThat(level(uneven("50.5"), uneven("50"), Entry.answered("50.2"))).isEqualTo("soon");
    assertThat(level(uneven("50.5"), Entry.answered("49"), uneven("50"))).isEqualTo("routine");
  }

  @Test
  void contacts_about_different_concerns_do_not_add_up() {
    assertThat(level(uneven("50"), numb("40"))).isEqualTo("routine");
  }

  @Test
  void a_check_in_is_not_a_contact() {
    assertThat(level(uneven("50"), full("40").with("asymmetry", "marked"))).isEqualTo("routine");
    assertThat(level(full("50").with("asymmetry", "marked"), uneven("40"))).isEqualTo("routine");
  }

  @Test
  void the_second_contact_about_occlusion_within_72_hours_is_urgent() {
    Entry steady = full("100").with("pain", "5").with("pain-course", "steady").asContact();
    Entry before = full("28").with("colour-elsewhere", "bruised").asContact();

    assertThat(level(steady)).isEqualTo("same-day");
    assertThat(level(steady, before)).isEqualTo("urgent");
    assertThat(level(steady.at(Entry.secondsOf("100.001")), before)).isEqualTo("same-day");
  }

  @Test
  void a_second_contact_about_a_bruise_with_little_pain_is_same_day() {
    Entry bruise = full("28").with("colour", "bruised").with("pain", "0").asContact();
    Entry again = full("90").with("colour", "bruised").asContact();

    assertThat(level(bruise)).isEqualTo("routine");
    assertThat(level(again, bruise)).isEqualTo("same-day");
    assertThat(level(again, bruise.with("pain", "4").with("pain-course", "easing")))
        .isEqualTo("urgent");
    assertThat(level(again, bruise.without("pain").halfFilled())).isEqualTo("urgent");
    assertThat(level(again.with("numb", "yes"), bruise)).isEqualTo("urgent");
  }

  @Test
  void a_second_message_that_names_occlusion_is_urgent() {
    Entry message = Entry.of("contact", "none", "20").about("occlusion");

    assertThat(level(message.at(Entry.secondsOf("80")), message)).isEqualTo("urgent");
  }

  @Test
  void a_message_is_about_what_it_names_also_when_a_rule_fires_in_it() {
    Entry words = Entry.of("contact", "none", "80").about("occlusion").with("other", "it is white");
    Entry before = Entry.of("contact", "none", "20").about("occlusion");

    assertThat(level(words)).isEqualTo("soon");
    assertThat(level(words, before)).isEqualTo("urgent");
  }

  @Test
  void a_message_that_names_occlusion_makes_a_cold_sore_a_first_one() {
    Entry now = full("300").with("skin", "cold-sore").withColdSoreHistory(true);
    Entry message = Entry.of("contact", "none", "132");

    assertThat(rules(now, message.about("occlusion"))).containsExactly("cold-sore-first");
    assertThat(rules(now, message.about("look"))).containsExactly("cold-sore");
  }

  @Test
  void a_message_that_names_nothing_is_about_other() {
    Entry message = Entry.of("contact", "none", "20");
    Entry other = message.about("other").at(Entry.secondsOf("30"));

    assertThat(level(other, message)).isEqualTo("same-day");
  }

  private static Entry full(String hours) {
    return Entry.calm("full", hours);
  }

  private static Entry pain(String hours, String pain) {
    return full(hours).with("pain", pain).with("pain-course", "easing");
  }

  private static Entry course(String hours, String course) {
    return full(hours).with("pain", "1").with("pain-course", course);
  }

  private static Entry numb(String hours) {
    return full(hours).with("numb", "yes").asContact();
  }

  private static Entry uneven(String hours) {
    return full(hours).with("asymmetry", "marked").asContact();
  }

  private static List<String> rules(Entry now, Entry... earlier) {
    return SlowTriage.judge(Story.of(now, earlier)).rules();
  }

  private static String level(Entry now, Entry... earlier) {
    return SlowTriage.judge(Story.of(now, earlier)).level();
  }
}
