package vermilion.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// Bare rows in SQLite, opened as the record is: every commit synced, the same cache, the same size
/// of the log.
final class BareSqlite implements BareStore {
  private final Connection connection;
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement event;
  private final PreparedStatement head;
  private final PreparedStatement line;

  BareSqlite(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setCacheSize(-16_000);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    connection = source.getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = 4000");
    }
    BareStore.make(connection, "BLOB", "WITHOUT ROWID");
    begin = connection.prepareStatement("BEGIN IMMEDIATE");
    commit = connection.prepareStatement("COMMIT");
    event = connection.prepareStatement(EVENT + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    head = connection.prepareStatement(HEAD + "VALUES (?, ?, ?, ?, ?, ?, ?)" + HEAD_AGAIN);
    line =
        connection.prepareStatement(LINE + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" + LINE_AGAIN);
  }

  @Override
  public void write(List<Rows> batch) throws SQLException {
    begin.execute();
    for (var rows : batch) {
      BareStore.bind(event, rows.event());
      event.executeUpdate();
      BareStore.bind(head, rows.head());
      head.executeUpdate();
      BareStore.bind(line, rows.line());
      line.executeUpdate();
    }
    commit.execute();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
