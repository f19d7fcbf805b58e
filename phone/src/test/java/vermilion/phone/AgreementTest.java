package vermilion.phone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.clinical.Urgency;
import vermilion.triage.Assessment;
import vermilion.triage.BriefRules;

/// The phone decides what the server decides: the same core, on the JVM and in JavaScript.
///
/// A million states: `mvn -pl core,phone -am test -Dtest=AgreementTest -Dagreement.states=1000000
/// -Dsurefire.failIfNoSpecifiedTests=false`.
final class AgreementTest {
  private static final int STATES = Integer.getInteger("agreement.states", 100_000);

  private static final int MOST_TRIAGE_MICROS = 500;

  /// Surefire runs in the module's directory; the compiler wrote there before the tests.
  private static final Path MODULE = Path.of("target", "javascript", "agreement.mjs");

  @Test
  void the_phone_and_the_server_say_the_same_of_every_state(@TempDir Path place)
      throws IOException, InterruptedException {
    Path there = place.resolve("node.txt");
    List<String> said =
        Node.run(
            "agreement.mjs",
            place.resolve("node.log"),
            MODULE.toString(),
            Integer.toString(STATES),
            there.toString());

    Path here = place.resolve("jvm.txt");
    try (BufferedWriter out = Files.newBufferedWriter(here, UTF_8)) {
      for (int first = 0; first < STATES; first += 1000) {
        out.write(Agreement.lines(first, 1000));
      }
    }

    assertThat(Files.size(there)).isGreaterThan(STATES * 60L);
    assertThat(Files.mismatch(here, there)).as("first byte that differs").isEqualTo(-1);
    int micros = Node.number(said, "triage");
    System.out.println(
        "NOTE: " + STATES + " states alike on the phone; a triage there takes " + micros + " us");
    assertThat(micros).isLessThanOrEqualTo(MOST_TRIAGE_MICROS);
  }

  @Test
  void the_states_reach_every_level_and_every_rule() {
    var levels = new TreeSet<Urgency>();
    var rules = new TreeSet<String>();
    for (int seed = 0; seed < 100_000; seed++) {
      Assessment assessment = Agreement.assessmentOf(seed);
      levels.add(assessment.level());
      rules.addAll(assessment.rules());
    }

    assertThat(levels).containsExactly(Urgency.values());
    assertThat(rules).containsExactlyInAnyOrderElementsOf(BriefRules.triage().ruleIds());
  }
}
