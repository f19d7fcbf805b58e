package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.episode.OrderedCourse.answered;
import static vermilion.episode.OrderedCourse.order;
import static vermilion.episode.OrderedCourse.ordered;
import static vermilion.episode.OrderedCourse.start;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Filler;
import vermilion.clinical.Urgency;
import vermilion.protocol.Order;

/// What suspends a massage that was ordered (clinical brief 4).
final class SuspensionTest {

  // Suspensions.

  @Test
  void an_open_finding_holds_it() {
    assertThat(ordered().checkIn("numb", "yes").gateWord()).isEqualTo("held");
    assertThat(ordered().checkIn("numb", "yes").lift().gateWord()).isEqualTo("open");
  }

  @Test
  void facts_of_the_record_suspend_it() {
    assertThat(ordered().fact(RecordFact.HYALURONIDASE).gateWord())
        .isEqualTo("suspended hyaluronidase");
    assertThat(ordered().fact(RecordFact.REVIEW_PENDING).gateWord())
        .isEqualTo("suspended review-pending");
    assertThat(ordered().fact(RecordFact.BLOOD_THINNER).gateWord()).isEqualTo("suspended risk");
    assertThat(ordered().fact(RecordFact.OLDER_FILLER).gateWord()).isEqualTo("suspended risk");
    assertThat(ordered().fact(RecordFact.VACCINE).gateWord()).isEqualTo("open");
    Course over = ordered().fact(RecordFact.REVIEW_PENDING);
    over.by(Course.NURSE, new EpisodeEvent.FactRecorded(RecordFact.REVIEW_PENDING, false));
    assertThat(over.gateWord()).isEqualTo("open");
  }

  @Test
  void dental_work_suspends_it_for_two_days() {
    Course course = ordered().fact(RecordFact.DENTAL_WORK);
    assertThat(course.gateWord()).isEqualTo("suspended dental-work");
    assertThat(course.gateRefused().until()).contains(Course.atHour(103));
    assertThat(start(course.gate()))
        .endsWith("suspended (dental-work), until 2026-01-17T17:00:00Z");

    assertThat(course.hour(103).gateWord()).isEqualTo("open");
  }

  @Test
  void an_order_with_a_reason_goes_on_in_spite_of_a_risk() {
    Course course = ordered(order(2, 3, "-", "agreed with her doctor"));
    assertThat(course.fact(RecordFact.BLOOD_THINNER).gateWord()).isEqualTo("open");
  }

  @Test
  void a_bruise_suspends_it_unless_the_order_says_otherwise() {
    Course course = ordered().checkIn("colour", "bruised");
    assertThat(course.gateWord()).isEqualTo("suspended bruise");
    assertThat(course.minutesLater(1).checkIn().gateWord()).isEqualTo("open");

    Course allowed = ordered(order(2, 3, "old bruise", "-")).checkIn("colour", "bruised");
    assertThat(allowed.gateWord()).isEqualTo("open");
    assertThat(start(allowed)).isEqualTo("accepted");
  }

  @Test
  void a_form_that_says_nothing_of_the_colour_leaves_the_bruise_standing() {
    Course course = ordered().checkIn("colour", "bruised").minutesLater(1).halfCheckIn("pain", "0");

    assertThat(course.gateWord()).isEqualTo("suspended bruise");
  }

  @Test
  void a_sign_of_infection_suspends_it_however_mild() {
    Course course = ordered().checkIn("fever", "hot");
    assertThat(course.standing().held()).isFalse();
    assertThat(course.gateWord()).isEqualTo("suspended infection");
    assertThat(course.hour(60).lower(Concern.INFECTION, Urgency.ROUTINE, 5).gateWord())
        .isEqualTo("open");

    Course lifted = ordered().checkIn("fever", "hot", "pus", "yes").lift();
    assertThat(lifted.gateWord()).isEqualTo("open");
  }

  @Test
  void no_other_filler_is_ever_massaged() {
    Course course = answered(Course.of(Course.opened(Filler.UNKNOWN)));
    String refusal =
        course.refusal(
            Course.NURSE,
            new EpisodeEvent.OrderSigned(new Order("Dr A", Optional.of(Course.USUAL))));

    assertThat(refusal).isEqualTo("order.filler is unknown, expected hyaluronic-acid");
  }

  @Test
  void an_order_for_another_filler_that_came_into_the_record_is_not_carried_out() {
    Course course = answered(Course.of(Course.opened(Filler.UNKNOWN)));
    Entry signed =
        new Entry(
            course.episode().seq() + 1,
            "00000000-0000-0000-0000-0000000000ff",
            course.now(),
            course.now(),
            Course.NURSE,
            new EpisodeEvent.OrderSigned(new Order("Dr A", Optional.of(Course.USUAL))));
    Standing standing = course.episode().with(List.of(signed)).at(Course.atHour(55), Course.HOURS);

    assertThat(standing.gate())
        .isInstanceOfSatisfying(
            MassageGate.Refused.class, refused -> assertThat(refused.detail()).isEqualTo("filler"));
  }
}
