package vermilion.proof.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.schedule.Plans;
import vermilion.time.Waking;

/// The few treatments that are run stand for every minute.
final class SchedulePartitionTest {
  private static final long MINUTE = 60;
  private static final long DAY = 86_400;

  @ParameterizedTest
  @CsvSource({
    "Europe/London, 2026, 1, 24, 2, 3",
    "Europe/London, 2026, 2, 168, 4, 7",
    "America/New_York, 2027, 1, 167, 3, 6",
    "Australia/Lord_Howe, 2026, 1, 168, 4, 7",
    "Australia/Lord_Howe, 2026, 2, 48, 1, 2",
    "Pacific/Apia, 2011, 3, 160, 2, 7",
    "Africa/Cairo, 2010, 3, 168, 4, 7",
    "Asia/Tokyo, 2026, 0, 168, 2, 5"
  })
  void every_minute_has_a_plan_that_was_decided(
      String zone, int year, int kind, int hours, int perDay, int days) {
    var change = ZoneYears.of(List.of(zone), year, year + 1).kinds().get(kind).getFirst();
    Set<List<?>> decided = new HashSet<>();
    var runs =
        new MassageRuns(
            change,
            Waking.USUAL,
            plans -> {
              var all = plans.occurrences();
              var order = plans.versions().getFirst().massage().orElseThrow().order();
              if (order.perDay() == perDay && order.days() == days) {
                decided.add(all);
              }
              return all;
            });
    runs.oneHour(hours);
    var law = new MassageLaw(MassageRuns.grid(change, Waking.USUAL, perDay));
    var order = ScheduleCase.order(hours, 5, perDay, days);
    var first = change.base() - 8 * DAY - hours * 3600L;
    Set<List<?>> seen = new HashSet<>();
    for (var treated = first; treated < first + 9 * DAY; treated += MINUTE) {
      var one = new ScheduleCase(change, Waking.USUAL, order, treated, treated);
      var plan = one.plans().occurrences();
      assertThat(decided).contains(plan);
      assertThat(law.breach(one.terms(), plan)).isEmpty();
      seen.add(plan);
    }

    assertThat(runs.broken()).isEmpty();
    assertThat(seen).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/London, 2026, 1",
    "Australia/Lord_Howe, 2026, 2",
    "Pacific/Apia, 2011, 3",
    "America/New_York, 2026, 2"
  })
  void every_minute_has_a_check_in_window_that_keeps_the_law(String zone, int year, int kind) {
    var change = ZoneYears.of(List.of(zone), year, year + 1).kinds().get(kind).getFirst();
    for (var waking : ScheduleScope.WAKING) {
      var runs = new CheckInRuns(change, waking, Plans::occurrences);
      for (var opens = change.base() - DAY; opens < change.last() + DAY; opens += MINUTE) {
        runs.check(opens, 2);
      }
      runs.everyOpening();
      assertThat(runs.broken()).isEmpty();
    }
  }
}
