package vermilion.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import vermilion.testing.Seeded;
import vermilion.triage.BriefRules;

/// The engine and the oracle, written apart from one brief, say the same of 200,000 stories.
final class OracleAgainstEngineTest {
  private static final int STORIES = 2_000;

  private static final EngineSide ENGINE = new EngineSide(BriefRules.triage());

  @Seeded(100)
  void the_engine_says_what_the_oracle_says(SplittableRandom random) {
    for (int i = 0; i < STORIES; i++) {
      Story story = StateMaker.story(random);
      Verdict expected = SlowTriage.judge(story);
      Verdict said = ENGINE.judge(story);
      if (!said.equals(expected)) {
        assertThat(said).as("story %d of this seed:%n%s", i, story.told()).isEqualTo(expected);
      }
    }
  }
}
