package vermilion.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vermilion.json.Json;
import vermilion.service.KeyChange;
import vermilion.service.StorePlace;

/// `vermilion rotate-key`: changes the master key.
@Command(
    name = "rotate-key",
    description = {
      "Changes the master key of the record and of its backups. What stood under the old key alone, in",
      "an old copy or on an old disk, can then be read by nobody who has the new one only.",
      "Stop the server first: one that runs on refuses to write until it is started again.",
      "A key in a file is replaced by a new one. A key from VERMILION_MASTER_KEY_COMMAND is changed to",
      "the one that VERMILION_NEXT_MASTER_KEY_COMMAND prints. Broken off, it goes on if it is run again."
    },
    footer = {
      "",
      "Example:",
      "  vermilion rotate-key --config /etc/vermilion.conf",
      "",
      "Exit: 0 changed; 1 changed, but something stands under neither key; 2 refused."
    })
final class RotateKeyCommand implements Callable<Integer> {
  private final Ports ports;
  private final Terminal terminal;

  @Mixin private InstallOption data = new InstallOption();

  @Mixin private JsonOption json = new JsonOption();

  RotateKeyCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<StorePlace> place = data.thereAlready(ports.stores(), json.isWanted(), terminal);
    if (place.isEmpty()) {
      return Exit.BAD_INPUT;
    }
    KeyChange change = ports.stores().changeKey(place.get(), ports.clock().instant());
    terminal.answer(json.isWanted() ? json(change).text() : words(change));
    return change.leftAlone().isEmpty() ? Exit.GOOD : Exit.NO;
  }

  private static String words(KeyChange change) {
    String done =
        "master key "
            + change.from()
            + " is changed to "
            + change.to()
            + ": "
            + change.rows()
            + " keys and guards\nKeep a copy of the new key in a safe place, and make a new backup.";
    return String.join("\n", List.of(done, String.join("\n", change.leftAlone()))).strip();
  }

  private static Json.Obj json(KeyChange change) {
    return Json.object()
        .put("from", change.from())
        .put("to", change.to())
        .put("rows", change.rows())
        .put("leftAlone", Json.Arr.ofStrings(change.leftAlone()))
        .build();
  }
}
