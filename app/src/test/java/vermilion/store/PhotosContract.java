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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vermilion.episode.Author;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.service.Bytes;
import vermilion.service.EpisodeRef;
import vermilion.service.JournalFailure;
import vermilion.service.NewEvent;
import vermilion.service.Photos;
import vermilion.service.Photos.Kept;
import vermilion.service.Photos.NewPhoto;
import vermilion.service.Photos.Size;
import vermilion.service.RecordCheck;
import vermilion.service.Store;
import vermilion.service.StorePlace;
import vermilion.service.Upkeep;
import vermilion.service.Verification;

/// What holds of photos, whatever the database is.
abstract class PhotosContract extends StoreContract {

  private static final String SECRET = "these are the lips of Amira Haddad ";
  private static final EpisodeRef ADA_LATER = new EpisodeRef("northside", "ada-2");
  private static final Bytes WHOLE = Bytes.ofText(SECRET.repeat(2_000));
  private static final Bytes SMALL = Bytes.ofText(SECRET);
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final UUID ONE = new UUID(7, 1);

  private static NewPhoto photo(UUID id) {
    return new NewPhoto(ADA, id, HASH, WHOLE, SMALL);
  }

  /// Ada's episode with a photo and the event that tells of it.
  private static void fill(Store store) {
    openAda(store, 1);
    assertThat(store.photos().keep(photo(ONE), NOON)).isEqualTo(Kept.NEW);
    tell(store, ONE);
  }

  private static void tell(Store store, UUID id) {
    EpisodeEvent taken =
        new EpisodeEvent.PhotoTaken(
            Optional.empty(),
            Optional.of(new EpisodeEvent.Picture(EpisodeEvent.View.FRONT, HASH, Optional.empty())));
    String body =
        EventCodec.body(
            new EventCodec.Sent(id.toString(), NOON, taken),
            new Author(Author.Role.PATIENT, "Ada"));
    appended(store.journal().append(request(ADA, new NewEvent(id, Bytes.ofText(body)))));
  }

  private static void isWhole(Store store) {
    assertThat(RecordCheck.of(store)).isInstanceOf(Verification.Whole.class);
  }

  private static Verification.Broken broken(Store store) {
    assertThat(RecordCheck.of(store)).isInstanceOf(Verification.Broken.class);
    return (Verification.Broken) RecordCheck.of(store);
  }

  @Test
  void a_photo_is_found_as_it_was_kept_after_a_new_start() {
    try (Store store = open()) {
      fill(store);
    }
    try (Store store = open()) {
      assertThat(store.photos().find(ADA, ONE, Size.WHOLE)).contains(WHOLE);
      assertThat(store.photos().find(ADA, ONE, Size.THUMBNAIL)).contains(SMALL);
      assertThat(store.photos().isKept(ADA, ONE, HASH)).isTrue();
      assertThat(store.photos().isKept(ADA, ONE, HASH.replace('0', '1'))).isFalse();
      assertThat(store.photos().isKept(ADA, new UUID(7, 2), HASH)).isFalse();
      isWhole(store);
    }
  }

  @Test
  void a_photo_that_is_sent_twice_is_one_and_another_under_its_id_is_refused() {
    try (Store store = open()) {
      fill(store);
      assertThat(store.photos().keep(photo(ONE), NOON.plusSeconds(9))).isEqualTo(Kept.KNOWN);
      NewPhoto other = new NewPhoto(ADA, ONE, HASH.replace('0', '1'), SMALL, SMALL);
      assertThat(store.photos().keep(other, NOON)).isEqualTo(Kept.OTHER_CONTENT);
      store.journal().open(ADA_PATIENT, request(ADA_LATER, event("later")));
      NewPhoto elsewhere = new NewPhoto(ADA_LATER, ONE, HASH, WHOLE, SMALL);
      assertThat(store.photos().keep(elsewhere, NOON)).isEqualTo(Kept.OTHER_CONTENT);
      assertThat(store.photos().find(ADA_LATER, ONE, Size.WHOLE)).isEmpty();
      assertThat(store.photos().find(ADA, ONE, Size.WHOLE)).contains(WHOLE);
    }
  }

  @Test
  void an_episode_has_so_many_photos_a_day_and_so_many_in_all() {
    try (Store store = open()) {
      openAda(store, 1);
      Instant at = NOON;
      int kept = 0;
      while (kept < Photos.PHOTOS_PER_EPISODE_MAX) {
        NewPhoto next = new NewPhoto(ADA, new UUID(8, kept), HASH, SMALL, SMALL);
        Kept answer = store.photos().keep(next, at);
        if (answer == Kept.DAY_FULL) {
          assertThat(kept % Photos.PHOTOS_PER_DAY_MAX).isZero();
          assertThat(store.photos().keep(next, at.plus(Duration.ofHours(23))))
              .isEqualTo(Kept.DAY_FULL);
          at = at.plus(Duration.ofDays(1));
        } else {
          assertThat(answer).isEqualTo(Kept.NEW);
          kept++;
        }
      }
      assertThat(store.photos().keep(photo(ONE), at.plus(Duration.ofDays(9))))
          .isEqualTo(Kept.EPISODE_FULL);
    }
  }

  @Test
  void nobody_has_a_photo_who_has_no_episode() {
    try (Store store = open()) {
      assertThat(store.photos().keep(photo(ONE), NOON)).isEqualTo(Kept.NO_EPISODE);
      assertThat(store.photos().find(ADA, ONE, Size.WHOLE)).isEmpty();
    }
  }

