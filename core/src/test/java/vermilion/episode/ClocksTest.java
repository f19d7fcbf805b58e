package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.triage.Assessment;

/// Clocks that are wrong: kept as they are, both evaluated, the worse counts (H-6).
final class ClocksTest {

  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void a_phone_a_day_behind_is_kept_and_both_hours_are_evaluated() {
    // Numb at 26 h by the server, at 2 h by the phone, where it is only a fact.
    Course course = Course.begun().phoneAhead(DAY.negated()).hour(26).checkIn("numb", "yes");

    Entry entry = course.episode().entries().getLast();
    assertThat(entry.at()).isEqualTo(Course.atHour(2));
    assertThat(entry.received()).isEqualTo(Course.atHour(26));
    assertThat(entry.moment()).isEqualTo(entry.at());
    assertThat(entry.clocksDisagree()).isTrue();
    assertThat(course.reported()).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void a_phone_a_day_ahead_is_kept_and_both_hours_are_evaluated() {
    Course course = Course.begun().phoneAhead(DAY).hour(2).checkIn("numb", "yes");

    assertThat(course.episode().entries().getLast().moment()).isEqualTo(Course.atHour(2));
    assertThat(course.reported()).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void within_ten_minutes_two_clocks_agree() {
    Course near =
        Course.begun().phoneAhead(Duration.ofMinutes(10)).hour(23.9).checkIn("numb", "yes");
    assertThat(near.reported()).isEqualTo(Urgency.SELF_CARE);

    Course far =
        Course.begun().phoneAhead(Duration.ofSeconds(601)).hour(23.9).checkIn("numb", "yes");
    assertThat(far.reported()).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void a_wrong_clock_does_not_hide_that_she_came_before() {
    Course course = Course.begun().hour(30).contact("lump", "tender");
    course.phoneAhead(DAY.negated()).hour(32).contact("lump", "tender");

    assertThat(course.episode().assessed().getLast().assessment().raises())
        .containsExactly(new Assessment.Raise(Assessment.Reason.SECOND_CONTACT, Concern.LUMP));
    assertThat(course.reported()).isEqualTo(Urgency.SOON);
  }

  @Test
  void a_wrong_clock_does_not_hide_a_rise_of_pain() {
    Course course = Course.begun().hour(30).checkIn("pain", "2", "pain-course", "easing");
    course.phoneAhead(DAY.negated()).hour(40).checkIn("pain", "4", "pain-course", "easing");

    assertThat(course.reported()).isEqualTo(Urgency.URGENT);
  }

  @Test
  void worries_that_waited_on_a_phone_without_a_network_are_apart_as_she_had_them() {
    Course course = Course.begun().hour(40);
    course.phoneAhead(Duration.ofHours(-6)).contact("lump", "tender");
    course.phoneAhead(Duration.ofHours(-4)).contact("lump", "tender");

    assertThat(course.reported()).isEqualTo(Urgency.SOON);
    assertThat(course.episode().assessed().getLast().assessment().raises()).hasSize(1);
  }

  @Test
  void after_a_wrong_clock_both_orders_of_what_came_before_are_looked_at() {
    Course course = Course.begun().phoneAhead(DAY.negated()).hour(30).contact("lump", "tender");
    // By the phone's clock it was 27 h ago, by the server's three.
    course.phoneAhead(Duration.ZERO).hour(33).contact("lump", "tender");

    assertThat(course.reported()).isEqualTo(Urgency.SOON);
  }

  @Test
  void an_answer_of_a_human_parts_two_contacts_by_either_clock() {
    Course course = Course.begun().hour(30).contact("worry", "3", "self-harm", "no");
    course.minutesLater(10).speaking(Concern.DISTRESS).minutesLater(10);
    course.contact("worry", "3", "self-harm", "no");

    assertThat(course.reported()).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void a_server_clock_that_goes_back_counts_as_the_last_one() {
    Course course = Course.begun().hour(6).checkIn();
    course.hour(5).checkIn("colour", "pale");

    Entry entry = course.episode().entries().getLast();
    assertThat(entry.received()).isEqualTo(Course.atHour(6));
    assertThat(entry.seq()).isEqualTo(3);
    assertThat(course.episode().lastReceived()).isEqualTo(Course.atHour(6));
    assertThat(course.hour(6).alert(Concern.OCCLUSION).actBy())
        .contains(Instant.parse("2026-01-13T16:10:00Z"));
  }

  @Test
  void an_answer_from_before_the_treatment_is_kept_and_judged_by_both_clocks() {
    Course course =
        Course.begun().phoneAhead(Duration.ofDays(-300)).hour(26).checkIn("numb", "yes");

    assertThat(course.reported()).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void orders_of_one_instant_are_one_version_of_the_plan() {
    Course course = Course.begun().order(Course.USUAL);

    assertThat(course.episode().plans().versions()).hasSize(1);
    assertThat(course.episode().plans().versions().getFirst().massage()).isPresent();
    assertThat(
            course.episode().occurrences().stream().filter(one -> one.activity().equals("massage")))
        .hasSize(5);
  }

  @Test
  void a_change_of_zone_begins_a_version_and_keeps_what_opened_before() {
    Course course = Course.begun().hour(30);
    List<String> before =
        course.episode().occurrences().stream()
            .filter(one -> one.window().opens().isBefore(course.now()))
            .map(one -> one.id())
            .toList();
    course.by(Course.PATIENT, new EpisodeEvent.ZoneChanged("Asia/Tokyo", "08:00-23:00"));

    assertThat(course.episode().plans().versions()).hasSize(2);
    assertThat(course.episode().occurrences().stream().map(one -> one.id()).toList())
        .containsAll(before);
    assertThat(course.standing().plan().zone()).hasToString("Asia/Tokyo");
    assertThat(course.standing().plan().waking()).hasToString("Waking[from=08:00, until=23:00]");
  }
}
