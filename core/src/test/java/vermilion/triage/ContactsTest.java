package vermilion.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.triage.Assessment.Reason.MESSAGE;
import static vermilion.triage.Assessment.Reason.OCCLUSION_AGAIN;
import static vermilion.triage.Assessment.Reason.SECOND_CONTACT;
import static vermilion.triage.Assessment.Reason.THIRD_CONTACT;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Concern;
import vermilion.clinical.Facts;
import vermilion.clinical.Form;
import vermilion.clinical.Urgency;
import vermilion.time.Elapsed;
import vermilion.triage.Assessment.Raise;

/// How much a worry weighs that the patient brings by herself, the second time and the third.
final class ContactsTest {

  private static final Triage TRIAGE = BriefRules.triage();

  /// Something that was told at a minute after the injection.
  private record Told(
      long minute, Report report, String form, Optional<Concern> named, List<String> answers) {

    static Told contact(double hours, String... answers) {
      return new Told(
          Math.round(hours * 60), Report.CONTACT, "full", Optional.empty(), List.of(answers));
    }

    static Told message(double hours, Optional<Concern> named) {
      return new Told(Math.round(hours * 60), Report.CONTACT, Form.NONE, named, List.of());
    }

    static Told answered(double hours) {
      return new Told(
          Math.round(hours * 60), Report.ANSWERED, Form.NONE, Optional.empty(), List.of());
    }

    Told asCheckIn() {
      return new Told(minute, Report.CHECK_IN, form, named, answers);
    }

    Situation after(History history) {
      AnswerSheet.Builder sheet = new AnswerSheet.Builder(TRIAGE.questions());
      for (int i = 0; i < answers.size(); i += 2) {
        assertThat(sheet.answer(answers.get(i), answers.get(i + 1))).isEmpty();
      }
      return new Situation(
          minute * 60,
          Timing.at(new Elapsed(minute * 60)),
          report,
          form,
          false,
          named,
          Facts.UNKNOWN,
          sheet.sheet(),
          history);
    }
  }

  private static History history(Told... earlier) {
    History history = History.NONE;
    for (Told one : earlier) {
      if (one.report() == Report.ANSWERED) {
        history = history.plusAnswered(one.minute() * 60);
      } else {
        Situation situation = one.after(history);
        history = history.plus(situation, TRIAGE.assess(situation));
      }
    }
    return history;
  }

  private static Assessment assess(Told now, Told... earlier) {
    return TRIAGE.assess(now.after(history(earlier)));
  }

  private static Urgency level(Told now, Told... earlier) {
    return assess(now, earlier).level();
  }

  private static Told numb(double hours) {
    return Told.contact(hours, "numb", "yes");
  }

  private static Told uneven(double hours) {
    return Told.contact(hours, "asymmetry", "marked");
  }

  private static Told bruise(double hours) {
    return Told.contact(hours, "colour", "bruised", "pain", "0");
  }

