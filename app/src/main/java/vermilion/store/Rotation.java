package vermilion.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.KeyChange;
import vermilion.service.PrivateFiles;
import vermilion.service.StorePlace;
import vermilion.service.Upkeep;

/// Changes the master key of an install: of the record, of the keys of its backups, and of the
/// guards in each backup. What stood under the old key alone can then be read by nobody any more.
///
/// Each file is changed in one transaction, the record last, and what is changed already is passed
/// over; so a change that was broken off is ended by running it again.
public final class Rotation {

  private final StorePlace place;
  private final MasterKey old;
  private final MasterKey fresh;
  private final Instant now;
  private final List<String> leftAlone = new ArrayList<>();
  private long rows;

  private Rotation(StorePlace place, MasterKey old, MasterKey fresh, Instant now) {
    this.place = place;
    this.old = old;
    this.fresh = fresh;
    this.now = now;
  }

  /// Changes the key. A key in a file is replaced by a new one; a key from a command by the one
  /// from the command in `VERMILION_NEXT_MASTER_KEY_COMMAND`.
  ///
  /// @throws JournalFailure when the record stands under another key, or a file cannot be written
  public static KeyChange rotate(StorePlace place, Instant now) {
    MasterKeySource source = MasterKeys.of(place);
    MasterKeySource next = MasterKeys.nextOf(place);
    Database database = Databases.at(place);
    MasterKey old = source.read().orElseThrow(() -> source.missing(database.toString(), "any"));
    MasterKey fresh = next.readOrMake();
    if (fresh.id().equals(old.id())) {
      throw next.failure("gives the key that is in use: " + old.id());
    }
    Rotation rotation = new Rotation(place, old, fresh, now);
    try {
      database.prepare();
      rotation.backups();
      rotation.record(database, source);
    } catch (SQLException e) {
      throw database.named(e);
    }
    replace(source, next);
    return new KeyChange(old.id(), fresh.id(), rotation.rows, rotation.leftAlone);
  }

  /// The line of a new master key, for a vault that makes none itself.
  public static String newKey() {
    return MasterKeyText.of(AesGcm.random(MasterKey.KEY_BYTES)).strip();
  }

  private void record(Database database, MasterKeySource source) throws SQLException {
    try (Session session = database.writing()) {
      rows +=
          session.inTransaction(() -> {
            database.keepOthersOut(session);
            String id = Rekeying.idIn(session);
            if (!id.equals(old.id()) && !id.equals(fresh.id())) {
              throw source.wrong(database.toString(), old.id(), id);
            }
            return id.equals(old.id()) ? new Rekeying(session, old, fresh).run(now) : 0L;
          });
    }
    database.forgetDeleted();
  }

  private void backups() throws SQLException {
    Path folder = place.backupFolder();
    Path keysFile = folder.resolve(Upkeep.KEYS_FILE);
    if (!Files.isRegularFile(keysFile)) {
      return;
    }
    for (Path file : backupsIn(folder)) {
      backup(file);
    }
    try (BackupKeys keys = BackupKeys.open(keysFile)) {
      rows += keys.rewrap(old, fresh);
    }
  }

  private static List<Path> backupsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(Upkeep.BACKUP_ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new JournalFailure(Kind.STORAGE_FAILED, "cannot list " + folder, e);
    }
  }

  /// The guards in a backup, and what the backup says of the tables that hold them.
  private void backup(Path file) throws SQLException {
    SqliteDatabase database = SqliteDatabase.putAway(file);
    try (Session session = database.writing()) {
      String id = Rekeying.idIn(session);
      if (id.equals(old.id())) {
        rows += session.inTransaction(() -> rekeyed(database, session));
      } else if (!id.equals(fresh.id())) {
        leftAlone.add(file + " stands under master key " + id);
      }
    }
  }

  private long rekeyed(SqliteDatabase database, Session backup) throws SQLException {
    StoreCopy.check(backup, table -> database.hasAllOf(backup, table));
    long changed = new Rekeying(backup, old, fresh).run(now, database.has(backup, "staff"));
    for (String name : Rekeying.TABLES) {
      StoreTable table = StoreTable.named(name);
      // What an earlier version kept with fewer columns is not compared at a restore either.
      if (database.hasAllOf(backup, table)) {
        CopiedTable.countAgain(backup, table);
      }
    }
    return changed;
  }

  private static void replace(MasterKeySource source, MasterKeySource next) {
    if (!(source instanceof MasterKeyFile was) || !(next instanceof MasterKeyFile is)) {
      return;
    }
    try {
      Files.move(
          is.path(),
          was.path(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      PrivateFiles.force(is.folder());
    } catch (IOException e) {
      throw new JournalFailure(
          Kind.MASTER_KEY,
          "the record stands under the new key in "
              + is.path()
              + ", which could not be moved to "
              + was.path()
              + "; run this again",
          e);
    }
  }
}
