package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;

/// What further reports, contacts and answers do to an alert that is open (clinical brief 1).
final class FurtherReportsTest {

  private static Instant time(String time) {
    return Instant.parse("2026-01-" + time + ":00Z");
  }

  // Further reports.

  @Test
  void a_running_clock_is_never_set_back_by_the_same_report() {
    Course course = Course.begun().hour(26).checkIn("numb", "yes").hour(30).checkIn("numb", "yes");

    AlertClock.State state = course.alert(Concern.NUMB);
    assertThat(state.actBy()).contains(time("14T18:00"));
    assertThat(state.alert().seqs()).containsExactly(2L, 3L);
  }

  @Test
  void a_rise_starts_a_clock_of_its_own_and_stops_none() {
    Course course = Course.begun().hour(200).checkIn("lump", "tender");
    // By time it is same-day from hour 248, and due at half past eight.
    course.hour(249).contact("lump", "tender", "other", "worried").minutesLater(1);
    course.message(Concern.LUMP);

    assertThat(course.level(Concern.LUMP)).isEqualTo(Urgency.SAME_DAY);
    assertThat(course.alert(Concern.LUMP).actBy()).contains(time("24T08:30"));
  }

  @Test
  void a_report_never_lowers_what_time_has_raised() {
    Course course = Course.begun().hour(340).checkIn("fever", "yes");
    assertThat(course.level(Concern.INFECTION)).isEqualTo(Urgency.SOON);
    course.hour(420);
    assertThat(course.level(Concern.INFECTION)).isEqualTo(Urgency.URGENT);
    Instant since = course.alert(Concern.INFECTION).since();

    course.checkIn("fever", "hot", "pus", "yes");

    assertThat(course.reported()).isEqualTo(Urgency.SAME_DAY);
    assertThat(course.level(Concern.INFECTION)).isEqualTo(Urgency.URGENT);
    assertThat(course.alert(Concern.INFECTION).since()).isEqualTo(since);
  }

  @Test
  void urgent_reported_after_time_made_it_urgent_does_not_set_back_the_hospital() {
    Course course =
        Course.begun().hour(26).checkIn("swelling", "severe", "swelling-course", "growing");
    course.hour(32.2);
    Optional<Instant> go = course.alert(Concern.SWELLING).goAt();
    assertThat(go).contains(time("14T18:20"));

    course.checkIn("swelling-course", "growing-fast");

    assertThat(course.alert(Concern.SWELLING).goAt()).isEqualTo(go);
    assertThat(course.alert(Concern.SWELLING).since()).isEqualTo(time("14T18:00"));
  }

  @Test
  void a_milder_report_after_an_answer_runs_at_its_own_pace_and_lowers_nothing() {
    Course course = Course.begun().hour(6).checkIn("swelling", "severe");
    course.minutesLater(5).speaking(Concern.SWELLING);
    course.hour(30).checkIn("swelling", "severe");

    AlertClock.State state = course.alert(Concern.SWELLING);
    assertThat(course.reported()).isEqualTo(Urgency.SOON);
    assertThat(state.level()).isEqualTo(Urgency.URGENT);
    assertThat(state.actBy()).contains(Course.atHour(78));
    assertThat(state.goAt()).isEmpty();
    assertThat(state.alert().seen()).isEmpty();
    assertThat(state.alert().rules()).containsExactly("swelling-peak");
  }

  @Test
  void a_milder_report_while_the_clock_runs_joins_it() {
    Course course = Course.begun().hour(23.9).checkIn("swelling", "severe");
    course.hour(24).checkIn("swelling", "severe");

    AlertClock.State state = course.alert(Concern.SWELLING);
    assertThat(state.actBy()).contains(Course.atHour(23.9).plusSeconds(600));
    assertThat(state.alert().rules()).containsExactly("balloon");
    assertThat(state.alert().clocks()).hasSize(1);
  }

  @Test
  void the_same_report_after_an_answer_starts_a_new_clock() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale");
    course.minutesLater(5).speaking(Concern.OCCLUSION);
    AlertClock.State again = course.hour(8).checkIn("colour", "grey").alert(Concern.OCCLUSION);

