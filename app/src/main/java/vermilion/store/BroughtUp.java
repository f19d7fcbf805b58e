package vermilion.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/// A backup in the tables of this version: itself, or where an earlier version made it a copy that
/// lives until it is closed. The backup itself is never written to.
final class BroughtUp implements AutoCloseable {

  private final SqliteDatabase database;
  private final Optional<Path> copy;

  private BroughtUp(SqliteDatabase database, Optional<Path> copy) {
    this.database = database;
    this.copy = copy;
  }

  /// @param from the backup in `file`
  static BroughtUp of(SqliteDatabase from, Path file) throws IOException, SQLException {
    if (from.isCurrent()) {
      return new BroughtUp(from, Optional.empty());
    }
    // Its owner's alone, as all folders for temporary files are made.
    Path copy = Files.createTempDirectory("vermilion-restore").resolve(file.getFileName());
    BroughtUp current = new BroughtUp(SqliteDatabase.putAway(copy), Optional.of(copy));
    try {
      Files.copy(file, copy);
      current.database.prepare();
      return current;
    } catch (IOException | SQLException | RuntimeException e) {
      current.close();
      throw e;
    }
  }

  SqliteDatabase database() {
    return database;
  }

  @Override
  public void close() throws IOException {
    if (copy.isPresent()) {
      Path folder = copy.get().resolveSibling("");
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
