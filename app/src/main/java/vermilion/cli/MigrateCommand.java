package vermilion.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vermilion.service.Restored;
import vermilion.service.StorePlace;

/// `vermilion migrate`: moves a clinic from a file to a database.
@Command(
    name = "migrate",
    description = {
      "Moves the record from SQLite's file into an empty PostgreSQL database, and walks every hash of",
      "it there. Nobody can write to the file meanwhile, and it stays as it is. A move that was broken",
      "off goes on if it is run again. The master key does not move: the new settings name its file."
    },
    footer = {
      "",
      "Example:",
      "  vermilion migrate --from data/journal.db --to jdbc:postgresql://db/care --user vermilion",
      "",
      "Exit: 0 moved and whole; 1 moved, but the record is not as it was written; 2 refused."
    })
final class MigrateCommand implements Callable<Integer> {
  private final Ports ports;
  private final Terminal terminal;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FILE",
      description = "The file of the record: journal.db in a data folder.")
  private Path from = Path.of("");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = "jdbc:postgresql://HOST/DATABASE, empty, without a password.")
  private String to = "";

  @Option(
      names = "--user",
      required = true,
      paramLabel = "ROLE",
      description = "The role that signs in to the database.")
  private String user = "";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "The file of its password; none where the database asks for none.")
  private Optional<Path> passwordFile = Optional.empty();

  @Option(
      names = "--master-key",
      paramLabel = "FILE",
      description = "The master key; beside the record where nothing is said.")
  private Optional<Path> masterKey = Optional.empty();

  @Mixin private JsonOption json = new JsonOption();

  MigrateCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<String> wrong = StoreUrl.wrong(to);
    if (wrong.isPresent()) {
      Complaint.tell(List.of(new Complaint("--to", wrong.get())), json.isWanted(), terminal);
      return Exit.BAD_INPUT;
    }
    Path folder = Optional.ofNullable(from.toAbsolutePath().getParent()).orElse(Path.of(""));
    StorePlace place =
        new StorePlace(
            folder,
            masterKey,
            Optional.of(new StorePlace.Database(to, user, passwordFile)),
            Optional.empty());
    Restored moved = ports.stores().move(from, place);
    return new Arrival(ports.stores(), json.isWanted(), terminal).check(moved, place);
  }
}
