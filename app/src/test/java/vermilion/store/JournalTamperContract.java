package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vermilion.service.AccessToken;
import vermilion.service.AuditEntry;
import vermilion.service.Bytes;
import vermilion.service.EpisodeRef;
import vermilion.service.JournalFailure;
import vermilion.service.Store;
import vermilion.service.Verification;

/// Whatever is changed behind the journal's back is found, and named by its place.
abstract class JournalTamperContract extends StoreContract {

  private static final EpisodeRef BEA = new EpisodeRef("northside", "bea-1");
  private static final String SECOND = "clinic = 'northside' AND episode = 'ada-1' AND seq = 2";

  /// Of a link or a phone, what opens nothing (decision 24).
  private static final Set<String> SAID_OF_A_PHONE = Set.of("tries", "device", "seen", "ready");

  /// A value that an intruder may put in place of another.
  private static Object changed(Object value) {
    return switch (value) {
      case String text when text.isEmpty() -> "0";
      case String text -> (text.charAt(0) == '0' ? '1' : '0') + text.substring(1);
      case Number number -> number.longValue() + 1_000;
      case byte[] bytes -> {
        byte[] copy = bytes.clone();
        copy[copy.length / 2] ^= 1;
        yield copy;
      }
      default -> throw new IllegalStateException("a column of " + value.getClass());
    };
  }

