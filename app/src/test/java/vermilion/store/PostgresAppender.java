package vermilion.store;

import java.nio.file.Path;
import java.util.Optional;
import vermilion.service.StorePlace;

/// The process that is killed while it appends to a PostgreSQL store.
final class PostgresAppender {

  private PostgresAppender() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[1]);
    StorePlace.Database database =
        new StorePlace.Database(
            arguments[0],
            PostgresCluster.USER,
            Optional.of(folder.resolve(PostgresCluster.PASSWORD_FILE)));
    JournalDurabilityContract.Appender.run(
        PostgresStore.open(
            new StorePlace(folder, Optional.empty(), Optional.of(database), Optional.empty())));
  }
}
