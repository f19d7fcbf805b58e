package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.service.AccessToken;
import vermilion.service.AppendOutcome;
import vermilion.service.Bytes;
import vermilion.service.Device;
import vermilion.service.Devices;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.PhoneKind;
import vermilion.service.ReadOutcome;
import vermilion.service.Store;
import vermilion.service.StorePlace;

/// What guards every store: its master key, its tokens, its settings, and two that share a record.
abstract class StoreGuardContract extends StoreContract {

  private Path masterKey() {
    return folder.resolve(StorePlace.MASTER_KEY_FILE);
  }

  private JournalFailure refusal() {
    return assertThatExceptionOfType(JournalFailure.class).isThrownBy(this::open).actual();
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
            "master key file .*master.key is missing, and .*.* was begun with master key"
                + " [0-9a-f]{16}; put that key back from its safe copy: without it nobody can read"
                + " the record");
    assertThat(masterKey()).doesNotExist();
    Files.move(folder.resolve("away"), masterKey());
    try (Store store = open()) {
      assertThat(texts(store.journal().read(ADA, 0))).hasSize(1);
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
  void a_link_lets_in_one_phone_and_the_fifth_wrong_date_locks_it() {
    try (Store store = open()) {
      Devices devices = store.devices();
      AccessToken first = link(1);
      assertThat(devices.issue("northside", first, "owner")).isTrue();
      AccessToken second = link(2);
      assertThat(devices.issue("northside", second, "owner")).isTrue();
      assertThat(devices.redeem("northside", first.hash(), attempt(true)))
          .isEqualTo(Devices.Redeemed.SHUT);
      assertThat(devices.redeem("southside", second.hash(), attempt(true)))
          .isEqualTo(Devices.Redeemed.SHUT);
      assertThat(devices.redeem("northside", second.hash(), attempt(false)))
          .isEqualTo(Devices.Redeemed.WRONG);
      assertThat(devices.redeem("northside", second.hash(), attempt(true)))
          .isEqualTo(Devices.Redeemed.LET_IN);
      assertThat(devices.redeem("northside", second.hash(), attempt(true)))
          .isEqualTo(Devices.Redeemed.SHUT);
      AccessToken third = link(3);
      devices.issue("northside", third, "owner");
      for (int i = 1; i <= Device.MOST_TRIES; i++) {
        assertThat(devices.redeem("northside", third.hash(), attempt(false)))
            .isEqualTo(Devices.Redeemed.WRONG);
      }
      assertThat(devices.redeem("northside", third.hash(), attempt(true)))
          .isEqualTo(Devices.Redeemed.SHUT);
      assertThat(devices.find("northside", third.hash()).orElseThrow().isLocked()).isTrue();
      assertThat(devices.of(ADA, 9)).extracting(Device::isOpen).containsOnlyOnce(true);
    }
  }

  private static AccessToken link(int number) {
    return token(number, Device.LINK_ROLE);
  }

  private static Devices.Attempt attempt(boolean right) {
    return new Devices.Attempt(right, token(9, "patient"), PhoneKind.IPHONE);
  }

  private static AccessToken token(int number, String role) {
    String hash = HexFormat.of().formatHex(Frame.sha256(new byte[] {(byte) number}));
    return new AccessToken(hash, role, Optional.of(ADA.episode()), "link", NOON, Optional.empty());
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

  @Test
  void two_stores_may_write_one_record() {
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
  void a_wrong_master_key_is_refused_with_both_names() throws IOException {
    try (Store store = open()) {
      openAda(store, 1);
    }
    Path other = folder.resolve("other");
    try (Store store = open(other)) {
      openAda(store, 1);
    }
    Files.delete(masterKey());
    Files.copy(other.resolve(StorePlace.MASTER_KEY_FILE), masterKey());
    assertThat(refusal())
        .hasMessageMatching(
            ".*holds key [0-9a-f]{16}, but .*.* was begun with master key [0-9a-f]{16}.*")
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
}
