package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.testing.Seeded;

/// A patient who leaves is asked nothing and not chased, and nothing that was open is lost (H-36).
/// Windows of the brief: look 12:00 to 15:00, 4 h 14:00 to 18:00, 12 h 22:00 to 10:00.
final class LeavingTest {

  @Test
  void who_stops_her_check_ins_is_not_missed() {
    Course course = Course.begun().hour(3).leave(Leave.CHECK_INS);

    assertThat(course.hour(8).find(Concern.SILENCE)).isEmpty();
    assertThat(course.hour(200).standing().alerts()).isEmpty();
    assertThat(course.standing().held()).isFalse();
    assertThat(course.standing().tasks()).isEmpty();
    assertThat(course.standing().leaving().stopped()).contains(Course.atHour(3));
  }

  @Test
  void a_silence_that_stood_before_stays_and_grows_older() {
    Course course = Course.begun().hour(9);
    assertThat(course.level(Concern.SILENCE)).isEqualTo(Urgency.SOON);
    course.leave(Leave.CHECK_INS);

    assertThat(course.level(Concern.SILENCE)).isEqualTo(Urgency.SOON);
    assertThat(course.hour(48).level(Concern.SILENCE)).isEqualTo(Urgency.SOON);
    // Its own two days are over: nobody has answered it.
    assertThat(course.hour(56).level(Concern.SILENCE)).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void at_the_very_instant_of_a_deadline_the_silence_is_first() {
    Course course = Course.begun().hour(8);
    assertThat(course.find(Concern.SILENCE)).isPresent();

    assertThat(course.leave(Leave.CHECK_INS).find(Concern.SILENCE)).isPresent();
  }

  @Test
  void a_finding_stays_at_its_level_and_a_new_one_still_counts() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale").leave(Leave.CHECK_INS);

    assertThat(course.level(Concern.OCCLUSION)).isEqualTo(Urgency.URGENT);
    assertThat(course.alert(Concern.OCCLUSION).actBy())
        .contains(Course.atHour(6).plus(AlertClock.ACKNOWLEDGE));
    course.hour(7).contact("vision", "yes");
    assertThat(course.level(Concern.OCCLUSION)).isEqualTo(Urgency.EMERGENCY);
    course.hour(8).checkIn("swelling-course", "growing-fast");
    assertThat(course.level(Concern.SWELLING)).isEqualTo(Urgency.URGENT);
  }

  @Test
  void who_starts_again_is_waited_for_from_then_on() {
    Course course = Course.begun().hour(1).leave(Leave.CHECK_INS).hour(30);
    course.comeBack(Leave.CHECK_INS);

    assertThat(course.standing().leaving()).isEqualTo(new Leaving(Optional.empty(), List.of()));
    // The window of 24 h was hers in part only; 36 h and 48 h are hers, and 48 h closes at 60 h.
    assertThat(course.hour(59).find(Concern.SILENCE)).isEmpty();
    assertThat(course.hour(60).level(Concern.SILENCE)).isEqualTo(Urgency.SOON);
  }

  @Test
  void what_she_was_not_asked_is_no_missed_task() {
    Course course = Course.begun().hour(1).leave(Leave.CHECK_INS).hour(30);
    course.comeBack(Leave.CHECK_INS);

    assertThat(course.standing().tasks()).noneMatch(task -> task.state() == Task.State.MISSED);
    assertThat(course.standing().tasks()).anyMatch(task -> task.state() == Task.State.COMING);
  }

  @Test
  void nobody_massages_while_nobody_is_told_of_a_sign() {
    Course course = Course.begun().order(Course.USUAL).hour(13).checkIn();
    course.hour(24).checkIn().hour(48).checkIn().hour(50).checkIn();
    assertThat(course.gateWord()).isNotEqualTo("not-followed");
    course.leave(Leave.CHECK_INS);

    assertThat(course.gateWord()).isEqualTo("not-followed");
    assertThat(course.standing().massageReminder()).isEmpty();
    course.comeBack(Leave.CHECK_INS);
    assertThat(course.gateWord()).isNotEqualTo("not-followed");
  }

  @Test
  void another_clinic_takes_over_when_this_one_says_so_and_not_before() {
    Course course = Course.begun().hour(3).leave(Leave.CLINIC);
    assertThat(course.standing().leaving().stopped()).isEmpty();
    assertThat(course.hour(8).find(Concern.SILENCE)).isPresent();

    Course moved = Course.begun().hour(3).leave(Leave.CLINIC).hour(4).answerLeave(Leave.CLINIC);
    assertThat(moved.hour(100).find(Concern.SILENCE)).isEmpty();
    assertThat(moved.standing().leaving().stopped()).contains(Course.atHour(4));
    assertThat(moved.standing().leaving().waiting()).isEmpty();
    assertThat(moved.standing().leaving().requests().getFirst().answer())
        .contains(new Leaving.Answer("Nurse B", Course.atHour(4), "Handed over to Dr C."));
  }

  @Test
  void the_clinic_has_its_time_to_answer_and_a_second_asking_does_not_set_it_back() {
    Course course = Course.begun().hour(3).leave(Leave.ERASURE).hour(24).leave(Leave.ERASURE);
    Instant due = Course.atHour(3).plus(Duration.ofDays(14));
    Leaving leaving = course.standing().leaving();
    assertThat(leaving.actBy()).contains(due);
    assertThat(leaving.waiting().getFirst().overdue()).isFalse();
    assertThat(course.at(due.toString()).standing().leaving().waiting().getFirst().overdue())
        .isTrue();
    assertThat(course.standing().alerts()).isEmpty();

    course.answerLeave(Leave.ERASURE);
    assertThat(course.standing().leaving().actBy()).isEmpty();
    assertThat(course.standing().leaving().stopped()).isPresent();
    assertThat(course.leave(Leave.ERASURE).standing().leaving().actBy())
        .contains(due.plus(Duration.ofDays(14)));
  }

