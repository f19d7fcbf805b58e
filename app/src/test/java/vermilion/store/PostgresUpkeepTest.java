package vermilion.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import vermilion.service.Store;
import vermilion.service.StorePlace;

/// Backups, moves, erasing and legal holds of a record on PostgreSQL.
class PostgresUpkeepTest extends UpkeepContract {

  @Override
  Store open(Path at) {
    return PostgresFolder.open(at);
  }

  @Override
  Connection raw(Path at) throws SQLException {
    return PostgresFolder.connect(at);
  }

  @Override
  StorePlace placeAt(Path at) {
    return PostgresFolder.place(at);
  }
}
