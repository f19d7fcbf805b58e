package vermilion.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import vermilion.service.AccessTokens;
import vermilion.service.AuditTrail;
import vermilion.service.ClinicSettings;
import vermilion.service.Devices;
import vermilion.service.Journal;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.LegalHolds;
import vermilion.service.MailQueue;
import vermilion.service.Photos;
import vermilion.service.StaffStore;
import vermilion.service.Store;
import vermilion.service.Subscribers;
import vermilion.service.Upkeep;
import vermilion.service.Worklist;

/// A store on any database: one writer for each node, a few readers, one master key.
class JdbcStore implements Store {

  private final Database database;
  private final Engine engine;
  private final Journal journal;

  /// What a kind of database is opened with.
  ///
  /// @param limits of the writer
  /// @param readers how many read at one time
  record Settings(GroupCommit.Limits limits, ReadPool.Size readers) {}

  /// Opens `database`, which is made ready first, with the master key of `source`, which is made at
  /// the first start.
  JdbcStore(Database database, MasterKeySource source, Settings settings) {
    this.database = database;
    boolean good = false;
    try {
      database.prepare();
      MasterKey master = begin(database, source);
      Keyring keys = new Keyring(master);
      Rows rows = database.rows(master, keys);
      ReadPool readers = new ReadPool(database::reading, database::named, settings.readers());
      GroupCommit writer =
          new GroupCommit(
              new GroupCommit.Tools(database::writing, database, new KeyGuard(rows, master)),
              settings.limits());
      this.engine = new Engine(writer, readers, master, keys);
      this.journal = new JdbcJournal(engine, rows, database::forgetDeleted);
      writer.start();
      good = true;
    } catch (SQLException e) {
      throw database.named(e);
    } finally {
      if (!good) {
        database.close();
      }
    }
  }

  @Override
  public final Journal journal() {
    return journal;
  }

  @Override
  public final Worklist worklist() {
    return new JdbcWorklist(engine);
  }

  @Override
  public final AuditTrail auditTrail() {
    return new JdbcAuditTrail(engine);
  }

  @Override
  public final AccessTokens accessTokens() {
    return new JdbcAccessTokens(engine);
  }

  @Override
  public final StaffStore staff() {
    return new JdbcStaff(engine);
  }

  @Override
  public final Devices devices() {
    return new JdbcDevices(engine);
  }

  @Override
  public final ClinicSettings clinicSettings() {
    return new JdbcClinicSettings(engine);
  }

  @Override
  public final Photos photos() {
    return new JdbcPhotos(engine);
  }

  @Override
  public final LegalHolds legalHolds() {
    return new JdbcLegalHolds(engine);
  }

  @Override
  public final MailQueue mailQueue() {
    return new JdbcMailQueue(engine);
  }

  @Override
  public final Subscribers subscribers() {
    return new JdbcSubscribers(engine);
  }

  @Override
  public final Upkeep upkeep() {
    return new Backups(database);
  }

  @Override
  public final void close() {
    try {
      engine.readers().close();
      engine.writer().close();
    } catch (SQLException e) {
      throw database.named(e);
    } finally {
      database.close();
    }
  }

  /// The master key under which the store stands, unless nobody may be served from it.
  private static MasterKey begin(Database database, MasterKeySource source) throws SQLException {
    try (Session session = database.writing()) {
      refuseUnfinished(database, session);
      Optional<String> known = MasterKeyRow.newest(session);
      return known.isPresent()
          ? source.keyOf(database.toString(), known.get())
          : session.inTransaction(() -> beginWith(source, database, session));
    }
  }

  /// A store without a master key begins with this one, unless another node was first.
  private static MasterKey beginWith(MasterKeySource source, Database database, Session session)
      throws SQLException {
    database.keepOthersOut(session);
    Optional<String> known = MasterKeyRow.newest(session);
    if (known.isPresent()) {
      return source.keyOf(database.toString(), known.get());
    }
    MasterKey key = source.readOrMake();
    MasterKeyRow.add(session, key, Instant.now().toEpochMilli());
    return key;
  }

  /// Refuses a backup and a copy that was broken off: who is served from it would miss what came
  /// later.
  private static void refuseUnfinished(Database database, Session session) throws SQLException {
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

  /// Where the journal lies and how it is written, for the log of a start.
  @Override
  public final String toString() {
    return database.toString();
  }
}
