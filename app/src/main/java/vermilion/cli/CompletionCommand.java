package vermilion.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vermilion.json.Json;

/// `vermilion completion`: the script that lets a shell complete commands and options.
@Command(
    name = "completion",
    description = "Prints the script by which bash or zsh completes commands and options.",
    footer = {
      "",
      "Example, in ~/.bashrc or ~/.zshrc:",
      "  source <(vermilion completion)",
      "",
      "Exit: 0."
    })
final class CompletionCommand implements Callable<Integer> {
  /// The shells that the script is for; it is one script, which asks where it runs.
  enum Shell {
    bash,
    zsh
  }

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "SHELL",
      description = "One of ${COMPLETION-CANDIDATES}; bash where nothing is said.")
  private Shell shell = Shell.bash;

  @Mixin private JsonOption json = new JsonOption();

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String script = AutoComplete.bash("vermilion", spec.root().commandLine()).stripTrailing();
    terminal.answer(
        json.isWanted()
            ? Json.object().put("shell", shell.name()).put("script", script).build().text()
            : script);
    return Exit.GOOD;
  }
}
