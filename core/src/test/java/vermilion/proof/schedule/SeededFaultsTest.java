package vermilion.proof.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vermilion.proof.Counterexample;
import vermilion.proof.Property;
import vermilion.schedule.Occurrence;
import vermilion.schedule.Plans;
import vermilion.time.Waking;
import vermilion.time.WakingText;

/// Every mistake that is put into the schedule on purpose is found, and told.
final class SeededFaultsTest {
  private static final List<String> LONDON = List.of("Europe/London");

  private static ClockChange change(int kind) {
    return ZoneYears.of(LONDON, 2026, 2027).kinds().get(kind).getFirst();
  }

  private static final ClockChange CALM = change(0);
  private static final ClockChange SPRING = change(1);
  private static final ClockChange AUTUMN = change(2);

  private static Arguments fault(
      ScheduleLaw law, ClockChange change, Function<Plans, List<Occurrence>> expander) {
    return Arguments.of(law, change, expander);
  }

  private static Counterexample found(MassageRuns runs, ScheduleLaw law) {
    return Optional.ofNullable(runs.broken().get(law)).orElseThrow();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(ScheduleLaw.AWAKE, SPRING, FaultyPlans::cumulative),
        fault(ScheduleLaw.AWAKE, AUTUMN, FaultyPlans::cumulative),
        fault(ScheduleLaw.CAP, CALM, FaultyPlans::oneMoreADay),
        fault(ScheduleLaw.END, CALM, FaultyPlans::oneMoreDate),
        fault(ScheduleLaw.START, CALM, FaultyPlans::anHourEarly),
        fault(ScheduleLaw.END, CALM, FaultyPlans::aSecondLate),
        fault(ScheduleLaw.APART, CALM, FaultyPlans::oneHourApart),
        fault(ScheduleLaw.AWAKE, CALM, FaultyPlans::pastMidnight),
        fault(ScheduleLaw.ONCE, SPRING, FaultyPlans::lostInGap),
        fault(ScheduleLaw.ONCE, AUTUMN, FaultyPlans::lostInGap),
        fault(ScheduleLaw.AWAKE, AUTUMN, FaultyPlans::doubledInOverlap),
        fault(ScheduleLaw.AWAKE, CALM, FaultyPlans::twice),
        fault(ScheduleLaw.NAMES, CALM, FaultyPlans::runningIndex),
        fault(ScheduleLaw.NAMES, CALM, FaultyPlans::aSecondShort),
        fault(ScheduleLaw.AWAKE, CALM, FaultyPlans::aSecondOff));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_faulty_schedule_is_found(
      ScheduleLaw law, ClockChange change, Function<Plans, List<Occurrence>> expander) {
    var runs = new MassageRuns(change, Waking.USUAL, expander);

    runs.allStartsAndEnds(List.of(1, 7));

    assertThat(runs.broken()).containsKey(law);
    assertThat(found(runs, law).story())
        .startsWith(change.sentence())
        .contains("Treated 202", "awake 07:30-22:30", "Massage from hour 24", "T");
  }

  @Test
  void a_window_that_runs_past_midnight_is_found_where_no_clock_changes() {
    var runs = new MassageRuns(CALM, Waking.USUAL, FaultyPlans::pastMidnight);

    runs.allStartsAndEnds(List.of(1));

    var found = found(runs, ScheduleLaw.AWAKE);
    assertThat(found.property()).isEqualTo(Property.SCHEDULE);
    assertThat(found.statement()).isEqualTo(ScheduleLaw.AWAKE.words());
    assertThat(found.rules()).isEmpty();
    assertThat(found.story())
        .matches(
            "In Europe/London no clock changes in these weeks\\. Treated .* there\\), awake"
                + " 07:30-22:30\\. Massage from hour 24, 2 a day, 1 day, 5 min, signed .*: "
                + ".*1/massage/.*T16:00:00Z to .*T00:30:00Z\\.");
    assertThat(found.situation().text())
        .startsWith("{\"zone\":\"Europe/London\",\"waking\":\"07:30-22:30\",\"treated\":")
        .contains("\"startHours\":24,\"minutes\":5,\"perDay\":2,\"days\":1,\"law\":\"AWAKE\"");
  }

