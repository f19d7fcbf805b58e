package vermilion.service;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/// The care of a store as a whole: copies of it while it is in use, and what erasing must reach in
/// them.
///
/// A backup is one file without any patient's key. The keys of all backups of a folder lie together
/// in one file beside them, so that erasing a patient reaches every backup at once, however old.
public interface Upkeep {

  /// The file of the patients' keys in a folder of backups.
  String KEYS_FILE = "keys.db";

  /// How the files of backups end.
  String BACKUP_ENDING = ".backup";

  /// A backup that is whole and on the disk.
  ///
  /// @param file where it is
  /// @param rows how many rows it holds
  /// @param bytes how large it is
  record Backup(Path file, long rows, long bytes) {}

  /// Makes a backup in `folder`, which is made if there is none, while others read and write: it
  /// shows the one moment at which it was begun. It is read back and compared before it gets its
  /// name.
  ///
  /// @param at the time it is named by
  /// @throws JournalFailure when it cannot be made; no file is left that looks like a backup
  Backup backup(Path folder, Instant at);

  /// Takes the key of `patient` out of the backups in `folder`.
  ///
  /// @return whether it was there
  boolean eraseInBackups(Path folder, String clinic, UUID patient);
}
