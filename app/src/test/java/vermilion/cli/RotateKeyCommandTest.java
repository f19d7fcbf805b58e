package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.web.RunningClinic;

/// `rotate-key` and `new-key` as an operator types them.
final class RotateKeyCommandTest {
  @TempDir Path folder;

  private CommandRun run(String command) {
    return CommandRun.of(command, "--data", folder.toString());
  }

  @Test
  void a_key_in_a_file_is_replaced_and_the_record_stays_whole() throws IOException {
    RunningClinic.in(folder).close();
    String before = Files.readString(folder.resolve("master.key"));

    CommandRun run = run("rotate-key");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern(
            "^master key [0-9a-f]{16} is changed to [0-9a-f]{16}: \\d+ keys and guards")
        .endsWith("Keep a copy of the new key in a safe place, and make a new backup.\n");
    assertThat(Files.readString(folder.resolve("master.key"))).isNotEqualTo(before);
    assertThat(run("verify").out()).startsWith("whole: ");
  }

  @Test
  void a_place_without_a_record_is_refused() {
    CommandRun run = run("rotate-key");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("found no record in " + folder);
    assertThat(folder.resolve("master.key")).doesNotExist();
  }

  @Test
  void a_new_key_for_a_vault_is_a_line_that_is_never_the_same() {
    String one = CommandRun.of("new-key").out();

    assertThat(one).matches("vermilion-master-key-1:[A-Za-z0-9_-]{43}\n");
    assertThat(CommandRun.of("new-key").out()).isNotEqualTo(one);
  }
}
