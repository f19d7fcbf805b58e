package vermilion.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import vermilion.service.Store;
import vermilion.service.StorePlace;

/// A contract held against a store on PostgreSQL.
interface OnPostgres extends OnStore {

  @Override
  default StorePlace placeAt(Path at) {
    return PostgresFolder.place(at);
  }

  @Override
  default Store open(Path at) {
    return PostgresFolder.open(at);
  }

  @Override
  default Connection raw(Path at) throws SQLException {
    return PostgresFolder.connect(at);
  }
}
