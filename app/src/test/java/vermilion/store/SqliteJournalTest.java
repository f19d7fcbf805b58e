package vermilion.store;

import org.junit.jupiter.api.Nested;

/// SQLite keeps every contract.
class SqliteJournalTest {

  @Nested
  class Use extends JournalContract implements OnSqlite {}

  @Nested
  class Durability extends JournalDurabilityContract implements OnSqlite {
    @Override
    Class<?> child() {
      return SqliteAppender.class;
    }
  }

  @Nested
  class Tampering extends JournalTamperContract implements OnSqlite {}

  @Nested
  class Guards extends StoreGuardContract implements OnSqlite {}

  @Nested
  class Lines extends WorklistContract implements OnSqlite {}

  @Nested
  class News extends NewsContract implements OnSqlite {}

  @Nested
  class StaffOf extends StaffContract implements OnSqlite {}

  @Nested
  class Upkeep extends UpkeepContract implements OnSqlite {}

  @Nested
  class Photos extends PhotosContract implements OnSqlite {}
}
