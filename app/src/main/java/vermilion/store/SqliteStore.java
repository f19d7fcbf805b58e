package vermilion.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import vermilion.service.AccessTokens;
import vermilion.service.AuditTrail;
import vermilion.service.ClinicSettings;
import vermilion.service.Journal;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.LegalHolds;
import vermilion.service.Store;
import vermilion.service.StorePlace;
import vermilion.service.Upkeep;
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

  private static final int READERS = 4;

  private final Database database;
  private final Engine engine;
  private final Journal journal;

  /// What a test may turn.
  ///
  /// @param limits of the writer
  /// @param pages the most pages that the file may have; 0 for no limit
  record Settings(GroupCommit.Limits limits, long pages) {
    static final Settings USUAL = new Settings(GroupCommit.Limits.USUAL, 0);
  }

  private SqliteStore(Database database, Settings settings, MasterKey master) throws SQLException {
    this.database = database;
    GroupCommit writer = new GroupCommit(database.writing(), database::named, settings.limits());
    ReadPool readers = new ReadPool(database::reading, database::named, READERS);
    this.engine = new Engine(writer, readers, master, new Keyring(master));
    this.journal = new JdbcJournal(engine, database::forgetDeleted);
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
    Database database = SqliteDatabase.inUse(file, settings.pages());
    try {
      database.prepare();
      refuseUnfinished(database);
      MasterKey master = masterKeyOf(database, file, new MasterKeyFile(masterKey));
      return new SqliteStore(database, settings, master);
    } catch (SQLException e) {
      throw database.named(e);
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
  public LegalHolds legalHolds() {
    return new JdbcLegalHolds(engine);
  }

  @Override
  public Upkeep upkeep() {
    return new Backups(database);
  }

  @Override
  public void close() {
    try {
      engine.readers().close();
      engine.writer().close();
    } catch (SQLException e) {
      throw database.named(e);
    }
  }

  /// Refuses a backup and a copy that was broken off: who is served from it would miss what came
  /// later.
  private static void refuseUnfinished(Database database) throws SQLException {
    try (Session session = database.writing()) {
      Optional<CopiedTable> one = CopiedTable.all(session).values().stream().findFirst();
      if (one.isPresent()) {
        throw new JournalFailure(
            Kind.UNFINISHED,
            database
                + " holds a copy of "
                + one.get().source()
                + "; a backup must be restored first, and a copy that was broken off run again");
      }
    }
  }

  /// The master key under which the file was begun; a file without one begins with this one.
  private static MasterKey masterKeyOf(Database database, Path file, MasterKeySource source)
      throws SQLException {
    try (Session session = database.writing()) {
      Optional<String> known =
          session.first("SELECT id FROM master_key ORDER BY made DESC", row -> row.getString(1));
      if (known.isPresent()) {
        MasterKey key =
            source.read().orElseThrow(() -> source.missing(file.toString(), known.get()));
        if (!key.id().equals(known.get())) {
          throw source.wrong(file.toString(), key.id(), known.get());
        }
        return key;
      }
      MasterKey key = source.readOrMake();
      session.run(
          "INSERT INTO master_key (id, made, proof) VALUES (?, ?, ?)",
          key.id(),
          Instant.now().toEpochMilli(),
          key.mac(Frame.of("vermilion/master/proof/1")));
      return key;
    }
  }

  /// Where the journal lies and how it is written, for the log of a start.
  @Override
  public String toString() {
    return database.toString();
  }
}
