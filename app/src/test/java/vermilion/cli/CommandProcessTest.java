package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// As a process a command ends with its exit code and keeps its streams apart, whatever the
/// language of the machine is.
final class CommandProcessTest {
  private static CommandRun run(String input, String... arguments)
      throws IOException, InterruptedException {
    return CommandRun.process(Path.of("."), input, arguments);
  }

  @Test
  void answers_come_in_utf_8_and_the_exit_code_says_how_it_went()
      throws IOException, InterruptedException {
    CommandRun run =
        run(
            "{\"hours\":30,\"form\":\"none\"}\n{\"hours\":30,\"form\":\"Größe\"}\n",
            "triage",
            CommandRun.LIP_HA);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .hasSize(2)
        .last()
        .asString()
        .contains("\"field\":\"form\",\"value\":\"Größe\"");
  }

  @Test
  void a_wrong_call_says_so_on_standard_error_alone() throws IOException, InterruptedException {
    CommandRun run = run("", "plan", CommandRun.LIP_HA, "--zone", "UTC");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("vermilion plan: Missing required option: '--treated=TIME'");
  }
}
