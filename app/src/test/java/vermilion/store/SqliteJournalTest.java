package vermilion.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import vermilion.service.Store;

/// SQLite keeps every contract.
class SqliteJournalTest {

  @Nested
  class Use extends JournalContract {
    @Override
    Store open(Path at) {
      return SqliteStore.open(at);
    }

    @Override
    Connection raw(Path at) throws SQLException {
      return SqliteFile.connect(at);
    }
  }

  @Nested
  class Durability extends JournalDurabilityContract {
    @Override
    Store open(Path at) {
      return SqliteStore.open(at);
    }

    @Override
    Connection raw(Path at) throws SQLException {
      return SqliteFile.connect(at);
    }

    @Override
    Class<?> child() {
      return SqliteAppender.class;
    }
  }

  @Nested
  class Tampering extends JournalTamperContract {
    @Override
    Store open(Path at) {
      return SqliteStore.open(at);
    }

    @Override
    Connection raw(Path at) throws SQLException {
      return SqliteFile.connect(at);
    }
  }

  @Nested
  class Guards extends StoreGuardContract {
    @Override
    Store open(Path at) {
      return SqliteStore.open(at);
    }

    @Override
    Connection raw(Path at) throws SQLException {
      return SqliteFile.connect(at);
    }
  }

  @Nested
  class Lines extends WorklistContract {
    @Override
    Store open(Path at) {
      return SqliteStore.open(at);
    }

    @Override
    Connection raw(Path at) throws SQLException {
      return SqliteFile.connect(at);
    }
  }
}
