package vermilion.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import vermilion.service.Store;
import vermilion.service.StorePlace;

/// The kind of store that a contract is held against.
interface OnStore {

  /// The place of a store whose folder is `at`.
  StorePlace placeAt(Path at);

  /// Opens the store in `at`, which another may have left there.
  Store open(Path at);

  /// A connection past all guards, as an intruder or a broken tool would have it.
  Connection raw(Path at) throws SQLException;
}
