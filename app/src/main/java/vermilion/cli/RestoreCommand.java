package vermilion.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vermilion.service.Restored;
import vermilion.service.StorePlace;

/// `vermilion restore`: puts a backup into an empty place.
@Command(
    name = "restore",
    description = {
      "Puts a backup into a new place, never over a record that is there.",
      "The keys file must lie beside the backup, and the master key where the settings say. Who was",
      "erased after the backup was made stays erased. One that was broken off goes on if it is run",
      "again."
    },
    footer = {
      "",
      "Example:",
      "  vermilion restore /backups/2026-03-28T02-00-00Z.backup --config /etc/vermilion-new.conf",
      "",
      "Exit: 0 restored and whole; 1 restored, but the record is not as it was written; 2 refused."
    })
final class RestoreCommand implements Callable<Integer> {
  private final Ports ports;
  private final Terminal terminal;

  @Parameters(paramLabel = "BACKUP", description = "The file of the backup.")
  private Path backup = Path.of("");

  @Mixin private InstallOption data = new InstallOption();

  @Mixin private JsonOption json = new JsonOption();

  RestoreCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<StorePlace> to = data.place(json.isWanted(), terminal);
    if (to.isEmpty()) {
      return Exit.BAD_INPUT;
    }
    Restored restored = ports.stores().restore(backup, to.get(), ports.clock().instant());
    return new Arrival(ports.stores(), json.isWanted(), terminal).check(restored, to.get());
  }
}
