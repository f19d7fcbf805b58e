package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;

/// What staff did for a patient: who looks after her, who rang, when somebody sees her.
final class CareTest {

  private static final CareEvent TAKEN = new CareEvent.TakenOver();

  private static CareEvent rang(CareEvent.Outcome outcome) {
    return new CareEvent.Rang(outcome, Optional.of("spoke to her mother"));
  }

  private static String keeper(Course course) {
    return care(course).takenOver().orElseThrow().by().name();
  }

  private static Care care(Course course) {
    return course.standing().care();
  }

  @Test
  void whoever_takes_over_last_looks_after_her() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale").minutesLater(3);
    assertThat(care(course)).isEqualTo(Care.NONE);

    course.by(Course.NURSE, TAKEN);
    assertThat(keeper(course)).isEqualTo("Nurse B");

    course.minutesLater(2).by(new Author(Author.Role.CLINICIAN, "Dr A"), TAKEN);
    assertThat(keeper(course)).isEqualTo("Dr A");
  }

  @Test
  void there_is_nothing_to_take_over_where_nothing_is_open() {
    assertThat(Course.begun().refusal(Course.NURSE, TAKEN))
        .isEqualTo("type is taken-over, expected an open alert to look after");
  }

  @Test
  void nobody_is_said_to_look_after_what_came_after_all_was_closed() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale").by(Course.NURSE, TAKEN);
    course.minutesLater(5).message(Concern.LUMP);
    course.lower(Concern.OCCLUSION, Urgency.SELF_CARE, 20);
    assertThat(course.find(Concern.OCCLUSION)).isEmpty();
    assertThat(course.find(Concern.LUMP)).isPresent();
    assertThat(care(course).takenOver()).isEmpty();

    course.by(Course.NURSE, TAKEN);
    assertThat(care(course).takenOver()).isPresent();
  }

  @Test
  void what_is_only_lowered_is_still_looked_after() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale").by(Course.NURSE, TAKEN);
    course.minutesLater(5).lower(Concern.OCCLUSION, Urgency.SOON, 20);
    assertThat(care(course).takenOver()).isPresent();
  }

  @Test
  void a_call_changes_no_alert_and_is_no_word_from_her() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale").minutesLater(3);
    List<AlertClock.State> before = course.standing().alerts();
    for (CareEvent.Outcome outcome : CareEvent.Outcome.values()) {
      course.by(Course.NURSE, rang(outcome));
      assertThat(course.standing().alerts()).isEqualTo(before);
      assertThat(care(course).rang()).map(Entry::event).contains(rang(outcome));
    }
    course.by(Course.NURSE, TAKEN).by(Course.NURSE, Course.booked(24));
    assertThat(course.standing().alerts()).isEqualTo(before);
    assertThat(course.standing().held()).isTrue();

    Course silent = Course.begun().hour(40);
    Course rung = Course.begun().hour(20).by(Course.NURSE, rang(CareEvent.Outcome.REACHED));
    assertThat(silent.find(Concern.SILENCE)).isPresent();
    assertThat(rung.hour(40).find(Concern.SILENCE)).isEqualTo(silent.find(Concern.SILENCE));
  }

  @Test
  void a_review_is_booked_moved_and_cancelled() {
    Course course = Course.begun().hour(6).by(Course.NURSE, Course.booked(24));
    assertThat(care(course).review().map(Entry::event)).contains(Course.booked(24));
    assertThat(care(course).cancelled()).isFalse();

    course.by(Course.NURSE, Course.booked(30));
    assertThat(care(course).review().map(Entry::event)).contains(Course.booked(30));

    EpisodeEvent cancelled = new CareEvent.ReviewCancelled("she went to hospital");
    course.by(Course.NURSE, cancelled);
    assertThat(care(course).cancelled()).isTrue();
    assertThat(care(course).review().map(Entry::event)).contains(Course.booked(30));
    assertThat(course.refusal(Course.NURSE, cancelled))
        .isEqualTo("type is review-cancelled, expected a review to cancel");
    assertThat(course.standing().alerts()).isEmpty();

    course.by(Course.NURSE, Course.booked(36));
    assertThat(care(course).cancelled()).isFalse();
  }

  @Test
  void nothing_is_cancelled_that_was_not_booked() {
    assertThat(Course.begun().refusal(Course.NURSE, new CareEvent.ReviewCancelled("x")))
        .isEqualTo("type is review-cancelled, expected a review to cancel");
  }

  @Test
  void a_review_lies_ahead_and_not_beyond_a_year() {
    Course course = Course.begun().hour(6);
    assertThat(course.refusal(Course.NURSE, Course.booked(6)))
        .isEqualTo("time is 2026-01-13T16:00:00Z, expected an instant ahead, within a year");
    assertThat(course.refusal(Course.NURSE, Course.booked(6 + 366 * 24))).isEqualTo("accepted");
    assertThat(course.refusal(Course.NURSE, Course.booked(7 + 366 * 24))).contains("within a year");
  }

  @Test
  void two_episodes_that_differ_by_a_booked_review_alone_do_not_stand_alike() {
    Course one = Course.begun().hour(6);
    Course other = Course.begun().hour(6).by(Course.NURSE, Course.booked(24));
    String without = one.episode().footprint(one.standing(), Course.HOURS, false);
    String with = other.episode().footprint(other.standing(), Course.HOURS, false);
    assertThat(with).isNotEqualTo(without).contains("\nreview");
  }
}
