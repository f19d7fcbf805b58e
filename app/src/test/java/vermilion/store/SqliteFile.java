package vermilion.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteDataSource;

/// The file of a SQLite store, opened without the store.
final class SqliteFile {

  private SqliteFile() {}

  static Connection connect(Path folder) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve(SqliteStore.FILE).toAbsolutePath());
    return source.getConnection();
  }
}
