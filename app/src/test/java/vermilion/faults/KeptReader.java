package vermilion.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vermilion.service.Store;
import vermilion.store.PostgresStore;
import vermilion.store.SqliteStore;

/// Reads a record as a process of its own, which remembers nothing of the run, and writes it down.
final class KeptReader {

  private KeptReader() {}

  /// Writes into the first file what lies in the folder behind it, or in the database behind that.
  public static void main(String[] arguments) throws IOException {
    try (Store store = open(arguments)) {
      Files.writeString(Path.of(arguments[0]), Kept.of(store, Ground.CLINIC).json().text());
    }
  }

  private static Store open(String[] arguments) {
    Path data = Path.of(arguments[1]);
    return arguments.length > 2
        ? PostgresStore.open(PostgresStage.place(data, arguments[2]))
        : SqliteStore.open(data);
  }
}
