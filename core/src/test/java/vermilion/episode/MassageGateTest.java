package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.episode.OrderedCourse.FIRST;
import static vermilion.episode.OrderedCourse.answered;
import static vermilion.episode.OrderedCourse.order;
import static vermilion.episode.OrderedCourse.ordered;
import static vermilion.episode.OrderedCourse.start;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Order;

/// When a massage session may begin (clinical brief 4). The usual order here is signed on day 2 at
/// 08:00; its days are the dates from 16 January, two windows a day: 07:30 to 14:00 and 16:00 to
/// 22:30.
final class MassageGateTest {

  // Nothing without an order.

  @Test
  void nothing_is_massaged_that_nobody_ordered() {
    Course course = answered(Course.begun()).hour(55);
    assertThat(course.gateWord()).isEqualTo("not-ordered");
    assertThat(course.gateRefused().order()).isEmpty();

    course.by(Course.NURSE, new EpisodeEvent.OrderSigned(new Order("Dr A", Optional.empty())));
    assertThat(course.gateWord()).isEqualTo("not-ordered");
    assertThat(start(course))
        .isEqualTo("occurrence is " + FIRST + ", expected a session that may begin: not-ordered");
  }

  @Test
  void inside_a_window_an_ordered_session_may_begin_after_its_questions() {
    Course course = ordered();

    MassageGate.Open open = course.open();
    assertThat(open.occurrence().id()).isEqualTo(FIRST);
    assertThat(open.form()).isEqualTo("gate");
    assertThat(open.doneToday()).isZero();
    assertThat(open.order()).isEqualTo(Course.USUAL);
    assertThat(start(course)).endsWith("the questions before a massage were answered too long ago");
    assertThat(start(course.gate())).isEqualTo("accepted");
  }

  @Test
  void an_order_that_was_stopped_is_over_at_once() {
    Course course = ordered().gate().by(Course.NURSE, new EpisodeEvent.OrderStopped("sore"));

    assertThat(course.gateWord()).isEqualTo("stopped");
    assertThat(course.episode().order()).isEmpty();
    assertThat(start(course)).contains("may begin: stopped");
  }

  @Test
  void an_order_expires_by_itself() {
    Course course = ordered();
    // Three dates: 15, 16 and 17 January.
    assertThat(course.at("2026-01-17T22:29:59Z").gateWord()).isEqualTo("open");
    assertThat(course.at("2026-01-17T22:30:00Z").gateWord()).isEqualTo("expired");
    assertThat(course.hour(5000).gateWord()).isEqualTo("expired");
  }

  @Test
  void an_order_signed_too_late_for_any_window_is_expired_from_the_start() {
    assertThat(Course.recordedAt(400).hour(401).order(Course.USUAL).gateWord())
        .isEqualTo("expired");
  }

  @Test
  void between_windows_the_gate_names_the_next_one() {
    Course course = ordered().at("2026-01-15T15:59:59Z");
    assertThat(course.gateWord()).isEqualTo("not-yet");
    assertThat(course.gateRefused().until()).contains(Instant.parse("2026-01-15T16:00:00Z"));
    assertThat(start(course.gate())).endsWith("may begin: not-yet, until 2026-01-15T16:00:00Z");

    assertThat(course.at("2026-01-15T23:00:00Z").gateRefused().until())
        .contains(Instant.parse("2026-01-16T07:30:00Z"));
  }

  // Its own questions.

  @Test
  void any_answer_that_is_not_clear_withholds_the_session() {
    String[][] answers = {
      {"vision", "yes"},
      {"stroke", "yes"},
      {"airway", "yes"},
      {"collapse", "yes"},
      {"hives", "yes"},
      {"colour", "bruised"},
      {"colour", "pale"},
      {"colour-elsewhere", "bruised"},
      {"colour-elsewhere", "dusky"},
      {"cool", "yes"},
      {"skin", "dots"},
      {"skin", "cold-sore"},
      {"fever", "hot"},
      {"fever", "yes"},
      {"redness", "warm"},
      {"pus", "yes"},
      {"swelling-course", "growing"},
      {"bleeding", "yes"},
      {"lump", "tender"},
      {"lump", "inflamed"},
      {"refill", "slow"}
    };
    for (String[] answer : answers) {
      Course course = ordered().gate(answer);
      boolean held = course.standing().held();
      assertThat(start(course))
          .as(String.join("=", answer))
          .contains(held ? "held" : course.gateWord().equals("open") ? answer[0] : "suspended");
    }
  }

