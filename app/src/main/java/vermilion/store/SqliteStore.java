package vermilion.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import vermilion.service.AccessTokens;
import vermilion.service.AuditTrail;
import vermilion.service.ClinicSettings;
import vermilion.service.Journal;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.Store;
import vermilion.service.StorePlace;
import vermilion.service.Worklist;

/// The embedded store: one SQLite file, one master key file, one writer.
///
/// The write-ahead log is synced at every commit (`synchronous=FULL`), and deleted content is
/// overwritten (`secure_delete`). Other processes may read and write the same file at the same
/// time.
public final class SqliteStore implements Store {

  /// The name of the journal's file in a data folder.
  public static final String FILE = "journal.db";

  /// The usual name of the master key's file in a data folder.
  public static final String MASTER_KEY_FILE = StorePlace.MASTER_KEY_FILE;

  private static final int BUSY_MILLIS = 5_000;
  private static final int READERS = 4;

  /// The newest migration. A file that stands there already is opened without Flyway, which would
  /// cost a fifth of a second at every start to find nothing to do.
  static final String SCHEMA = "1";

  /// 16 MiB of log before it is folded into the file: pages that change again and again, such as
  /// those of the heads, are then written once instead of many times.
  private static final int CHECKPOINT_PAGES = 4_000;

  /// Held, because a logger that nobody holds forgets its level.
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  private final Path file;
  private final Settings settings;
  private final Engine engine;
  private final Journal journal;

  /// What a test may turn.
  ///
  /// @param limits of the writer
  /// @param pages the most pages that the file may have; 0 for no limit
  record Settings(GroupCommit.Limits limits, long pages) {
    static final Settings USUAL = new Settings(GroupCommit.Limits.USUAL, 0);
  }

  private SqliteStore(Path file, Settings settings, MasterKey master) throws SQLException {
    this.file = file;
    this.settings = settings;
    GroupCommit writer = new GroupCommit(writing(), SqliteFailures::named, settings.limits());
    ReadPool readers = new ReadPool(this::reading, SqliteFailures::named, READERS);
    this.engine = new Engine(writer, readers, master, new Keyring(master));
    this.journal = new JdbcJournal(engine, this::emptyLog);
    writer.start();
  }

  /// Opens the store in `folder`, which is made if there is none, with the master key beside it.
  public static SqliteStore open(Path folder) {
    return open(folder, folder.resolve(MASTER_KEY_FILE), Settings.USUAL);
  }

  /// Opens the store in `folder` with the master key in `masterKey`, which is made at the first
  /// start.
  public static SqliteStore open(Path folder, Path masterKey) {
    return open(folder, masterKey, Settings.USUAL);
  }

  static SqliteStore open(Path folder, Path masterKey, Settings settings) {
    Path file = folder.resolve(FILE);
    try {
      makeFiles(folder, file);
      if (!isCurrent(file)) {
        migrate(file);
      }
      return new SqliteStore(file, settings, masterKeyOf(file, new MasterKeyFile(masterKey)));
    } catch (IOException e) {
      throw new JournalFailure(
          Kind.STORAGE_FAILED, "the journal " + file + " cannot be made: " + e.getMessage(), e);
    } catch (SQLException e) {
      throw SqliteFailures.named(e);
    }
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Worklist worklist() {
    return new JdbcWorklist(engine);
  }

  @Override
  public AuditTrail auditTrail() {
    return new JdbcAuditTrail(engine);
  }

  @Override
  public AccessTokens accessTokens() {
    return new JdbcAccessTokens(engine);
  }

  @Override
  public ClinicSettings clinicSettings() {
    return new JdbcClinicSettings(engine);
  }

  @Override
  public void close() {
    try {
      engine.readers().close();
      engine.writer().close();
    } catch (SQLException e) {
      throw SqliteFailures.named(e);
    }
  }

  private static void makeFiles(Path folder, Path file) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    }
    try {
      Files.createFile(file, MasterKeyFile.ownerOnly(folder));
    } catch (FileAlreadyExistsException e) {
      // A journal from an earlier start.
      return;
    }
  }

  private static boolean isCurrent(Path file) throws SQLException {
    try (Session session = new Session(connect(file, config()), "BEGIN")) {
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

  private static void migrate(Path file) {
    MIGRATIONS.setLevel(Level.WARNING);
    try {
      Flyway.configure()
          .dataSource(dataSource(file, config()))
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

  /// The master key under which the file was begun; a file without one begins with this one.
  private static MasterKey masterKeyOf(Path file, MasterKeyFile keyFile) throws SQLException {
    try (Session session = new Session(connect(file, config()), "BEGIN IMMEDIATE")) {
      Optional<String> known =
          session.first("SELECT id FROM master_key ORDER BY made DESC", row -> row.getString(1));
      if (known.isPresent()) {
        MasterKey key = keyFile.read().orElseThrow(() -> keyFile.missing(file, known.get()));
        if (!key.id().equals(known.get())) {
          throw keyFile.wrong(file, key.id(), known.get());
        }
        return key;
      }
      MasterKey key = keyFile.readOrMake();
      session.run(
          "INSERT INTO master_key (id, made, proof) VALUES (?, ?, ?)",
          key.id(),
          Instant.now().toEpochMilli(),
          key.mac(Frame.of("vermilion/master/proof/1")));
      return key;
    }
  }

  private Session writing() throws SQLException {
    SQLiteConfig config = config();
    config.setCacheSize(-16_000);
    Connection connection = connect(file, config);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
      if (settings.pages() > 0) {
        statement.execute("PRAGMA max_page_count = " + settings.pages());
      }
    }
    return new Session(connection, "BEGIN IMMEDIATE");
  }

  private Session reading() throws SQLException {
    SQLiteConfig config = config();
    config.setReadOnly(true);
    return new Session(connect(file, config), "BEGIN");
  }

  /// Empties the write-ahead log, where an old page may still hold a destroyed key.
  private void emptyLog() {
    try (Session session = new Session(connect(file, config()), "BEGIN IMMEDIATE")) {
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
      throw SqliteFailures.named(e);
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return config;
  }

  private static Connection connect(Path file, SQLiteConfig config) throws SQLException {
    return dataSource(file, config).getConnection();
  }

  private static SQLiteDataSource dataSource(Path file, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  /// Where the journal lies and how it is written, for the log of a start.
  @Override
  public String toString() {
    return String.join(" ", List.of("SQLite", file.toString(), "WAL", "synchronous=FULL"));
  }
}
