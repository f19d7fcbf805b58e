package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.StaffAccount;
import vermilion.store.Head.Chain;
import vermilion.store.Keyring.KeyRow;

/// Puts everything that hangs on the master key under another one, within one transaction of the
/// caller: the patients' wrapped keys, and the guards of heads, tokens and settings. No event and
/// no hash of a chain changes.
final class Rekeying {

  /// The tables in which something changes.
  static final List<String> TABLES =
      List.of(
          "master_key",
          "patient_key",
          "head",
          "access_token",
          "clinic_settings",
          "staff",
          "staff_passkey",
          "staff_code",
          "staff_session");

  private static final int PAGE = 2_000;

  private final Session session;
  private final MasterKey old;
  private final MasterKey fresh;
  private final Heads oldHeads;
  private long changed;

  Rekeying(Session session, MasterKey old, MasterKey fresh) {
    this.session = session;
    this.old = old;
    this.fresh = fresh;
    this.oldHeads = new Heads(old);
  }

  /// Which master key a store stands under.
  static String idIn(Session session) throws SQLException {
    return MasterKeyRow.newest(session)
        .orElseThrow(() ->
            new JournalFailure(Kind.UNFINISHED, "the store has no master key: it was never begun"));
  }

  /// Changes everything; how many rows that were.
  long run(Instant now) throws SQLException {
    return run(now, true);
  }

  /// The same for a backup, which may be older than the tables of staff.
  long run(Instant now, boolean withStaff) throws SQLException {
    long last =
        session.first("SELECT max(made) FROM master_key", row -> row.getLong(1)).orElseThrow();
    MasterKeyRow.add(session, fresh, Math.max(now.toEpochMilli(), last + 1));
    pages("patient_key", "clinic, key_id", "patient, master_id, wrapped", this::key);
    pages("head", "clinic, chain", "seq, hash, at, size, mac", this::head);
    pages(
        "access_token",
        "clinic, token_hash",
        "token_hash, role, episode, label, created, revoked, mac",
        this::token);
    settings();
    if (withStaff) {
      staff();
    }
    return changed;
  }

  /// A row in hand.
  private interface Change {
    void row(ResultSet row) throws SQLException;
  }

  /// Something to write once the page is read.
  private record Update(String sql, List<? extends @Nullable Object> values) {}

  private final List<Update> updates = new ArrayList<>();

  private void pages(String table, String key, String columns, Change change) throws SQLException {
    String select = "SELECT " + key + ", " + columns + " FROM " + table;
    String order = " ORDER BY " + key + " LIMIT " + PAGE;
    String[] last = {"", ""};
    int[] rows = {PAGE};
    while (rows[0] == PAGE) {
      rows[0] = 0;
      session.each(
          select + " WHERE (" + key + ") > (?, ?)" + order,
          row -> {
            rows[0]++;
            last[0] = row.getString(1);
            last[1] = row.getString(2);
            change.row(row);
          },
          last[0],
          last[1]);
      write();
    }
  }

  private void write() throws SQLException {
    for (Update update : updates) {
      changed += session.run(update.sql(), update.values().toArray());
    }
    updates.clear();
  }

  private void key(ResultSet row) throws SQLException {
    KeyRow was = new KeyRow(row.getString(1), row.getString(3), row.getString(2), row.getString(4));
    byte[] wrapped = EventRow.bytes(row, 5);
    if (wrapped.length == 0) {
      updates.add(
          new Update(
              "UPDATE patient_key SET master_id = ? WHERE clinic = ? AND key_id = ?",
              List.of(fresh.id(), was.clinic(), was.keyId())));
      return;
    }
    updates.add(
        new Update(
            "UPDATE patient_key SET master_id = ?, wrapped = ? WHERE clinic = ? AND key_id = ?",
            List.of(fresh.id(), rewrap(was, wrapped), was.clinic(), was.keyId())));
  }

