package vermilion.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Urgency;

/// A whole run: what it depends on and what it holds.
final class SimulationTest {
  private static final Results SMALL = Simulation.run(Runs.LIP_HA, Runs.terms(60, 7));

  @Test
  void the_same_seed_gives_the_same_bytes_and_another_does_not() {
    Results again = Simulation.run(Runs.LIP_HA, Runs.terms(60, 7));
    Results other = Simulation.run(Runs.LIP_HA, Runs.terms(60, -7));

    assertThat(JsonReport.of(again)).isEqualTo(JsonReport.of(SMALL));
    assertThat(TextReport.of(again)).isEqualTo(TextReport.of(SMALL));
    assertThat(SvgPlots.of(again)).isEqualTo(SvgPlots.of(SMALL));
    assertThat(JsonReport.of(other)).isNotEqualTo(JsonReport.of(SMALL));
  }

  /// A change of the protocol, of the engine or of the model shows here. When it is meant:
  /// `./vermilion simulate protocols/lip-ha.yaml --patients 60 --seed 7`.
  @Test
  void a_small_run_is_the_one_that_was_kept() throws IOException {
    try (InputStream kept = SimulationTest.class.getResourceAsStream("lip-ha-60-7.txt")) {
      assertThat(kept).isNotNull();
      assertThat(TextReport.of(SMALL) + "\n")
          .isEqualTo(new String(kept.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void a_protocol_for_unknown_filler_can_be_lived_under() {
    Results unknown = Simulation.run(Runs.read("lip-unknown.yaml"), Runs.terms(5, 1));

    assertThat(unknown.missed()).isZero();
  }

  @Test
  void counts_fit_together() {
    Tally cohort = SMALL.cohort;

    assertThat(cohort.patients).containsExactly(sumOf(cohort.patients, cohort.usual));
    assertThat(cohort.asked).isEqualTo(60 * 19);
    assertThat(cohort.answered).isBetween(1L, cohort.asked);
    for (int reader = 0; reader < cohort.usual.length; reader++) {
      for (int level = 1; level < Tally.LEVELS; level++) {
        assertThat(cohort.everAnswered[reader][level])
            .isLessThanOrEqualTo(cohort.everAnswered[reader][level - 1])
            .isLessThanOrEqualTo(cohort.everRang[reader][level]);
      }
    }
  }

  /// At the rates of 60 patients some have a complication; all the others are usual.
  private static long[] sumOf(long[] patients, long[] usual) {
    long sick = 0;
    for (long count : SMALL.cohort.complications) {
      sick += count;
    }
    long all = 0;
    for (int i = 0; i < patients.length; i++) {
      assertThat(usual[i]).isLessThanOrEqualTo(patients[i]);
      all += patients[i] - usual[i];
    }
    assertThat(all).isEqualTo(sick);
    return patients;
  }

  @Test
  void who_reads_perfectly_raises_no_alarm_without_a_cause() {
    Simulation.Terms terms = new Simulation.Terms(300, 3, Optional.of(Reader.CAREFUL), 0);
    Tally cohort = Simulation.run(Runs.LIP_HA, terms).cohort;
    long urgent = cohort.everAnswered[Reader.CAREFUL.ordinal()][4];

    assertThat(urgent).isLessThan(cohort.usual[Reader.CAREFUL.ordinal()] / 50);
  }

  /// Of 5,000 patients 2.5 % and 15.4 % (docs/simulation.md); chance alone moves the share of 500
  /// by about three points (H-9).
  @Test
  void few_usual_courses_are_ever_called_urgent() {
    assertThat(urgentPercent(Reader.CAREFUL)).isLessThan(5);
    assertThat(urgentPercent(Reader.LAY)).isBetween(10.0, 19.0);
  }

  private static double urgentPercent(Reader reader) {
    Tally lived = Runs.lived(500, reader);
    long urgent = lived.everAnswered[reader.ordinal()][Urgency.URGENT.ordinal()];
    return 100.0 * urgent / lived.usual[reader.ordinal()];
  }

  @Test
  void terms_out_of_bounds_are_refused() {
    assertThatThrownBy(() -> Runs.terms(0, 1)).hasMessageContaining("0 patients");
    assertThatThrownBy(() -> Runs.terms(1_000_001, 1)).hasMessageContaining("1000001 patients");
    assertThatThrownBy(() -> new Simulation.Terms(1, 1, Optional.empty(), -1))
        .hasMessageContaining("misreading of -1 %");
    assertThat(Runs.terms(1, Long.MIN_VALUE).ofEachComplication()).isEqualTo(100);
    assertThat(Runs.terms(1_000_000, 1).ofEachComplication()).isEqualTo(10_000);
  }
}
