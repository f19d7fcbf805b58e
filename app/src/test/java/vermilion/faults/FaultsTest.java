package vermilion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// A running clinic is broken again and again, and everybody was told the truth. More seeds:
/// `./build faults`.
class FaultsTest {

  private static final int SEEDS = 5;

  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> what_was_acknowledged_is_there_once_and_in_order_whatever_happens() {
    Install install = Install.in(folder);
    return LongStream.rangeClosed(1, SEEDS)
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "seed " + seed,
                () -> {
                  Path place = folder.resolve("run-" + seed);
                  RunResult result = FaultRun.of(install, seed, place, SqliteStage::new);
                  assertThat(result.findings()).as(result.line()).isEmpty();
                  assertThat(result.acknowledged()).isPositive();
                }));
  }
}
