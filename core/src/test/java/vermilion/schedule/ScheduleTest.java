package vermilion.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.protocol.CheckIn;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.PhotoPoint;
import vermilion.protocol.ScheduleSpec;
import vermilion.time.Elapsed;
import vermilion.time.Waking;

final class ScheduleTest {
  private static final ScheduleSpec NOTHING = new ScheduleSpec(List.of(), List.of());
  private static final Instant TREATED = Instant.parse("2026-01-12T15:00:00Z");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static PlanTerms elapsed(ScheduleSpec spec, Instant treated) {
    return new PlanTerms(spec, treated, LONDON, Waking.USUAL, 1, Optional.empty(), treated);
  }

  private static PlanTerms massage(MassageOrder order) {
    return massage(order, UTC, Waking.USUAL, TREATED);
  }

  private static PlanTerms massage(
      MassageOrder order, ZoneId zone, Waking waking, Instant treated) {
    return new PlanTerms(NOTHING, treated, zone, waking, 1, Optional.of(order), treated);
  }

  private static Waking waking(String from, String until) {
    return new Waking(LocalTime.parse(from), LocalTime.parse(until));
  }

  private static List<String> lines(PlanTerms terms) {
    return Schedule.expand(terms).stream()
        .map(one -> one.id() + " " + one.window().opens() + " " + one.window().closes())
        .toList();
  }

  private static CheckIn full(long hours) {
    return new CheckIn(Elapsed.ofHours(hours), "full");
  }

  @Test
  void a_check_in_opens_at_its_exact_hour_and_closes_half_way_to_the_next() {
    var spec =
        new ScheduleSpec(
            List.of(full(48), full(72), new CheckIn(Elapsed.ofHours(144), "late")), List.of());

    assertThat(lines(elapsed(spec, TREATED)))
        .containsExactly(
            "1/check-in/2026-01-14/48 2026-01-14T15:00:00Z 2026-01-15T03:00:00Z",
            "1/check-in/2026-01-15/72 2026-01-15T15:00:00Z 2026-01-17T03:00:00Z",
            "1/check-in-late/2026-01-18/144 2026-01-18T15:00:00Z 2026-01-20T03:00:00Z");
  }

  @Test
  void a_window_with_less_than_three_waking_hours_is_lengthened_until_it_has_them() {
    var spec = new ScheduleSpec(List.of(full(2), full(4), full(12), full(24)), List.of());

    assertThat(lines(elapsed(spec, Instant.parse("2026-01-12T18:30:00Z"))))
        .containsExactly(
            "1/check-in/2026-01-12/2 2026-01-12T20:30:00Z 2026-01-13T08:30:00Z",
            "1/check-in/2026-01-12/4 2026-01-12T22:30:00Z 2026-01-13T10:30:00Z",
            "1/check-in/2026-01-13/12 2026-01-13T06:30:00Z 2026-01-13T12:30:00Z",
            "1/check-in/2026-01-13/24 2026-01-13T18:30:00Z 2026-01-14T00:30:00Z");
  }

  @Test
  void a_lone_check_in_closes_after_half_of_the_time_since_the_injection() {
    assertThat(lines(elapsed(new ScheduleSpec(List.of(full(96)), List.of()), TREATED)))
        .containsExactly("1/check-in/2026-01-16/96 2026-01-16T15:00:00Z 2026-01-18T15:00:00Z");
    assertThat(lines(elapsed(new ScheduleSpec(List.of(full(0)), List.of()), TREATED)))
        .containsExactly("1/check-in/2026-01-12/0 2026-01-12T15:00:00Z 2026-01-12T18:00:00Z");
  }

  @Test
  void two_forms_at_one_hour_share_a_window() {
    var look = new CheckIn(Elapsed.ofHours(48), "look");
    var spec = new ScheduleSpec(List.of(full(48), look, full(96)), List.of());

    assertThat(lines(elapsed(spec, TREATED)))
        .containsExactly(
            "1/check-in-look/2026-01-14/48 2026-01-14T15:00:00Z 2026-01-15T15:00:00Z",
            "1/check-in/2026-01-14/48 2026-01-14T15:00:00Z 2026-01-15T15:00:00Z",
            "1/check-in/2026-01-16/96 2026-01-16T15:00:00Z 2026-01-17T15:00:00Z");
  }

