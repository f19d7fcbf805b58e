package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Filler;
import vermilion.clinical.Urgency;

/// Who must act by when (clinical brief 1).
final class AlertStoriesTest {

  private static Instant time(String time) {
    return Instant.parse("2026-01-" + time + ":00Z");
  }

  // Urgent: 10, 20 and 60 minutes.

  @Test
  void an_urgent_alert_is_to_be_seen_in_ten_minutes_and_sends_to_hospital_at_twenty() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale");

    AlertClock.State fresh = course.alert(Concern.OCCLUSION);
    assertThat(fresh.level()).isEqualTo(Urgency.URGENT);
    assertThat(fresh.alert().id()).isEqualTo("occlusion.2");
    assertThat(fresh.alert().rules()).containsExactly("occlusion-colour");
    assertThat(fresh.actBy()).contains(time("13T16:10"));
    assertThat(fresh.goAt()).contains(time("13T16:20"));
    assertThat(fresh.checkAt()).isEmpty();
    assertThat(fresh.overdue()).isFalse();
    assertThat(course.minutesLater(9).alert(Concern.OCCLUSION).overdue()).isFalse();
    assertThat(course.minutesLater(1).alert(Concern.OCCLUSION).overdue()).isTrue();
  }

  @Test
  void seen_in_time_leaves_the_twenty_minutes_running() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale");
    AlertClock.State seen = course.minutesLater(5).seen(Concern.OCCLUSION).alert(Concern.OCCLUSION);

    assertThat(seen.actBy()).isEmpty();
    assertThat(seen.goAt()).contains(time("13T16:20"));
    assertThat(seen.alert().seen()).contains(new Alert.Ack("Nurse B", time("13T16:05")));
    assertThat(seen.alert().answered()).isEmpty();
    assertThat(course.minutesLater(14).alert(Concern.OCCLUSION).overdue()).isFalse();
    assertThat(course.minutesLater(1).alert(Concern.OCCLUSION).overdue()).isTrue();
  }

  @Test
  void speaking_to_her_replaces_the_hospital_by_one_text_at_sixty_minutes() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale");
    AlertClock.State answered =
        course.minutesLater(15).speaking(Concern.OCCLUSION).alert(Concern.OCCLUSION);

    assertThat(answered.goAt()).isEmpty();
    assertThat(answered.actBy()).isEmpty();
    assertThat(answered.checkAt()).contains(time("13T17:00"));
    assertThat(answered.alert().answered()).isPresent();
    assertThat(answered.alert().seen()).isPresent();
    assertThat(course.minutesLater(200).alert(Concern.OCCLUSION).overdue()).isFalse();
    assertThat(course.level(Concern.OCCLUSION)).isEqualTo(Urgency.URGENT);
  }

  @Test
  void the_first_mark_of_a_human_counts() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale");
    course.minutesLater(2).speaking(Concern.OCCLUSION);
    course.minutesLater(5).speaking(Concern.OCCLUSION).seen(Concern.OCCLUSION);

    Alert alert = course.alert(Concern.OCCLUSION).alert();
    assertThat(alert.seen()).contains(new Alert.Ack("Nurse B", time("13T16:02")));
    assertThat(alert.answered()).isEqualTo(alert.seen());
  }

  @Test
  void an_emergency_tells_the_clinic_at_once_and_never_waits_with_the_hospital() {
    AlertClock.State state =
        Course.begun().hour(6).checkIn("vision", "yes").alert(Concern.OCCLUSION);

    assertThat(state.level()).isEqualTo(Urgency.EMERGENCY);
    assertThat(state.actBy()).contains(time("13T16:10"));
    assertThat(state.goAt()).isEmpty();
  }

  // Same-day.

  @Test
  void same_day_raised_in_opening_hours_has_six_hours() {
    AlertClock.State state = Course.begun().hour(26).checkIn("numb", "yes").alert(Concern.NUMB);

    assertThat(state.level()).isEqualTo(Urgency.SAME_DAY);
    assertThat(state.actBy()).contains(time("14T18:00"));
    assertThat(state.goAt()).isEmpty();
  }

  @Test
  void same_day_raised_when_closed_has_twelve_hours() {
    Course course = Course.begun();
    // Saturday, 08:00.
    assertThat(course.at("2026-01-17T08:00:00Z").checkIn("numb", "yes").alert(Concern.NUMB).actBy())
        .contains(time("17T20:00"));
    // A weekday before nine is closed too; nine is open, eighteen is closed again.
    assertThat(deadline("14T08:59")).isEqualTo(time("14T20:59"));
    assertThat(deadline("14T09:00")).isEqualTo(time("14T15:00"));
    assertThat(deadline("14T17:59")).isEqualTo(time("15T08:30"));
    assertThat(deadline("14T18:00")).isEqualTo(time("15T08:30"));
  }

  @Test
  void a_deadline_in_her_sleep_moves_to_ten_in_the_evening_if_raised_before_four() {
    assertThat(deadline("17T15:59")).isEqualTo(time("17T22:00"));
    assertThat(deadline("17T11:00")).isEqualTo(time("17T22:00"));
    assertThat(deadline("17T10:29")).isEqualTo(time("17T22:29"));
  }

  @Test
  void a_deadline_in_her_sleep_moves_to_an_hour_after_waking_if_raised_from_four() {
    assertThat(deadline("17T16:00")).isEqualTo(time("18T08:30"));
    assertThat(deadline("17T19:29")).isEqualTo(time("18T08:30"));
    // By twelve hours from here she is awake.
    assertThat(deadline("17T19:30")).isEqualTo(time("18T07:30"));
  }

  @Test
  void ten_in_the_evening_never_sets_a_deadline_back() {
    Course nightWorker =
        Course.of(
            new EpisodeEvent.Opened(
                Course.patient("1991-04-30", "Europe/London", "14:00-06:00"),
                Course.opened(Filler.HYALURONIC_ACID).treatment(),
                "brief",
                1,
                EpisodeEvent.KnownBefore.NOTHING));
    nightWorker.at("2026-01-17T01:00:00Z").checkIn("numb", "yes");

    assertThat(nightWorker.alert(Concern.NUMB).actBy()).contains(time("17T15:00"));
  }

  private static Instant deadline(String raised) {
    Course course = Course.begun().at("2026-01-" + raised + ":00Z").checkIn("lump", "inflamed");
    return course.alert(Concern.INFECTION).actBy().orElseThrow();
  }

  @Test
  void past_its_deadline_a_same_day_concern_of_vessels_infection_swelling_or_feeling_is_urgent() {
    Course course = Course.begun().hour(90);
    List<String> all = List.of("numb", "yes", "lump", "inflamed", "swelling-course", "growing");
    List<String> pain = List.of("pain", "4", "pain-course", "easing");
    course.checkIn(Stream.of(all, pain).flatMap(List::stream).toArray(String[]::new));
    for (Concern concern :
        List.of(Concern.NUMB, Concern.INFECTION, Concern.SWELLING, Concern.OCCLUSION)) {
      assertThat(course.hour(90).level(concern)).isEqualTo(Urgency.SAME_DAY);
      Instant deadline = course.alert(concern).actBy().orElseThrow();
      AlertClock.State late = course.at(deadline.toString()).alert(concern);
      assertThat(late.level()).as(concern.id()).isEqualTo(Urgency.URGENT);
      assertThat(late.since()).isEqualTo(deadline);
      assertThat(late.goAt()).contains(deadline.plusSeconds(1200));
      assertThat(late.actBy()).contains(deadline.plusSeconds(600));
    }
  }

  @Test
  void past_its_deadline_any_other_same_day_concern_stays_and_is_overdue() {
    Course course = Course.begun().hour(50).checkIn("other", "it itches");
    course.by(Course.PATIENT, Course.message(Optional.of(Concern.LUMP)));
    Instant deadline = course.alert(Concern.OTHER).actBy().orElseThrow();

    assertThat(course.alert(Concern.OTHER).overdue()).isFalse();
    AlertClock.State late = course.at(deadline.toString()).alert(Concern.OTHER);
    assertThat(late.level()).isEqualTo(Urgency.SAME_DAY);
    assertThat(late.overdue()).isTrue();
  }

  @Test
  void a_same_day_alert_that_was_answered_waits_for_nobody() {
    Course course = Course.begun().hour(26).checkIn("numb", "yes").minutesLater(30);
    course.speaking(Concern.NUMB).hour(60);

    assertThat(course.level(Concern.NUMB)).isEqualTo(Urgency.SAME_DAY);
    assertThat(course.alert(Concern.NUMB).actBy()).isEmpty();
    assertThat(course.alert(Concern.NUMB).overdue()).isFalse();
  }

  @Test
  void reading_a_same_day_alert_does_not_stop_its_clock() {
    Course course = Course.begun().hour(26).checkIn("numb", "yes").seen(Concern.NUMB);

    assertThat(course.alert(Concern.NUMB).actBy()).contains(time("14T18:00"));
    assertThat(course.hour(33).level(Concern.NUMB)).isEqualTo(Urgency.URGENT);
    // What was read while it was milder is not read as urgent.
    assertThat(course.alert(Concern.NUMB).actBy()).contains(time("14T18:10"));
  }

  @Test
  void answering_after_the_deadline_does_not_lower_what_it_became() {
    Course course = Course.begun().hour(26).checkIn("numb", "yes");

    assertThat(course.hour(33).speaking(Concern.NUMB).level(Concern.NUMB))
        .isEqualTo(Urgency.URGENT);
    assertThat(course.alert(Concern.NUMB).checkAt()).contains(time("14T19:00"));
  }

  // Soon.

  @Test
  void soon_becomes_same_day_after_two_days() {
    Course course = Course.begun().hour(200).checkIn("lump", "tender");

    assertThat(course.level(Concern.LUMP)).isEqualTo(Urgency.SOON);
    assertThat(course.alert(Concern.LUMP).actBy()).contains(Course.atHour(248));
    assertThat(course.hour(247.99).level(Concern.LUMP)).isEqualTo(Urgency.SOON);
    AlertClock.State late = course.hour(248).alert(Concern.LUMP);
    assertThat(late.level()).isEqualTo(Urgency.SAME_DAY);
    // Friday 18:00, closed; twelve hours on she sleeps.
    assertThat(late.actBy()).contains(time("24T08:30"));
  }

  @Test
  void soon_that_was_answered_stays_soon() {
    Course course = Course.begun().hour(200).checkIn("lump", "tender").speaking(Concern.LUMP);

    assertThat(course.hour(300).level(Concern.LUMP)).isEqualTo(Urgency.SOON);
  }

  @Test
  void milder_than_soon_rings_nobody() {
    Course course = Course.begun().hour(6).checkIn("colour", "bruised", "asymmetry", "marked");

    assertThat(course.reported()).isEqualTo(Urgency.ROUTINE);
    assertThat(course.standing().alerts()).isEmpty();
    assertThat(course.standing().level()).isEqualTo(Urgency.SELF_CARE);
    assertThat(course.standing().actBy()).isEmpty();
  }
}
