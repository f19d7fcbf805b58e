package vermilion.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import vermilion.service.PrivateFiles;
import vermilion.store.Keyring.KeyRow;

/// The wrapped keys of the patients of all backups of a folder, in a file of their own.
///
/// The backups themselves hold none. So a patient who is erased is erased from every backup that
/// was ever made, by one row in one small file, and the large files need never be touched again.
final class BackupKeys implements AutoCloseable {

  /// A backup of a large store writes all keys in one transaction, for which an erasure waits.
  private static final int BUSY_MILLIS = 60_000;

  private static final String TABLE =
      "CREATE TABLE IF NOT EXISTS patient_key (clinic TEXT NOT NULL, key_id TEXT NOT NULL,"
          + " patient TEXT NOT NULL, master_id TEXT NOT NULL, wrapped BLOB NOT NULL,"
          + " PRIMARY KEY (clinic, key_id)) WITHOUT ROWID";
  private static final String PUT =
      "INSERT INTO patient_key (clinic, key_id, patient, master_id, wrapped)"
          + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (clinic, key_id) DO UPDATE SET"
          + " master_id = excluded.master_id, wrapped = excluded.wrapped"
          + " WHERE master_id <> excluded.master_id";

  /// A wrapped key.
  static final class Key {
    private final String masterId;
    private final byte[] wrapped;

    Key(String masterId, byte[] wrapped) {
      this.masterId = masterId;
      this.wrapped = wrapped;
    }

    /// The master key under which it is wrapped.
    String masterId() {
      return masterId;
    }

    byte[] wrapped() {
      return wrapped;
    }
  }

  private final Session session;

  private BackupKeys(Session session) {
    this.session = session;
  }

  /// The keys in `file`, which is made if there is none.
  static BackupKeys openOrMake(Path file) throws IOException, SQLException {
    PrivateFiles.makeFile(file);
    return open(file);
  }

  /// The keys in `file`, which is there.
  static BackupKeys open(Path file) throws SQLException {
    SQLiteConfig config = SqliteDatabase.config(JournalMode.DELETE, BUSY_MILLIS);
    Session session =
        new Session(SqliteDatabase.source(file, config).getConnection(), "BEGIN IMMEDIATE");
    session.run(TABLE);
    return new BackupKeys(session);
  }

  /// Takes in every key that `live` shows.
  void takeAll(Session live) throws SQLException {
    forEach(
        live,
        "SELECT clinic, key_id, patient, master_id, wrapped FROM patient_key"
            + " WHERE wrapped IS NOT NULL",
        row ->
            session.run(
                PUT,
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBytes(5)));
  }

  /// Drops every key that `live` shows as destroyed.
  void dropDestroyed(Session live) throws SQLException {
    forEach(
        live,
        "SELECT clinic, key_id FROM patient_key WHERE wrapped IS NULL",
        row ->
            session.run(
                "DELETE FROM patient_key WHERE clinic = ? AND key_id = ?",
                row.getString(1),
                row.getString(2)));
  }

  /// One sync of the disk for all rows that `live` shows, not one for each.
  private void forEach(Session live, String sql, Session.Visit change) throws SQLException {
    session.inTransaction(() -> {
      live.each(sql, change);
      return true;
    });
  }

  /// Drops the keys of one patient; whether there was one.
  boolean drop(String clinic, UUID patient) throws SQLException {
    return session.run(
            "DELETE FROM patient_key WHERE clinic = ? AND patient = ?", clinic, patient.toString())
        > 0;
  }

  /// A key; empty when its patient was erased.
  Optional<Key> find(String clinic, String keyId) throws SQLException {
    return session.first(
        "SELECT master_id, wrapped FROM patient_key WHERE clinic = ? AND key_id = ?",
        row -> new Key(row.getString(1), EventRow.bytes(row, 2)),
        clinic,
        keyId);
  }

  /// Puts every key that stands under `old` under `fresh`; how many.
  long rewrap(MasterKey old, MasterKey fresh) throws SQLException {
    return session.inTransaction(() -> {
      Rekeying rekeying = new Rekeying(session, old, fresh);
      List<KeyRow> rows =
          session.all(
              "SELECT clinic, patient, key_id, master_id FROM patient_key WHERE master_id = ?",
              row ->
                  new KeyRow(
                      row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
              old.id());
      for (KeyRow row : rows) {
        byte[] wrapped = find(row.clinic(), row.keyId()).map(Key::wrapped).orElseThrow();
        session.run(
            "UPDATE patient_key SET master_id = ?, wrapped = ? WHERE clinic = ? AND key_id = ?",
            fresh.id(),
            rekeying.rewrap(row, wrapped),
            row.clinic(),
            row.keyId());
      }
      return (long) rows.size();
    });
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
