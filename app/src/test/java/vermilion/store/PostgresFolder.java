package vermilion.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import vermilion.service.StorePlace;

/// A database for each folder of a test, which holds its keys.
final class PostgresFolder {

  private PostgresFolder() {}

  static PostgresStore open(Path folder) {
    return PostgresStore.open(place(folder));
  }

  static StorePlace place(Path folder) {
    PostgresCluster.shared().create(database(folder));
    return PostgresCluster.shared().place(database(folder), folder);
  }

  static Connection connect(Path folder) throws SQLException {
    return PostgresCluster.shared().connect(database(folder));
  }

  private static String database(Path folder) {
    byte[] name = folder.toString().getBytes(StandardCharsets.UTF_8);
    return "t" + UUID.nameUUIDFromBytes(name).toString().replace("-", "");
  }
}