  @Test
  void clear_answers_let_it_begin() {
    String[][] answers = {
      {"lump", "firm"}, {"lump", "soft"}, {"pain", "3", "pain-course", "steady"},
      {"pain", "1", "pain-course", "easing"}, {"swelling-course", "steady"}, {"refill", "same"}
    };
    for (String[] answer : answers) {
      assertThat(start(ordered().gate(answer))).as(answer[0]).isEqualTo("accepted");
    }
  }

  @Test
  void pain_of_four_or_rising_pain_withholds() {
    assertThat(start(ordered().gate("pain", "4", "pain-course", "easing"))).contains("held");
    assertThat(start(ordered().gate("pain", "1", "pain-course", "rising")))
        .endsWith("withheld by the answer to pain-course");
  }

  @Test
  void not_sure_withholds_even_where_triage_takes_no_notice_of_it() {
    Course course = ordered().gate("cool", "unsure");

    assertThat(course.standing().held()).isFalse();
    assertThat(start(course)).endsWith("withheld by the answer to cool");
    assertThat(start(ordered().gate("lump", "unsure"))).endsWith("withheld by the answer to lump");
  }

  @Test
  void an_answer_left_empty_withholds() {
    Course course = ordered();
    var answers = Course.but(course.calmBut("gate"));
    answers.remove("lump");
    course.by(Course.PATIENT, new EpisodeEvent.CheckedIn("gate", true, answers));

    assertThat(start(course)).contains("held");
    course.lift().minutesLater(1);
    assertThat(start(course)).contains("withheld by the answer to lump");
  }

  @Test
  void a_half_filled_gate_is_none() {
    Course course = ordered();
    course.by(Course.PATIENT, new EpisodeEvent.CheckedIn("gate", false, course.calmBut("gate")));

    assertThat(start(course)).contains("were answered too long ago");
  }

  @Test
  void what_is_told_after_the_questions_counts_too() {
    Course course = ordered().gate().minutesLater(2).halfCheckIn("lump", "tender");

    assertThat(start(course)).endsWith("withheld by the answer to lump");
  }

  @Test
  void a_worry_brought_by_herself_is_no_gate() {
    Course course = Course.recordedAt(50).hour(51).order(Course.USUAL).hour(55).contact();

    assertThat(start(course)).contains("have not been answered");
  }

  @Test
  void clear_answers_hold_for_fifteen_minutes() {
    Course course = ordered().gate().minutesLater(15);
    assertThat(start(course)).isEqualTo("accepted");

    assertThat(start(course.at(course.now().plusSeconds(1).toString())))
        .contains("were answered too long ago");
  }

  @Test
  void answers_that_waited_on_the_phone_are_too_old() {
    Course course = ordered().phoneAhead(Duration.ofMinutes(-16)).gate();

    assertThat(start(course)).contains("were answered too long ago");
  }

  @Test
  void a_check_in_that_is_due_is_the_gate() {
    // The check-in of 48 h is open from 10:00 on Thursday to 22:00.
    Course course = Course.begun();
    answered(course).order(Course.USUAL).hour(55);
    assertThat(course.open().form()).isEqualTo("full");
    assertThat(start(course.gate())).endsWith("a check-in is due, and comes first");

    assertThat(start(course.checkIn())).isEqualTo("accepted");
  }

  @Test
  void every_session_asks_anew() {
    Course course = ordered().massage().at("2026-01-16T08:00:00Z");
    assertThat(
            course.refusal(
                Course.PATIENT, new EpisodeEvent.MassageStarted(course.open().occurrence().id())))
        .contains("too long ago");

    Course soon = ordered(order(4, 3, "-", "-")).at("2026-01-15T12:00:00Z").gate();
    assertThat(soon.gateWord()).isEqualTo("open");
  }

  @Test
  void only_the_session_of_this_window_may_begin() {
    Course course = ordered().gate();

    assertThat(
            course.refusal(
                Course.PATIENT, new EpisodeEvent.MassageStarted("2/massage/2026-01-16/1")))
        .endsWith("the session that may begin now is " + FIRST);
  }

