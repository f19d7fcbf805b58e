package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;

/// What she is asked to do, and how it stands (clinical brief 5).
final class TasksTest {

  private static List<String> open(Course course) {
    return course.standing().tasks().stream()
        .filter(task -> task.state() == Task.State.OPEN)
        .map(task -> task.activity() + " " + task.form())
        .toList();
  }

  private static Task task(Course course, String id) {
    return course.standing().tasks().stream()
        .filter(task -> task.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(course.standing().tasks().toString()));
  }

  @Test
  void the_check_ins_and_photos_of_the_brief_are_all_there() {
    List<Task> tasks = Course.begun().standing().tasks();

    assertThat(tasks.stream().filter(task -> task.activity().equals("check-in"))).hasSize(14);
    assertThat(tasks.stream().filter(task -> task.activity().equals("check-in-look"))).hasSize(1);
    assertThat(tasks.stream().filter(task -> task.activity().equals("check-in-late"))).hasSize(4);
    assertThat(tasks.stream().filter(task -> task.activity().equals("photo"))).hasSize(7);
    assertThat(tasks)
        .isSortedAccordingTo((a, b) -> a.window().opens().compareTo(b.window().opens()));
  }

  @Test
  void a_check_in_comes_opens_and_is_missed() {
    Course course = Course.begun();
    String id = "1/check-in/2026-01-13/4";

    assertThat(task(course.hour(3.99), id).state()).isEqualTo(Task.State.COMING);
    assertThat(task(course.hour(4), id).state()).isEqualTo(Task.State.OPEN);
    assertThat(task(course.hour(7.99), id).state()).isEqualTo(Task.State.OPEN);
    assertThat(task(course.hour(8), id).state()).isEqualTo(Task.State.MISSED);
  }

  @Test
  void a_complete_answer_does_every_open_window_and_a_half_filled_one_none() {
    Course course = Course.begun().hour(4.5).halfCheckIn("pain", "1");
    assertThat(open(course)).containsExactly("photo ", "check-in-look look", "check-in full");

    course.checkIn();
    assertThat(open(course)).containsExactly("photo ");
    assertThat(task(course, "1/check-in/2026-01-13/4").done())
        .contains(course.episode().entries().getLast());
  }

  @Test
  void a_look_does_not_answer_a_full_check_in() {
    Course course = Course.begun().hour(4.5).checkInBy("look");

    assertThat(open(course)).containsExactly("photo ", "check-in full");
  }

  @Test
  void a_photo_is_done_once_it_is_taken() {
    Course course = Course.begun().hour(25);
    course.by(Course.PATIENT, new EpisodeEvent.PhotoTaken("1/photo/2026-01-14/24"));

    assertThat(task(course, "1/photo/2026-01-14/24").state()).isEqualTo(Task.State.DONE);
    assertThat(
            course.refusal(Course.PATIENT, new EpisodeEvent.PhotoTaken("1/check-in/2026-01-14/24")))
        .contains("the id of a planned photo");
  }

  @Test
  void a_photo_and_a_message_of_the_clinic_change_no_level_and_no_hold() {
    Course course = Course.begun().hour(6).checkIn("swelling", "severe").hour(30);
    Standing before = course.standing();
    course.by(Course.PATIENT, Course.photoBesidesThePlan());
    course.by(Course.NURSE, new EpisodeEvent.MessageSent("We have seen it."));
    Standing after = course.standing();

    assertThat(after.alerts()).isEqualTo(before.alerts());
    assertThat(after.held()).isEqualTo(before.held()).isTrue();
    assertThat(after.gate()).isEqualTo(before.gate());
  }

  // Looks that rules ask for.

  @Test
  void a_first_bruise_is_asked_about_again_in_two_hours_once() {
    Course course = Course.begun().hour(13).checkIn("colour", "bruised");

    assertThat(open(course.hour(14.99))).doesNotContain("look-again full");
    assertThat(open(course.hour(15))).contains("look-again full");
    assertThat(task(course, "again/2/1").window().opens()).isEqualTo(Course.atHour(15));
    assertThat(open(course.hour(17))).doesNotContain("look-again full");
    assertThat(open(course.hour(15).checkIn("colour", "bruised")))
        .doesNotContain("look-again full");
    // It is no first bruise any more.
    assertThat(open(course.hour(17.5))).doesNotContain("look-again full");
  }

  @Test
  void rising_pain_is_asked_about_again_in_three_hours_and_a_swelling_peak_in_four() {
    Course pain = Course.begun().hour(26).checkIn("pain", "2", "pain-course", "rising");
    assertThat(open(pain.hour(28.99))).doesNotContain("look-again full");
    assertThat(open(pain.hour(29))).contains("look-again full");

    Course peak = Course.begun().hour(26).checkIn("swelling", "severe");
    assertThat(open(peak.hour(29.99))).doesNotContain("look-again full");
    assertThat(open(peak.hour(30))).contains("look-again full");
    assertThat(open(peak.hour(34))).doesNotContain("look-again full");
  }

  @Test
  void a_balloon_asks_about_the_airway_every_quarter_of_an_hour_for_two_hours() {
    Course course = Course.begun().hour(6).checkIn("swelling", "severe");
    assertThat(open(course.minutesLater(14))).doesNotContain("look-again airway");
    for (int repeat = 1; repeat <= 8; repeat++) {
      course.hour(6).minutesLater(15 * repeat);
      assertThat(task(course, "again/2/" + repeat).form()).isEqualTo("airway");
      course.checkInBy("airway");
      assertThat(open(course)).doesNotContain("look-again airway");
    }
    assertThat(open(course.hour(8.25))).doesNotContain("look-again airway");
  }

  @Test
  void an_airway_repeat_stays_open_until_the_next_one() {
    Course course = Course.begun().hour(6).checkIn("swelling", "severe").minutesLater(29);
    assertThat(open(course)).contains("look-again airway");
    assertThat(task(course.minutesLater(1), "again/2/2").window().closes())
        .isEqualTo(Instant.parse("2026-01-13T16:45:00Z"));
  }

  @Test
  void the_repeats_end_once_a_human_has_read_it() {
    Course course = Course.begun().hour(6).checkIn("swelling", "severe").minutesLater(16);
    assertThat(open(course)).contains("look-again airway");

    assertThat(open(course.seen(Concern.SWELLING))).doesNotContain("look-again airway");
    assertThat(open(course.minutesLater(15))).doesNotContain("look-again airway");
  }

  @Test
  void the_repeats_end_once_a_clinician_has_lowered_it() {
    Course course = Course.begun().hour(6).checkIn("swelling", "severe").minutesLater(16);
    course.lower(Concern.SWELLING, Urgency.ROUTINE, 5);

    assertThat(open(course)).doesNotContain("look-again airway");
  }

  @Test
  void every_state_has_its_word() {
    assertThat(List.of(Task.State.values()).stream().map(Task.State::id))
        .containsExactly("coming", "open", "done", "missed");
  }
}