  @Test
  void photos_are_a_sequence_of_their_own_and_start_straight_after() {
    var photos = List.of(new PhotoPoint(Elapsed.ofHours(0)), new PhotoPoint(Elapsed.ofHours(24)));

    assertThat(lines(elapsed(new ScheduleSpec(List.of(full(2)), photos), TREATED)))
        .containsExactly(
            "1/photo/2026-01-12/0 2026-01-12T15:00:00Z 2026-01-13T03:00:00Z",
            "1/check-in/2026-01-12/2 2026-01-12T17:00:00Z 2026-01-12T20:00:00Z",
            "1/photo/2026-01-13/24 2026-01-13T15:00:00Z 2026-01-14T03:00:00Z");
  }

  @Test
  void the_usual_order_is_two_windows_a_day_with_two_hours_between_them() {
    assertThat(lines(massage(Cases.order(48, 2, 3))))
        .containsExactly(
            "1/massage/2026-01-14/2 2026-01-14T16:00:00Z 2026-01-14T22:30:00Z",
            "1/massage/2026-01-15/1 2026-01-15T07:30:00Z 2026-01-15T14:00:00Z",
            "1/massage/2026-01-15/2 2026-01-15T16:00:00Z 2026-01-15T22:30:00Z",
            "1/massage/2026-01-16/1 2026-01-16T07:30:00Z 2026-01-16T14:00:00Z",
            "1/massage/2026-01-16/2 2026-01-16T16:00:00Z 2026-01-16T22:30:00Z");
  }

  @Test
  void an_order_signed_late_starts_when_it_is_signed() {
    var terms = massage(Cases.order(48, 1, 1));
    var late =
        new PlanTerms(
            NOTHING,
            TREATED,
            UTC,
            Waking.USUAL,
            2,
            terms.massage(),
            Instant.parse("2026-01-16T07:30:00.000000001Z"));

    assertThat(lines(late))
        .containsExactly("2/massage/2026-01-17/1 2026-01-17T07:30:00Z 2026-01-17T22:30:00Z");
  }

  @Test
  void a_window_that_begins_at_the_start_counts_and_one_a_nanosecond_earlier_does_not() {
    var onTime = Instant.parse("2026-01-13T07:30:00Z");
    var order = Cases.order(24, 1, 1);

    assertThat(lines(massage(order, UTC, Waking.USUAL, onTime)))
        .containsExactly("1/massage/2026-01-14/1 2026-01-14T07:30:00Z 2026-01-14T22:30:00Z");
    assertThat(lines(massage(order, UTC, Waking.USUAL, onTime.plusNanos(1))))
        .containsExactly("1/massage/2026-01-15/1 2026-01-15T07:30:00Z 2026-01-15T22:30:00Z");
  }

  @Test
  void nothing_closes_after_day_14() {
    var treated = Instant.parse("2026-01-01T22:30:00Z");
    var order = Cases.order(168, 1, 7);
    var late = Instant.parse("2026-01-14T00:00:00Z");

    assertThat(
            lines(new PlanTerms(NOTHING, treated, UTC, Waking.USUAL, 1, Optional.of(order), late)))
        .containsExactly(
            "1/massage/2026-01-14/1 2026-01-14T07:30:00Z 2026-01-14T22:30:00Z",
            "1/massage/2026-01-15/1 2026-01-15T07:30:00Z 2026-01-15T22:30:00Z");
    assertThat(
            lines(
                new PlanTerms(
                    NOTHING,
                    treated.minusNanos(1),
                    UTC,
                    Waking.USUAL,
                    1,
                    Optional.of(order),
                    late)))
        .hasSize(1);
  }

  @Test
  void an_order_outside_the_engine_gives_no_massage() {
    assertThat(lines(massage(Cases.order(23, 2, 3)))).isEmpty();
    assertThat(lines(massage(Cases.order(48, 5, 3)))).isEmpty();
    assertThat(lines(massage(Cases.order(48, 2, 8)))).isEmpty();
    assertThat(lines(elapsed(NOTHING, TREATED))).isEmpty();
  }

