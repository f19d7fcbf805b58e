package vermilion.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vermilion.testing.Seeded;

/// What a patient reports is never missed.
final class ReportedTest {

  @Seeded(8)
  void an_occlusion_that_is_reported_is_never_missed(SplittableRandom random) {
    long seed = random.nextLong();
    for (Reader reader : Reader.values()) {
      Tally.Told told = told(Complication.OCCLUSION, seed, reader);

      assertThat(told.missed).as("seed %d, %s", seed, reader).isZero();
      assertThat(told.later).as("seed %d, %s", seed, reader).isZero();
      assertThat(told.delays.size()).isGreaterThanOrEqualTo(told.reported);
    }
  }

  @ParameterizedTest
  @EnumSource(Complication.class)
  void no_complication_that_is_reported_is_missed(Complication one) {
    for (Reader reader : Reader.values()) {
      assertThat(told(one, 5, reader).missed).as("%s", reader).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Complication.class,
      names = {"OCCLUSION", "EYE", "INFECTION", "COLD_SORE"})
  void who_reads_with_care_reports_what_she_has(Complication one) {
    Tally.Told told = told(one, 9, Reader.CAREFUL);

    assertThat(told.cases).isEqualTo(20);
    assertThat(told.reported).isGreaterThanOrEqualTo(18);
  }

  private static Tally.Told told(Complication one, long seed, Reader reader) {
    return Runs.made(one, 20, seed, reader).told[one.ordinal()];
  }
}
