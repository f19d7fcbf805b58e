package vermilion.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteDataSource;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.PrivateFiles;

/// One SQLite file. Every commit is synced (`synchronous=FULL`) and deleted content is overwritten
/// (`secure_delete`). Other processes may read and write the same file at the same time.
final class SqliteDatabase implements Database {

  private static final int BUSY_MILLIS = 5_000;

  /// The newest migration. A file that stands there already is opened without Flyway, which would
  /// cost a fifth of a second at every start to find nothing to do.
  static final String SCHEMA = "8";

  /// 16 MiB of log before it is folded into the file: pages that change again and again, such as
  /// those of the heads, are then written once instead of many times.
  private static final int CHECKPOINT_PAGES = 4_000;

  /// Held, because a logger that nobody holds forgets its level.
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  private final Path file;
  private final JournalMode mode;
  private final long pages;

  private SqliteDatabase(Path file, JournalMode mode, long pages) {
    this.file = file;
    this.mode = mode;
    this.pages = pages;
  }

  /// The file of a store that is in use: with a write-ahead log beside it.
  ///
  /// @param pages the most pages that it may have; 0 for no limit
  static SqliteDatabase inUse(Path file, long pages) {
    return new SqliteDatabase(file, JournalMode.WAL, pages);
  }

  /// A file that is put away when it is done: all of it is in the one file.
  static SqliteDatabase putAway(Path file) {
    return new SqliteDatabase(file, JournalMode.DELETE, 0);
  }

  @Override
  public void prepare() throws SQLException {
    try {
      makeFile();
    } catch (IOException e) {
      throw new JournalFailure(
          Kind.STORAGE_FAILED, "the journal " + file + " cannot be made: " + e.getMessage(), e);
    }
    if (!isCurrent()) {
      migrate();
    }
  }

  private void makeFile() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      PrivateFiles.makeFolder(folder);
    }
    PrivateFiles.makeFile(file);
  }

  /// Whether there is a table of this name.
  boolean has(Session session, String table) throws SQLException {
    return session
        .first("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", row -> true, table)
        .isPresent();
  }

  /// Whether a table has every column that this version reads.
  boolean hasAllOf(Session session, StoreTable table) throws SQLException {
    return session
        .all("SELECT name FROM pragma_table_info(?)", row -> row.getString(1), table.name())
        .containsAll(table.columns());
  }

  /// Whether no migration is missing.
  boolean isCurrent() throws SQLException {
    try (Session session = new Session(dataSource(config()).getConnection(), "BEGIN")) {
      boolean begun =
          session
              .first(
                  "SELECT 1 FROM sqlite_master WHERE name = 'flyway_schema_history'", row -> true)
              .isPresent();
      return begun
          && session
              .all(
                  "SELECT version FROM flyway_schema_history"
                      + " WHERE success = 0 OR installed_rank ="
                      + " (SELECT max(installed_rank) FROM flyway_schema_history)",
                  row -> String.valueOf(row.getString(1)))
              .equals(List.of(SCHEMA));
    }
  }

  private void migrate() {
    MIGRATIONS.setLevel(Level.WARNING);
    try {
      Flyway.configure()
          .dataSource(dataSource(config()))
          .locations("classpath:db/migration")
          .placeholders(Map.of("bytes", "BLOB", "clustered", "WITHOUT ROWID"))
          .ignoreMigrationPatterns(new String[0])
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new JournalFailure(
          Kind.STORAGE_FAILED,
          "the journal " + file + " does not fit this version: " + e.getMessage(),
          e);
    }
  }

  @Override
  public Session writing() throws SQLException {
    SQLiteConfig config = config();
    config.setCacheSize(-16_000);
    Connection connection = dataSource(config).getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
      if (pages > 0) {
        statement.execute("PRAGMA max_page_count = " + pages);
      }
    }
    return new Session(connection, "BEGIN IMMEDIATE");
  }

  @Override
  public Session reading() throws SQLException {
    SQLiteConfig config = config();
    config.setReadOnly(true);
    return new Session(dataSource(config).getConnection(), "BEGIN");
  }

  @Override
  public JournalFailure named(SQLException e) {
    return SqliteFailures.named(e);
  }

  @Override
  public GroupCommit.Remedy remedy(SQLException e) {
    return named(e).kind() == Kind.STORAGE_FAILED
        ? GroupCommit.Remedy.STOP
        : GroupCommit.Remedy.GO_ON;
  }

  @Override
  public Rows rows(MasterKey master, Keyring keys) {
    return new RowsOneByOne(master, keys);
  }

  /// Nothing to do: each session has the file open for itself.
  @Override
  public void close() {}

  /// Empties the write-ahead log, where an old page may still hold a destroyed key.
  @Override
  public void forgetDeleted() {
    try (Session session = writing()) {
      boolean busy =
          session.first("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1) != 0).orElse(true);
      if (busy) {
        throw new JournalFailure(
            Kind.OVERLOADED,
            "the key is destroyed, but readers kept the log of "
                + file
                + " from being emptied; stop the service and start it again");
      }
    } catch (SQLException e) {
      throw named(e);
    }
  }

  /// `BEGIN IMMEDIATE` has done it.
  @Override
  public void keepOthersOut(Session session) {}

  private SQLiteConfig config() {
    return config(mode, BUSY_MILLIS);
  }

  /// How every SQLite file is used: each commit synced, deleted content overwritten.
  static SQLiteConfig config(JournalMode mode, int busyMillis) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(mode);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(busyMillis);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return config;
  }

  private SQLiteDataSource dataSource(SQLiteConfig config) {
    return source(file, config);
  }

  static SQLiteDataSource source(Path file, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  @Override
  public String toString() {
    return String.join(" ", List.of("SQLite", file.toString(), mode.name(), "synchronous=FULL"));
  }
}
