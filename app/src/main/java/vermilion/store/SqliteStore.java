package vermilion.store;

import java.nio.file.Path;
import vermilion.service.StorePlace;

/// The embedded store: one SQLite file, one master key file, one writer.
///
/// The write-ahead log is synced at every commit (`synchronous=FULL`), and deleted content is
/// overwritten (`secure_delete`). Other processes may read and write the same file at the same
/// time.
public final class SqliteStore extends JdbcStore {

  /// The name of the journal's file in a data folder.
  public static final String FILE = "journal.db";

  /// The usual name of the master key's file in a data folder.
  public static final String MASTER_KEY_FILE = StorePlace.MASTER_KEY_FILE;

  private static final ReadPool.Size READERS = new ReadPool.Size(4, 4);

  /// What a test may turn.
  ///
  /// @param limits of the writer
  /// @param pages the most pages that the file may have; 0 for no limit
  record Turned(GroupCommit.Limits limits, long pages) {
    static final Turned USUAL = new Turned(GroupCommit.Limits.USUAL, 0);
  }

  private SqliteStore(Path file, MasterKeySource masterKey, Turned turned) {
    super(
        SqliteDatabase.inUse(file, turned.pages()),
        masterKey,
        new Settings(turned.limits(), READERS));
  }

  /// Opens the store in the data folder of `place`, which is made if there is none.
  public static SqliteStore open(StorePlace place) {
    return new SqliteStore(place.data().resolve(FILE), MasterKeys.of(place), Turned.USUAL);
  }

  /// Opens the store in `folder`, which is made if there is none, with the master key beside it.
  public static SqliteStore open(Path folder) {
    return open(folder, folder.resolve(MASTER_KEY_FILE), Turned.USUAL);
  }

  /// Opens the store in `folder` with the master key in `masterKey`, which is made at the first
  /// start.
  public static SqliteStore open(Path folder, Path masterKey) {
    return open(folder, masterKey, Turned.USUAL);
  }

  static SqliteStore open(Path folder, Path masterKey, Turned turned) {
    return new SqliteStore(folder.resolve(FILE), new MasterKeyFile(masterKey), turned);
  }
}