  @Test
  void who_works_at_night_has_the_windows_of_the_date_on_which_the_waking_day_begins() {
    assertThat(lines(massage(Cases.order(48, 2, 1), UTC, waking("20:00", "11:00"), TREATED)))
        .containsExactly(
            "1/massage/2026-01-14/1 2026-01-14T20:00:00Z 2026-01-15T02:30:00Z",
            "1/massage/2026-01-14/2 2026-01-15T04:30:00Z 2026-01-15T11:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "900,1,1,900", "900,2,2,390", "900,3,3,220", "900,4,4,135", "420,4,4,15", "419,4,3,59",
    "285,4,3,15", "284,4,2,82", "180,4,2,30", "180,2,2,30", "1440,4,4,270", "901,2,2,390"
  })
  void a_waking_day_has_as_many_equal_windows_as_fit(
      int dayMinutes, int wanted, int windows, int minutes) {
    assertThat(DaySplit.of(dayMinutes, wanted)).isEqualTo(new DaySplit(windows, minutes));
  }

  @Test
  void who_never_sleeps_still_rests_two_hours_between_two_days() {
    assertThat(lines(massage(Cases.order(48, 1, 2), UTC, waking("12:00", "12:00"), TREATED)))
        .containsExactly(
            "1/massage/2026-01-15/1 2026-01-15T12:00:00Z 2026-01-16T12:00:00Z",
            "1/massage/2026-01-16/1 2026-01-16T14:00:00Z 2026-01-17T12:00:00Z");
  }

  @Test
  void the_night_when_the_clocks_go_forward_moves_the_later_window_away() {
    var treated = Instant.parse("2026-03-27T10:00:00Z");

    assertThat(lines(massage(Cases.order(24, 2, 1), LONDON, waking("23:00", "05:00"), treated)))
        .containsExactly(
            "1/massage/2026-03-28/1 2026-03-28T23:00:00Z 2026-03-29T01:00:00Z",
            "1/massage/2026-03-28/2 2026-03-29T03:00:00Z 2026-03-29T04:00:00Z");
  }

  @Test
  void the_night_when_the_clocks_go_back_takes_the_earlier_offset() {
    var treated = Instant.parse("2026-10-23T10:00:00Z");

    assertThat(lines(massage(Cases.order(24, 2, 1), LONDON, waking("23:30", "05:30"), treated)))
        .containsExactly(
            "1/massage/2026-10-24/1 2026-10-24T22:30:00Z 2026-10-25T00:30:00Z",
            "1/massage/2026-10-24/2 2026-10-25T03:30:00Z 2026-10-25T05:30:00Z");
  }

  @Test
  void a_window_shorter_than_its_session_is_dropped() {
    var casey = ZoneId.of("Antarctica/Casey");
    var treated = Instant.parse("2009-10-15T16:00:00Z");
    var order =
        new MassageOrder(
            24,
            5,
            2,
            2,
            List.of("spot"),
            "light",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(lines(massage(order, casey, waking("04:57", "08:00"), treated)))
        .isNotEmpty()
        .noneMatch(line -> line.contains("2009-10-18/1"));
  }

  @Test
  void the_date_that_samoa_skipped_has_no_massage_and_takes_no_day() {
    var samoa = ZoneId.of("Pacific/Apia");
    var treated = Instant.parse("2011-12-27T10:00:00Z");

    assertThat(Schedule.expand(massage(Cases.order(48, 1, 3), samoa, Waking.USUAL, treated)))
        .extracting(one -> one.localDate().toString())
        .containsExactly("2011-12-29", "2011-12-31", "2012-01-01");
  }

  @Test
  void the_numbers_of_the_windows_are_those_of_the_occurrences() {
    var terms = massage(Cases.order(48, 2, 3));
    var windows = Schedule.massage(terms);

    assertThat(windows.size()).isEqualTo(5);
    assertThat(windows.occurrences()).isEqualTo(Schedule.expand(terms));
    assertThat(Instant.ofEpochSecond(windows.opens(1))).isEqualTo("2026-01-15T07:30:00Z");
    assertThat(Instant.ofEpochSecond(windows.closes(1))).isEqualTo("2026-01-15T14:00:00Z");
    assertThat(java.time.LocalDate.ofEpochDay(windows.epochDay(1))).isEqualTo("2026-01-15");
  }

  @Test
  void an_expansion_cannot_be_changed_by_who_receives_it() {
    var expanded = Schedule.expand(elapsed(Cases.BRIEF, TREATED));

    assertThat(expanded).hasSize(26);
    assertThatThrownBy(() -> expanded.removeFirst())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_treatment_outside_the_years_that_we_know_is_refused() {
    assertThatThrownBy(
            () -> Schedule.expand(elapsed(Cases.BRIEF, Instant.MAX.minusSeconds(99_999_999))))
        .hasMessageContaining("expected years 1 to 9999");
  }
}
