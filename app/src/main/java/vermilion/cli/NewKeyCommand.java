package vermilion.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vermilion.json.Json;

/// `vermilion new-key`: prints a new master key.
@Command(
    name = "new-key",
    description = {
      "Prints a new master key, for a vault from which VERMILION_MASTER_KEY_COMMAND reads it.",
      "Nothing is kept of it here. A key in a file needs none of this: it is made at the first start."
    },
    footer = {"", "Example:", "  vermilion new-key | vault-put vermilion-key", "", "Exit: 0."})
final class NewKeyCommand implements Callable<Integer> {
  private final Ports ports;
  private final Terminal terminal;

  @Mixin private JsonOption json = new JsonOption();

  NewKeyCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String key = ports.stores().newKey();
    terminal.answer(json.isWanted() ? Json.object().put("key", key).build().text() : key);
    return Exit.GOOD;
  }
}
