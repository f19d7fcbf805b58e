package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;

/// Nothing heard is a sign of its own (clinical brief 3). Windows of the brief: look 12:00 to 15:00
/// (it is lengthened to three hours), 4 h 14:00 to 18:00, 12 h 22:00 to 10:00, 24 h 10:00 to 16:00.
final class SilenceTest {

  private static Course answeredUntil(double... hours) {
    Course course = Course.begun();
    for (double hour : hours) {
      course.hour(hour).checkInBy(hour < 4 ? "look" : "full");
    }
    return course;
  }

  @Test
  void two_windows_in_a_row_missed_are_soon() {
    Course course = Course.begun();

    assertThat(course.hour(7.99).find(Concern.SILENCE)).isEmpty();
    AlertClock.State state = course.hour(8).alert(Concern.SILENCE);
    assertThat(state.level()).isEqualTo(Urgency.SOON);
    assertThat(state.since()).isEqualTo(Course.atHour(8));
    assertThat(state.alert().id()).isEqualTo("silence." + Course.atHour(8).getEpochSecond());
    assertThat(state.alert().rules()).containsExactly("silence");
    assertThat(state.alert().seqs()).isEmpty();
  }

  @Test
  void one_window_missed_is_nothing() {
    // The windows of 12 h and of 24 h; the one of 36 h is answered.
    Course course = answeredUntil(2, 4, 13, 36);

    assertThat(course.hour(47).find(Concern.SILENCE)).isEmpty();
  }

  @Test
  void two_windows_missed_later_in_the_first_three_days_are_soon() {
    Course course = answeredUntil(2, 4, 13, 24);
    Instant closes = Course.atHour(60);

    assertThat(course.at(closes.minusSeconds(1).toString()).find(Concern.SILENCE)).isEmpty();
    assertThat(course.at(closes.toString()).level(Concern.SILENCE)).isEqualTo(Urgency.SOON);
  }

  @Test
  void after_the_first_three_days_nobody_waits_for_check_ins() {
    Course course = answeredUntil(2, 4, 13, 24, 36, 48, 72);

    assertThat(course.hour(400).standing().alerts()).isEmpty();
  }

  @Test
  void only_a_complete_check_in_closes_it() {
    Course course = Course.begun().hour(9);
    course.halfCheckIn().message(Concern.OTHER).gate();
    assertThat(course.find(Concern.SILENCE)).isPresent();

    assertThat(course.checkIn().find(Concern.SILENCE)).isEmpty();
    assertThat(course.hour(12).find(Concern.SILENCE)).isEmpty();
  }

  @Test
  void a_late_answer_between_two_missed_windows_parts_them() {
    Course course = answeredUntil(2);
    // The window of 4 h closed at 8 h, that of 12 h closes at 24 h.
    course.hour(9).checkIn();

    assertThat(course.hour(25).find(Concern.SILENCE)).isEmpty();
  }

  @Test
  void nothing_heard_for_thirty_waking_hours_is_same_day() {
    Course course = Course.begun();
    // Tuesday 10:00 to 22:30 are 12.5 h, all of Wednesday 15 h, so it is Thursday at 10:00.
    assertThat(course.hour(47.99).level(Concern.SILENCE)).isEqualTo(Urgency.SOON);
    AlertClock.State state = course.hour(48).alert(Concern.SILENCE);
    assertThat(state.level()).isEqualTo(Urgency.SAME_DAY);
    assertThat(state.since()).isEqualTo(Course.atHour(48));
    assertThat(state.alert().opened()).isEqualTo(Course.atHour(8));
  }

  @Test
  void anything_from_her_is_heard_but_only_a_check_in_ends_the_silence() {
    Course course = answeredUntil(2, 4).hour(10).message(Concern.OTHER);
    // Tuesday 20:00 to 22:30, Wednesday, and Thursday until 20:00.
    assertThat(course.hour(57.99).level(Concern.SILENCE)).isEqualTo(Urgency.SOON);
    assertThat(course.hour(58).level(Concern.SILENCE)).isEqualTo(Urgency.SAME_DAY);

    course.hour(59).message(Concern.OTHER);
    assertThat(course.level(Concern.SILENCE)).isEqualTo(Urgency.SAME_DAY);
    assertThat(course.checkIn().find(Concern.SILENCE)).isEmpty();
  }

