package vermilion.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.testing.Seeded;
import vermilion.time.Waking;

final class ScheduleOracleTest {
  private static List<String> lines(List<Occurrence> occurrences) {
    return occurrences.stream()
        .map(one -> one.id() + " " + one.window().opens() + " " + one.window().closes())
        .toList();
  }

  @Seeded(150)
  void one_version_is_what_the_slow_schedule_says(SplittableRandom random) {
    var terms = Cases.anyTerms(random);
    var course = new MassageCourse(terms.massage().orElseThrow(), terms.notBefore());
    var only =
        new PlanVersion(
            terms.planVersion(),
            terms.treated(),
            terms.zone(),
            terms.waking(),
            Optional.of(course));
    var plans = new Plans(terms.spec(), terms.treated(), List.of(only));

    assertThat(lines(Schedule.expand(terms)))
        .as("%s %s %s", terms.zone(), terms.treated(), terms.waking())
        .isEqualTo(SlowSchedule.lines(plans));
  }

  @Seeded(150)
  void many_versions_are_what_the_slow_schedule_says(SplittableRandom random) {
    var plans = Cases.anyPlans(random);

    assertThat(lines(plans.occurrences()))
        .as("%s %s", plans.treated(), plans.versions())
        .isEqualTo(SlowSchedule.lines(plans));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/London, 2026-03-27T15:00:00Z, 07:30, 22:30",
    "Europe/London, 2026-10-23T15:00:00Z, 07:30, 22:30",
    "Europe/London, 2026-03-27T15:00:00Z, 21:00, 01:30",
    "Europe/London, 2026-10-23T15:00:00Z, 21:00, 01:30",
    "Australia/Lord_Howe, 2026-04-02T15:00:00Z, 20:00, 11:00",
    "Australia/Lord_Howe, 2026-10-01T15:00:00Z, 20:00, 11:00",
    "Pacific/Chatham, 2026-04-03T04:45:00Z, 07:30, 22:30",
    "Pacific/Apia, 2011-12-27T15:00:00Z, 07:30, 22:30",
    "Pacific/Apia, 2011-12-27T15:00:00Z, 20:00, 08:00",
    "Pacific/Apia, 2011-12-27T15:00:00Z, 07:30, 07:30",
    "Pacific/Kwajalein, 1993-08-18T15:00:00Z, 07:30, 22:30",
    "Antarctica/Casey, 2009-10-15T15:00:00Z, 04:59, 11:00",
    "Antarctica/Casey, 2009-10-15T15:00:00Z, 04:59, 09:40",
    "America/Scoresbysund, 2024-03-27T15:00:00Z, 23:30, 14:00",
    "America/Sao_Paulo, 2018-11-01T15:00:00Z, 00:10, 17:00",
    "Asia/Beirut, 2026-03-26T15:00:00Z, 00:10, 23:50",
    "America/New_York, 2028-02-27T15:00:00Z, 07:30, 22:30",
    "UTC, 2027-12-30T23:59:00Z, 00:00, 00:00"
  })
  void a_night_that_is_unlike_others_is_what_the_slow_schedule_says(
      String zone, Instant treated, LocalTime from, LocalTime until) {
    for (var perDay = 1; perDay <= 4; perDay++) {
      var course = new MassageCourse(Cases.order(24, perDay, 7), treated);
      var waking = new Waking(from, until);
      var version = new PlanVersion(1, treated, ZoneId.of(zone), waking, Optional.of(course));
      var plans = new Plans(Cases.BRIEF, treated, List.of(version));

      assertThat(lines(plans.occurrences())).isEqualTo(SlowSchedule.lines(plans));
    }
  }
}
