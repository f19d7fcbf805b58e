package vermilion.store;

import java.nio.file.Path;

/// The process that is killed while it appends to a SQLite store.
final class SqliteAppender {

  private SqliteAppender() {}

  public static void main(String[] arguments) {
    JournalDurabilityContract.Appender.run(SqliteStore.open(Path.of(arguments[0])));
  }
}
