package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.EpisodeRef;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.store.Head.Chain;

/// Where an episode stands and with which key it is written.
///
/// @param patient whose it is
/// @param head the end of its chain
/// @param key the patient's key; empty when it was destroyed
record EpisodeState(UUID patient, Head head, Optional<DataKey> key) {

  private static final String SELECT =
      """
      SELECT 1, e.patient, h.seq, h.hash, h.at, h.size, h.mac, k.key_id, k.master_id, k.wrapped
      FROM episode e
      LEFT JOIN head h ON h.clinic = e.clinic AND h.chain = ?
      LEFT JOIN patient_key k ON k.clinic = e.clinic AND k.patient = e.patient
      WHERE e.clinic = ? AND e.episode = ?
      """;

  /// The state of `episode`; empty when the clinic has no such episode.
  static Optional<EpisodeState> find(Session session, Heads heads, Keyring keys, EpisodeRef episode)
      throws SQLException {
    Chain chain = Chain.episode(episode.clinic(), episode.episode());
    return session.first(
        SELECT,
        row -> fromRow(chain, heads, keys, row),
        chain.name(),
        episode.clinic(),
        episode.episode());
  }

  /// The state in the columns `patient`, those of a head and those of a key from the second on.
  static EpisodeState fromRow(Chain chain, Heads heads, Keyring keys, ResultSet row)
      throws SQLException {
    String patient = row.getString(2);
    if (row.getString(8) == null) {
      throw new JournalFailure(
          Kind.TAMPERED,
          "patient " + patient + " of " + chain.clinic() + "/" + chain.name() + " has no key row");
    }
    Head head = heads.fromRow(chain, row, 3);
    Optional<DataKey> key = keys.fromRow(chain.clinic(), patient, row, 8);
    return new EpisodeState(UUID.fromString(patient), head, key);
  }
}