  // Caps and spacing.

  @Test
  void a_window_has_one_session() {
    Course course = ordered().massage();
    assertThat(course.gateWord()).isEqualTo("done-today");
    assertThat(course.gateRefused().doneToday()).isEqualTo(1);
    assertThat(course.gateRefused().until()).contains(Instant.parse("2026-01-16T07:30:00Z"));

    course.at("2026-01-16T08:00:00Z").massage();
    assertThat(course.gateWord()).isEqualTo("not-yet");
    assertThat(course.gateRefused().until()).contains(Instant.parse("2026-01-16T16:00:00Z"));
  }

  @Test
  void the_last_session_of_the_course_is_done_today_until_its_window_closes() {
    Course course = ordered().at("2026-01-17T17:00:00Z").massage();
    assertThat(course.gateWord()).isEqualTo("done-today");
    assertThat(course.gateRefused().until()).isEmpty();
  }

  @Test
  void two_hours_lie_between_the_end_of_a_session_and_the_next() {
    Course course = ordered().at("2026-01-16T13:59:00Z").checkIn().startMassage();
    // The phone tells of the end late; that it was earlier nobody knows.
    course.at("2026-01-16T16:30:00Z").endMassage("pain", "0").minutesLater(10);

    assertThat(course.gateWord()).isEqualTo("too-soon");
    assertThat(course.gateRefused().until()).contains(Instant.parse("2026-01-16T18:30:00Z"));
    assertThat(course.at("2026-01-16T18:30:00Z").gateWord()).isEqualTo("open");
  }

  @Test
  void a_session_whose_end_was_never_told_counts_from_its_start() {
    Course course = ordered().at("2026-01-16T13:59:00Z").checkIn().startMassage();

    assertThat(course.at("2026-01-16T16:00:00Z").gateWord()).isEqualTo("open");
    assertThat(course.open().doneToday()).isEqualTo(1);
  }

  @Test
  void another_order_does_not_give_the_date_its_sessions_again() {
    Course course = ordered().at("2026-01-16T08:00:00Z").massage().at("2026-01-16T17:00:00Z");
    course.massage().order(order(2, 4, "-", "-")).at("2026-01-16T21:00:00Z");

    assertThat(course.gateWord()).isIn("done-today", "not-yet");
    assertThat(course.standing().gate()).isInstanceOf(MassageGate.Refused.class);
  }

  @Test
  void a_changed_order_closes_the_windows_of_the_one_before() {
    Course course = ordered();
    MassageOrder later =
        new MassageOrder(
            96,
            1,
            2,
            3,
            List.of("upper lip, left"),
            MassageOrder.USUAL_PRESSURE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    course.order(later);

    assertThat(course.gateWord()).isEqualTo("not-yet");
    assertThat(course.gateRefused().until().orElseThrow()).isAfterOrEqualTo(Course.atHour(96));
  }

  @Test
  void the_same_order_signed_again_goes_on() {
    Course course = ordered().at("2026-01-16T08:00:00Z").order(Course.USUAL);

    assertThat(course.at("2026-01-16T17:00:00Z").gateWord()).isEqualTo("open");
  }

  // A journey.

  @Test
  void a_journey_carries_the_course_on_in_the_new_waking_hours() {
    Course course = ordered().massage().at("2026-01-16T03:00:00Z");
    course.by(Course.PATIENT, new EpisodeEvent.ZoneChanged("Asia/Tokyo", "07:30-22:30"));

    // Noon in Tokyo.
    assertThat(course.gateWord()).isIn("open", "not-yet");
    assertThat(course.standing().today()).hasToString("2026-01-16");
    assertThat(course.episode().order()).isPresent();
  }

  @Test
  void a_window_that_opened_at_home_does_not_reach_into_the_night_abroad() {
    Course course = ordered();
    // Thursday 17:00 in London is 02:00 in Tokyo.
    course.by(Course.PATIENT, new EpisodeEvent.ZoneChanged("Asia/Tokyo", "07:30-22:30"));

    assertThat(course.gateWord()).isEqualTo("not-yet");
    assertThat(course.gateRefused().until()).contains(Instant.parse("2026-01-15T22:30:00Z"));
  }
}
