package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.service.AccessToken;
import vermilion.service.AuditEntry;
import vermilion.service.Bytes;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.KeyChange;
import vermilion.service.Passkey;
import vermilion.service.ReadOutcome;
import vermilion.service.Restored;
import vermilion.service.StaffAccount;
import vermilion.service.StaffChange;
import vermilion.service.StaffRole;
import vermilion.service.Store;
import vermilion.service.StorePlace;
import vermilion.service.Upkeep;
import vermilion.service.Verification;

/// After a change of the master key everything can be read with the new key and nothing with the
/// old one.
class RotationTest {

  private static final UUID KAY = new UUID(3, 1);

  @TempDir Path folder;
  private StorePlace place;
  private Upkeep.Backup backup;

  @BeforeEach
  void fill() {
    place = StorePlace.in(folder.resolve("data"));
    try (Store store = open()) {
      StoreContract.openAda(store, 3);
      store.clinicSettings().write("northside", Bytes.ofText("{}"), "dr-a", StoreContract.NOON);
      store
          .accessTokens()
          .issue(
              "northside",
              new AccessToken(
                  "a".repeat(64),
                  "clinician",
                  Optional.empty(),
                  "kay",
                  StoreContract.NOON,
                  Optional.empty()),
              "dr-a");
      addStaff(store);
      backup = store.upkeep().backup(place.backupFolder(), StoreContract.NOON);
    }
  }

  private static void addStaff(Store store) {
    store
        .staff()
        .keep(
            "northside",
            List.of(
                new StaffChange.Add(
                    new StaffAccount(
                        KAY,
                        "Kay",
                        Set.of(StaffRole.NURSE),
                        StoreContract.NOON,
                        Optional.empty(),
                        "a hash",
                        Optional.of(Bytes.ofText("a secret of an app")))),
                new StaffChange.AddPasskey(
                    new Passkey(
                        "cred",
                        KAY,
                        "Phone",
                        Bytes.ofText("a key"),
                        StoreContract.NOON,
                        0,
                        Optional.empty()))),
            new AuditEntry(StoreContract.NOON, "dr-a", "account-made", Optional.empty(), ""));
  }

  private Store open() {
    return SqliteStore.open(place.data(), place.masterKeyFile());
  }

  private KeyChange rotate() {
    return Rotation.rotate(place, StoreContract.NOON.plus(Duration.ofDays(9)));
  }

