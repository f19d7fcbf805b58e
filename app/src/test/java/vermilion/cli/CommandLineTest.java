package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What all commands share: help, the version, completion, and refusals of how they are called.
final class CommandLineTest {
  private static final List<String> COMMANDS =
      List.of(
          "check",
          "plan",
          "triage",
          "simulate",
          "token",
          "verify",
          "export",
          "demo",
          "serve",
          "completion");

  @Test
  void without_a_command_it_says_which_there_are() {
    CommandRun run = CommandRun.of();

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(COMMANDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void help_is_an_answer(String help) {
    CommandRun run = CommandRun.of(help);

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(COMMANDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "plan",
        "triage",
        "simulate",
        "token",
        "verify",
        "export",
        "demo",
        "serve",
        "completion"
      })
  void every_command_has_help_with_an_example_its_exit_codes_and_json(String command) {
    CommandRun run = CommandRun.of(command, "--help");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .startsWith("Usage: vermilion " + command)
        .contains("Example", "vermilion " + command, "Exit: 0", "--json");
    assertThat(CommandRun.of("help", command)).isEqualTo(run);
  }

  @Test
  void the_version_is_the_builds() {
    assertThat(CommandRun.of("--version").out()).matches("vermilion \\d+\\.\\d+\\.\\d+\n");
    assertThat(CommandRun.of("plan", "--version")).isEqualTo(CommandRun.of("--version"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plna| vermilion: Unmatched argument at index 0: 'plna'",
        "plan x --zone UTC| vermilion plan: Missing required option: '--treated=TIME'",
        "plan --zone| vermilion plan: Missing required parameter for option '--zone' (ZONE)",
        "triage| vermilion triage: Missing required parameter: 'FILE'",
        "triage a b| vermilion triage: Unmatched argument at index 2: 'b'",
        "check| vermilion check: Missing required parameter: 'FILE'",
        "completion fish| vermilion completion: Invalid value for positional parameter at index 0 (SHELL)",
        "triage x --explian| Possible solutions: --explain"
      })
  void a_command_that_is_called_wrongly_says_how_to_call_it(String line, String said) {
    CommandRun run = CommandRun.of(line.split(" ", -1));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(said).containsPattern("See: vermilion.* --help\n");
  }

  @Test
  void an_argument_with_an_at_sign_is_a_name() {
    assertThat(CommandRun.of("check", "@no-such").err()).startsWith("@no-such:1:1: ");
  }

  @Test
  void completion_knows_every_command() {
    CommandRun run = CommandRun.of("completion");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("#!/usr/bin/env bash").contains(COMMANDS).contains("compdef");
    assertThat(CommandRun.of("completion", "zsh").out()).isEqualTo(run.out());
    assertThat(CommandRun.of("completion", "--json").out())
        .startsWith("{\"shell\":\"bash\",\"script\":\"#!/usr/bin/env bash");
  }
}
