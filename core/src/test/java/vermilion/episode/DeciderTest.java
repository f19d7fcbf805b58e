package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Order;
import vermilion.schedule.Plans;

/// Which events may be added, by whom, and what is said of the others.
final class DeciderTest {

  private static final Decider DECIDER = new Decider(Course.HOURS);
  private static final Confidant.Right LOOK = Confidant.Right.LOOK;
  private static final Confidant.Right ANSWER = Confidant.Right.ANSWER;
  private static final String ID = "00000000-0000-0000-0000-00000000abcd";

  // Who may send what.

  @Test
  void each_role_sends_what_is_its_own() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale").order(Course.USUAL);
    course.leave(Leave.CLINIC).by(Course.PATIENT, Course.letIn("Sam", LOOK, ANSWER));
    course.by(Course.NURSE, Course.booked(20));
    String alert = course.alert(Concern.OCCLUSION).alert().id();
    Map<EpisodeEvent, String> allowed =
        Map.ofEntries(
            Map.entry(new EpisodeEvent.OrderSigned(new Order("Dr A", Optional.empty())), "C"),
            Map.entry(new EpisodeEvent.OrderStopped("x"), "C"),
            Map.entry(new EpisodeEvent.HoldLifted("x"), "C"),
            Map.entry(course.lowering(Concern.OCCLUSION, Urgency.SOON, 1, true), "C"),
            Map.entry(new EpisodeEvent.Acknowledged(alert, EpisodeEvent.How.SEEN), "C"),
            Map.entry(new EpisodeEvent.FactRecorded(RecordFact.VACCINE, true), "CS"),
            Map.entry(new EpisodeEvent.Noted("x"), "CS"),
            Map.entry(new EpisodeEvent.MessageSent("x"), "C"),
            Map.entry(new EpisodeEvent.LeaveAsked(Leave.CHECK_INS, Optional.empty()), "P"),
            Map.entry(new EpisodeEvent.LeaveTakenBack(Leave.ERASURE), "P"),
            Map.entry(new EpisodeEvent.LeaveAnswered(Leave.CLINIC, "x"), "C"),
            Map.entry(new CareEvent.TakenOver(), "C"),
            Map.entry(new CareEvent.Rang(CareEvent.Outcome.NO_ANSWER, Optional.empty()), "C"),
            Map.entry(Course.booked(24), "C"),
            Map.entry(new CareEvent.ReviewCancelled("x"), "C"),
            Map.entry(Course.letIn("Kim", LOOK), "P"),
            Map.entry(new EpisodeEvent.ConfidantEnded(ID), "CP"),
            Map.entry(new EpisodeEvent.RemindersSet(ReminderWay.NONE, Optional.empty()), "CP"),
            Map.entry(Course.photoBesidesThePlan(), "P"),
            Map.entry(new EpisodeEvent.MassageEnded(5, false, Map.of()), "P"),
            Map.entry(new EpisodeEvent.PhotoTaken("1/photo/2026-01-13/0"), "P"),
            Map.entry(new EpisodeEvent.CheckedIn("look", false, Map.of()), "HPCS"),
            Map.entry(Course.message(Optional.empty()), "HPCS"),
            Map.entry(new EpisodeEvent.ZoneChanged("Asia/Tokyo", "07:30-22:30"), "PCS"));
    allowed.forEach((event, roles) -> {
      for (Author author : List.of(Course.PATIENT, Course.NURSE, Course.SERVICE, Course.HELPER)) {
        String letter = author.role().id().substring(0, 1).toUpperCase(Locale.ROOT);
        assertThat(course.refusal(author, event))
            .as(event.type() + " by " + author.role())
            .isEqualTo(roles.contains(letter) ? "accepted" : notHis(author, event));
      }
    });
  }

  private static String notHis(Author author, EpisodeEvent event) {
    String role = author.role().id();
    return "type is " + event.type() + ", expected a type that a " + role + " may send";
  }

  @Test
  void reminders_go_only_where_something_can_arrive() {
    EpisodeEvent nowhere = new EpisodeEvent.RemindersSet(ReminderWay.EMAIL, Optional.of("amira@"));
    assertThat(Course.begun().refusal(Course.NURSE, nowhere))
        .isEqualTo("to is amira@, expected an address such as amira@example.org");
    EpisodeEvent absent = new EpisodeEvent.RemindersSet(ReminderWay.TEXT, Optional.empty());
    assertThat(Course.begun().refusal(Course.PATIENT, absent)).startsWith("to is , expected");
  }

  @Test
  void only_the_patient_massages() {
    assertThat(Course.begun().refusal(Course.NURSE, new EpisodeEvent.MassageStarted("x")))
        .contains("a type that a clinician may send");
  }

  @Test
  void a_phone_judges_nothing_of_staffs_and_all_of_hers_as_the_server_does() {
    Course course = Course.begun().hour(6).checkIn("colour", "pale");
    Decider phone = Decider.onPhone(Course.HOURS);
    EventCodec.Sent lift =
        new EventCodec.Sent(ID, course.now(), new EpisodeEvent.HoldLifted("seen"));
    assertThat(phone.decide(course.episode(), lift, Course.NURSE, course.now()))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            no ->
                assertThat(no.why())
                    .isEqualTo("type is hold-lifted, expected a type that is sent from a phone"));
    for (EpisodeEvent event :
        List.of(
            Course.message(Optional.empty()),
            new EpisodeEvent.MassageStarted("x"),
            new EpisodeEvent.HoldLifted("seen"),
            new EpisodeEvent.ZoneChanged("Nowhere/Else", "07:30-22:30"))) {
      EventCodec.Sent sent = new EventCodec.Sent(ID, course.now(), event);
      Decision here = phone.decide(course.episode(), sent, Course.PATIENT, course.now());
      Decision there = DECIDER.decide(course.episode(), sent, Course.PATIENT, course.now());
      assertThat(why(here)).isEqualTo(why(there));
    }
  }

  private static String why(Decision decision) {
    return decision instanceof Decision.Refused refused ? refused.why() : "accepted";
  }

  @Test
  void what_is_not_of_staff_alone_is_not_judged_as_such() {
    Course course = Course.begun();
    assertThatThrownBy(() ->
            new StaffCheck(Course.HOURS)
                .check(course.episode(), new EpisodeEvent.Noted("x"), course.now(), new Refusals()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("note is not of staff alone");
  }

  // The same event twice.

  @Test
  void the_same_event_twice_is_one_event() {
    Course course = Course.begun().hour(6);
    EventCodec.Sent sent = new EventCodec.Sent(ID, course.now(), Course.message(Optional.empty()));
    Decision first = course.decide(Course.PATIENT, sent);
    assertThat(first).isInstanceOf(Decision.Accepted.class);
    course.by(Course.NURSE, new EpisodeEvent.Noted("between"));

    Episode after = ((Decision.Accepted) first).after();
    assertThat(DECIDER.decide(after, sent, Course.PATIENT, Course.atHour(900)))
        .isEqualTo(new Decision.Duplicate(2));
  }

  @Test
  void half_a_character_is_the_same_event_twice_too() {
    Course course = Course.begun().hour(6);
    EventCodec.Sent sent =
        new EventCodec.Sent(ID, course.now(), new EpisodeEvent.Noted("cut \ud83d"));
    Episode after = ((Decision.Accepted) course.decide(Course.NURSE, sent)).after();

    assertThat(DECIDER.decide(after, sent, Course.NURSE, course.now()))
        .isEqualTo(new Decision.Duplicate(2));
  }

  @Test
  void another_event_with_a_known_id_is_refused() {
    Course course = Course.begun().hour(6);
    EventCodec.Sent sent = new EventCodec.Sent(ID, course.now(), new EpisodeEvent.Noted("one"));
    Episode after = ((Decision.Accepted) course.decide(Course.NURSE, sent)).after();
    for (EventCodec.Sent other :
        List.of(
            new EventCodec.Sent(ID, course.now(), new EpisodeEvent.Noted("two")),
            new EventCodec.Sent(ID, course.now().plusSeconds(1), sent.event()))) {
      assertThat(DECIDER.decide(after, other, Course.NURSE, course.now()))
          .isInstanceOfSatisfying(
              Decision.Refused.class,
              no ->
                  assertThat(no.why())
                      .isEqualTo(
                          "id is " + ID + ", expected a new UUID: another event has it already"));
    }
    assertThat(DECIDER.decide(after, sent, Course.SERVICE, course.now()))
        .isInstanceOf(Decision.Refused.class);
  }

  // What cannot be.

  @Test
  void unknown_questions_answers_and_forms_are_each_named() {
    assertThat(
            Course.begun()
                .refusal(
                    Course.PATIENT,
                    new EpisodeEvent.CheckedIn(
                        "fulll", true, Course.but(Map.of(), "colur", "pale", "pain", "11"))))
        .isEqualTo(
            "form is fulll, expected a form of protocol brief; answers.colur is pale, expected a"
                + " question of this protocol; did you mean colour?; answers.pain is 11, expected a"
                + " whole number from 0 to 10 or unsure");
    assertThat(
            Course.begun()
                .refusal(
                    Course.PATIENT,
                    new EpisodeEvent.Contacted(
                        "none",
                        true,
                        Course.but(Map.of(), "lump", "big"),
                        Optional.empty(),
                        Optional.empty())))
        .startsWith(
            "answers.lump is big, expected one of none, soft, firm, tender, inflamed, unsure");
    assertThat(
            Course.begun()
                .refusal(
                    Course.PATIENT,
                    new EpisodeEvent.MassageEnded(1, false, Course.but(Map.of(), "pain", "x"))))
        .contains("answers.pain");
  }

  @Test
  void an_order_outside_the_limits_names_each_limit() {
    MassageOrder wild =
        new MassageOrder(
            12, 6, 5, 8, List.of(), "-", Optional.empty(), Optional.empty(), Optional.empty());
    String why =
        Course.begun()
            .refusal(
                Course.NURSE, new EpisodeEvent.OrderSigned(new Order("Dr A", Optional.of(wild))));

    assertThat(why)
        .contains("order.startHours is 12")
        .contains("order.minutes is 6")
        .contains("order.perDay is 5")
        .contains("order.days is 8")
        .contains("order.where is 0");
  }

  @Test
  void an_order_over_a_risk_needs_a_reason() {
    for (RecordFact fact : List.of(RecordFact.BLOOD_THINNER, RecordFact.OLDER_FILLER)) {
      assertThat(
              Course.begun()
                  .fact(fact)
                  .refusal(
                      Course.NURSE,
                      new EpisodeEvent.OrderSigned(new Order("Dr A", Optional.of(Course.USUAL)))))
          .isEqualTo("order.riskReason is none, expected a reason");
    }
  }

  @Test
  void there_is_nothing_to_stop_lift_or_acknowledge() {
    Course course = Course.begun().hour(4).checkIn();

    assertThat(course.refusal(Course.NURSE, new EpisodeEvent.OrderStopped("x")))
        .isEqualTo("type is order-stopped, expected an order to stop: none is in force");
    assertThat(course.refusal(Course.NURSE, new EpisodeEvent.HoldLifted("x")))
        .isEqualTo("type is hold-lifted, expected a hold to lift: none is in force");
    assertThat(
            course.refusal(
                Course.NURSE, new EpisodeEvent.Acknowledged("lump.9", EpisodeEvent.How.SEEN)))
        .isEqualTo("alert is lump.9, expected the id of an open alert");
  }

  @Test
  void an_unknown_zone_is_refused_on_a_journey_too() {
    assertThat(Course.begun().refusal(Course.PATIENT, new EpisodeEvent.ZoneChanged("+01:00", "x")))
        .startsWith("zone is +01:00")
        .contains("waking is x");
  }

  @Test
  void a_photo_is_one_that_was_planned() {
    assertThat(Course.begun().refusal(Course.PATIENT, new EpisodeEvent.PhotoTaken("1/photo/x/1")))
        .isEqualTo("occurrence is 1/photo/x/1, expected the id of a planned photo");
  }

  @Test
  void a_photo_besides_the_plan_does_no_task_of_the_plan() {
    Course course = Course.begun().hour(25).by(Course.PATIENT, Course.photoBesidesThePlan());
    assertThat(course.standing().tasks())
        .filteredOn(task -> task.activity().equals("photo"))
        .noneMatch(task -> task.state() == Task.State.DONE);
  }

  // Limits.

  @Test
  void an_episode_holds_ten_thousand_events() {
    List<Entry> entries = new ArrayList<>(Course.begun().episode().entries());
    for (long seq = 2; seq < Episode.MOST_EVENTS; seq++) {
      entries.add(note(seq));
    }
    Episode episode = Episode.of(BriefProtocol.GUIDELINE, entries);
    EventCodec.Sent sent = new EventCodec.Sent(ID, Course.TREATED, new EpisodeEvent.Noted("last"));
    Decision last = DECIDER.decide(episode, sent, Course.NURSE, Course.TREATED);
    assertThat(last).isInstanceOf(Decision.Accepted.class);

    EventCodec.Sent more =
        new EventCodec.Sent(ID.replace('a', 'b'), Course.TREATED, new EpisodeEvent.Noted("more"));
    assertThat(
            DECIDER.decide(((Decision.Accepted) last).after(), more, Course.NURSE, Course.TREATED))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            no ->
                assertThat(no.why()).isEqualTo("episode is 10000 events, expected at most 10000"));
  }

  private static Entry note(long seq) {
    return new Entry(
        seq,
        new UUID(7, seq).toString(),
        Course.TREATED,
        Course.TREATED,
        Course.NURSE,
        new EpisodeEvent.Noted("n"));
  }

  @Test
  void a_plan_changes_only_so_often_and_can_always_be_stopped() {
    List<Entry> entries = new ArrayList<>(Course.begun().order(Course.USUAL).episode().entries());
    while (entries.size() < Plans.MOST_VERSIONS) {
      Instant at = Course.TREATED.plusSeconds(entries.size());
      entries.add(
          new Entry(
              entries.size() + 1,
              new UUID(7, entries.size()).toString(),
              at,
              at,
              Course.PATIENT,
              new EpisodeEvent.ZoneChanged("Asia/Tokyo", "07:30-22:30")));
    }
    Episode episode = Episode.of(BriefProtocol.GUIDELINE, entries);
    Instant now = Course.atHour(1);

    assertThat(episode.plans().versions()).hasSize(Plans.MOST_VERSIONS - 1);
    for (EpisodeEvent event :
        List.of(
            new EpisodeEvent.ZoneChanged("Asia/Tokyo", "07:30-22:30"),
            new EpisodeEvent.OrderSigned(new Order("Dr A", Optional.empty())))) {
      assertThat(DECIDER.decide(episode, new EventCodec.Sent(ID, now, event), Course.NURSE, now))
          .isInstanceOfSatisfying(
              Decision.Refused.class,
              no -> assertThat(no.why()).contains("999 versions of the plan"));
    }
    assertThat(
            DECIDER.decide(
                episode,
                new EventCodec.Sent(ID, now, new EpisodeEvent.OrderStopped("x")),
                Course.NURSE,
                now))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void an_author_has_a_name_of_some_characters() {
    assertThatThrownBy(() -> new Author(Author.Role.CLINICIAN, " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Author(Author.Role.CLINICIAN, "x".repeat(121)))
        .hasMessageContaining("not 121");
    assertThat(new Author(Author.Role.CLINICIAN, "x".repeat(120)).name()).hasSize(120);
  }

  @Test
  void an_episode_tells_what_it_is_made_of() {
    Episode episode = Course.begun().hour(6).checkIn("colour", "pale").episode();

    assertThat(episode.guideline()).isSameAs(BriefProtocol.GUIDELINE);
    assertThat(episode.seq()).isEqualTo(2);
    assertThat(episode.opened().patient())
        .isEqualTo(Course.patient("1991-04-30", "Europe/London", "07:30-22:30"));
    assertThat(episode.assessed(1)).isEmpty();
    assertThat(episode.assessed(2)).contains(episode.assessed().getFirst());
    assertThat(episode.assessed(2).orElseThrow().contact()).isFalse();
    assertThat(episode.knows(RecordFact.COLD_SORES)).isFalse();
    assertThat(episode.order()).isEmpty();
  }
}
