package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vermilion.service.AuditEntry;
import vermilion.service.Bytes;
import vermilion.service.JournalFailure;
import vermilion.service.Passkey;
import vermilion.service.StaffAccount;
import vermilion.service.StaffChange;
import vermilion.service.StaffCode;
import vermilion.service.StaffRole;
import vermilion.service.StaffSession;
import vermilion.service.StaffStore;
import vermilion.service.StaffStore.Kept;
import vermilion.service.Store;
import vermilion.service.StorePlace;
import vermilion.service.Upkeep;
import vermilion.service.Verification;

/// What holds of accounts, passkeys, codes and sessions, whatever the database is.
abstract class StaffContract extends StoreContract {

  private static final String CLINIC = "northside";
  private static final UUID KAY = new UUID(3, 1);
  private static final Bytes OTP = Bytes.ofText("12345678901234567890");

  private static StaffAccount kay() {
    return new StaffAccount(
        KAY,
        "Nurse Kay",
        Set.of(StaffRole.NURSE, StaffRole.AUDITOR),
        NOON,
        Optional.empty(),
        "a hash",
        Optional.of(OTP));
  }

  private static StaffCode code() {
    Instant until = NOON.plus(Duration.ofDays(1));
    return new StaffCode("c".repeat(64), KAY, StaffCode.Kind.SET_UP, NOON, until, Optional.empty());
  }

  private static Passkey passkey() {
    return new Passkey("cred-1", KAY, "Phone", Bytes.ofText("a key"), NOON, 5, Optional.empty());
  }

  private static StaffSession session(int number) {
    return new StaffSession(
        Integer.toHexString(number).repeat(64),
        new StaffSession.Holder.Person(KAY),
        "Firefox, Windows",
        NOON,
        NOON,
        Optional.empty(),
        Optional.empty());
  }

  private static Kept keep(Store store, StaffChange... changes) {
    AuditEntry entry = new AuditEntry(NOON, "test", "changed", Optional.empty(), "");
    return store.staff().keep(CLINIC, List.of(changes), entry);
  }

  private static void fill(Store store) {
    assertThat(
            keep(
                store,
                new StaffChange.Add(kay()),
                new StaffChange.AddCode(code()),
                new StaffChange.AddPasskey(passkey()),
                new StaffChange.Begin(session(1)),
                new StaffChange.Begin(session(2))))
        .isEqualTo(Kept.DONE);
  }

  @Test
  void what_is_kept_of_staff_is_found_in_its_own_clinic_alone() {
    try (Store store = open()) {
      fill(store);
      assertThat(store.staff().account(CLINIC, KAY)).contains(kay());
      assertThat(store.staff().named(CLINIC, " nurse  KAY")).contains(kay());
      assertThat(store.staff().accounts(CLINIC, 9)).containsExactly(kay());
      assertThat(store.staff().passkey(CLINIC, "cred-1")).contains(passkey());
      assertThat(store.staff().passkeys(CLINIC, KAY, 9)).containsExactly(passkey());
      assertThat(store.staff().code(CLINIC, code().hash())).contains(code());
      assertThat(store.staff().sessions(CLINIC, KAY, 9)).hasSize(2);
      assertThat(store.staff().session(CLINIC, session(1).hash())).contains(session(1));
      assertThat(store.staff().account("southside", KAY)).isEmpty();
      assertThat(store.staff().named("southside", "Nurse Kay")).isEmpty();
      assertThat(store.staff().passkey("southside", "cred-1")).isEmpty();
      assertThat(store.staff().session("southside", session(1).hash())).isEmpty();
    }
  }