  private String keyText() throws IOException {
    return Files.readString(place.masterKeyFile(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void everything_is_read_and_written_with_the_new_key() throws IOException {
    String before = keyText();

    KeyChange change = rotate();

    assertThat(change.leftAlone()).isEmpty();
    assertThat(change.rows()).isGreaterThan(10);
    assertThat(keyText()).isNotEqualTo(before);
    assertThat(place.masterKeyFile().resolveSibling("master.key.next")).doesNotExist();
    try (Store store = open()) {
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
      assertThat(StoreContract.texts(store.journal().read(StoreContract.ADA, 0))).hasSize(3);
      assertThat(store.accessTokens().find("northside", "a".repeat(64))).isPresent();
      assertThat(store.staff().account("northside", KAY).orElseThrow().otp().orElseThrow().toText())
          .isEqualTo("a secret of an app");
      assertThat(store.staff().passkey("northside", "cred")).isPresent();
      assertThat(store.clinicSettings().settings("northside")).isPresent();
      StoreContract.appended(
          store
              .journal()
              .append(StoreContract.request(StoreContract.ADA, StoreContract.event("goes on"))));
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
    }
  }

  @Test
  void the_old_key_opens_nothing_any_more() throws IOException {
    Path old = folder.resolve("old.key");
    Files.copy(place.masterKeyFile(), old, StandardCopyOption.COPY_ATTRIBUTES);

    rotate();

    JournalFailure refused =
        assertThatExceptionOfType(JournalFailure.class)
            .isThrownBy(() -> SqliteStore.open(place.data(), old))
            .actual();
    assertThat(refused.kind()).isEqualTo(Kind.MASTER_KEY);
  }

  @Test
  void a_backup_from_before_is_restored_with_the_new_key_alone() throws IOException {
    rotate();
    StorePlace to = StorePlace.in(folder.resolve("restored"));
    Files.createDirectories(to.data());
    Files.copy(place.masterKeyFile(), to.masterKeyFile(), StandardCopyOption.COPY_ATTRIBUTES);

    Restored restored = Restoration.restore(backup.file(), to, StoreContract.NOON);

    assertThat(restored.erasedSince()).isZero();
    try (Store store = SqliteStore.open(to.data(), to.masterKeyFile())) {
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
      assertThat(StoreContract.texts(store.journal().read(StoreContract.ADA, 0))).hasSize(3);
    }
  }

  @Test
  void who_is_erased_stays_erased() {
    try (Store store = open()) {
      store.journal().destroyKey("northside", StoreContract.ADA_PATIENT, "dpo", StoreContract.NOON);
    }

    rotate();

    try (Store store = open()) {
      assertThat(store.journal().read(StoreContract.ADA, 0))
          .isEqualTo(new ReadOutcome.Erased(StoreContract.ADA_PATIENT, 3));
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
    }
  }

  @Test
  void a_change_that_was_broken_off_is_ended_by_the_next_one() throws IOException, SQLException {
    MasterKeySource source = MasterKeys.of(place);
    MasterKey old = source.read().orElseThrow();
    MasterKey next = MasterKeys.nextOf(place).readOrMake();
    SqliteDatabase database = SqliteDatabase.inUse(place.data().resolve(SqliteStore.FILE), 0);
    try (Session session = database.writing()) {
      session.begin();
      new Rekeying(session, old, next).run(StoreContract.NOON);
      session.commit();
    }
    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(this::open)
        .withMessageContaining("end a change of keys that was broken off: vermilion rotate-key");

    KeyChange change = rotate();

    assertThat(change.to()).isEqualTo(next.id());
    try (Store store = open()) {
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
    }
  }

  @Test
  void what_was_forged_under_the_old_key_is_not_guarded_by_the_new_one() throws SQLException {
    SqliteDatabase database = SqliteDatabase.inUse(place.data().resolve(SqliteStore.FILE), 0);
    try (Session session = database.writing()) {
      session.run("UPDATE clinic_settings SET body = x'7b7d20'");
    }

    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(this::rotate)
        .withMessage("the row of settings of northside is not as it was written");
    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> {
          try (Store store = open()) {
            store.clinicSettings().settings("northside");
          }
        })
        .withMessageContaining("are not as they were written");
  }

  @Test
  void a_backup_under_a_key_of_long_ago_is_named_and_left_alone() throws SQLException {
    try (Session session = SqliteDatabase.putAway(backup.file()).writing()) {
      session.run("UPDATE master_key SET id = 'long-ago'");
    }

    assertThat(rotate().leftAlone())
        .containsExactly(backup.file() + " stands under master key long-ago");
  }

  @Test
  void a_server_that_runs_on_with_the_old_key_writes_nothing() {
    try (Store running = open()) {
      rotate();

      JournalFailure refused =
          assertThatExceptionOfType(JournalFailure.class)
              .isThrownBy(() ->
                  running
                      .journal()
                      .append(
                          StoreContract.request(StoreContract.ADA, StoreContract.event("late"))))
              .actual();

      assertThat(refused.kind()).isEqualTo(Kind.MASTER_KEY);
    }
    try (Store store = open()) {
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
    }
  }

  @Test
  void a_command_in_the_environment_gives_the_key() throws IOException {
    MasterKeySource command =
        MasterKeys.of(
            place, Map.of(MasterKeyCommand.VARIABLE, "cat '" + place.masterKeyFile() + "'"));

    assertThat(command.read().orElseThrow().id())
        .isEqualTo(MasterKeys.of(place, Map.of()).read().orElseThrow().id());
    assertThat(command).hasToString("the command in VERMILION_MASTER_KEY_COMMAND");
    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> MasterKeys.nextOf(place, Map.of(MasterKeyCommand.VARIABLE, "true")))
        .withMessageContaining("expected VERMILION_NEXT_MASTER_KEY_COMMAND to hold the command");
  }

  @Test
  void a_command_that_gives_no_key_is_refused_without_showing_what_it_gave() {
    for (Map.Entry<String, String> one :
        Map.of(
                "echo secret-of-something-else", "has 25 bytes and does not start with",
                "exit 3", "ended with 3",
                "no-such-vault 2>/dev/null", "ended with 127")
            .entrySet()) {
      MasterKeySource command =
          MasterKeys.of(place, Map.of(MasterKeyCommand.VARIABLE, one.getKey()));
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(command::readOrMake)
          .withMessageContaining("the command in VERMILION_MASTER_KEY_COMMAND")
          .withMessageContaining(one.getValue())
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }
  }
}
