package vermilion.service;

import java.nio.file.Path;
import java.util.Optional;

/// Where a record lies: in a file of the data folder, or in a database.
///
/// @param data the folder of the record, of its keys and of what is remembered beside it
/// @param masterKey the file of the master key, where it does not lie in the folder
/// @param database the PostgreSQL database of the record; empty: SQLite's file in the folder
/// @param backups the folder of the backups, where it is not in the data folder
public record StorePlace(
    Path data, Optional<Path> masterKey, Optional<Database> database, Optional<Path> backups) {

  /// The usual name of the master key's file in a data folder.
  public static final String MASTER_KEY_FILE = "master.key";

  /// A database and who signs in to it.
  ///
  /// @param url `jdbc:postgresql://...`, without a password
  /// @param user the role that signs in
  /// @param passwordFile the file of its password; empty: the server asks for none
  public record Database(String url, String user, Optional<Path> passwordFile) {}

  /// A record in one file of `folder`, with its master key beside it.
  public static StorePlace in(Path folder) {
    return new StorePlace(folder, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The file of the master key. It is never in the database, whose copies would then hold both.
  public Path masterKeyFile() {
    return masterKey.orElse(data.resolve(MASTER_KEY_FILE));
  }

  /// The folder of the backups. Erasing a patient reaches the backups that lie here.
  public Path backupFolder() {
    return backups.orElse(data.resolve("backups"));
  }
}