  private final List<Store> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(Store::close);
  }

  /// Asks one store that stays open while its rows change under it.
  private Verification verification() {
    if (opened.isEmpty()) {
      opened.add(open());
    }
    return opened.getFirst().journal().verify();
  }

  private Verification.Broken broken() {
    Verification verification = verification();
    assertThat(verification).isInstanceOf(Verification.Broken.class);
    return (Verification.Broken) verification;
  }

  private void assertBrokenAt(String chain, long seq) {
    Verification.Broken broken = broken();
    assertThat(broken.clinic()).isEqualTo("northside");
    assertThat(broken.chain() + " " + broken.seq()).as(broken.found()).isEqualTo(chain + " " + seq);
  }

  private void fill() {
    try (Store store = open()) {
      openAda(store, 3);
      appended(store.journal().open(new UUID(0, 2), request(BEA, event("bea"))));
      store.auditTrail().record("northside", entry("one"));
      store.auditTrail().record("northside", entry("two"));
      String hash = "a".repeat(64);
      AccessToken token =
          new AccessToken(hash, "clinician", Optional.empty(), "Kay", NOON, Optional.empty());
      store.accessTokens().issue("northside", token, "owner");
      store.clinicSettings().write("northside", Bytes.ofText("{}"), "owner", NOON);
    }
  }

  private static AuditEntry entry(String detail) {
    return new AuditEntry(NOON, "kay", "read", Optional.of("ada-1"), detail);
  }

  /// Each column of the first row of `table` where `where`, with its value.
  private List<Object[]> columns(String table, String where) throws SQLException {
    List<Object[]> columns = new ArrayList<>();
    try (Connection connection = raw(folder);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT * FROM " + table + " WHERE " + where + " LIMIT 1")) {
      assertThat(row.next()).isTrue();
      ResultSetMetaData names = row.getMetaData();
      for (int i = 1; i <= names.getColumnCount(); i++) {
        Object value = row.getObject(i);
        if (value != null) {
          columns.add(new Object[] {names.getColumnName(i), value});
        }
      }
    }
    return columns;
  }

  private interface AfterChange {
    void look(String column) throws SQLException;
  }

  /// Changes one column after the other, looks, and puts it back.
  private void eachColumn(String table, String where, AfterChange look) throws SQLException {
    for (Object[] column : columns(table, where)) {
      // The row is found again by its other columns, since its key may be what was changed.
      String name = (String) column[0];
      Object value = changed(column[1]);
      String set = "UPDATE " + table + " SET " + name + " = ? WHERE ";
      String[] keys = where.split(" AND ", -1);
      StringBuilder back = new StringBuilder(name + " = ?");
      for (String key : keys) {
        if (!key.startsWith(name + " ")) {
          back.append(" AND ").append(key);
        }
      }
      assertThat(tamper(set + where, value)).isEqualTo(1);
      look.look(name);
      assertThat(tamper(set + back, column[1], value)).as(name).isEqualTo(1);
    }
    assertThat(verification()).isInstanceOf(Verification.Whole.class);
  }

  @Test
  void an_untouched_store_is_whole() {
    assertThat(verification()).isEqualTo(new Verification.Whole(0, 0, 0, 0));
    fill();
    assertThat(verification()).isEqualTo(new Verification.Whole(1, 2, 4, 4));
  }

  @Test
  void a_change_in_any_column_of_an_event_is_named() throws SQLException {
    fill();
    eachColumn("event", SECOND, column -> assertBrokenAt("episode/ada-1", 2));
  }

  @Test
  void a_change_in_any_byte_of_a_ciphertext_is_named() throws SQLException {
    fill();
    byte[] ciphertext = new byte[0];
    for (Object[] column : columns("event", SECOND)) {
      ciphertext = column[0].equals("ciphertext") ? (byte[]) column[1] : ciphertext;
    }
    assertThat(ciphertext).hasSize("event 2".length() + 16);
    try (Store store = open()) {
      for (int i = 0; i < ciphertext.length; i++) {
        byte[] changed = ciphertext.clone();
        changed[i] ^= (byte) 0x80;
        tamper("UPDATE event SET ciphertext = ? WHERE " + SECOND, changed);
        assertThat(store.journal().verify())
            .extracting(found -> ((Verification.Broken) found).seq())
            .isEqualTo(2L);
        assertThatExceptionOfType(JournalFailure.class)
            .isThrownBy(() -> store.journal().read(ADA, 0))
            .withMessageContaining("northside/ada-1 seq 2 does not open")
            .extracting(JournalFailure::kind)
            .isEqualTo(JournalFailure.Kind.TAMPERED);
      }
    }
  }

  @Test
  void a_change_in_any_column_of_the_register_the_audit_or_a_head_is_named() throws SQLException {
    fill();
    eachColumn(
        "episode",
        "clinic = 'northside' AND episode = 'ada-1'",
        column -> assertThat(broken().clinic()).isNotEmpty());
    eachColumn(
        "audit",
        "clinic = 'northside' AND seq = 1",
        column -> assertThat(broken().chain()).isEqualTo("audit"));
    eachColumn(
        "head",
        "clinic = 'northside' AND chain = 'episode/ada-1'",
        column -> {
          if (column.equals("clinic")) {
            assertThat(broken().chain()).isEqualTo("episode/ada-1");
          } else {
            assertBrokenAt("episode/ada-1", 4);
          }
        });
  }

  @Test
  void a_change_in_a_token_a_setting_or_a_key_is_named() throws SQLException {
    fill();
    String hash = "token_hash = '" + "a".repeat(64) + "'";
    eachColumn(
        "access_token",
        "clinic = 'northside' AND " + hash,
        column -> {
          if (!SAID_OF_A_PHONE.contains(column)) {
            assertThat(broken().chain()).startsWith("token/");
          }
        });
    eachColumn(
        "clinic_settings",
        "clinic = 'northside'",
        column -> assertThat(broken().chain()).isEqualTo("settings"));
    tamper("UPDATE patient_key SET wrapped = NULL WHERE patient = ?", ADA_PATIENT.toString());
    assertThat(broken().chain()).startsWith("key/");
    assertThat(broken().found()).contains("the audit does not say by whom");
  }

  @Test
  void a_tail_that_was_cut_off_is_named_and_not_written_over() throws SQLException {
    fill();
    tamper("DELETE FROM event WHERE clinic = 'northside' AND episode = 'ada-1' AND seq = 3");
    assertBrokenAt("episode/ada-1", 3);
    try (Store store = open()) {
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> store.journal().read(ADA, 0))
          .withMessageContaining("seq 3 is missing");
      appended(store.journal().append(request(ADA, event("after"))));
    }
    assertBrokenAt("episode/ada-1", 3);
  }

  @Test
  void a_head_that_was_set_back_is_refused_also_for_writing() throws SQLException {
    fill();
    tamper("DELETE FROM event WHERE clinic = 'northside' AND episode = 'ada-1' AND seq = 3");
    tamper(
        "UPDATE head SET seq = 2, hash = (SELECT hash FROM event WHERE "
            + SECOND
            + ") WHERE clinic = 'northside' AND chain = 'episode/ada-1'");
    assertBrokenAt("episode/ada-1", 3);
    try (Store store = open()) {
      assertThatExceptionOfType(JournalFailure.class)
          .isThrownBy(() -> store.journal().append(request(ADA, event("after"))))
          .withMessageContaining("the head of northside/episode/ada-1 at seq 2");
      appended(store.journal().append(request(BEA, event("others go on"))));
    }
  }

  @Test
  void two_rows_that_changed_places_are_named() throws SQLException {
    fill();
    String row = " WHERE clinic = 'northside' AND episode = 'ada-1' AND seq = ";
    tamper("UPDATE event SET seq = 99" + row + 2);
    tamper("UPDATE event SET seq = 2" + row + 3);
    tamper("UPDATE event SET seq = 3" + row + 99);
    assertBrokenAt("episode/ada-1", 2);
  }

  @Test
  void an_event_moved_to_another_episode_is_named() throws SQLException {
    fill();
    tamper("UPDATE event SET episode = 'bea-1', seq = 2 WHERE " + SECOND);
    assertBrokenAt("episode/ada-1", 2);
  }

  @Test
  void an_episode_that_vanished_whole_is_named() throws SQLException {
    fill();
    tamper("DELETE FROM event WHERE episode = 'bea-1'");
    tamper("DELETE FROM head WHERE chain = 'episode/bea-1'");
    tamper("DELETE FROM episode WHERE episode = 'bea-1'");
    assertBrokenAt("register", 2);
  }

  @Test
  void an_event_of_no_episode_and_a_head_of_no_episode_are_named() throws SQLException {
    fill();
    tamper(
        "INSERT INTO event SELECT clinic, 'zoe-1', 1, 'x', received, key_id, nonce, ciphertext,"
            + " previous_hash, hash FROM event WHERE "
            + SECOND);
    assertBrokenAt("episode/zoe-1", 1);
    tamper("DELETE FROM event WHERE episode = 'zoe-1'");
    tamper(
        "INSERT INTO head SELECT clinic, 'episode/zoe-1', seq, hash, at, size, mac FROM head"
            + " WHERE chain = 'episode/ada-1'");
    assertBrokenAt("episode/zoe-1", 0);
  }

  @Test
  void a_forged_row_with_a_right_hash_still_does_not_fit_the_head() throws SQLException {
    fill();
    byte[] previous = new byte[0];
    for (Object[] column : columns("event", SECOND.replace("seq = 2", "seq = 3"))) {
      previous = column[0].equals("hash") ? (byte[]) column[1] : previous;
    }
    byte[] hash =
        Frame.of("vermilion/event/1")
            .text("northside")
            .text("ada-1")
            .number(4)
            .text("forged")
            .number(NOON.toEpochMilli())
            .text("k")
            .bytes(new byte[12])
            .bytes(new byte[20])
            .bytes(previous)
            .sha256();
    tamper(
        "INSERT INTO event VALUES ('northside', 'ada-1', 4, 'forged', ?, 'k', ?, ?, ?, ?)",
        NOON.toEpochMilli(),
        new byte[12],
        new byte[20],
        previous,
        hash);
    assertBrokenAt("episode/ada-1", 4);
  }
}
