package vermilion.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The rule table of the brief, worked by hand, one or more facts a rule.
final class OracleTest {
  @Test
  void a_calm_check_in_is_self_care_and_holds_nothing() {
    for (String form : new String[] {"full", "look", "late", "gate"}) {
      Verdict verdict = judge(Entry.calm(form, "30"));

      assertThat(verdict.level()).isEqualTo("self-care");
      assertThat(verdict.rules()).isEmpty();
      assertThat(verdict.missing()).isEmpty();
      assertThat(verdict.hold()).isFalse();
    }
  }

  @Test
  void eye_vision_is_an_emergency_at_any_hour() {
    only("eye", "emergency", Entry.calm("look", "2").with("vision", "yes"));
    only("eye", "emergency", Entry.calm("late", "8640").with("vision", "unsure"));
  }

  @Test
  void brain_stroke_is_an_emergency() {
    only("brain", "emergency", full("6").with("stroke", "yes"));
  }

  @Test
  void airway_and_collapse_are_an_emergency_at_any_hour() {
    only("airway", "emergency", full("700").with("airway", "yes"));
    only("airway", "emergency", full("700").with("collapse", "unsure"));
  }

  @Test
  void hives_are_an_emergency_before_24_hours_and_urgent_from_then() {
    only("airway", "emergency", full("23.9999").with("hives", "yes"));
    only("hives-late", "urgent", full("24").with("hives", "yes"));
  }

  @Test
  void a_pale_colour_is_urgent_before_day_28_and_same_day_from_then() {
    only("occlusion-colour", "urgent", full("671.9999").with("colour", "grey"));
    only("late-colour", "same-day", full("672").with("colour", "grey"));
    only("late-colour", "same-day", full("672").with("colour-elsewhere", "dusky"));
  }

  @Test
  void a_late_colour_is_urgent_with_pain_of_four() {
    Entry late = full("700").with("colour", "pale").with("pain-course", "none");

    fires("late-colour", late.with("pain", "3"), "same-day");
    fires("late-colour", late.with("pain", "4"), "urgent");
  }

  @Test
  void a_late_colour_is_urgent_with_cool_skin_slow_refill_or_blisters() {
    Entry late = full("700").with("colour-elsewhere", "pale");

    assertThat(judge(late.with("cool", "yes")).rules())
        .containsExactly("late-colour", "occlusion-feel");
    assertThat(judge(late.with("refill", "slow")).rules())
        .containsExactly("late-colour", "occlusion-feel");
    assertThat(judge(late.with("skin", "scab")).rules()).containsExactly("late-colour", "tissue");
    assertThat(judge(late.with("skin", "scab")).level()).isEqualTo("urgent");
  }

  @Test
  void pain_of_seven_is_urgent_at_any_hour() {
    only("occlusion-pain", "urgent", pain("2", "7", "easing"));
    fires("occlusion-pain", pain("2000", "7", "none"), "urgent");
    quiet("occlusion-pain", pain("2", "6", "easing"));
  }

  @Test
  void pain_of_four_that_rises_or_returned_is_urgent() {
    fires("occlusion-pain", pain("6", "4", "rising"), "urgent");
    fires("occlusion-pain", pain("6", "4", "returned"), "urgent");
    quiet("occlusion-pain", pain("6", "3", "rising"));
  }

  @Test
  void steady_pain_of_five_is_urgent_with_a_bruised_colour() {
    Entry steady = pain("3", "5", "steady");

    quiet("occlusion-pain", steady);
    fires("occlusion-pain", steady.with("colour", "bruised"), "urgent");
    quiet("occlusion-pain", steady.with("colour-elsewhere", "bruised"));
    quiet("occlusion-pain", pain("3", "5", "easing").with("colour", "bruised"));
  }

  @Test
  void cool_skin_or_a_slow_refill_is_urgent() {
    only("occlusion-feel", "urgent", full("50").with("cool", "yes"));
    only("occlusion-feel", "urgent", full("50").with("refill", "slow"));
  }

  @Test
  void blisters_are_urgent_before_day_28_and_same_day_from_then() {
    only("tissue", "urgent", full("671.99").with("skin", "blisters"));
    only("tissue", "same-day", full("672").with("skin", "black"));
    fires("tissue", full("672").with("skin", "black").with("colour", "patchy"), "urgent");
    fires("tissue", pain("672", "4", "none").with("skin", "black"), "urgent");
  }

  @Test
  void a_late_blister_with_a_pale_skin_elsewhere_stays_same_day_in_the_rule_tissue_alone() {
    Entry late = full("700").with("skin", "scab").with("colour-elsewhere", "pale");

    assertThat(SlowRules.fired(late, List.of())).containsEntry("tissue", "same-day");
  }

  @Test
  void swelling_that_grows_fast_or_bleeding_is_a_haematoma() {
    only("haematoma", "urgent", full("5").with("swelling-course", "growing-fast"));
    only("haematoma", "urgent", full("5").with("bleeding", "unsure"));
    only("haematoma", "urgent", full("90").with("bleeding", "yes"));
  }

