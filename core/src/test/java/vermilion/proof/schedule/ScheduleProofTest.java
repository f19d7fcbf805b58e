package vermilion.proof.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vermilion.proof.Counterexample;
import vermilion.proof.Proved;
import vermilion.schedule.Plans;
import vermilion.time.Waking;

final class ScheduleProofTest {
  private static final ScheduleScope TOKYO =
      new ScheduleScope(List.of("Asia/Tokyo", "UTC"), 2026, 2027, List.of(Waking.USUAL));

  @Test
  void what_holds_is_proved_with_the_states_that_it_stands_for() {
    var outcome = new ScheduleProof(TOKYO, Plans::occurrences).outcome();

    assertThat(outcome.findings().broken()).isEmpty();
    assertThat(outcome.findings().proved()).hasSameSizeAs(ScheduleLaw.values());
    assertThat(outcome.size().zones()).isEqualTo(2);
    assertThat(outcome.size().changes()).isEqualTo(2);
    assertThat(outcome.size().kinds()).isEqualTo(1);
    assertThat(outcome.size().plans()).isGreaterThan(100_000);
    assertThat(outcome.size().states()).isEqualTo(365L * 24 * 60 * 2 * 145 * 5 * 4 * 7);
    assertThat(outcome.findings().proved().getFirst().states().longValueExact())
        .isEqualTo(outcome.size().states());
  }

  @Test
  void a_law_is_broken_once_with_the_first_of_its_stories() {
    var outcome =
        new ScheduleProof(
                TOKYO,
                plans ->
                    FaultyPlans.aSecondLate(
                        new Plans(plans.spec(), plans.treated(), plans.versions())))
            .outcome();

    assertThat(outcome.findings().broken())
        .extracting(Counterexample::statement)
        .contains(ScheduleLaw.END.words(), ScheduleLaw.CHECK_IN.words())
        .doesNotHaveDuplicates();
    assertThat(outcome.findings().proved())
        .extracting(Proved::statement)
        .doesNotContain(ScheduleLaw.END.words());
  }
}
