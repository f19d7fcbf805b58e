package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.store.Head.Chain;
import vermilion.store.Keyring.KeyRow;

/// Puts everything that hangs on the master key under another one, within one transaction of the
/// caller: the patients' wrapped keys, and the guards of heads, tokens and settings. No event and
/// no hash of a chain changes.
final class Rekeying {

  /// The tables in which something changes.
  static final List<String> TABLES =
      List.of("master_key", "patient_key", "head", "access_token", "clinic_settings");

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
    return changed;
  }

  /// A row in hand.
  private interface Change {
    void row(ResultSet row) throws SQLException;
  }

  /// Something to write once the page is read.
  private record Update(String sql, List<Object> values) {}

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

  /// What somebody forged must not come out of this guarded.
  private void guarded(String what, Frame frame, byte[] mac) {
    if (!old.guards(frame, mac)) {
      throw new JournalFailure(Kind.TAMPERED, "the " + what + " is not as it was written");
    }
  }
}
