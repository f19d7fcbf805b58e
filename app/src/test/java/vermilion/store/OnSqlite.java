package vermilion.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import vermilion.service.Store;
import vermilion.service.StorePlace;

/// A contract held against the embedded store.
interface OnSqlite extends OnStore {

  @Override
  default StorePlace placeAt(Path at) {
    return StorePlace.in(at);
  }

  @Override
  default Store open(Path at) {
    return SqliteStore.open(at);
  }

  @Override
  default Connection raw(Path at) throws SQLException {
    return SqliteFile.connect(at);
  }
}
