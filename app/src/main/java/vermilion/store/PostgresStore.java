package vermilion.store;

import java.sql.SQLException;
import vermilion.service.StorePlace;

/// The store of several nodes: one PostgreSQL database, a writer for each node.
///
/// The master key is with the node, never in the database. After the database went away the store
/// goes on by itself: whoever waited for a commit that nobody can tell about is told so, and the
/// next change opens a new connection.
public final class PostgresStore extends JdbcStore {

  private static final Settings USUAL =
      new Settings(GroupCommit.Limits.USUAL, new ReadPool.Size(PostgresDatabase.READERS, 0));

  private PostgresStore(PostgresDatabase database, StorePlace place) {
    super(database, MasterKeys.of(place), USUAL);
  }

  /// Opens the store in the database of `place`; its tables are made at the first start.
  ///
  /// @throws vermilion.service.JournalFailure when the database cannot be reached or is not safe
  public static PostgresStore open(StorePlace place) {
    return new PostgresStore(new PostgresDatabase(place.database().orElseThrow()), place);
  }

  /// Whether a record was begun in the database of `place`.
  public static boolean isStore(StorePlace place) {
    PostgresDatabase database = new PostgresDatabase(place.database().orElseThrow());
    try {
      return database.isBegun();
    } catch (SQLException e) {
      throw database.named(e);
    }
  }
}
