package vermilion.proof.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import vermilion.time.WakingText;

final class WakingGridTest {
  private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);

  private static WakingGrid grid(String zone, String waking, LocalDate first, int perDay) {
    var span =
        new WakingGrid.Span(
            ZoneId.of(zone), WakingText.parse(waking).orElseThrow(), first.toEpochDay(), 4);
    return new WakingGrid(span, perDay);
  }

  private static long at(String instant) {
    return Instant.parse(instant).getEpochSecond();
  }

  @Test
  void a_day_has_its_windows_with_two_hours_between_them() {
    var grid = grid("Europe/London", "07:30-22:30", SPRING.minusDays(1), 2);

    assertThat(grid.windows()).isEqualTo(8);
    assertThat(grid.opens(2)).isEqualTo(at("2026-03-29T06:30:00Z"));
    assertThat(grid.closes(2)).isEqualTo(at("2026-03-29T13:00:00Z"));
    assertThat(grid.opens(3)).isEqualTo(at("2026-03-29T15:00:00Z"));
    assertThat(grid.closes(3)).isEqualTo(grid.ends(1)).isEqualTo(at("2026-03-29T21:30:00Z"));
  }

  @Test
  void a_date_that_the_zone_skipped_has_no_row() {
    var grid = grid("Pacific/Apia", "07:30-22:30", LocalDate.of(2011, 12, 29), 1);

    assertThat(grid.row(LocalDate.of(2011, 12, 29).toEpochDay())).isZero();
    assertThat(grid.row(LocalDate.of(2011, 12, 30).toEpochDay())).isEqualTo(-1);
    assertThat(grid.row(LocalDate.of(2011, 12, 28).toEpochDay())).isEqualTo(-1);
    assertThat(grid.row(LocalDate.of(2012, 1, 2).toEpochDay())).isEqualTo(-1);
    assertThat(grid.exists(1)).isFalse();
  }

  @Test
  void a_slot_that_is_none_has_no_window() {
    var grid = grid("UTC", "07:30-22:30", SPRING, 2);

    assertThat(grid.window(1, 1)).isEqualTo(3);
    assertThat(grid.window(1, 2)).isEqualTo(-1);
    assertThat(grid.window(1, -1)).isEqualTo(-1);
    assertThat(grid.window(-1, 0)).isEqualTo(-1);
  }

  @Test
  void a_window_that_two_hours_after_a_gap_leave_two_minutes_is_brief() {
    assertThat(grid("Europe/London", "00:30-04:34", SPRING.minusDays(1), 2).hasBrief()).isTrue();
    assertThat(grid("Europe/London", "00:30-04:44", SPRING.minusDays(1), 2).hasBrief()).isFalse();
  }

  @Test
  void waking_time_is_counted_over_nights() {
    var grid = grid("UTC", "07:30-22:30", SPRING, 1);
    var evening = at("2026-03-29T21:30:00Z");

    assertThat(grid.awakeFor(evening, 2 * 3600)).isEqualTo(at("2026-03-30T08:30:00Z"));
    assertThat(grid.awakeBefore(at("2026-03-30T08:30:00Z"), 2 * 3600)).isEqualTo(evening);
    assertThat(grid.awake(evening, at("2026-03-30T08:30:00Z"))).isEqualTo(2 * 3600);
    assertThat(grid.awake(evening, evening)).isZero();
  }

  @Test
  void waking_time_beyond_the_grid_is_our_own_mistake() {
    var grid = grid("UTC", "07:30-22:30", SPRING, 1);

    assertThatThrownBy(() -> grid.awakeFor(at("2026-03-29T00:00:00Z"), 100 * 3600))
        .hasMessageContaining("no 360000 waking seconds from ");
    assertThatThrownBy(() -> grid.awakeBefore(at("2026-03-29T09:00:00Z"), 100 * 3600))
        .hasMessageContaining("no 360000 waking seconds before ");
  }

  @Test
  void two_changes_near_each_other_are_one_of_two_steps() {
    var day = SPRING.toEpochDay();
    var change =
        new ClockChange(
            ZoneId.of("UTC"),
            day,
            0,
            List.of(
                new ClockChange.Step(3600, 3600), new ClockChange.Step(10 * 86_400 + 7200, 1800)));

    assertThat(change.sentence())
        .isEqualTo(
            "In UTC the clocks go forward by 60 min on 2026-03-29 at 01:00, then back by 30 min on"
                + " 2026-04-08 at 03:00.");
    assertThat(change.last()).isEqualTo(at("2026-04-08T02:00:00Z"));
  }

  @Test
  void cairo_changed_twice_within_three_weeks_of_2010() {
    var kinds = ZoneYears.of(List.of("Africa/Cairo"), 2010, 2011).kinds();

    assertThat(kinds).hasSize(4);
    assertThat(kinds.get(3).getFirst().sentence())
        .isEqualTo(
            "In Africa/Cairo the clocks go forward by 60 min on 2010-09-10 at 00:00, then back by"
                + " 60 min on 2010-10-01 at 00:00.");
    assertThat(ScheduleScope.waking(kinds.get(3).getFirst())).hasSizeGreaterThan(20);
  }

  @Test
  void changes_are_joined_within_25_days_and_of_one_kind_wherever_they_come() {
    var years =
        ZoneYears.of(List.of("America/Chicago", "America/New_York", "Europe/London"), 2026, 2029);

    // No change, at 02:00 forward and back, at 01:00 forward; back at 02:00 is that of Chicago.
    assertThat(years.kinds()).hasSize(4);
    assertThat(years.kinds().getFirst()).hasSize(3).allMatch(one -> one.steps().isEmpty());
    assertThat(years.kinds().get(1))
        .extracting(one -> one.zone().getId())
        .contains("America/Chicago", "America/New_York")
        .doesNotContain("Europe/London");
    assertThat(years.kinds().get(2))
        .extracting(one -> one.zone().getId())
        .contains("America/Chicago", "Europe/London");
  }
}
