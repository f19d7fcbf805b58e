package vermilion.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vermilion.Main;
import vermilion.cli.Terminal;
import vermilion.service.Store;
import vermilion.store.PostgresStore;
import vermilion.store.SqliteStore;

/// Reads a record as a process of its own, which remembers nothing of the run, and writes it down.
final class KeptReader {

  private KeptReader() {}

  /// Writes into the first file what the settings in the second lead to, whose data lie in the
  /// folder behind it or in the database behind that; and what `rebuild --check` says of it.
  public static void main(String[] arguments) throws IOException {
    Kept kept;
    try (Store store = open(arguments)) {
      kept = Kept.of(store, Ground.CLINIC);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new String[] {"rebuild", "--check", "--config", arguments[1]},
            new Terminal(
                InputStream.nullInputStream(),
                said,
                new PrintStream(said, true, StandardCharsets.UTF_8)));
    String rebuilt = exit == 0 ? "" : exit + ": " + said.toString(StandardCharsets.UTF_8);
    Files.writeString(Path.of(arguments[0]), kept.with(rebuilt).json().text());
  }

  private static Store open(String[] arguments) {
    Path data = Path.of(arguments[2]);
    return arguments.length > 3
        ? PostgresStore.open(PostgresStage.place(data, arguments[3]))
        : SqliteStore.open(data);
  }
}
