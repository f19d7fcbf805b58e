package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import vermilion.service.AuditRecord;
import vermilion.service.Bytes;
import vermilion.service.EpisodeRef;
import vermilion.service.Erasure;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.LegalHolds.Answer;
import vermilion.service.LegalHolds.Hold;
import vermilion.service.NewEvent;
import vermilion.service.ReadOutcome;
import vermilion.service.Restored;
import vermilion.service.Store;
import vermilion.service.StorePlace;
import vermilion.service.Upkeep;
import vermilion.service.Verification;
import vermilion.service.WorklistChange;
import vermilion.service.WorklistRow;

/// What holds of backups, of erasing and of legal holds, whatever the database is.
abstract class UpkeepContract extends StoreContract {

  private static final String SECRET = "Amira Haddad says her lip is dusky";
  private static final EpisodeRef BEA = new EpisodeRef("northside", "bea-1");
  private static final UUID BEA_PATIENT = new UUID(0, 2);

  private Path backups() {
    return folder.resolve("backups");
  }

  /// A place for a restored store, with the master key of the one that was backed up.
  private StorePlace place(String name) throws IOException {
    StorePlace place = placeAt(folder.resolve(name));
    Path key = StorePlace.in(folder).masterKeyFile();
    Files.createDirectories(place.data());
    if (Files.exists(key)) {
      Files.copy(key, place.masterKeyFile(), StandardCopyOption.COPY_ATTRIBUTES);
    }
    return place;
  }

  private Upkeep.Backup backup(Store store) {
    return store.upkeep().backup(backups(), NOON);
  }

  private static Store opened(StorePlace place) {
    return place.database().isPresent() ? PostgresStore.open(place) : SqliteStore.open(place);
  }