  @Test
  void severe_swelling_is_a_balloon_before_24_hours_and_a_peak_after() {
    only("balloon", "urgent", full("23.99").with("swelling", "severe"));
    only("swelling-peak", "soon", full("24").with("swelling", "severe"));
    only("swelling-peak", "soon", full("71.99").with("swelling", "severe"));
    only("swelling-late", "same-day", full("72").with("swelling", "severe"));
  }

  @Test
  void severe_swelling_that_grows_is_late_from_24_hours() {
    Entry grows = full("24").with("swelling", "severe").with("swelling-course", "growing");

    only("swelling-late", "same-day", grows);
  }

  @Test
  void growing_alone_is_late_from_84_hours() {
    only("swelling-late", "same-day", full("84").with("swelling-course", "growing"));
    quiet("swelling-late", full("83.99").with("swelling-course", "growing"));
  }

  @Test
  void spreading_redness_is_a_severe_infection() {
    Entry spreading = full("20").with("redness", "spreading");

    only("infection-severe", "urgent", spreading);
  }

  @Test
  void fever_with_one_more_sign_is_a_severe_infection() {
    Entry fever = full("84").with("fever", "yes");

    quiet("infection-severe", fever);
    fires("infection-severe", fever.with("redness", "warm"), "urgent");
    fires("infection-severe", fever.with("pus", "yes"), "urgent");
    fires("infection-severe", fever.with("lump", "tender"), "urgent");
    fires("infection-severe", fever.with("lump", "inflamed"), "urgent");
    quiet("infection-severe", fever.with("lump", "firm"));
    fires("infection-severe", fever.with("pain", "4").with("pain-course", "easing"), "urgent");
    fires("infection-severe", fever.with("swelling-course", "growing"), "urgent");
    quiet(
        "infection-severe", full("83.99").with("fever", "yes").with("swelling-course", "growing"));
  }

  @Test
  void a_measured_fever_is_same_day_before_day_14_and_soon_after() {
    only("fever", "same-day", full("335.99").with("fever", "yes"));
    only("fever", "soon", full("336").with("fever", "yes"));
    fires("fever", full("336").with("fever", "yes").with("pus", "yes"), "soon");
  }

  @Test
  void feeling_hot_is_soon_and_same_day_with_a_sign_of_infection() {
    Entry hot = full("30").with("fever", "hot");

    only("fever", "soon", hot);
    only("fever", "same-day", hot.with("redness", "warm"));
    fires("fever", hot.with("pus", "yes"), "same-day");
    fires("fever", hot.with("lump", "inflamed"), "same-day");
    quiet("infection-severe", hot.with("pus", "yes"));
  }

  @Test
  void warm_redness_is_an_infection_from_48_hours() {
    quiet("infection-local", full("47.999").with("redness", "warm"));
    only("infection-local", "same-day", full("48").with("redness", "warm"));
  }

  @Test
  void pus_or_an_inflamed_lump_is_an_infection_at_any_hour() {
    only("infection-local", "same-day", full("10").with("pus", "yes"));
    only("infection-local", "same-day", full("2000").with("lump", "inflamed"));
  }

  @Test
  void a_cold_sore_like_past_ones_is_same_day() {
    Entry again = full("100").with("skin", "cold-sore").withColdSoreHistory(true);

    only("cold-sore", "same-day", again);
    only("cold-sore", "same-day", again.with("pain", "3").with("pain-course", "none"));
  }

  @Test
  void a_cold_sore_without_a_history_is_urgent_before_day_28() {
    Entry first = full("100").with("skin", "cold-sore");

    only("cold-sore-first", "urgent", first);
    only("cold-sore-first", "urgent", first.withColdSoreHistory(false));
    only("cold-sore-first", "same-day", full("672").with("skin", "cold-sore"));
  }

  @Test
  void a_cold_sore_with_another_colour_or_pain_of_four_counts_as_a_first_one() {
    Entry again = full("10").with("skin", "cold-sore").withColdSoreHistory(true);

    fires("cold-sore-first", again.with("colour", "bruised"), "urgent");
    fires("cold-sore-first", again.with("colour-elsewhere", "bruised"), "urgent");
    fires("cold-sore-first", again.with("pain", "4").with("pain-course", "easing"), "urgent");
    quiet("cold-sore", again.with("colour", "bruised"));
  }

  @Test
  void a_cold_sore_whose_colour_was_not_said_counts_as_a_first_one() {
    Entry half = Entry.of("check-in", "full", "10").with("skin", "cold-sore").halfFilled();

    only("cold-sore-first", "urgent", half.withColdSoreHistory(true));
  }

  @Test
  void numb_is_only_a_fact_before_24_hours() {
    quiet("numb", full("23.99").with("numb", "yes"));
    only("numb", "same-day", full("24").with("numb", "yes"));
  }