  @Test
  void a_photo_that_is_lost_changed_or_put_in_the_place_of_another_is_found() throws SQLException {
    UUID two = new UUID(7, 2);
    try (Store store = open()) {
      fill(store);
      store.photos().keep(photo(two), NOON);
      tell(store, two);
      isWhole(store);
    }
    List<String> damages =
        List.of(
            "UPDATE photo SET ciphertext = small, nonce = small_nonce WHERE photo = '" + ONE + "'",
            "UPDATE photo SET small = ciphertext, small_nonce = nonce WHERE photo = '" + ONE + "'",
            "UPDATE photo SET fingerprint = 'x' WHERE photo = '" + ONE + "'",
            "DELETE FROM photo WHERE photo = '" + ONE + "'",
            "UPDATE photo SET photo = '" + ONE + "' WHERE photo = '" + two + "'");
    for (String damage : damages) {
      assertThat(tamper(damage)).as(damage).isEqualTo(1);
      try (Store store = open()) {
        Verification.Broken found = broken(store);
        assertThat(found.chain()).as(damage).startsWith("photo/");
        assertThat(found.clinic()).isEqualTo("northside");
      }
    }
  }

  @Test
  void a_photo_that_was_changed_is_not_shown() throws SQLException {
    try (Store store = open()) {
      fill(store);
    }
    tamper("UPDATE photo SET nonce = small_nonce");
    try (Store store = open()) {
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> store.photos().find(ADA, ONE, Size.WHOLE))
          .withMessageContaining("does not open");
      assertThat(store.photos().find(ADA, ONE, Size.THUMBNAIL)).contains(SMALL);
    }
  }

  @Test
  void a_photo_of_nobody_in_the_register_is_found() throws SQLException {
    try (Store store = open()) {
      fill(store);
    }
    tamper(
        "INSERT INTO photo SELECT clinic, 'stray', 'nobody-1', received, key_id, fingerprint,"
            + " small_nonce, small, nonce, ciphertext FROM photo");
    try (Store store = open()) {
      assertThat(broken(store).chain()).isEqualTo("photo/stray");
    }
  }

  @Test
  void erasing_a_patient_takes_her_photos_out_and_leaves_the_record_whole() throws SQLException {
    try (Store store = open()) {
      fill(store);
      store.journal().destroyKey("northside", ADA_PATIENT, "dpo", NOON);
      assertThat(store.photos().find(ADA, ONE, Size.WHOLE)).isEmpty();
      assertThat(store.photos().keep(photo(new UUID(7, 3)), NOON)).isEqualTo(Kept.ERASED);
      isWhole(store);
    }
    assertThat(tamper("DELETE FROM photo")).isZero();
  }

  @Test
  void no_picture_stands_in_the_files_in_the_clear() throws IOException {
    try (Store store = open()) {
      fill(store);
      store.upkeep().backup(folder.resolve("backups"), NOON);
      for (Path file : files()) {
        assertThat(latin(file)).as(file.toString()).doesNotContain("Amira").doesNotContain(HASH);
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return new ArrayList<>(all.filter(Files::isRegularFile).toList());
    }
  }

  private static String latin(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  @Test
  void a_backup_brings_photos_back_and_an_erasure_since_takes_them_away() throws IOException {
    Upkeep.Backup backup;
    try (Store store = open()) {
      fill(store);
      for (int i = 0; i < 20; i++) {
        store.photos().keep(photo(new UUID(9, i)), NOON);
        tell(store, new UUID(9, i));
      }
      backup = store.upkeep().backup(folder.resolve("backups"), NOON);
    }
    StorePlace to = place("restored");
    Restoration.restore(backup.file(), to, NOON);
    try (Store store = opened(to)) {
      assertThat(store.photos().find(ADA, new UUID(9, 19), Size.WHOLE)).contains(WHOLE);
      isWhole(store);
    }
    try (Store store = open()) {
      store.journal().destroyKey("northside", ADA_PATIENT, "dpo", NOON);
      store.upkeep().eraseInBackups(folder.resolve("backups"), "northside", ADA_PATIENT);
    }
    StorePlace later = place("later");
    Restoration.restore(backup.file(), later, NOON.plusSeconds(60));
    try (Store store = opened(later)) {
      assertThat(store.photos().find(ADA, ONE, Size.WHOLE)).isEmpty();
      isWhole(store);
    }
  }

  @Test
  void photos_are_there_under_another_master_key() throws IOException {
    StorePlace to = place("rotated");
    try (Store store = opened(to)) {
      fill(store);
    }
    Rotation.rotate(to, NOON);
    try (Store store = opened(to)) {
      assertThat(store.photos().find(ADA, ONE, Size.WHOLE)).contains(WHOLE);
      isWhole(store);
    }
  }

  /// A place with the master key of this store.
  private StorePlace place(String name) throws IOException {
    StorePlace place = placeAt(folder.resolve(name));
    Path key = StorePlace.in(folder).masterKeyFile();
    Files.createDirectories(place.data());
    if (Files.exists(key)) {
      Files.copy(key, place.masterKeyFile(), StandardCopyOption.COPY_ATTRIBUTES);
    }
    return place;
  }

  private static Store opened(StorePlace place) {
    return place.database().isPresent() ? PostgresStore.open(place) : SqliteStore.open(place);
  }
}
