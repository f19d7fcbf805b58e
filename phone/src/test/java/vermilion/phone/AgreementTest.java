package vermilion.phone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.clinical.Urgency;
import vermilion.triage.Assessment;
import vermilion.triage.BriefRules;

/// The phone decides what the server decides: the same core, on the JVM and in JavaScript.
final class AgreementTest {
  private static final int STATES = 100_000;

  /// Surefire runs in the module's directory; the compiler wrote there before the tests.
  private static final Path MODULE = Path.of("target", "javascript", "agreement.mjs");

  @Test
  void the_phone_and_the_server_say_the_same_of_100_000_states(@TempDir Path place)
      throws IOException, InterruptedException {
    Path log = place.resolve("node.log");
    Path said = place.resolve("node.txt");
    Process node =
        new ProcessBuilder(
                "node",
                Path.of("src", "test", "node", "agreement.mjs").toString(),
                MODULE.toString(),
                Integer.toString(STATES),
                said.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    byte[] here = Agreement.lines(0, STATES).getBytes(UTF_8);

    assertThat(node.waitFor(5, TimeUnit.MINUTES)).as("node ends").isTrue();
    assertThat(node.exitValue()).as(() -> read(log)).isZero();
    assertThat(Files.size(said)).isGreaterThan(STATES * 60L);
    assertThat(Files.readAllBytes(said)).isEqualTo(here);
    System.out.println("NOTE: core as JavaScript: " + gzipped(MODULE) + " bytes gzipped");
  }

  @Test
  void the_states_reach_every_level_and_every_rule() {
    var levels = new TreeSet<Urgency>();
    var rules = new TreeSet<String>();
    for (int seed = 0; seed < STATES; seed++) {
      Assessment assessment = Agreement.assessmentOf(seed);
      levels.add(assessment.level());
      rules.addAll(assessment.rules());
    }

    assertThat(levels).containsExactly(Urgency.values());
    assertThat(rules).containsExactlyInAnyOrderElementsOf(BriefRules.triage().ruleIds());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "no log: " + e;
    }
  }

  private static int gzipped(Path file) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(Files.readAllBytes(file));
    }
    return bytes.size();
  }
}
