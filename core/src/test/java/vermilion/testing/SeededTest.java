package vermilion.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

final class SeededTest {
  @Seeded(3)
  void the_seed_in_the_name_is_the_seed_of_the_numbers(SplittableRandom random, TestInfo test) {
    var seed = Long.parseLong(test.getDisplayName().substring("seed ".length()));

    assertThat(random.nextLong()).isEqualTo(new SplittableRandom(seed).nextLong());
  }

  @Test
  void all_seeds_run_unless_one_is_named() {
    assertThat(SeededRuns.seeds(3, "")).containsExactly(1L, 2L, 3L);
    assertThat(SeededRuns.seeds(3, "17")).containsExactly(17L);
  }
}