  @Test
  void what_works_once_works_once_and_what_is_refused_leaves_nothing() {
    try (Store store = open()) {
      fill(store);
      assertThat(keep(store, new StaffChange.Add(kay().with(Set.of(StaffRole.NURSE)))))
          .as("a name is never given again")
          .isEqualTo(Kept.REFUSED);
      StaffChange used = new StaffChange.UseCode(code().hash(), NOON);
      assertThat(keep(store, used)).isEqualTo(Kept.DONE);
      assertThat(keep(store, new StaffChange.DropPasskeys(KAY), used)).isEqualTo(Kept.REFUSED);
      assertThat(store.staff().passkeys(CLINIC, KAY, 9)).hasSize(1);
      assertThat(keep(store, new StaffChange.TakeStep(KAY, 10))).isEqualTo(Kept.DONE);
      assertThat(keep(store, new StaffChange.TakeStep(KAY, 10))).isEqualTo(Kept.REFUSED);
      assertThat(keep(store, new StaffChange.TakeStep(KAY, 9))).isEqualTo(Kept.REFUSED);
      assertThat(keep(store, new StaffChange.UsePasskey("cred-1", 5, NOON)))
          .isEqualTo(Kept.REFUSED);
      assertThat(keep(store, new StaffChange.UsePasskey("cred-1", 6, NOON))).isEqualTo(Kept.DONE);
      assertThat(keep(store, new StaffChange.UsePasskey("cred-1", 0, NOON)))
          .as("a copy that does not count")
          .isEqualTo(Kept.REFUSED);
    }
  }

  @Test
  void sessions_end_each_and_all() {
    try (Store store = open()) {
      fill(store);
      keep(store, new StaffChange.Begin(session(3)));
      assertThat(keep(store, new StaffChange.PutSession(session(1).endedAt(NOON))))
          .isEqualTo(Kept.DONE);
      assertThat(keep(store, new StaffChange.PutSession(session(1)))).isEqualTo(Kept.REFUSED);
      keep(store, new StaffChange.EndAll(KAY, Optional.of(session(2).hash()), NOON));
      assertThat(store.staff().sessions(CLINIC, KAY, 9)).containsExactly(session(2));
      store.staff().seen(CLINIC, session(2).hash(), NOON.plusSeconds(60));
      assertThat(store.staff().session(CLINIC, session(2).hash()).orElseThrow().seen())
          .isEqualTo(NOON.plusSeconds(60));
    }
  }

  @Test
  void whoever_writes_to_the_database_gives_himself_nothing() throws SQLException {
    Map<String, Consumer<StaffStore>> forgeries = new LinkedHashMap<>();
    forgeries.put("UPDATE staff SET roles = 'administrator'", staff -> staff.account(CLINIC, KAY));
    forgeries.put(
        "UPDATE staff_passkey SET public_key = mac", staff -> staff.passkey(CLINIC, "cred-1"));
    forgeries.put(
        "UPDATE staff_code SET until = until + 1", staff -> staff.code(CLINIC, code().hash()));
    forgeries.put(
        "UPDATE staff_session SET glass = 'ada-1', glass_until = 1",
        staff -> staff.session(CLINIC, session(1).hash()));
    try (Store store = open()) {
      fill(store);
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
      for (Map.Entry<String, Consumer<StaffStore>> one : forgeries.entrySet()) {
        assertThat(tamper(one.getKey())).isPositive();
        assertThatExceptionOfType(JournalFailure.class)
            .as(one.getKey())
            .isThrownBy(() -> one.getValue().accept(store.staff()))
            .withMessageContaining("is not as it was written");
      }
      assertThat(store.journal().verify()).isInstanceOf(Verification.Broken.class);
    }
  }

  @Test
  void staff_are_in_a_backup_without_the_secret_of_an_app_and_come_back_with_it()
      throws IOException, SQLException {
    Upkeep.Backup backup;
    try (Store store = open()) {
      fill(store);
      backup = store.upkeep().backup(folder.resolve("backups"), NOON);
    }
    assertThat(Files.readString(backup.file(), StandardCharsets.ISO_8859_1))
        .contains("Nurse Kay")
        .doesNotContain(OTP.toText());
    StorePlace to = placeAt(folder.resolve("restored"));
    Files.createDirectories(to.data());
    Files.copy(
        StorePlace.in(folder).masterKeyFile(),
        to.masterKeyFile(),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
    Restoration.restore(backup.file(), to, NOON);
    try (Store store = open(folder.resolve("restored"))) {
      assertThat(store.staff().account(CLINIC, KAY)).contains(kay());
      assertThat(store.staff().passkeys(CLINIC, KAY, 9)).containsExactly(passkey());
      assertThat(store.journal().verify()).isInstanceOf(Verification.Whole.class);
    }
  }
}