  private static JournalFailure refused(Path backup, StorePlace to) {
    return assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> Restoration.restore(backup, to, NOON))
        .actual();
  }

  /// Ada with two events and a line on the worklist, Bea with one event.
  private static void fill(Store store) {
    openAda(store, 1);
    WorklistRow row = new WorklistRow(5, Optional.of(NOON), Optional.empty(), Bytes.ofText(SECRET));
    NewEvent secret = new NewEvent(new UUID(1, 1), Bytes.ofText(SECRET));
    store.journal().append(request(ADA, secret).with(new WorklistChange.Put(row)));
    store.journal().open(BEA_PATIENT, request(BEA, event("bea")));
  }

  @Test
  void a_restored_store_is_the_store_of_the_moment_of_the_backup() throws IOException {
    Upkeep.Backup backup;
    List<AuditRecord> audit;
    try (Store store = open()) {
      fill(store);
      backup = backup(store);
      audit = store.auditTrail().auditTrail("northside", 0, 100);
      store.journal().append(request(ADA, event("later")));
    }
    StorePlace to = place("restored");

    Restored restored = Restoration.restore(backup.file(), to, NOON);

    assertThat(restored).isEqualTo(new Restored(backup.rows(), 0));
    try (Store store = opened(to)) {
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
      assertThat(texts(store.journal().read(ADA, 0))).containsExactly("1 event 1", "2 " + SECRET);
      assertThat(store.worklist().worklist("northside", 9).getFirst().row().card().toText())
          .isEqualTo(SECRET);
      assertThat(store.auditTrail().auditTrail("northside", 0, 100)).isEqualTo(audit);
      assertThat(seqs(store.journal().append(request(ADA, event("goes on"))))).containsExactly(3L);
    }
  }

  @Test
  void a_moved_store_is_the_same_store_and_the_old_one_stays() throws IOException {
    Path file = folder.resolve("file");
    try (Store store = SqliteStore.open(file)) {
      fill(store);
    }
    StorePlace to = place("moved");
    Files.copy(
        StorePlace.in(file).masterKeyFile(),
        to.masterKeyFile(),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);

    Restored moved = Restoration.move(file.resolve(SqliteStore.FILE), to);

    assertThat(moved.rows()).isGreaterThan(10);
    try (Store before = SqliteStore.open(file);
        Store after = opened(to)) {
      assertThat(after.journal().verify()).isEqualTo(before.journal().verify());
      assertThat(texts(after.journal().read(ADA, 0)))
          .isEqualTo(texts(before.journal().read(ADA, 0)));
      assertThat(seqs(after.journal().append(request(ADA, event("goes on"))))).containsExactly(3L);
    }
    assertThatExceptionOfType(JournalFailure.class)
        .isThrownBy(() -> Restoration.move(file.resolve(SqliteStore.FILE), to))
        .withMessageContaining("the target is not empty");
  }

  @Test
  void a_backup_is_made_while_others_write_and_shows_one_moment() throws Exception {
    StorePlace to;
    try (Store store = open()) {
      openAda(store, 1);
      AtomicBoolean enough = new AtomicBoolean();
      Upkeep.Backup backup;
      try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<Integer> written = writers.submit(() -> writeUntil(store, enough));
        backup = backup(store);
        enough.set(true);
        assertThat(written.get()).isPositive();
      }
      to = place("restored");
      Restoration.restore(backup.file(), to, NOON);
    }
    try (Store store = opened(to)) {
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
    }
  }

  private static int writeUntil(Store store, AtomicBoolean enough) {
    int written = 0;
    while (!enough.get() || written == 0) {
      seqs(store.journal().append(request(ADA, event("more " + written))));
      written++;
    }
    return written;
  }

  @Test
  void a_backup_has_no_word_in_the_clear_and_no_key() throws IOException, SQLException {
    Upkeep.Backup backup;
    try (Store store = open()) {
      fill(store);
      backup = backup(store);
    }
    assertThat(latin(backup.file())).doesNotContain("Amira").doesNotContain("dusky");
    try (Session session = SqliteDatabase.putAway(backup.file()).reading()) {
      assertThat(session.all("SELECT wrapped FROM patient_key", row -> row.getBytes(1)))
          .hasSize(2)
          .containsOnlyNulls();
    }
    assertThat(Files.getPosixFilePermissions(backups())).hasSize(3);
  }

  @Test
  void who_is_erased_is_erased_in_every_backup() throws IOException {
    Upkeep.Backup backup;
    try (Store store = open()) {
      fill(store);
      backup = backup(store);
      store.journal().destroyKey("northside", ADA_PATIENT, "dpo", NOON);
      assertThat(store.upkeep().eraseInBackups(backups(), "northside", ADA_PATIENT)).isTrue();
      assertThat(store.upkeep().eraseInBackups(backups(), "northside", ADA_PATIENT)).isFalse();
    }
    StorePlace to = place("restored");

    Restored restored = Restoration.restore(backup.file(), to, NOON.plus(Duration.ofDays(1)));

    assertThat(restored.erasedSince()).isEqualTo(1);
    try (Store store = opened(to)) {
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
      assertThat(store.journal().read(ADA, 0)).isEqualTo(new ReadOutcome.Erased(ADA_PATIENT, 2));
      assertThat(texts(store.journal().read(BEA, 0))).containsExactly("1 bea");
      assertThat(store.worklist().worklist("northside", 9)).isEmpty();
      assertThat(store.auditTrail().auditTrail("northside", 0, 100).getLast().entry().detail())
          .isEqualTo("patient " + ADA_PATIENT);
    }
  }

  @Test
  void the_next_backup_does_not_bring_an_erased_key_back() throws IOException {
    try (Store store = open()) {
      fill(store);
      backup(store);
      store.journal().destroyKey("northside", ADA_PATIENT, "dpo", NOON);
      store.upkeep().backup(backups(), NOON.plusSeconds(1));

      assertThat(store.upkeep().eraseInBackups(backups(), "northside", ADA_PATIENT)).isFalse();
      assertThat(store.upkeep().eraseInBackups(backups(), "northside", BEA_PATIENT)).isTrue();
    }
  }

  @Test
  void nobody_is_served_from_a_backup() throws IOException {
    Upkeep.Backup backup;
    try (Store store = open()) {
      fill(store);
      backup = backup(store);
    }
    place("used");
    StorePlace to = StorePlace.in(folder.resolve("used"));
    Files.copy(backup.file(), to.data().resolve(SqliteStore.FILE));

    JournalFailure refused =
        assertThatExceptionOfType(JournalFailure.class).isThrownBy(() -> opened(to)).actual();

    assertThat(refused.kind()).isEqualTo(Kind.UNFINISHED);
  }

  @Test
  void a_store_is_never_restored_over_another() throws IOException {
    Upkeep.Backup backup;
    try (Store store = open()) {
      fill(store);
      backup = backup(store);
    }
    StorePlace to = place("other");
    try (Store other = opened(to)) {
      openAda(other, 3);
    }

    assertThat(refused(backup.file(), to).kind()).isEqualTo(Kind.NOT_EMPTY);

    try (Store other = opened(to)) {
      assertThat(texts(other.journal().read(ADA, 0))).hasSize(3);
    }
  }

  @Test
  void a_backup_that_was_changed_or_cut_off_is_refused() throws IOException, SQLException {
    Upkeep.Backup backup;
    try (Store store = open()) {
      fill(store);
      backup = backup(store);
    }
    try (Session session = SqliteDatabase.putAway(backup.file()).writing()) {
      session.run("UPDATE event SET received = received + 1 WHERE seq = 2");
    }
    assertThat(refused(backup.file(), place("one")))
        .hasMessageContaining("the copy of event is not what was copied");
    try (RandomAccessFile file = new RandomAccessFile(backup.file().toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }
    assertThat(refused(backup.file(), place("two"))).isNotNull();
  }

  @Test
  void a_backup_of_an_earlier_version_is_restored_and_stays_as_it_is() throws Exception {
    Upkeep.Backup backup;
    try (Store store = open()) {
      fill(store);
      backup = backup(store);
    }
    OlderBackup.make(backup.file());
    byte[] before = Files.readAllBytes(backup.file());
    StorePlace to = place("restored");

    assertThat(Restoration.restore(backup.file(), to, NOON).rows()).isEqualTo(backup.rows());

    assertThat(Files.readAllBytes(backup.file())).isEqualTo(before);
    try (Store store = opened(to)) {
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
      assertThat(texts(store.journal().read(ADA, 0))).containsExactly("1 event 1", "2 " + SECRET);
      assertThat(store.worklist().moving("northside", NOON, 9)).contains(ADA);
    }
  }

  @Test
  void what_is_no_backup_is_refused_by_name() throws IOException {
    try (Store store = open()) {
      fill(store);
      backup(store);
    }
    StorePlace to = place("restored");
    assertThat(refused(backups().resolve("nothing"), to))
        .hasMessageContaining("nothing is not there");
    assertThat(refused(backups().resolve(Upkeep.KEYS_FILE), to))
        .hasMessageContaining("is not a backup that came to its end");
  }

  @Test
  void a_backup_without_its_keys_or_its_master_key_is_refused() throws IOException {
    Upkeep.Backup backup;
    try (Store store = open()) {
      fill(store);
      backup = backup(store);
    }
    StorePlace keyless = placeAt(folder.resolve("keyless"));
    assertThat(refused(backup.file(), keyless).kind()).isEqualTo(Kind.MASTER_KEY);
    StorePlace other = placeAt(folder.resolve("otherkey"));
    new MasterKeyFile(place("otherkey-made").data().resolve("second.key")).readOrMake();
    Files.createDirectories(other.data());
    Files.copy(
        folder.resolve("otherkey-made").resolve("second.key"),
        other.masterKeyFile(),
        StandardCopyOption.COPY_ATTRIBUTES);
    assertThat(refused(backup.file(), other).kind()).isEqualTo(Kind.MASTER_KEY);
    StorePlace to = place("restored");
    Files.delete(backups().resolve(Upkeep.KEYS_FILE));
    assertThat(refused(backup.file(), to)).hasMessageContaining("keys.db is not there");
  }

  @Test
  void a_record_under_legal_hold_is_not_erased() {
    Hold hold = new Hold(NOON, "dr-okafor", "case 17 of the county court");
    try (Store store = open()) {
      fill(store);
      assertThat(store.legalHolds().place("northside", ADA_PATIENT, hold)).isEqualTo(Answer.DONE);
      assertThat(store.legalHolds().place("northside", ADA_PATIENT, hold))
          .isEqualTo(Answer.ALREADY);
      assertThat(store.legalHolds().find("northside", ADA_PATIENT)).contains(hold);
      assertThat(store.legalHolds().find("northside", BEA_PATIENT)).isEmpty();

      assertThat(store.journal().destroyKey("northside", ADA_PATIENT, "dpo", NOON))
          .isEqualTo(new Erasure.Held(hold));
      assertThat(texts(store.journal().read(ADA, 0))).hasSize(2);

      Hold lifted = new Hold(NOON.plusSeconds(5), "dr-okafor", "case closed");
      assertThat(store.legalHolds().lift("northside", ADA_PATIENT, lifted)).isEqualTo(Answer.DONE);
      assertThat(store.legalHolds().lift("northside", ADA_PATIENT, lifted))
          .isEqualTo(Answer.ALREADY);
      assertThat(store.journal().destroyKey("northside", ADA_PATIENT, "dpo", NOON))
          .isEqualTo(new Erasure.Destroyed(1));
    }
  }

  @Test
  void nobody_who_is_not_a_patient_is_held() {
    try (Store store = open()) {
      fill(store);
      Hold hold = new Hold(NOON, "dr-okafor", "case 17");
      assertThat(store.legalHolds().place("northside", new UUID(9, 9), hold))
          .isEqualTo(Answer.NO_PATIENT);
    }
  }

  private static String latin(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
