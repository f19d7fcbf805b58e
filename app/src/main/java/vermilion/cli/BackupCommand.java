package vermilion.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vermilion.json.Json;
import vermilion.service.Store;
import vermilion.service.Upkeep;

/// `vermilion backup`: a copy of the record while it is in use.
@Command(
    name = "backup",
    description = {
      "Makes a backup of the record while it is in use, and compares it with the record.",
      "It lies in the folder of the backups: key 'backups' of the settings, or 'backups' in the data",
      "folder. The patients' keys lie beside it in one file for all backups, so that erasing a patient",
      "reaches them all. The master key is in neither: keep a copy of it elsewhere."
    },
    footer = {
      "",
      "Example:",
      "  vermilion backup --config /etc/vermilion.conf",
      "",
      "Exit: 0 the backup is made; 2 it cannot be made, or bad input."
    })
final class BackupCommand implements Callable<Integer> {
  private final Ports ports;
  private final Terminal terminal;

  @Mixin private InstallOption data = new InstallOption();

  @Mixin private JsonOption json = new JsonOption();

  BackupCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<InstallOption.Install> found = data.find(ports.stores(), json.isWanted(), terminal);
    if (found.isEmpty()) {
      return Exit.BAD_INPUT;
    }
    Path folder = found.get().place().backupFolder();
    try (Store store = found.get().store()) {
      Upkeep.Backup made = store.upkeep().backup(folder, ports.clock().instant());
      terminal.answer(json.isWanted() ? json(made).text() : words(made));
      return Exit.GOOD;
    }
  }

  private static String words(Upkeep.Backup made) {
    return made.file() + ": " + made.rows() + " rows, " + made.bytes() + " bytes, compared";
  }

  private static Json.Obj json(Upkeep.Backup made) {
    return Json.object()
        .put("file", made.file().toString())
        .put("keys", made.file().resolveSibling(Upkeep.KEYS_FILE).toString())
        .put("rows", made.rows())
        .put("bytes", made.bytes())
        .build();
  }
}
