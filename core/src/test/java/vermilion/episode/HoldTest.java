package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;

/// Any level of `same-day` or worse holds all massage until a clinician lifts the hold.
final class HoldTest {

  private static boolean held(Course course) {
    return course.standing().held();
  }

  @Test
  void same_day_holds_and_soon_does_not() {
    assertThat(held(Course.begun().hour(26).checkIn("numb", "yes"))).isTrue();
    assertThat(held(Course.begun().hour(26).message(Concern.LOOK))).isFalse();
    assertThat(held(Course.begun())).isFalse();
  }

  @Test
  void only_lifting_frees_neither_better_answers_nor_speaking_nor_lowering() {
    Course course = Course.begun().hour(26).checkIn("numb", "yes").speaking(Concern.NUMB);
    course.lower(Concern.NUMB, Urgency.ROUTINE, 72).hour(48).checkIn();
    assertThat(held(course)).isTrue();

    assertThat(held(course.lift())).isFalse();
    assertThat(held(course.hour(200))).isFalse();
  }

  @Test
  void a_later_finding_holds_again() {
    Course course = Course.begun().hour(26).checkIn("numb", "yes").lift().speaking(Concern.NUMB);
    assertThat(held(course.hour(40))).isFalse();

    assertThat(held(course.checkIn("numb", "yes"))).isTrue();
  }

  @Test
  void a_finding_that_a_clinician_has_lowered_does_not_hold_again() {
    Course course = Course.begun().hour(26).checkIn("numb", "yes");
    course.lower(Concern.NUMB, Urgency.ROUTINE, 72).lift().hour(30).checkIn("numb", "yes");

    assertThat(held(course)).isFalse();
  }

  @Test
  void lowering_after_lifting_does_not_hold_again() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale").minutesLater(20).lift();
    course.minutesLater(1).lower(Concern.OCCLUSION, Urgency.SAME_DAY, 24);

    assertThat(held(course)).isFalse();
  }

  @Test
  void time_holds_too() {
    Course course = Course.recordedAt(80).hour(200).checkIn("lump", "tender");
    assertThat(held(course.hour(247.9))).isFalse();
    assertThat(held(course.hour(248))).isTrue();

    assertThat(held(course.lift())).isFalse();
  }

  @Test
  void what_time_has_raised_holds_also_once_it_was_lowered() {
    Course course = Course.recordedAt(80).hour(200).checkIn("lump", "tender").hour(250);
    course.lower(Concern.LUMP, Urgency.ROUTINE, 1);

    assertThat(held(course)).isTrue();
    assertThat(held(course.lift())).isFalse();
  }

  @Test
  void time_holds_again_after_lifting() {
    Course course = Course.begun().hour(26).checkIn("numb", "yes").hour(27).lift();
    assertThat(held(course.hour(31.9))).isFalse();
    // Nobody answered; it has become urgent.
    assertThat(held(course.hour(32))).isTrue();
  }

  @Test
  void a_silence_of_thirty_waking_hours_holds_until_it_is_lifted() {
    Course course = Course.begun().hour(50);
    assertThat(course.level(Concern.SILENCE)).isEqualTo(Urgency.SAME_DAY);
    assertThat(held(course)).isTrue();

    course.checkIn();
    assertThat(course.find(Concern.SILENCE)).isEmpty();
    assertThat(held(course)).isTrue();
    assertThat(held(course.lift())).isFalse();
  }

  @Test
  void a_milder_report_after_lifting_does_not_hold() {
    Course course = Course.begun().hour(2).checkIn().hour(6).checkIn("swelling", "severe");
    course.speaking(Concern.SWELLING).hour(7).lift().hour(30).checkIn("swelling", "severe");

    assertThat(course.level(Concern.SWELLING)).isEqualTo(Urgency.URGENT);
    assertThat(held(course)).isFalse();
  }
}