  @Test
  void the_second_contact_within_a_day_weighs_one_class_more() {
    assertThat(level(numb(50))).isEqualTo(Urgency.SAME_DAY);
    assertThat(assess(numb(50)).raises()).isEmpty();
    assertThat(level(numb(50), numb(26))).isEqualTo(Urgency.URGENT);
    assertThat(assess(numb(50), numb(26)).raises())
        .containsExactly(new Raise(SECOND_CONTACT, Concern.NUMB));
    assertThat(level(numb(50), numb(25.98))).isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void something_routine_is_soon_the_second_time_and_same_day_the_third() {
    assertThat(level(uneven(50))).isEqualTo(Urgency.ROUTINE);
    assertThat(level(uneven(50), uneven(40))).isEqualTo(Urgency.SOON);
    assertThat(level(uneven(50), uneven(40), uneven(45))).isEqualTo(Urgency.SAME_DAY);
    assertThat(assess(uneven(50), uneven(40), uneven(45)).raises())
        .containsExactly(
            new Raise(SECOND_CONTACT, Concern.LOOK), new Raise(THIRD_CONTACT, Concern.LOOK));
    assertThat(level(numb(50), numb(40), numb(45))).isEqualTo(Urgency.URGENT);
  }

  @Test
  void coming_again_makes_nothing_an_emergency_and_lowers_none() {
    assertThat(level(numb(50), numb(30), numb(40), numb(45))).isEqualTo(Urgency.URGENT);
    Told blind = Told.contact(50, "vision", "yes");
    assertThat(level(blind, Told.contact(40, "vision", "yes"))).isEqualTo(Urgency.EMERGENCY);
  }

  @Test
  void contacts_within_an_hour_of_the_first_are_one() {
    assertThat(level(uneven(51), uneven(50))).isEqualTo(Urgency.ROUTINE);
    assertThat(level(uneven(51.1), uneven(50))).isEqualTo(Urgency.SOON);
    assertThat(level(uneven(51), uneven(50), uneven(50.5))).isEqualTo(Urgency.ROUTINE);
    // The hour begins with the first of them and does not slide.
    assertThat(level(uneven(51.5), uneven(50), uneven(50.9))).isEqualTo(Urgency.SOON);
  }

  @Test
  void a_run_of_contacts_over_the_beginning_of_the_day_is_counted_the_way_that_counts_most() {
    // The first of the day are one group, or two, if it begins with the one before the day.
    assertThat(level(uneven(50), uneven(26.1), uneven(26.5))).isEqualTo(Urgency.SOON);
    assertThat(level(uneven(50), uneven(25.25), uneven(26.1), uneven(26.5)))
        .isEqualTo(Urgency.SAME_DAY);
    assertThat(level(uneven(50), uneven(24.9), uneven(26.1), uneven(26.5))).isEqualTo(Urgency.SOON);
    // Alone before the day it counts for nothing.
    assertThat(level(uneven(50), uneven(25.5))).isEqualTo(Urgency.ROUTINE);
  }

  @Test
  void a_human_answer_between_makes_two_contacts_of_one() {
    assertThat(level(uneven(50.5), uneven(50), Told.answered(50.2))).isEqualTo(Urgency.SOON);
    assertThat(level(uneven(50.5), Told.answered(49), uneven(50))).isEqualTo(Urgency.ROUTINE);
    assertThat(level(uneven(50.5), uneven(50), Told.answered(51))).isEqualTo(Urgency.ROUTINE);
  }

  @Test
  void only_contacts_about_the_same_concern_add_up() {
    assertThat(level(uneven(50), numb(40))).isEqualTo(Urgency.ROUTINE);
    assertThat(level(uneven(50), uneven(40).asCheckIn())).isEqualTo(Urgency.ROUTINE);
    assertThat(level(uneven(50).asCheckIn(), uneven(40))).isEqualTo(Urgency.ROUTINE);
    assertThat(assess(uneven(50).asCheckIn(), uneven(40)).raises()).isEmpty();
  }

  @Test
  void what_comes_later_is_not_looked_at() {
    assertThat(level(uneven(50), uneven(52))).isEqualTo(Urgency.ROUTINE);
  }

  @Test
  void the_second_contact_about_occlusion_within_three_days_is_urgent() {
    Told steady = Told.contact(100, "pain", "5", "pain-course", "steady");
    Told before = Told.contact(28, "colour-elsewhere", "bruised");

    assertThat(level(steady)).isEqualTo(Urgency.SAME_DAY);
    assertThat(level(steady, before)).isEqualTo(Urgency.URGENT);
    assertThat(assess(steady, before).raises())
        .containsExactly(new Raise(OCCLUSION_AGAIN, Concern.OCCLUSION));
    assertThat(level(steady, Told.contact(27.9, "colour-elsewhere", "bruised")))
        .isEqualTo(Urgency.SAME_DAY);
  }

  @Test
  void a_bruise_with_little_pain_is_same_day_the_second_time() {
    assertThat(level(bruise(90))).isEqualTo(Urgency.ROUTINE);
    assertThat(level(bruise(90), bruise(28))).isEqualTo(Urgency.SAME_DAY);
    Told hurting = Told.contact(28, "colour", "bruised", "pain", "4");
    assertThat(level(bruise(90), hurting)).isEqualTo(Urgency.URGENT);
    Told silent = Told.contact(28, "colour", "bruised");
    assertThat(level(bruise(90), silent)).isEqualTo(Urgency.URGENT);
    Told numbToo = Told.contact(90, "colour", "bruised", "pain", "0", "numb", "yes");
    assertThat(level(numbToo, bruise(28))).isEqualTo(Urgency.URGENT);
  }

  @Test
  void one_hurting_bruise_among_mild_ones_is_enough() {
    Told hurting = Told.contact(60, "colour", "bruised", "pain", "4");

    assertThat(level(bruise(90), bruise(29), hurting)).isEqualTo(Urgency.URGENT);
    assertThat(level(bruise(90), bruise(29), bruise(60))).isEqualTo(Urgency.SAME_DAY);
    // In one group with a mild one it counts as well.
    Told next = Told.contact(60.5, "colour", "bruised", "pain", "4");
    assertThat(level(bruise(90), bruise(60), next)).isEqualTo(Urgency.URGENT);
  }

  @Test
  void a_message_is_soon_and_about_what_it_names() {
    Assessment named = assess(Told.message(20, Optional.of(Concern.LOOK)));
    Assessment unnamed = assess(Told.message(20, Optional.empty()));

    assertThat(named.level()).isEqualTo(Urgency.SOON);
    assertThat(named.raises()).containsExactly(new Raise(MESSAGE, Concern.LOOK));
    assertThat(named.concerns()).containsExactly(Concern.LOOK);
    assertThat(named.rules()).isEmpty();
    assertThat(named.missing()).isEmpty();
    assertThat(unnamed.raises()).containsExactly(new Raise(MESSAGE, Concern.OTHER));
  }

  @Test
  void two_messages_about_one_thing_are_two_contacts() {
    Told look = Told.message(30, Optional.of(Concern.LOOK));

    assertThat(level(look, Told.message(20, Optional.of(Concern.LOOK))))
        .isEqualTo(Urgency.SAME_DAY);
    assertThat(level(look, Told.message(20, Optional.of(Concern.NUMB)))).isEqualTo(Urgency.SOON);
    Told white = Told.message(80, Optional.of(Concern.OCCLUSION));
    assertThat(level(white, Told.message(20, Optional.of(Concern.OCCLUSION))))
        .isEqualTo(Urgency.URGENT);
  }

  @Test
  void of_two_clocks_the_one_counts_by_which_she_came_again() {
    Situation first = uneven(50).after(History.NONE);
    Situation second = uneven(50).after(history(uneven(40)));

    for (Assessment worse :
        List.of(TRIAGE.assessWorse(first, second), TRIAGE.assessWorse(second, first))) {
      assertThat(worse.level()).isEqualTo(Urgency.SOON);
      assertThat(worse.raises()).containsExactly(new Raise(SECOND_CONTACT, Concern.LOOK));
    }
    assertThat(TRIAGE.assessWorse(second, second).raises())
        .containsExactly(new Raise(SECOND_CONTACT, Concern.LOOK));
    assertThat(TRIAGE.assessWorse(first, first).raises()).isEmpty();
    Situation asked = uneven(50).asCheckIn().after(history(uneven(40)));
    assertThat(TRIAGE.assessWorse(asked, asked).level()).isEqualTo(Urgency.ROUTINE);
  }

  @Test
  void of_two_clocks_the_later_hour_counts_where_it_is_worse() {
    Situation early = numb(20).after(History.NONE);
    Situation late = numb(30).after(History.NONE);

    assertThat(TRIAGE.assess(early).rules()).isEmpty();
    assertThat(TRIAGE.assessWorse(early, late).rules()).containsExactly("numb");
    assertThat(TRIAGE.assessWorse(late, early).level()).isEqualTo(Urgency.SAME_DAY);
  }
}