  @Test
  void the_time_to_answer_is_announced() {
    Course course = Course.begun().hour(400).leave(Leave.CHECK_INS);

    assertThat(course.standing().nextChange()).contains(Course.atHour(448));
  }

  @Test
  void what_waits_for_no_answer_is_not_answered() {
    Course course = Course.begun().hour(3);
    EpisodeEvent answer = new EpisodeEvent.LeaveAnswered(Leave.CHECK_INS, "x");
    String expected = "leave is check-ins, expected a way of leaving that waits for an answer";
    assertThat(course.refusal(Course.NURSE, answer)).isEqualTo(expected);
    course.leave(Leave.CHECK_INS).answerLeave(Leave.CHECK_INS);

    assertThat(course.refusal(Course.NURSE, answer)).isEqualTo(expected);
    assertThat(course.comeBack(Leave.CHECK_INS).refusal(Course.NURSE, answer)).isEqualTo(expected);
    // Coming back twice, from two phones, is coming back.
    course.comeBack(Leave.CHECK_INS);
  }

  @Test
  void one_way_taken_back_leaves_the_other() {
    Course course = Course.begun().hour(3).leave(Leave.CHECK_INS).leave(Leave.ERASURE);
    course.comeBack(Leave.ERASURE);
    assertThat(course.standing().leaving().stopped()).contains(Course.atHour(3));

    course.comeBack(Leave.CHECK_INS);
    assertThat(course.standing().leaving().stopped()).isEmpty();
  }

  // Over seeded courses, against a slow reading of the bare events.

  /// From when on nobody waits for her, read by somebody who knows nothing but the events.
  private static boolean isLeft(List<Entry> entries) {
    List<String> left = new ArrayList<>();
    for (Entry entry : entries) {
      switch (entry.event()) {
        case EpisodeEvent.LeaveAsked e -> {
          left.remove("answered " + e.leave().id());
          left.remove(e.leave().id());
          left.add(e.leave().id());
        }
        case EpisodeEvent.LeaveTakenBack e -> {
          left.remove("answered " + e.leave().id());
          left.remove(e.leave().id());
        }
        case EpisodeEvent.LeaveAnswered e -> left.add("answered " + e.leave().id());
        default -> {}
      }
    }
    return left.contains("check-ins")
        || left.contains("erasure")
        || left.contains("answered clinic");
  }

  private static int silences(Episode episode, Instant now) {
    for (AlertClock.State state : episode.at(now, Course.HOURS).alerts()) {
      if (state.alert().concern() == Concern.SILENCE) {
        return state.alert().clocks().size();
      }
    }
    return 0;
  }

  @Seeded(150)
  void no_silence_begins_after_a_stop_and_no_alert_is_lower_for_it(SplittableRandom random) {
    EventMaker maker = new EventMaker(random);
    Decider decider = new Decider(Course.HOURS);
    Instant now = Course.TREATED;
    EventCodec.Sent opening =
        new EventCodec.Sent(maker.uuid(), now, Course.opened(maker.opened().treatment().filler()));
    if (!(decider.open(BriefProtocol.GUIDELINE, opening, Course.NURSE, now)
        instanceof Decision.Accepted first)) {
      return;
    }
    Episode episode = first.after();
    for (int i = 0; i < 40; i++) {
      Instant before = now;
      now = now.plusSeconds(random.nextInt(6 * 3600));
      boolean left = isLeft(episode.entries());
      assertThat(episode.at(now, Course.HOURS).leaving().stopped().isPresent()).isEqualTo(left);
      if (left) {
        assertThat(silences(episode, now)).isEqualTo(silences(episode, before));
      }
      Standing stood = episode.at(now, Course.HOURS);
      EpisodeEvent event = maker.chance(50) ? leaving(maker) : maker.event(stood, episode);
      Author by = event instanceof EpisodeEvent.LeaveAnswered ? Course.NURSE : Course.PATIENT;
      EventCodec.Sent sent = new EventCodec.Sent(maker.uuid(), now, event);
      if (decider.decide(episode, sent, by, now) instanceof Decision.Accepted accepted) {
        episode = accepted.after();
        if (isLeaving(event)) {
          assertThat(episode.at(now, Course.HOURS).alerts()).isEqualTo(stood.alerts());
          assertThat(episode.at(now, Course.HOURS).held()).isEqualTo(stood.held());
        }
      }
    }
  }

  private static EpisodeEvent leaving(EventMaker maker) {
    Leave leave = maker.pick(List.of(Leave.values()));
    return maker.chance(40)
        ? new EpisodeEvent.LeaveAsked(leave, Optional.empty())
        : maker.chance(60)
            ? new EpisodeEvent.LeaveTakenBack(leave)
            : new EpisodeEvent.LeaveAnswered(leave, "told");
  }

  private static boolean isLeaving(EpisodeEvent event) {
    return event instanceof EpisodeEvent.LeaveAsked
        || event instanceof EpisodeEvent.LeaveTakenBack
        || event instanceof EpisodeEvent.LeaveAnswered;
  }
}
