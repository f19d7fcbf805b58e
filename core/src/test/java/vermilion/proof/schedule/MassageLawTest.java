package vermilion.proof.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.proof.schedule.ScheduleLaw.Breach;
import vermilion.schedule.Occurrence;
import vermilion.time.DueWindow;
import vermilion.time.Waking;

/// The laws themselves, at their edges: two sessions a day, 07:30 to 22:30 in UTC.
final class MassageLawTest {
  private static final MassageLaw LAW =
      new MassageLaw(
          new WakingGrid(
              new WakingGrid.Span(
                  ZoneId.of("UTC"), Waking.USUAL, LocalDate.of(2026, 1, 10).toEpochDay(), 10),
              2));

  private static final Occurrence MORNING = massage("2026-01-14", "1", "07:30:00", "14:00:00");
  private static final Occurrence EVENING = massage("2026-01-14", "2", "16:00:00", "22:30:00");

  private static Occurrence massage(String date, String slot, String opens, String closes) {
    return new Occurrence(
        1,
        "massage",
        LocalDate.parse(date),
        slot,
        new DueWindow(
            Instant.parse("2026-01-14T" + opens + "Z"),
            Instant.parse("2026-01-14T" + closes + "Z")));
  }

  private static Optional<Breach> breach(Occurrence... found) {
    return breach("2026-01-14T07:30:00Z", "2026-01-20T00:00:00Z", found);
  }

  private static Optional<Breach> breach(String start, String end, Occurrence... found) {
    var order = ScheduleCase.order(24, 5, 2, 1);
    var terms =
        new MassageLaw.Terms(
            order, Instant.parse(start).getEpochSecond(), Instant.parse(end).getEpochSecond());
    return LAW.breach(terms, List.of(found));
  }

  private static void breaks(ScheduleLaw law, Optional<Breach> breach) {
    assertThat(breach).map(Breach::law).contains(law);
  }

  @Test
  void two_windows_two_hours_apart_from_the_start_on_are_lawful() {
    assertThat(breach(MORNING, EVENING)).isEmpty();
  }

  @Test
  void a_second_before_the_start_is_too_early() {
    breaks(
        ScheduleLaw.START,
        breach("2026-01-14T07:30:01Z", "2026-01-20T00:00:00Z", MORNING, EVENING));
  }

  @Test
  void the_end_belongs_to_the_course_and_the_second_after_it_does_not() {
    assertThat(breach("2026-01-14T07:30:00Z", "2026-01-14T22:30:00Z", MORNING, EVENING)).isEmpty();
    breaks(
        ScheduleLaw.END, breach("2026-01-14T07:30:00Z", "2026-01-14T22:29:59Z", MORNING, EVENING));
  }

  @Test
  void a_window_outside_its_waking_day_or_of_a_date_without_one_is_found() {
    breaks(
        ScheduleLaw.AWAKE,
        breach(
            "2026-01-14T07:00:00Z",
            "2026-01-20T00:00:00Z",
            massage("2026-01-14", "1", "07:29:59", "14:00:00")));
    breaks(ScheduleLaw.AWAKE, breach(massage("2026-01-14", "1", "07:30:00", "22:30:01")));
    breaks(ScheduleLaw.AWAKE, breach(massage("2026-02-14", "1", "07:30:00", "14:00:00")));
  }

  @Test
  void a_second_less_than_two_hours_apart_is_too_near() {
    breaks(ScheduleLaw.APART, breach(MORNING, massage("2026-01-14", "2", "15:59:59", "22:30:00")));
  }

  @Test
  void a_third_window_of_a_date_breaks_the_cap() {
    breaks(
        ScheduleLaw.CAP,
        breach(
            massage("2026-01-14", "1", "07:30:00", "09:00:00"),
            massage("2026-01-14", "2", "11:00:00", "12:00:00"),
            massage("2026-01-14", "3", "14:00:00", "15:00:00")));
  }

  @Test
  void an_id_names_its_own_window() {
    breaks(ScheduleLaw.NAMES, breach(massage("2026-01-14", "2", "07:30:00", "14:00:00")));
    breaks(ScheduleLaw.NAMES, breach(massage("2026-01-14", "1a", "07:30:00", "14:00:00")));
    breaks(ScheduleLaw.NAMES, breach(massage("2026-01-14", "0", "07:30:00", "14:00:00")));
    breaks(ScheduleLaw.NAMES, breach(MORNING, massage("2026-01-14", "1", "16:00:00", "22:30:00")));
  }

  @Test
  void a_window_that_is_missing_is_named() {
    assertThat(breach(MORNING))
        .contains(
            new Breach(
                ScheduleLaw.ONCE,
                "the window of 2026-01-14 from 2026-01-14T16:00:00Z to 2026-01-14T22:30:00Z is not"
                    + " there"));
    breaks(ScheduleLaw.ONCE, breach(EVENING));
    breaks(ScheduleLaw.ONCE, breach());
  }

  @Test
  void a_window_that_opens_later_than_it_need_is_found() {
    breaks(ScheduleLaw.ONCE, breach(massage("2026-01-14", "1", "07:31:00", "14:00:00"), EVENING));
  }

  @Test
  void a_window_that_is_not_whole_is_one_too_many() {
    var late = massage("2026-01-14", "1", "10:00:00", "14:00:00");

    assertThat(breach("2026-01-14T10:00:00Z", "2026-01-14T15:00:00Z", late))
        .contains(
            new Breach(
                ScheduleLaw.ONCE,
                "1/massage/2026-01-14/1 from 2026-01-14T10:00:00Z to 2026-01-14T14:00:00Z is one"
                    + " too many"));
  }

  @Test
  void a_window_of_a_check_in_bears_its_name_and_opens_at_its_second() {
    var law = new CheckInLaw(ZoneId.of("UTC"), LAW.grid());
    var opens = MORNING.window().opens().getEpochSecond();

    assertThat(law.breach(new CheckInLaw.Step("massage", "1", opens, opens + 23_400), MORNING))
        .isEmpty();
    for (var step :
        List.of(
            new CheckInLaw.Step("photo", "1", opens, opens + 23_400),
            new CheckInLaw.Step("massage", "2", opens, opens + 23_400),
            new CheckInLaw.Step("massage", "1", opens + 1, opens + 23_400),
            new CheckInLaw.Step("massage", "1", opens, opens + 23_401),
            new CheckInLaw.Step("massage", "1", opens, opens + 23_399))) {
      breaks(ScheduleLaw.CHECK_IN, law.breach(step, MORNING));
    }
  }
}
