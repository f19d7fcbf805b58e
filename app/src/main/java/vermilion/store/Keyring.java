package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;

/// The patients' keys: made at a patient's first episode, kept wrapped, unwrapped when needed.
final class Keyring {

  private static final int UNWRAPPED_MAX = 4096;

  /// One row of `patient_key`, or the lack of one.
  ///
  /// @param clinic whose
  /// @param patient whose
  /// @param keyId the key's own id
  /// @param masterId the master key under which it is wrapped
  record KeyRow(String clinic, String patient, String keyId, String masterId) {

    /// What the wrapped bytes are bound to.
    Frame owner() {
      return Frame.of("vermilion/patient-key/1").text(clinic).text(patient).text(keyId);
    }
  }

  private final MasterKey master;
  private final Map<KeyRow, DataKey> unwrapped =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<KeyRow, DataKey> eldest) {
          return size() > UNWRAPPED_MAX;
        }
      };

  Keyring(MasterKey master) {
    this.master = master;
  }

  /// Makes and keeps the key of a patient who has none.
  DataKey make(Session session, String clinic, UUID patient, Instant at) throws SQLException {
    byte[] secret = AesGcm.random(MasterKey.KEY_BYTES);
    String keyId = UUID.randomUUID().toString();
    KeyRow row = new KeyRow(clinic, patient.toString(), keyId, master.id());
    session.run(
        "INSERT INTO patient_key (clinic, key_id, patient, made, master_id, wrapped, destroyed)"
            + " VALUES (?, ?, ?, ?, ?, ?, NULL)",
        clinic,
        keyId,
        row.patient(),
        at.toEpochMilli(),
        row.masterId(),
        master.wrap(secret, row.owner()));
    return new DataKey(keyId, secret);
  }

  /// The key of `patient`: absent when there never was one, empty when it was destroyed.
  Optional<Optional<DataKey>> find(Session session, String clinic, UUID patient)
      throws SQLException {
    return session.first(
        "SELECT key_id, master_id, wrapped FROM patient_key WHERE clinic = ? AND patient = ?",
        row -> fromRow(clinic, patient.toString(), row, 1),
        clinic,
        patient.toString());
  }

  /// The key with this id; empty when there is none or it was destroyed.
  Optional<DataKey> byId(Session session, String clinic, String keyId) throws SQLException {
    return session
        .first(
            "SELECT patient, key_id, master_id, wrapped FROM patient_key"
                + " WHERE clinic = ? AND key_id = ?",
            row -> fromRow(clinic, row.getString(1), row, 2),
            clinic,
            keyId)
        .flatMap(key -> key);
  }

  /// Destroys the key of `patient`: the wrapped bytes go, the row stays to say so.
  void destroy(Session session, String clinic, UUID patient, Instant at) throws SQLException {
    session.run(
        "UPDATE patient_key SET wrapped = NULL, destroyed = ? WHERE clinic = ? AND patient = ?",
        at.toEpochMilli(),
        clinic,
        patient.toString());
    forget();
  }

  /// The key in the columns `key_id, master_id, wrapped` from `column` on; empty when destroyed.
  Optional<DataKey> fromRow(String clinic, String patient, ResultSet row, int column)
      throws SQLException {
    String keyId = row.getString(column);
    String masterId = row.getString(column + 1);
    byte @Nullable [] wrapped = row.getBytes(column + 2);
    KeyRow key = new KeyRow(clinic, patient, keyId, masterId);
    if (wrapped == null) {
      // Another node may have destroyed it.
      forget(key);
      return Optional.empty();
    }
    return Optional.of(unwrap(key, wrapped));
  }

  DataKey unwrap(KeyRow row, byte[] wrapped) {
    synchronized (unwrapped) {
      DataKey known = unwrapped.get(row);
      if (known != null) {
        return known;
      }
    }
    if (!row.masterId().equals(master.id())) {
      throw new JournalFailure(
          Kind.MASTER_KEY,
          "key "
              + row.keyId()
              + " of clinic "
              + row.clinic()
              + " is wrapped by master key "
              + row.masterId()
              + "; this is master key "
              + master.id());
    }
    DataKey key = new DataKey(row.keyId(), openOrRefuse(row, wrapped));
    synchronized (unwrapped) {
      unwrapped.put(row, key);
    }
    return key;
  }

  /// The secret in `wrapped`, without a look at what was unwrapped before.
  byte[] openOrRefuse(KeyRow row, byte[] wrapped) {
    return master
        .unwrap(wrapped, row.owner())
        .orElseThrow(() ->
            new JournalFailure(
                Kind.TAMPERED,
                "key "
                    + row.keyId()
                    + " of clinic "
                    + row.clinic()
                    + " does not unwrap: its row was changed"));
  }

  private void forget(KeyRow row) {
    synchronized (unwrapped) {
      unwrapped.remove(row);
    }
  }

  /// Forgets every unwrapped key, so that a destroyed one does not linger in memory.
  void forget() {
    synchronized (unwrapped) {
      unwrapped.clear();
    }
  }
}
