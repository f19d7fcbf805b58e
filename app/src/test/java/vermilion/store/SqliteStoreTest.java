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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vermilion.service.AccessToken;
import vermilion.service.AppendOutcome;
import vermilion.service.Bytes;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.NewEvent;
import vermilion.service.ReadOutcome;
import vermilion.service.Store;
import vermilion.service.Verification;
import vermilion.service.WorklistChange;
import vermilion.service.WorklistRow;

/// What is SQLite's own: its file, the master key beside it, a disk that is full.
class SqliteStoreTest extends StoreContract {

  private static final String SECRET = "Amira Haddad says her lip is dusky";

  @Override
  Store open(Path at) {
    return SqliteStore.open(at);
  }

  @Override
  Connection raw(Path at) throws SQLException {
    return SqliteFile.connect(at);
  }

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
  void a_lost_master_key_is_said_and_no_new_one_is_made() throws IOException {
    try (Store store = open()) {
      openAda(store, 1);
    }
    Files.move(masterKey(), folder.resolve("away"));
    JournalFailure lost = refusal();
    assertThat(lost.kind()).isEqualTo(Kind.MASTER_KEY);
    assertThat(lost)
        .hasMessageMatching(
            "master key file .*master.key is missing, and .*journal.db was begun with master key"
                + " [0-9a-f]{16}; put that key back from its safe copy: without it nobody can read"
                + " the record");
    assertThat(masterKey()).doesNotExist();
    Files.move(folder.resolve("away"), masterKey());
    try (Store store = open()) {
      assertThat(texts(store.journal().read(ADA, 0))).hasSize(1);
    }
  }

  @Test
  void a_wrong_master_key_is_refused_with_both_names() throws IOException {
    try (Store store = open()) {
      openAda(store, 1);
    }
    Path other = folder.resolve("other");
    try (Store store = open(other)) {
      openAda(store, 1);
    }
    Files.delete(masterKey());
    Files.copy(other.resolve(SqliteStore.MASTER_KEY_FILE), masterKey());
    assertThat(refusal())
        .hasMessageMatching(
            ".*holds key [0-9a-f]{16}, but .*journal.db was begun with master key [0-9a-f]{16}.*")
        .extracting(JournalFailure::kind)
        .isEqualTo(Kind.MASTER_KEY);
  }

  @Test
  void a_damaged_master_key_is_refused() throws IOException {
    try (Store store = open()) {
      openAda(store, 1);
    }
    String good = Files.readString(masterKey());
    Map<String, String> damaged = new HashMap<>();
    damaged.put("", "has 0 bytes and does not start with vermilion-master-key-1:");
    damaged.put("x".repeat(9999), "has 9999 bytes; expected one line");
    damaged.put(good.substring(0, 43), "bytes of key; expected 32");
    damaged.put(good.replace(':', '!'), "does not start with");
    damaged.put(good.strip() + "*", "is not base64url");
    for (Map.Entry<String, String> one : damaged.entrySet()) {
      Files.writeString(masterKey(), one.getKey());
      assertThat(refusal().kind()).isEqualTo(Kind.MASTER_KEY);
      assertThat(refusal()).hasMessageContaining(one.getValue());
    }
  }

  @Test
  void a_master_key_that_others_can_read_is_refused() throws IOException {
    try (Store store = open()) {
      openAda(store, 1);
    }
    Files.setPosixFilePermissions(masterKey(), PosixFilePermissions.fromString("rw-r-----"));
    assertThat(refusal()).hasMessageContaining("is open to others (rw-r-----)");
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
    SqliteStore.Settings small = new SqliteStore.Settings(GroupCommit.Limits.USUAL, 120);
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

  @Test
  void two_processes_may_write_one_file() {
    try (Store one = open();
        Store two = open()) {
      openAda(one, 1);
      assertThat(seqs(two.journal().append(request(ADA, event("two"))))).containsExactly(2L);
      assertThat(seqs(one.journal().append(request(ADA, event("three"))))).containsExactly(3L);
      assertThat(texts(two.journal().read(ADA, 1))).containsExactly("2 two", "3 three");
      two.journal().destroyKey("northside", ADA_PATIENT, "dpo", NOON);
      assertThat(one.journal().append(request(ADA, event("four"))))
          .isEqualTo(new AppendOutcome.Erased(ADA_PATIENT));
      assertThat(one.journal().read(ADA, 0)).isEqualTo(new ReadOutcome.Erased(ADA_PATIENT, 3));
    }
  }

  @Test
  void a_token_is_found_by_its_hash_in_its_own_clinic_until_it_is_revoked() throws SQLException {
    String hash = HexFormat.of().formatHex(Frame.sha256(new byte[] {1}));
    AccessToken token =
        new AccessToken(hash, "patient", Optional.of("ada-1"), "link", NOON, Optional.empty());
    try (Store store = open()) {
      assertThat(store.accessTokens().issue("northside", token, "owner")).isTrue();
      assertThat(store.accessTokens().issue("northside", token, "owner")).isFalse();
      assertThat(store.accessTokens().find("northside", hash)).contains(token);
      assertThat(store.accessTokens().find("southside", hash)).isEmpty();
      assertThat(store.accessTokens().revoke("southside", hash, "owner", NOON)).isFalse();

      assertThat(store.accessTokens().revoke("northside", hash, "owner", NOON)).isTrue();
      assertThat(store.accessTokens().revoke("northside", hash, "owner", NOON)).isFalse();
      assertThat(store.accessTokens().find("northside", hash).orElseThrow().revoked())
          .contains(NOON);
      assertThat(store.accessTokens().tokens("northside", 9)).hasSize(1);
      assertThat(store.auditTrail().auditTrail("northside", 0, 9))
          .extracting(kept -> kept.entry().action())
          .containsExactly("token-issued", "token-revoked");

      tamper("UPDATE access_token SET revoked = NULL");
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> store.accessTokens().find("northside", hash));
    }
  }

  @Test
  void settings_are_kept_whole_and_a_changed_emergency_number_is_not_shown() throws SQLException {
    try (Store store = open()) {
      assertThat(store.clinicSettings().settings("northside")).isEmpty();
      Bytes first = Bytes.ofText("{\"emergencyLine\":\"020 7946 0018\"}");
      assertThat(store.clinicSettings().write("northside", first, "owner", NOON)).isTrue();
      Bytes second = Bytes.ofText("{\"emergencyLine\":\"020 7946 0019\"}");
      store.clinicSettings().write("northside", second, "owner", NOON);
      assertThat(store.clinicSettings().settings("northside")).contains(second);
      assertThat(store.clinicSettings().settings("southside")).isEmpty();
      assertThat(store.journal().clinics()).containsExactly("northside");

      tamper("UPDATE clinic_settings SET body = ?", first.toArray());
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> store.clinicSettings().settings("northside"))
          .withMessage("the settings of northside are not as they were written");
    }
  }
}
