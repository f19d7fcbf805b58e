package vermilion.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.ScheduleSpec;
import vermilion.time.DueWindow;
import vermilion.time.Waking;
import vermilion.time.WakingClock;

final class PlansTest {
  private static final ScheduleSpec NOTHING = new ScheduleSpec(List.of(), List.of());
  private static final Instant TREATED = Instant.parse("2026-01-12T15:00:00Z");
  private static final WakingClock LONDON =
      new WakingClock(ZoneId.of("Europe/London"), Waking.USUAL);

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private static MassageCourse course(MassageOrder order) {
    return new MassageCourse(order, TREATED);
  }

  private static PlanVersion version(int number, String from, String zone, MassageCourse course) {
    return new PlanVersion(number, at(from), ZoneId.of(zone), Waking.USUAL, Optional.of(course));
  }

  private static PlanVersion without(int number, String from) {
    return new PlanVersion(number, at(from), LONDON.zone(), Waking.USUAL, Optional.empty());
  }

  private static List<String> ids(PlanVersion... versions) {
    return new Plans(NOTHING, TREATED, List.of(versions))
        .occurrences().stream().map(Occurrence::id).toList();
  }

  @Test
  void a_course_goes_on_in_another_zone_with_its_remaining_days() {
    var course = course(Cases.order(48, 1, 3));

    assertThat(
            ids(
                version(1, "2026-01-12T15:00:00Z", "Europe/London", course),
                version(2, "2026-01-16T12:00:00Z", "America/New_York", course)))
        .containsExactly(
            "1/massage/2026-01-15/1", "1/massage/2026-01-16/1", "2/massage/2026-01-17/1");
  }

  @Test
  void a_date_that_comes_again_in_another_zone_has_no_more_sessions() {
    var course = course(Cases.order(48, 2, 2));

    assertThat(
            ids(
                version(1, "2026-01-12T15:00:00Z", "Pacific/Auckland", course),
                version(2, "2026-01-15T06:00:00Z", "Pacific/Honolulu", course)))
        .containsExactly(
            "1/massage/2026-01-15/1",
            "1/massage/2026-01-15/2",
            "2/massage/2026-01-16/1",
            "2/massage/2026-01-16/2");
  }

  @Test
  void a_newly_signed_order_has_days_of_its_own_up_to_seven_in_all() {
    var first = course(Cases.order(48, 1, 3));
    var second = new MassageCourse(Cases.order(48, 1, 6), at("2026-01-18T00:00:00Z"));

    assertThat(
            ids(
                version(1, "2026-01-12T15:00:00Z", "Europe/London", first),
                version(2, "2026-01-18T00:00:00Z", "Europe/London", second)))
        .hasSize(7)
        .endsWith("2/massage/2026-01-21/1");
  }

  @Test
  void a_course_taken_up_again_after_another_has_its_own_dates_counted() {
    var first = course(Cases.order(48, 1, 2));
    var second = new MassageCourse(Cases.order(48, 2, 1), at("2026-01-15T23:00:00Z"));

    assertThat(
            ids(
                version(1, "2026-01-12T15:00:00Z", "Europe/London", first),
                version(2, "2026-01-15T23:00:00Z", "Europe/London", second),
                version(3, "2026-01-16T23:00:00Z", "Europe/London", first)))
        .containsExactly(
            "1/massage/2026-01-15/1",
            "2/massage/2026-01-16/1",
            "2/massage/2026-01-16/2",
            "3/massage/2026-01-17/1");
  }

  @Test
  void a_date_begun_under_one_order_counts_for_the_next_order_too() {
    var first = course(Cases.order(48, 4, 7));
    var second = new MassageCourse(Cases.order(48, 4, 1), at("2026-01-15T12:00:00Z"));

    assertThat(
            ids(
                version(1, "2026-01-12T15:00:00Z", "Europe/London", first),
                version(2, "2026-01-15T12:00:00Z", "Europe/London", second)))
        .containsExactly(
            "1/massage/2026-01-14/3",
            "1/massage/2026-01-14/4",
            "1/massage/2026-01-15/1",
            "1/massage/2026-01-15/2",
            "2/massage/2026-01-15/3",
            "2/massage/2026-01-15/4");
  }

  @Test
  void an_order_that_is_stopped_opens_nothing_more() {
    var course = course(Cases.order(48, 1, 7));

    assertThat(
            ids(
                version(1, "2026-01-12T15:00:00Z", "Europe/London", course),
                without(2, "2026-01-16T07:30:00Z")))
        .containsExactly("1/massage/2026-01-15/1");
  }

  @Test
  void what_opens_at_the_very_change_belongs_to_the_new_version() {
    var spec = Cases.BRIEF;
    var plans =
        new Plans(
            spec,
            TREATED,
            List.of(without(1, "2030-01-01T00:00:00Z"), without(2, "2026-01-13T15:00:00Z")));

    assertThat(plans.occurrences()).hasSize(26);
    assertThat(plans.occurrences())
        .filteredOn(one -> one.planVersion() == 1)
        .extracting(Occurrence::slot)
        .containsExactly("0", "2", "4", "12");
    assertThat(plans.at(at("2026-01-13T14:59:59Z")).number()).isEqualTo(1);
    assertThat(plans.at(at("2026-01-13T15:00:00Z")).number()).isEqualTo(2);
  }

