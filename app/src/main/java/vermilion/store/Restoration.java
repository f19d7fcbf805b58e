package vermilion.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vermilion.service.AuditEntry;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.Restored;
import vermilion.service.StorePlace;
import vermilion.service.Upkeep;
import vermilion.store.StoreCopy.Passing;

/// Puts a backup, or a whole SQLite store, into an empty store of any kind; never over another.
public final class Restoration {

  private final Database target;
  private final MasterKeySource masterKey;

  private Restoration(StorePlace to) {
    this.target = Databases.at(to);
    this.masterKey = MasterKeys.of(to);
  }

  /// Restores `backup` with the keys that lie beside it. A patient whose key is not there any more
  /// was erased since: she stays erased, and the audit of the restored record says so.
  ///
  /// @param at the server's clock, for the audit
  /// @throws JournalFailure when the target holds something, a file is not what it should be, or
  ///   the master key is not that of the backup
  public static Restored restore(Path backup, StorePlace to, Instant at) {
    Path keysFile = backup.resolveSibling(Upkeep.KEYS_FILE);
    if (!Files.isRegularFile(backup) || !Files.isRegularFile(keysFile)) {
      throw new JournalFailure(
          Kind.STORAGE_FAILED,
          (Files.isRegularFile(backup) ? keysFile : backup)
              + " is not there; a backup needs its file and the "
              + Upkeep.KEYS_FILE
              + " of its folder");
    }
    SqliteDatabase from = SqliteDatabase.putAway(backup);
    try (BackupKeys keys = BackupKeys.open(keysFile)) {
      String name = nameOf(from, backup);
      try (BroughtUp current = BroughtUp.of(from, backup);
          Session source = current.database().reading()) {
        source.begin();
        return new Restoration(to).run(source, name, new KeysPutBack(keys, at));
      }
    } catch (IOException e) {
      throw new JournalFailure(
          Kind.STORAGE_FAILED, "a copy of " + backup + " cannot be made: " + e.getMessage(), e);
    } catch (SQLException e) {
      throw from.named(e);
    }
  }

  /// Moves the SQLite store `journal` as it stands; nobody can write to it meanwhile.
  ///
  /// @throws JournalFailure as [#restore], and when another process holds the store
  public static Restored move(Path journal, StorePlace to) {
    if (!Files.isRegularFile(journal)) {
      throw new JournalFailure(Kind.STORAGE_FAILED, journal + " is not there");
    }
    SqliteDatabase from = SqliteDatabase.inUse(journal, 0);
    try {
      from.prepare();
      try (Session source = from.writing()) {
        source.begin();
        if (!CopiedTable.all(source).isEmpty()) {
          throw new JournalFailure(
              Kind.UNFINISHED, journal + " is itself a copy that has not ended, or a backup");
        }
        String heads = StoreCopy.digest(source, StoreTable.named("head")).hex().substring(0, 16);
        Restored moved = new Restoration(to).run(source, "a store that ends in " + heads, null);
        source.rollback();
        return moved;
      }
    } catch (SQLException e) {
      throw from.named(e);
    }
  }

  /// What a backup says of itself, if it is one and whole.
  private static String nameOf(SqliteDatabase from, Path backup) throws SQLException {
    try (Session source = from.reading()) {
      source.begin();
      List<CopiedTable> tables =
          from.has(source, "copied") ? List.copyOf(CopiedTable.all(source).values()) : List.of();
      if (tables.isEmpty() || tables.size() != tablesIn(from, source)) {
        throw new JournalFailure(Kind.UNFINISHED, backup + " is not a backup that came to its end");
      }
      // What a table has gained since, an earlier version could not have counted in its digest.
      StoreCopy.check(source, table -> from.hasAllOf(source, table));
      return "backup " + backup.getFileName() + " of " + tables.getFirst().source();
    }
  }

  /// How many of the tables a backup has: an earlier version knew fewer.
  private static int tablesIn(SqliteDatabase from, Session source) throws SQLException {
    int tables = 0;
    for (StoreTable table : StoreTable.ALL) {
      tables += from.has(source, table.name()) ? 1 : 0;
    }
    return tables;
  }

  private Restored run(Session source, String name, @Nullable KeysPutBack keysBack)
      throws SQLException {
    MasterKey key = masterKeyOf(source, name);
    try {
      target.prepare();
      try (Session to = target.writing()) {
        StoreCopy copy = new StoreCopy(source, to, keysBack == null ? Passing.UNCHANGED : keysBack);
        long rows = copy.run(name);
        StoreCopy.check(to);
        List<Erased> erased = keysBack == null ? List.of() : keysBack.erased(source);
        finish(to, key, erased);
        return new Restored(rows, erased.size());
      }
    } catch (SQLException e) {
      throw target.named(e);
    }
  }

  private MasterKey masterKeyOf(Session source, String name) throws SQLException {
    String id =
        MasterKeyRow.newest(source)
            .orElseThrow(() ->
                new JournalFailure(
                    Kind.UNFINISHED, name + " has no master key: it was never begun"));
    return masterKey.keyOf(name, id);
  }

  /// From here on it is a store like any other.
  private static void finish(Session to, MasterKey key, List<Erased> erased) throws SQLException {
    AuditChain audit = new AuditChain(new Heads(key));
    WorklistTable worklist = new WorklistTable();
    to.inTransaction(() -> {
      for (Erased one : erased) {
        worklist.erase(to, one.clinic(), one.patient());
        MailTable.erase(to, one.clinic(), one.patient());
        PhotoTable.erase(to, one.clinic(), one.patient());
        audit.append(to, one.clinic(), List.of(one.entry()));
      }
      return to.run("DELETE FROM copied");
    });
  }

  /// A patient who was erased after the backup.
  private record Erased(String clinic, UUID patient, Instant at) {
    AuditEntry entry() {
      return new AuditEntry(at, "restore", "key-destroyed", Optional.empty(), "patient " + patient);
    }
  }

  /// Puts the keys back into the rows that a backup keeps without them.
  private static final class KeysPutBack implements Passing {

    private final BackupKeys keys;
    private final Instant at;

    KeysPutBack(BackupKeys keys, Instant at) {
      this.keys = keys;
      this.at = at;
    }

    @Override
    public @Nullable Object[] row(StoreTable table, @Nullable Object[] row) throws SQLException {
      int destroyed = table.columns().indexOf("destroyed");
      if (!table.name().equals("patient_key") || row[destroyed] != null) {
        return row;
      }
      @Nullable Object[] whole = row.clone();
      Optional<BackupKeys.Key> key = keys.find(String.valueOf(row[0]), String.valueOf(row[1]));
      whole[table.columns().indexOf("wrapped")] = key.map(BackupKeys.Key::wrapped).orElse(null);
      whole[table.columns().indexOf("master_id")] =
          key.map(BackupKeys.Key::masterId)
              .orElse(String.valueOf(row[table.columns().indexOf("master_id")]));
      whole[destroyed] = key.isPresent() ? null : (Object) at.toEpochMilli();
      return whole;
    }

    List<Erased> erased(Session source) throws SQLException {
      List<Erased> erased = new ArrayList<>();
      source.each(
          "SELECT clinic, key_id, patient FROM patient_key WHERE destroyed IS NULL"
              + " ORDER BY clinic, key_id",
          row -> {
            if (keys.find(row.getString(1), row.getString(2)).isEmpty()) {
              erased.add(new Erased(row.getString(1), UUID.fromString(row.getString(3)), at));
            }
          });
      return erased;
    }
  }
}