  /// The same secret under the other key.
  byte[] rewrap(KeyRow row, byte[] wrapped) {
    byte[] secret =
        old.unwrap(wrapped, row.owner())
            .orElseThrow(() ->
                new JournalFailure(
                    Kind.TAMPERED,
                    "key " + row.keyId() + " of clinic " + row.clinic() + " does not unwrap"));
    return fresh.wrap(secret, row.owner());
  }

  private void head(ResultSet row) throws SQLException {
    Chain chain = new Chain(row.getString(1), row.getString(2));
    Head head = oldHeads.fromRow(chain, row, 3);
    updates.add(
        new Update(
            "UPDATE head SET mac = ? WHERE clinic = ? AND chain = ?",
            List.of(fresh.mac(head.frame()), chain.clinic(), chain.name())));
  }

  private void token(ResultSet row) throws SQLException {
    String clinic = row.getString(1);
    Frame frame = JdbcAccessTokens.frame(clinic, JdbcAccessTokens.unguarded(row, 3));
    guarded("token of " + clinic, frame, EventRow.bytes(row, 9));
    updates.add(
        new Update(
            "UPDATE access_token SET mac = ? WHERE clinic = ? AND token_hash = ?",
            List.of(fresh.mac(frame), clinic, row.getString(2))));
  }

  private void settings() throws SQLException {
    session.each(
        "SELECT clinic, updated, body, mac FROM clinic_settings",
        row -> {
          String clinic = row.getString(1);
          Frame frame = JdbcClinicSettings.frame(clinic, row.getLong(2), EventRow.bytes(row, 3));
          guarded("row of settings of " + clinic, frame, EventRow.bytes(row, 4));
          updates.add(
              new Update(
                  "UPDATE clinic_settings SET mac = ? WHERE clinic = ?",
                  List.of(fresh.mac(frame), clinic)));
        });
    write();
  }

  private void staff() throws SQLException {
    pages("staff", "clinic, person", rest(StaffRows.ACCOUNT), this::account);
    guards("staff_passkey", "credential", StaffRows.PASSKEY, StaffRows::passkeyFrame);
    guards("staff_code", "code_hash", StaffRows.CODE, StaffRows::codeFrame);
    guards("staff_session", "session_hash", StaffRows.SESSION, StaffRows::sessionFrame);
  }

  /// An account: its secret under the other key, and so another guard.
  private void account(ResultSet row) throws SQLException {
    StaffAccount account = new StaffRows(old).account(row);
    String clinic = row.getString(1);
    StaffRows rows = new StaffRows(fresh);
    byte @Nullable [] otp = rows.sealed(clinic, account);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(otp);
    values.add(rows.mac(clinic, account, otp));
    values.add(clinic);
    values.add(account.person().toString());
    updates.add(
        new Update("UPDATE staff SET otp = ?, mac = ? WHERE clinic = ? AND person = ?", values));
  }

  /// What the guard of a row covers.
  private interface Covered {
    Frame of(ResultSet row) throws SQLException;
  }

  /// The guards of a table whose columns begin with clinic and key, and end with the guard.
  private void guards(String table, String key, String columns, Covered covered)
      throws SQLException {
    int last = columns.split(", ", -1).length;
    String update = "UPDATE " + table + " SET mac = ? WHERE clinic = ? AND " + key + " = ?";
    pages(
        table,
        "clinic, " + key,
        rest(columns),
        row -> {
          Frame frame = covered.of(row);
          guarded(table + " of " + row.getString(1), frame, EventRow.bytes(row, last));
          updates.add(
              new Update(update, List.of(fresh.mac(frame), row.getString(1), row.getString(2))));
        });
  }

  /// All columns but the two of the key.
  private static String rest(String columns) {
    return columns.substring(columns.indexOf(", ", columns.indexOf(", ") + 2) + 2);
  }

  /// What somebody forged must not come out of this guarded.
  private void guarded(String what, Frame frame, byte[] mac) {
    if (!old.guards(frame, mac)) {
      throw new JournalFailure(Kind.TAMPERED, "the " + what + " is not as it was written");
    }
  }
}