  @Test
  void a_photo_or_a_massage_is_heard_and_what_the_clinic_writes_is_not() {
    Course heard = answeredUntil(2, 4).hour(20);
    heard.by(Course.PATIENT, new EpisodeEvent.PhotoTaken("1/photo/2026-01-14/24"));
    assertThat(heard.hour(60).level(Concern.SILENCE)).isEqualTo(Urgency.SOON);

    Course ended = answeredUntil(2, 4).hour(20).endMassage();
    assertThat(ended.hour(60).level(Concern.SILENCE)).isEqualTo(Urgency.SOON);

    Course notHeard = answeredUntil(2, 4).hour(20);
    notHeard.by(Course.NURSE, new EpisodeEvent.Noted("rang, no answer"));
    assertThat(notHeard.hour(60).level(Concern.SILENCE)).isEqualTo(Urgency.SAME_DAY);
    // The clinic's own note does not put off the hour at which she counts as silent.
    assertThat(notHeard.hour(51).standing().nextChange()).contains(Course.atHour(52));
  }

  @Test
  void a_treatment_recorded_late_does_not_count_as_silence() {
    Course course = Course.recordedAt(30);

    assertThat(course.find(Concern.SILENCE)).isEmpty();
    assertThat(course.hour(59.9).find(Concern.SILENCE)).isEmpty();
    // The windows of 36 h and 48 h, which opened after the record.
    assertThat(course.hour(60).level(Concern.SILENCE)).isEqualTo(Urgency.SOON);
  }

  @Test
  void humans_mark_it_like_any_alert() {
    Course course = Course.begun().hour(9).seen(Concern.SILENCE);
    assertThat(course.alert(Concern.SILENCE).alert().seen()).isPresent();
    assertThat(course.alert(Concern.SILENCE).actBy()).contains(Course.atHour(56));

    course.hour(10).speaking(Concern.SILENCE);
    assertThat(course.alert(Concern.SILENCE).actBy()).isEmpty();

    // What follows has been answered by nobody.
    course.hour(48);
    assertThat(course.alert(Concern.SILENCE).alert().answered()).isEmpty();
    assertThat(course.alert(Concern.SILENCE).actBy()).contains(Course.atHour(54));
    assertThat(course.level(Concern.SILENCE)).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void silence_never_becomes_urgent() {
    assertThat(Course.begun().hour(500).level(Concern.SILENCE)).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void a_second_silence_has_a_name_of_its_own() {
    Course course = Course.begun().hour(8);
    String first = course.alert(Concern.SILENCE).alert().id();
    course.hour(13).checkIn().hour(48);

    assertThat(course.alert(Concern.SILENCE).alert().id()).isNotEqualTo(first);
    assertThat(
            course.refusal(
                Course.NURSE, new EpisodeEvent.Acknowledged(first, EpisodeEvent.How.SEEN)))
        .contains("the id of an open alert");
  }

  @Test
  void the_servers_clock_alone_decides() {
    Course course = Course.begun().phoneAhead(Duration.ofHours(-20)).hour(5).checkIn();
    assertThat(course.hour(8).find(Concern.SILENCE)).isEmpty();
  }

  @Test
  void a_journey_counts_the_waking_hours_where_she_was() {
    Course course = answeredUntil(2, 4).hour(14);
    course.by(Course.PATIENT, new EpisodeEvent.ZoneChanged("America/New_York", "07:30-22:30"));
    // Heard at 14:00; London until midnight UTC: 8.5 h. New York 19:00 to 22:30: 3.5 h; then a day
    // of 15 h, and 3 h of the next, which began at 07:30 there, 12:30 UTC.
    AlertClock.State state = course.hour(60).alert(Concern.SILENCE);
    assertThat(course.level(Concern.SILENCE)).isEqualTo(Urgency.SAME_DAY);
    assertThat(state.since()).isEqualTo(Instant.parse("2026-01-15T15:30:00Z"));
  }

  @Test
  void a_journey_takes_back_no_silence() {
    Course course = Course.begun().hour(49);
    course.by(Course.PATIENT, new EpisodeEvent.ZoneChanged("Asia/Tokyo", "12:00-15:00"));

    assertThat(course.level(Concern.SILENCE)).isEqualTo(Urgency.SAME_DAY);
    assertThat(course.alert(Concern.SILENCE).since()).isEqualTo(Course.atHour(48));
  }
}
