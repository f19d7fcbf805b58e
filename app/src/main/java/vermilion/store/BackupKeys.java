package vermilion.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteDataSource;
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
    try {
      Files.createFile(file, MasterKeyFile.ownerOnly(file.toAbsolutePath().getParent()));
    } catch (FileAlreadyExistsException e) {
      // From an earlier backup.
      return open(file);
    }
    return open(file);
  }

  /// The keys in `file`, which is there.
  static BackupKeys open(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.DELETE);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    Session session = new Session(source.getConnection(), "BEGIN IMMEDIATE");
    session.run(TABLE);
    return new BackupKeys(session);
  }

  /// Takes in every key that `live` shows.
  void takeAll(Session live) throws SQLException {
    session.begin();
    boolean good = false;
    try {
      live.each(
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
      session.commit();
      good = true;
    } finally {
      if (!good) {
        session.rollback();
      }
    }
  }

  /// Drops every key that `live` shows as destroyed.
  void dropDestroyed(Session live) throws SQLException {
    live.each(
        "SELECT clinic, key_id FROM patient_key WHERE wrapped IS NULL",
        row ->
            session.run(
                "DELETE FROM patient_key WHERE clinic = ? AND key_id = ?",
                row.getString(1),
                row.getString(2)));
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
    session.begin();
    boolean good = false;
    try {
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
      session.commit();
      good = true;
      return rows.size();
    } finally {
      if (!good) {
        session.rollback();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