  @Test
  void a_version_that_the_clock_put_into_the_future_gives_way_to_the_next() {
    var plans =
        new Plans(
            Cases.BRIEF,
            TREATED,
            List.of(
                without(1, "2026-01-12T15:00:00Z"),
                without(2, "2029-01-01T00:00:00Z"),
                without(3, "2026-01-13T15:00:00Z")));

    assertThat(plans.occurrences())
        .hasSize(26)
        .extracting(Occurrence::planVersion)
        .containsOnly(1, 3);
    assertThat(plans.at(at("2031-01-01T00:00:00Z")).number()).isEqualTo(3);
  }

  @Test
  void versions_are_counted_upwards_from_one() {
    var one = without(1, "2026-01-12T15:00:00Z");

    assertThatThrownBy(() -> without(0, "2026-01-12T15:00:00Z")).hasMessageContaining("version 0");
    assertThatThrownBy(() -> new Plans(NOTHING, TREATED, List.of()))
        .hasMessage("0 plan versions, expected 1 to 1000");
    assertThatThrownBy(() -> new Plans(NOTHING, TREATED, List.of(one, one)))
        .hasMessage("plan version 1 after 1");
    assertThatThrownBy(() -> new Plans(NOTHING, TREATED, Collections.nCopies(1001, one)))
        .hasMessageStartingWith("1001 plan versions");
    var most = new ArrayList<PlanVersion>();
    for (var number = 1; number <= Plans.MOST_VERSIONS; number++) {
      most.add(without(number, "2026-01-12T15:00:00Z"));
    }
    assertThat(new Plans(Cases.BRIEF, TREATED, most).occurrences()).hasSize(26);
  }

  @Test
  void occurrences_stand_in_the_order_of_their_ids_when_they_open_together() {
    var window = new DueWindow(TREATED, TREATED.plusSeconds(60));
    var date = LocalDate.parse("2026-01-12");
    var some = new ArrayList<Occurrence>();
    for (var version : List.of(1, 2, 10)) {
      for (var activity :
          List.of("photo", "check-in", "check-in-look", "check-in-late", "massage")) {
        for (var slot : List.of("1", "10", "2")) {
          some.add(new Occurrence(version, activity, date, slot, window));
        }
      }
    }

    for (var one : some) {
      for (var other : some) {
        assertThat(Integer.signum(Occurrence.ORDER.compare(one, other)))
            .as("%s and %s", one.id(), other.id())
            .isEqualTo(Integer.signum(one.id().compareTo(other.id())));
      }
    }
  }

  @Test
  void a_window_is_recalled_when_the_patient_wakes_and_half_way_through_her_waking_time() {
    var window = new DueWindow(at("2026-01-13T03:00:00Z"), at("2026-01-13T10:30:00Z"));
    var reminders = Reminders.of(window, LONDON);

    assertThat(reminders.first()).contains(at("2026-01-13T07:30:00Z"));
    assertThat(reminders.second()).contains(at("2026-01-13T09:00:00Z"));
    assertThat(reminders.next(at("2026-01-13T00:00:00Z"))).isEqualTo(reminders.first());
    assertThat(reminders.next(at("2026-01-13T07:30:00Z"))).isEqualTo(reminders.second());
    assertThat(reminders.next(at("2026-01-13T09:00:00Z"))).isEmpty();
  }

  @Test
  void half_way_at_bedtime_waits_for_the_morning() {
    var window = new DueWindow(at("2026-01-13T20:30:00Z"), at("2026-01-14T09:30:00Z"));

    assertThat(Reminders.of(window, LONDON).second()).contains(at("2026-01-14T07:30:00Z"));
  }

  @Test
  void a_window_that_the_patient_sleeps_through_has_no_reminder() {
    var window = new DueWindow(at("2026-01-13T01:00:00Z"), at("2026-01-13T07:30:00Z"));
    var reminders = Reminders.of(window, LONDON);

    assertThat(reminders).isEqualTo(new Reminders(Optional.empty(), Optional.empty()));
    assertThat(reminders.next(at("2026-01-13T00:00:00Z"))).isEmpty();
  }

  @Test
  void a_window_of_a_second_has_one_reminder_and_an_endless_one_two() {
    var second = new DueWindow(at("2026-01-13T12:00:00Z"), at("2026-01-13T12:00:01Z"));
    var years = new DueWindow(at("2026-01-13T12:00:00Z"), at("2036-01-13T12:00:01Z"));

    assertThat(Reminders.of(second, LONDON).second()).isEmpty();
    assertThat(Reminders.of(years, LONDON).second()).isPresent();
  }

  @Test
  void waking_hours_that_change_are_kept_from_the_next_window_on() {
    var course = course(Cases.order(48, 1, 2));
    var late = new Waking(LocalTime.of(12, 0), LocalTime.of(2, 0));
    var second =
        new PlanVersion(2, at("2026-01-16T00:00:00Z"), LONDON.zone(), late, Optional.of(course));
    var first = version(1, "2026-01-12T15:00:00Z", "Europe/London", course);

    assertThat(new Plans(NOTHING, TREATED, List.of(first, second)).occurrences())
        .extracting(one -> one.window().opens().toString())
        .containsExactly("2026-01-15T07:30:00Z", "2026-01-16T12:00:00Z");
  }
}