    assertThat(again.actBy()).contains(time("13T18:10"));
    assertThat(again.goAt()).contains(time("13T18:20"));
    assertThat(again.alert().answered()).isEmpty();
    assertThat(again.since()).isEqualTo(time("13T16:00"));
  }

  @Test
  void a_new_report_has_been_seen_by_nobody() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale").seen(Concern.OCCLUSION);
    course.minutesLater(5).checkIn("colour", "pale");

    assertThat(course.alert(Concern.OCCLUSION).alert().seen()).isEmpty();
    assertThat(course.alert(Concern.OCCLUSION).actBy()).isEmpty();
    assertThat(course.alert(Concern.OCCLUSION).goAt()).contains(time("13T16:20"));
  }

  // Contacts.

  @Test
  void a_message_without_a_form_is_at_least_soon() {
    Course course = Course.begun().hour(30).message(Concern.LOOK);

    assertThat(course.level(Concern.LOOK)).isEqualTo(Urgency.SOON);
    assertThat(course.alert(Concern.LOOK).alert().rules()).containsExactly("message");
  }

  @Test
  void a_message_that_names_nothing_is_about_something_else_and_still_rings() {
    Course course = Course.begun().hour(30);
    course.by(Course.PATIENT, Course.message(Optional.empty()));
    assertThat(course.level(Concern.OTHER)).isEqualTo(Urgency.SOON);

    course.hour(32);
    course.by(
        Course.PATIENT,
        new EpisodeEvent.Contacted(
            "none",
            true,
            Course.but(Map.of(), "lump", "soft"),
            Optional.empty(),
            Optional.empty()));
    assertThat(course.reported()).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void the_third_contact_in_a_day_has_a_human_ring_within_the_hour() {
    Course course = Course.begun().hour(30).message(Concern.LOOK).hour(32).message(Concern.LOOK);
    assertThat(course.level(Concern.LOOK)).isEqualTo(Urgency.SAME_DAY);
    assertThat(course.alert(Concern.LOOK).actBy()).contains(time("15T08:30"));
    course.hour(34).message(Concern.LOOK);

    assertThat(course.alert(Concern.LOOK).actBy()).contains(Course.atHour(35));
    assertThat(course.hour(35).alert(Concern.LOOK).overdue()).isTrue();
  }

  @Test
  void a_fourth_contact_never_sets_back_the_hour_to_ring() {
    Course course = Course.begun().hour(30).message(Concern.LOOK).hour(32).message(Concern.LOOK);
    course.hour(34).message(Concern.LOOK).hour(34.9).message(Concern.LOOK);
    course.hour(36.1).message(Concern.LOOK);

    assertThat(course.alert(Concern.LOOK).actBy()).contains(Course.atHour(35));
  }

  @Test
  void an_answer_ends_the_hour_to_ring_and_a_later_check_in_does_not_bring_it_back() {
    Course course = Course.begun().hour(200).contact("lump", "tender");
    course.hour(202).contact("lump", "tender").hour(204).contact("lump", "tender");
    course.hour(204.5).speaking(Concern.LUMP);
    assertThat(course.alert(Concern.LUMP).actBy()).isEmpty();
    course.hour(206).checkIn("lump", "tender");

    assertThat(course.alert(Concern.LUMP).actBy()).contains(Course.atHour(254));
    assertThat(course.alert(Concern.LUMP).overdue()).isFalse();
  }

  @Test
  void a_third_contact_about_what_is_already_urgent_is_rung_about_even_when_read() {
    Course course = Course.begun().hour(6).contact("colour", "pale").hour(8);
    course.contact("colour", "pale").hour(10).contact("colour", "pale").seen(Concern.OCCLUSION);

    assertThat(course.alert(Concern.OCCLUSION).actBy()).contains(Course.atHour(11));
  }

  // The list.

  @Test
  void the_most_urgent_stands_first_and_then_the_one_with_the_least_time_left() {
    Course course = Course.begun().hour(200).checkIn("lump", "tender").hour(210);
    course
        .checkIn("worry", "3", "self-harm", "no", "pus", "yes")
        .hour(211)
        .checkIn("vision", "yes");

    assertThat(course.standing().alerts().stream().map(state -> state.alert().concern()))
        .containsExactly(Concern.OCCLUSION, Concern.INFECTION, Concern.LUMP, Concern.DISTRESS);
    assertThat(course.standing().level()).isEqualTo(Urgency.EMERGENCY);
    assertThat(course.standing().actBy()).contains(Course.atHour(211).plusSeconds(600));
  }

  @Test
  void the_next_change_is_the_next_instant_at_which_an_alert_becomes_something_else() {
    Course course = Course.begun().hour(80).checkIn("lump", "soft");
    assertThat(course.standing().nextChange()).isEmpty();
    course.hour(100).message(Concern.NUMB).hour(102).message(Concern.NUMB);
    course.hour(104).message(Concern.NUMB);
    assertThat(course.standing().nextChange()).contains(Course.atHour(105));
    course.hour(105.5);
    // The hour to ring has passed; the deadline at which it becomes urgent has not.
    Instant next = course.standing().nextChange().orElseThrow();
    assertThat(course.level(Concern.NUMB)).isEqualTo(Urgency.SAME_DAY);
    assertThat(course.at(next.toString()).level(Concern.NUMB)).isEqualTo(Urgency.URGENT);
  }

  @Test
  void an_alert_without_a_clock_is_a_mistake() {
    assertThatThrownBy(() ->
            new Alert(
                "lump.2",
                Concern.LUMP,
                Course.TREATED,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lump.2");
  }
}
