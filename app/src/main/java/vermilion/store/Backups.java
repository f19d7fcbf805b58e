package vermilion.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.PrivateFiles;
import vermilion.service.Upkeep;

/// Makes backups of a store that is in use. A backup is a SQLite file, whatever the store is.
final class Backups implements Upkeep {

  private static final String PART_ENDING = ".part";

  private final Database live;

  Backups(Database live) {
    this.live = live;
  }

  @Override
  public Backup backup(Path folder, Instant at) {
    String name = at.truncatedTo(ChronoUnit.SECONDS).toString().replace(':', '-') + BACKUP_ENDING;
    Path file = folder.resolve(name);
    Path part = folder.resolve(name + PART_ENDING);
    try {
      PrivateFiles.makeFolder(folder);
      if (Files.exists(file)) {
        throw new JournalFailure(Kind.NOT_EMPTY, file + " is there already; nothing was done");
      }
      Files.deleteIfExists(part);
      long rows = copy(folder, part);
      PrivateFiles.force(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      PrivateFiles.force(folder);
      return new Backup(file, rows, Files.size(file));
    } catch (IOException | SQLException e) {
      throw failed(file, e);
    }
  }

  private long copy(Path folder, Path part) throws IOException, SQLException {
    try (BackupKeys keys = BackupKeys.openOrMake(folder.resolve(KEYS_FILE))) {
      SqliteDatabase target = SqliteDatabase.putAway(part);
      target.prepare();
      long rows;
      try (Session from = live.reading();
          Session to = target.writing()) {
        from.begin();
        keys.takeAll(from);
        StoreCopy copy = new StoreCopy(from, to, Backups::withoutKey);
        rows = copy.run(live.toString());
        // Before the look at the copy: a database ends a transaction that lets it wait for long.
        from.rollback();
        StoreCopy.check(to);
      }
      // Whoever was erased meanwhile is erased here too: of two that overlap, the later one sees
      // what the earlier one did.
      try (Session now = live.reading()) {
        keys.dropDestroyed(now);
      }
      return rows;
    }
  }

  private static @Nullable Object[] withoutKey(StoreTable table, @Nullable Object[] row) {
    if (!table.name().equals("patient_key")) {
      return row;
    }
    @Nullable Object[] bare = row.clone();
    bare[table.columns().indexOf("wrapped")] = null;
    return bare;
  }

  @Override
  public boolean eraseInBackups(Path folder, String clinic, UUID patient) {
    Path file = folder.resolve(KEYS_FILE);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (BackupKeys keys = BackupKeys.open(file)) {
      return keys.drop(clinic, patient);
    } catch (SQLException e) {
      throw failed(file, e);
    }
  }

  private static JournalFailure failed(Path file, Exception e) {
    return new JournalFailure(
        Kind.STORAGE_FAILED, "the backup " + file + " cannot be made: " + e.getMessage(), e);
  }
}
