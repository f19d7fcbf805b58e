package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;

/// What the search through all courses found wrong once, told as courses.
final class FoundByTheModelTest {

  private static final EpisodeEvent PHOTO = new EpisodeEvent.PhotoTaken("1/photo/2026-01-14/24");

  /// Heard until Tuesday 20:00, so silent for thirty waking hours on Thursday at 20:00.
  private static Course silentAtHour58() {
    Course course = Course.begun().hour(2).checkInBy("look").hour(4).checkIn();
    return course.hour(10).message(Concern.OTHER).hour(58);
  }

  @Test
  void a_photo_at_the_very_instant_of_a_silence_does_not_close_it() {
    Course course = silentAtHour58();
    assertThat(course.level(Concern.SILENCE)).isEqualTo(Urgency.SAME_DAY);

    course.by(Course.PATIENT, PHOTO);

    assertThat(course.level(Concern.SILENCE)).isEqualTo(Urgency.SAME_DAY);
    assertThat(course.standing().held()).isTrue();
  }

  @Test
  void a_check_in_at_the_very_instant_of_a_silence_leaves_the_hold() {
    Course course = silentAtHour58().checkIn();

    assertThat(course.find(Concern.SILENCE)).isEmpty();
    assertThat(course.standing().held()).isTrue();
  }

  @Test
  void a_photo_a_moment_before_puts_the_silence_off() {
    Course course = Course.begun().hour(2).checkInBy("look").hour(4).checkIn();
    course.hour(10).message(Concern.OTHER).hour(57.99).by(Course.PATIENT, PHOTO).hour(58);

    assertThat(course.level(Concern.SILENCE)).isEqualTo(Urgency.SOON);
  }

  @Test
  void a_journey_told_at_the_very_instant_of_a_report_moves_no_deadline_of_it() {
    Course course = Course.begun().hour(26).checkIn("numb", "yes");
    Instant deadline = course.alert(Concern.NUMB).actBy().orElseThrow();

    course.by(Course.PATIENT, new EpisodeEvent.ZoneChanged("Asia/Tokyo", "07:30-22:30"));

    assertThat(course.alert(Concern.NUMB).actBy()).contains(deadline);
  }

  @Test
  void an_answer_ends_the_ringing_of_what_somebody_read_while_it_was_milder() {
    Course course = Course.begun().hour(26).checkIn("numb", "yes").seen(Concern.NUMB).hour(40);
    assertThat(course.level(Concern.NUMB)).isEqualTo(Urgency.URGENT);

    course.speaking(Concern.NUMB).minutesLater(30);

    AlertClock.State state = course.alert(Concern.NUMB);
    assertThat(state.actBy()).isEmpty();
    assertThat(state.overdue()).isFalse();
    assertThat(state.level()).isEqualTo(Urgency.URGENT);
  }

  @Test
  void who_reads_it_again_once_time_has_raised_it_has_read_it() {
    Course course = Course.begun().hour(26).checkIn("numb", "yes").seen(Concern.NUMB).hour(32);
    AlertClock.State raised = course.alert(Concern.NUMB);
    assertThat(raised.level()).isEqualTo(Urgency.URGENT);
    assertThat(raised.actBy()).contains(raised.since().plus(Duration.ofMinutes(10)));

    course.minutesLater(5).seen(Concern.NUMB);

    assertThat(course.alert(Concern.NUMB).actBy()).isEmpty();
    assertThat(course.alert(Concern.NUMB).goAt()).isPresent();
  }

  @Test
  void a_message_that_says_it_is_about_silence_is_about_something_else() {
    Course course = Course.begun().hour(6).message(Concern.SILENCE);

    assertThat(course.find(Concern.SILENCE)).isEmpty();
    assertThat(course.level(Concern.OTHER)).isEqualTo(Urgency.SOON);
  }

  @ParameterizedTest
  @EnumSource(RecordFact.class)
  void what_suspends_massage_a_clinician_alone_takes_back(RecordFact fact) {
    Course course = Course.begun().fact(fact);
    EpisodeEvent over = new EpisodeEvent.FactRecorded(fact, false);
    boolean suspends =
        List.of(
                RecordFact.HYALURONIDASE,
                RecordFact.BLOOD_THINNER,
                RecordFact.OLDER_FILLER,
                RecordFact.DENTAL_WORK,
                RecordFact.REVIEW_PENDING)
            .contains(fact);

    assertThat(course.refusal(Course.NURSE, over)).isEqualTo("accepted");
    assertThat(course.refusal(Course.SERVICE, over))
        .isEqualTo(
            suspends
                ? "type is fact-recorded, expected a type that a service may send"
                : "accepted");
  }
}
