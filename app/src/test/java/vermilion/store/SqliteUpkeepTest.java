package vermilion.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import vermilion.service.Store;
import vermilion.service.StorePlace;

/// Backups, erasing and legal holds of the embedded store.
class SqliteUpkeepTest extends UpkeepContract {

  @Override
  Store open(Path at) {
    return SqliteStore.open(at);
  }

  @Override
  Connection raw(Path at) throws SQLException {
    return SqliteFile.connect(at);
  }

  @Override
  StorePlace placeAt(Path at) {
    return StorePlace.in(at);
  }
}
