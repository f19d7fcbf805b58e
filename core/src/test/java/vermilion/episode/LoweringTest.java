package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;

/// What a named clinician may lower, for how long, and what ends it (clinical brief 1).
final class LoweringTest {

  private static final String[] NUMB = {"numb", "yes", "pain", "2", "pain-course", "easing"};

  private static Course numb() {
    return Course.begun().hour(26).checkIn(NUMB);
  }

  private static Course numbLowered() {
    return numb().minutesLater(30).lower(Concern.NUMB, Urgency.ROUTINE, 72);
  }

  @Test
  void an_emergency_is_never_lowered() {
    Course course = Course.begun().hour(6).checkIn("vision", "yes").speaking(Concern.OCCLUSION);

    EpisodeEvent lowering = course.lowering(Concern.OCCLUSION, Urgency.URGENT, 1, true);
    assertThat(course.refusal(Course.NURSE, lowering)).contains("an emergency is never lowered");
  }

  @Test
  void urgent_is_lowered_only_after_seeing_her_and_for_a_day_at_most() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale");

    assertThat(
            course.refusal(
                Course.NURSE, course.lowering(Concern.OCCLUSION, Urgency.SOON, 24, false)))
        .isEqualTo("seen is false, expected true: urgent is lowered only after seeing the patient");
    assertThat(
            course.refusal(
                Course.NURSE, course.lowering(Concern.OCCLUSION, Urgency.SOON, 24.01, true)))
        .startsWith("until is 2026-01-14T16:00:36Z, expected an instant within 24 h");
    assertThat(course.lower(Concern.OCCLUSION, Urgency.SOON, 24).level(Concern.OCCLUSION))
        .isEqualTo(Urgency.SOON);
  }

  @Test
  void other_levels_are_lowered_for_three_days_at_most() {
    Course course = numb();

    assertThat(course.refusal(Course.NURSE, course.lowering(Concern.NUMB, Urgency.SOON, 72, false)))
        .isEqualTo("accepted");
    assertThat(
            course.refusal(Course.NURSE, course.lowering(Concern.NUMB, Urgency.SOON, 72.01, true)))
        .contains("within 72 h");
    assertThat(course.refusal(Course.NURSE, course.lowering(Concern.NUMB, Urgency.SOON, 0, true)))
        .contains("within 72 h");
  }

  @Test
  void a_level_is_lowered_to_a_lower_one_of_an_open_alert() {
    Course course = numb();

    assertThat(
            course.refusal(Course.NURSE, course.lowering(Concern.NUMB, Urgency.SAME_DAY, 5, true)))
        .contains("level is same-day, expected a level below same-day");
    assertThat(course.refusal(Course.NURSE, course.lowering(Concern.LUMP, Urgency.SOON, 5, true)))
        .contains("concern is lump, expected a concern with an open alert");
  }

  @Test
  void what_time_made_urgent_is_lowered_as_urgent() {
    Course course = numb().hour(40);

    assertThat(course.refusal(Course.NURSE, course.lowering(Concern.NUMB, Urgency.SOON, 5, false)))
        .contains("seen is false");
  }

  @Test
  void lowered_under_soon_it_waits_no_more() {
    assertThat(numbLowered().find(Concern.NUMB)).isEmpty();
  }

  @Test
  void lowered_to_a_level_that_waits_it_begins_again_there_already_read() {
    Course course = Course.begun().hour(4).checkIn("colour", "pale").minutesLater(30);
    course.lower(Concern.OCCLUSION, Urgency.SAME_DAY, 24);

    AlertClock.State state = course.alert(Concern.OCCLUSION);
    assertThat(state.alert().id()).isEqualTo("occlusion.2");
    assertThat(state.level()).isEqualTo(Urgency.SAME_DAY);
    assertThat(state.since()).isEqualTo(course.now());
    assertThat(state.goAt()).isEmpty();
    assertThat(state.actBy()).contains(course.now().plusSeconds(6 * 3600));
    assertThat(state.alert().seen()).isPresent();
    assertThat(state.alert().answered()).isEmpty();
  }

  @Test
  void the_same_finding_unchanged_or_better_is_covered() {
    Course course = numbLowered().hour(36).checkIn(NUMB);
    assertThat(course.reported()).isEqualTo(Urgency.ROUTINE);

    course.hour(48).checkIn("numb", "yes", "pain", "1", "pain-course", "easing");
    assertThat(course.reported()).isEqualTo(Urgency.ROUTINE);
    assertThat(course.standing().alerts()).isEmpty();
  }

  @Test
  void any_worse_answer_ends_it_for_good() {
    Course course = numbLowered().hour(36);
    course.checkIn("numb", "yes", "pain", "3", "pain-course", "easing");
    assertThat(course.reported()).isEqualTo(Urgency.SAME_DAY);

    assertThat(course.hour(48).checkIn(NUMB).reported()).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void a_worse_answer_ends_it_though_the_finding_itself_is_not_there() {
    Course course = numbLowered().hour(30).checkIn("pain", "3", "pain-course", "easing");
    assertThat(course.reported()).isEqualTo(Urgency.SELF_CARE);

    assertThat(course.hour(36).checkIn(NUMB).reported()).isEqualTo(Urgency.SAME_DAY);
  }

  /// All of these are one rank; she who saw the one has not seen the other (H-1).
  @ParameterizedTest
  @CsvSource({
    "colour, dusky, pale",
    "colour, pale, dusky",
    "colour-elsewhere, patchy, grey",
    "skin, blisters, black"
  })
  void another_answer_that_worries_as_much_ends_it(String question, String seen, String next) {
    Course course = Course.begun().hour(20).checkIn(question, seen).speaking(Concern.OCCLUSION);
    course.lower(Concern.OCCLUSION, Urgency.ROUTINE, 24);

    assertThat(course.hour(30).checkIn(question, seen).reported()).isEqualTo(Urgency.ROUTINE);
    assertThat(course.hour(31).checkIn(question, next).reported()).isEqualTo(Urgency.URGENT);
    assertThat(course.level(Concern.OCCLUSION)).isEqualTo(Urgency.URGENT);
  }

  @Test
  void a_missing_answer_ends_it() {
    Course course = numbLowered().hour(36);
    course.by(
        Course.PATIENT,
        new EpisodeEvent.CheckedIn("look", true, Course.but(Map.of(), "numb", "yes")));

    assertThat(course.level(Concern.NUMB)).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void an_emergency_ends_it() {
    Course course =
        Course.begun().hour(50).checkIn("colour", "bruised", "pain", "4", "pain-course", "easing");
    course.lower(Concern.OCCLUSION, Urgency.ROUTINE, 72).hour(52);
    course.checkIn("vision", "yes", "pain", "4", "pain-course", "easing");
    assertThat(course.reported()).isEqualTo(Urgency.EMERGENCY);

    course.hour(54).checkIn("colour", "bruised", "pain", "4", "pain-course", "easing");
    assertThat(course.reported()).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void a_new_rule_about_it_ends_it() {
    Course course = Course.begun().hour(47).checkIn("redness", "warm", "fever", "hot");
    course.lower(Concern.INFECTION, Urgency.ROUTINE, 72);
    assertThat(course.hour(47.5).checkIn("redness", "warm", "fever", "hot").reported())
        .isEqualTo(Urgency.ROUTINE);

    // The same answers; from hour 48 warm redness alone counts too.
    assertThat(course.hour(48).checkIn("redness", "warm", "fever", "hot").reported())
        .isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void it_ends_at_the_hour_that_was_named() {
    Course course = numb().lower(Concern.NUMB, Urgency.ROUTINE, 10).hour(35.99).checkIn(NUMB);
    assertThat(course.reported()).isEqualTo(Urgency.ROUTINE);

    assertThat(course.hour(36).checkIn(NUMB).reported()).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void it_covers_its_own_concern_only() {
    Course course = numbLowered().hour(36).checkIn("other", "it itches");

    assertThat(course.reported()).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void contacts_about_it_still_raise() {
    Course course = numbLowered().hour(36).contact(NUMB);
    assertThat(course.reported()).isEqualTo(Urgency.ROUTINE);

    course.hour(38).contact(NUMB);
    assertThat(course.reported()).isEqualTo(Urgency.URGENT);
    assertThat(course.alert(Concern.NUMB).alert().rules())
        .containsExactly("numb", "second-contact");
  }

  @Test
  void what_nobody_told_of_is_covered_by_no_answers() {
    Course course = Course.begun().hour(200).message(Concern.LUMP);
    course.lower(Concern.LUMP, Urgency.SELF_CARE, 72).hour(210).checkIn("lump", "tender");

    assertThat(course.reported()).isEqualTo(Urgency.SOON);
  }

  @Test
  void a_finding_milder_than_the_lowering_stays_what_it_is() {
    Course course = Course.begun().hour(26).checkIn("numb", "yes", "lump", "tender", "other", "x");
    course.lower(Concern.NUMB, Urgency.SOON, 72).lower(Concern.OTHER, Urgency.SOON, 72);
    course.hour(30).checkIn("lump", "tender", "numb", "yes", "other", "x");

    List<Assessed.Finding> findings = course.episode().assessed().getLast().findings();
    assertThat(findings.stream().map(Assessed.Finding::level))
        .containsExactly(Urgency.SOON, Urgency.ROUTINE, Urgency.SOON);
  }

  @Test
  void silence_is_lowered_by_nobody() {
    Course course = Course.begun().hour(60);

    assertThat(
            course.refusal(
                Course.NURSE, course.lowering(Concern.SILENCE, Urgency.ROUTINE, 1, true)))
        .contains("a concern with an open alert");
    assertThat(course.find(Concern.SILENCE)).isPresent();
  }
}
