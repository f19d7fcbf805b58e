package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vermilion.service.AppendOutcome;
import vermilion.service.Bytes;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.NewEvent;
import vermilion.service.Store;
import vermilion.service.Verification;
import vermilion.service.WorklistChange;
import vermilion.service.WorklistRow;

/// What is SQLite's own: its file, the master key beside it, a disk that is full.
class SqliteStoreTest extends StoreContract implements OnSqlite {

  private static final String SECRET = "Amira Haddad says her lip is dusky";

  private Path masterKey() {
    return folder.resolve(SqliteStore.MASTER_KEY_FILE);
  }

  private JournalFailure refusal() {
    return assertThatExceptionOfType(JournalFailure.class).isThrownBy(this::open).actual();
  }

  @Test
  void the_first_start_makes_a_folder_a_file_and_a_key_for_the_owner_alone() throws IOException {
    Path fresh = folder.resolve("new").resolve("data");
    try (Store store = open(fresh)) {
      assertThat(store.journal().clinics()).isEmpty();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
        .isEqualTo("rwx------");
    for (String name : List.of(SqliteStore.FILE, SqliteStore.MASTER_KEY_FILE)) {
      Path file = fresh.resolve(name);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void no_word_of_an_event_or_a_card_stands_in_the_files() throws IOException {
    NewEvent event = new NewEvent(new UUID(1, 1), Bytes.ofText(SECRET));
    WorklistRow row = new WorklistRow(5, Optional.of(NOON), Optional.empty(), Bytes.ofText(SECRET));
    try (Store store = open()) {
      store.journal().open(ADA_PATIENT, request(ADA, event).with(new WorklistChange.Put(row)));
      assertThat(bytesOnDisk()).doesNotContain("Amira").doesNotContain("dusky").contains("ada-1");
    }
    assertThat(bytesOnDisk()).doesNotContain("Amira").doesNotContain("dusky").contains("ada-1");
  }

  @Test
  void nothing_of_a_destroyed_key_stays_in_the_files() throws IOException, SQLException {
    try (Store store = open()) {
      openAda(store, 2);
      String wrapped = latin(wrappedKeyOfAda());
      assertThat(bytesOnDisk()).contains(wrapped);
      store.journal().destroyKey("northside", ADA_PATIENT, "dpo", NOON);
      assertThat(bytesOnDisk()).doesNotContain(wrapped);
    }
  }

  private byte[] wrappedKeyOfAda() throws SQLException {
    try (Connection connection = raw(folder);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT wrapped FROM patient_key")) {
      assertThat(row.next()).isTrue();
      return row.getBytes(1);
    }
  }

  private String bytesOnDisk() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().contains("journal.db")).toList()) {
        all.append(latin(Files.readAllBytes(file)));
      }
    }
    return all.toString();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void a_file_of_a_newer_version_or_of_something_else_is_refused() throws Exception {
    try (Store store = open()) {
      openAda(store, 1);
    }
    tamper(
        "INSERT INTO flyway_schema_history SELECT installed_rank + 1, '99', 'later', type, 'V99',"
            + " checksum, installed_by, installed_on, execution_time, success"
            + " FROM flyway_schema_history WHERE installed_rank ="
            + " (SELECT max(installed_rank) FROM flyway_schema_history)");
    assertThat(refusal()).hasMessageContaining("does not fit this version");

    Path other = folder.resolve("other");
    Files.createDirectories(other);
    Files.writeString(other.resolve(SqliteStore.FILE), "not a database ".repeat(99));
    assertThatExceptionOfType(JournalFailure.class).isThrownBy(() -> open(other));
  }

  @Test
  void the_schema_that_needs_no_migration_is_that_of_the_newest_one() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      long newest =
          files
              .map(file -> file.getFileName().toString())
              .mapToLong(name -> Long.parseLong(name.substring(1, name.indexOf("__"))))
              .max()
              .orElseThrow();
      assertThat(SqliteDatabase.SCHEMA).isEqualTo(Long.toString(newest));
    }
  }

  @Test
  void a_full_disk_is_said_and_loses_nothing_acknowledged() {
    SqliteStore.Turned small = new SqliteStore.Turned(GroupCommit.Limits.USUAL, 120);
    Bytes body = Bytes.of(new byte[8_000]);
    List<UUID> acknowledged = new ArrayList<>();
    Optional<JournalFailure> full = Optional.empty();
    try (Store store = SqliteStore.open(folder, masterKey(), small)) {
      openAda(store, 1);
      for (int i = 0; i < 200 && full.isEmpty(); i++) {
        NewEvent event = new NewEvent(new UUID(9, i), body);
        try {
          AppendOutcome outcome = store.journal().append(request(ADA, event));
          acknowledged.add(appended(outcome).receipts().getFirst().id());
        } catch (JournalFailure failure) {
          full = Optional.of(failure);
        }
      }
      assertThat(full.orElseThrow().kind()).isEqualTo(Kind.STORAGE_FULL);
      assertThat(full.orElseThrow()).hasMessageContaining("nothing acknowledged is lost");
      assertThat(found(store.journal().read(ADA, 1)).events())
          .extracting(event -> event.id())
          .containsExactlyElementsOf(acknowledged);
    }
    assertThat(acknowledged).hasSizeGreaterThan(10);
    try (Store store = open()) {
      assertThat(found(store.journal().read(ADA, 1)).events()).hasSameSizeAs(acknowledged);
      appended(store.journal().append(request(ADA, event("room again"))));
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
    }
  }
}
