package vermilion.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import vermilion.service.Store;

/// PostgreSQL keeps every contract.
class PostgresJournalTest {

  @Nested
  class Use extends JournalContract {
    @Override
    Store open(Path at) {
      return PostgresFolder.open(at);
    }

    @Override
    Connection raw(Path at) throws SQLException {
      return PostgresFolder.connect(at);
    }
  }

  @Nested
  class Durability extends JournalDurabilityContract {
    @Override
    Store open(Path at) {
      return PostgresFolder.open(at);
    }

    @Override
    Connection raw(Path at) throws SQLException {
      return PostgresFolder.connect(at);
    }

    @Override
    Class<?> child() {
      return PostgresAppender.class;
    }

    /// The other process is told where the database is.
    @Override
    String argument() {
      return PostgresFolder.place(folder).database().orElseThrow().url() + " " + folder;
    }
  }

  @Nested
  class Tampering extends JournalTamperContract {
    @Override
    Store open(Path at) {
      return PostgresFolder.open(at);
    }

    @Override
    Connection raw(Path at) throws SQLException {
      return PostgresFolder.connect(at);
    }
  }

  @Nested
  class Guards extends StoreGuardContract {
    @Override
    Store open(Path at) {
      return PostgresFolder.open(at);
    }

    @Override
    Connection raw(Path at) throws SQLException {
      return PostgresFolder.connect(at);
    }
  }

  @Nested
  class Lines extends WorklistContract {
    @Override
    Store open(Path at) {
      return PostgresFolder.open(at);
    }

    @Override
    Connection raw(Path at) throws SQLException {
      return PostgresFolder.connect(at);
    }
  }
}