  @Test
  void pain_of_four_stays_from_48_hours() {
    quiet("pain-stays", pain("47.99", "4", "easing"));
    only("pain-stays", "same-day", pain("48", "4", "easing"));
  }

  @Test
  void pain_of_five_that_does_not_ease_stays_from_4_hours() {
    quiet("pain-stays", pain("3.99", "5", "steady"));
    only("pain-stays", "same-day", pain("4", "5", "steady"));
    quiet("pain-stays", pain("4", "5", "easing"));
    quiet("pain-stays", pain("4", "5", "none"));
  }

  @Test
  void rising_pain_is_routine_under_three_and_same_day_from_three() {
    quiet("pain-rising", pain("23.99", "2", "rising"));
    only("pain-rising", "routine", pain("24", "2", "rising"));
    only("pain-rising", "same-day", pain("24", "3", "returned"));
  }

  @Test
  void moderate_swelling_is_late_from_day_7() {
    quiet("late-swelling", full("167.99").with("swelling", "moderate"));
    only("late-swelling", "soon", full("168").with("swelling", "moderate"));
  }

  @Test
  void mild_swelling_from_day_28_counts_after_a_trigger() {
    Entry mild = Entry.calm("late", "672").with("swelling", "mild");

    quiet("late-swelling", mild);
    only("late-swelling", "soon", mild.withTrigger("vaccine"));
    quiet("late-swelling", full("671.99").with("swelling", "mild").withTrigger("vaccine"));
  }

  @Test
  void a_tender_lump_is_routine_before_day_7_and_soon_from_then() {
    only("lump-tender", "routine", full("167.99").with("lump", "tender"));
    only("lump-tender", "soon", full("168").with("lump", "tender"));
  }

  @Test
  void a_painless_lump_is_routine_before_day_28_and_soon_from_then() {
    only("lump-early", "routine", full("671.99").with("lump", "soft"));
    only("lump-late", "soon", full("672").with("lump", "firm"));
  }

  @Test
  void a_tint_is_routine_from_day_14() {
    quiet("tint-late", full("335.99").with("tint", "yes"));
    only("tint-late", "routine", full("336").with("tint", "yes"));
  }

  @Test
  void a_marked_asymmetry_is_routine_and_a_slight_one_from_day_14() {
    only("uneven", "routine", full("4").with("asymmetry", "marked"));
    quiet("uneven", full("335.99").with("asymmetry", "slight"));
    only("uneven", "routine", full("336").with("asymmetry", "slight"));
  }

  @Test
  void a_bruise_is_routine_on_the_lip_and_elsewhere() {
    only("bruise", "routine", full("30").with("colour", "bruised"));
    only("bruise", "routine", full("30").with("colour-elsewhere", "bruised"));
  }

  @Test
  void distress_is_soon_and_an_emergency_with_self_harm() {
    Entry worried = full("30").with("worry", "3");

    only("distress", "soon", worried.with("self-harm", "no"));
    only("distress", "same-day", worried.with("self-harm", "unsure"));
    only("distress", "emergency", worried.with("self-harm", "yes"));
    quiet("distress", full("30").with("worry", "unsure"));
  }

  @Test
  void any_text_is_same_day_before_72_hours_and_soon_from_then() {
    only("other", "same-day", full("71.99").with("other", "one side itches"));
    only("other", "soon", full("72").with("other", "one side itches"));
  }

  @Test
  void rules_stand_worst_first_and_then_in_the_order_of_the_table() {
    Entry much =
        full("30")
            .with("other", "help")
            .with("lump", "soft")
            .with("numb", "yes")
            .with("bleeding", "yes")
            .with("colour", "pale")
            .with("vision", "yes");

    assertThat(judge(much).rules())
        .containsExactly("eye", "occlusion-colour", "haematoma", "numb", "other", "lump-early");
  }

  @Test
  void same_day_holds_massage_and_soon_does_not() {
    assertThat(judge(full("30").with("numb", "yes")).hold()).isTrue();
    assertThat(judge(full("30").with("skin", "black")).hold()).isTrue();
    assertThat(judge(full("30").with("fever", "hot")).hold()).isFalse();
  }

  private static Entry full(String hours) {
    return Entry.calm("full", hours);
  }

  private static Entry pain(String hours, String pain, String course) {
    return full(hours).with("pain", pain).with("pain-course", course);
  }

  private static Verdict judge(Entry now) {
    return SlowTriage.judge(Story.of(now));
  }

  private static void only(String rule, String level, Entry now) {
    assertThat(judge(now).rules()).containsExactly(rule);
    assertThat(judge(now).level()).isEqualTo(level);
  }

  private static void fires(String rule, Entry now, String level) {
    assertThat(SlowRules.fired(now, List.of())).containsEntry(rule, level);
  }

  private static void quiet(String rule, Entry now) {
    assertThat(judge(now).rules()).doesNotContain(rule);
  }
}
