package vermilion.store;

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
      refuseUnfinished(database);
      MasterKey master = masterKeyOf(database, source);
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
  public final ClinicSettings clinicSettings() {
    return new JdbcClinicSettings(engine);
  }

  @Override
  public final LegalHolds legalHolds() {
    return new JdbcLegalHolds(engine);
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

  /// The master key under which the store was begun; one without begins with this one.
  private static MasterKey masterKeyOf(Database database, MasterKeySource source)
      throws SQLException {
    try (Session session = database.writing()) {
      Optional<String> known = begunWith(session);
      if (known.isEmpty()) {
        session.begin();
        database.keepOthersOut(session);
        known = begunWith(session);
        if (known.isEmpty()) {
          MasterKey key = source.readOrMake();
          session.run(
              "INSERT INTO master_key (id, made, proof) VALUES (?, ?, ?)",
              key.id(),
              Instant.now().toEpochMilli(),
              key.mac(Frame.of("vermilion/master/proof/1")));
          session.commit();
          return key;
        }
        session.rollback();
      }
      String id = known.get();
      String name = database.toString();
      MasterKey key = source.read().orElseThrow(() -> source.missing(name, id));
      if (!key.id().equals(id)) {
        throw source.wrong(name, key.id(), id);
      }
      return key;
    }
  }

  private static Optional<String> begunWith(Session session) throws SQLException {
    return session.first("SELECT id FROM master_key ORDER BY made DESC", row -> row.getString(1));
  }

  /// Where the journal lies and how it is written, for the log of a start.
  @Override
  public final String toString() {
    return database.toString();
  }
}