  @Test
  void the_change_of_the_clocks_is_told() {
    assertThat(SPRING.sentence())
        .isEqualTo("In Europe/London the clocks go forward by 60 min on 2026-03-29 at 01:00.");
    assertThat(AUTUMN.sentence())
        .isEqualTo("In Europe/London the clocks go back by 60 min on 2026-10-25 at 02:00.");
  }

  @Test
  void a_window_laid_out_again_at_the_second_coming_is_found() {
    var nights = WakingText.parse("23:00-02:00").orElseThrow();
    var runs = new MassageRuns(AUTUMN, nights, FaultyPlans::doubledInOverlap);

    runs.allStartsAndEnds(List.of(7));

    assertThat(runs.broken()).isNotEmpty();
  }

  @Test
  void an_id_that_a_new_version_renames_is_found() {
    var runs = new MassageRuns(CALM, Waking.USUAL, FaultyPlans::newestVersion);

    runs.carriedOn();

    assertThat(found(runs, ScheduleLaw.CARRIED).story())
        .contains("is not the same under version 2");
  }

  @Test
  void an_hour_of_the_order_that_is_not_kept_is_found() {
    var runs =
        new MassageRuns(
            CALM,
            Waking.USUAL,
            plans ->
                new Plans(plans.spec(), plans.treated().minusSeconds(60), plans.versions())
                    .occurrences());

    runs.oneHour(48);

    assertThat(found(runs, ScheduleLaw.START).story()).contains("Massage from hour 48, 1 a day");
  }

  static Stream<Arguments> faultsOfCheckIns() {
    return Stream.of(
        fault(ScheduleLaw.CHECK_IN, CALM, FaultyPlans::neverLengthened),
        fault(ScheduleLaw.CHECK_IN, CALM, FaultyPlans::aSecondShort),
        fault(ScheduleLaw.CHECK_IN, CALM, FaultyPlans::aSecondLong),
        fault(ScheduleLaw.CHECK_IN, CALM, FaultyPlans::aSecondOff),
        fault(ScheduleLaw.CHECK_IN, SPRING, FaultyPlans::datesOfUtc),
        fault(ScheduleLaw.CHECK_IN, CALM, FaultyPlans::withoutPhotos),
        fault(ScheduleLaw.CHECK_IN, SPRING, FaultyPlans::cumulative));
  }

  @ParameterizedTest
  @MethodSource("faultsOfCheckIns")
  void a_faulty_window_of_a_check_in_is_found(
      ScheduleLaw law, ClockChange change, Function<Plans, List<Occurrence>> expander) {
    var runs = new CheckInRuns(change, Waking.USUAL, expander);

    runs.everyOpening();

    assertThat(runs.broken()).isPresent();
    assertThat(runs.broken().get().statement()).isEqualTo(law.words());
    assertThat(runs.broken().get().story()).startsWith(change.sentence()).contains("awake 07:30");
  }

  @Test
  void a_zone_that_is_planned_otherwise_than_its_twin_is_found() {
    var kind = ZoneYears.of(List.of("America/Chicago", "America/New_York"), 2026, 2027).kinds();
    Function<Plans, List<Occurrence>> faulty =
        plans ->
            plans.versions().getFirst().zone().getId().endsWith("New_York")
                ? FaultyPlans.cumulative(plans)
                : plans.occurrences();

    var broken = new ScheduleTwins(faulty).different(kind.get(1));

    assertThat(broken.orElseThrow().story())
        .contains("the plan is not that of America/Chicago", "as in America/New_York");
    assertThat(new ScheduleTwins(Plans::occurrences).different(kind.get(1))).isEmpty();
  }
}
