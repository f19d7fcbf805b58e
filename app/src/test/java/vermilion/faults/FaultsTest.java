package vermilion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// A running clinic is broken again and again, and everybody was told the truth. More seeds:
/// `./build faults`.
class FaultsTest {

  private static final int SEEDS_ON_A_FILE = 3;
  private static final int SEEDS_ON_A_DATABASE = 2;

  @TempDir static Path folder;
  private static Install install;

  @BeforeAll
  static void install() {
    install = Install.in(folder);
  }

  @TestFactory
  Stream<DynamicTest> what_was_acknowledged_is_there_once_and_in_order_whatever_happens() {
    return runs(SEEDS_ON_A_FILE, SqliteStage::new);
  }

  @TestFactory
  Stream<DynamicTest> two_servers_on_a_database_tell_the_same_truth_whatever_happens() {
    return runs(SEEDS_ON_A_DATABASE, PostgresStage::new);
  }

  private static Stream<DynamicTest> runs(int seeds, FaultRun.StageMaker maker) {
    return LongStream.rangeClosed(1, seeds)
        .mapToObj(seed ->
            DynamicTest.dynamicTest(
                "seed " + seed,
                () -> {
                  Path place = folder.resolve("run");
                  RunResult result = FaultRun.of(install, seed, place, maker);
                  assertThat(result.findings()).as(result.line()).isEmpty();
                  assertThat(result.acknowledged()).isPositive();
                }));
  }
}
