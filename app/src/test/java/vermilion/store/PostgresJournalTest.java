package vermilion.store;

import org.junit.jupiter.api.Nested;

/// PostgreSQL keeps every contract.
class PostgresJournalTest {

  @Nested
  class Use extends JournalContract implements OnPostgres {}

  @Nested
  class Durability extends JournalDurabilityContract implements OnPostgres {
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
  class Tampering extends JournalTamperContract implements OnPostgres {}

  @Nested
  class Guards extends StoreGuardContract implements OnPostgres {}

  @Nested
  class Lines extends WorklistContract implements OnPostgres {}

  @Nested
  class News extends NewsContract implements OnPostgres {}

  @Nested
  class StaffOf extends StaffContract implements OnPostgres {}

  @Nested
  class Upkeep extends UpkeepContract implements OnPostgres {}

  @Nested
  class Photos extends PhotosContract implements OnPostgres {}
}
