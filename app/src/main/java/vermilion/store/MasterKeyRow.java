package vermilion.store;

import java.sql.SQLException;
import java.util.Optional;

/// Which master key a store says that it stands under: the newest of those it has had.
final class MasterKeyRow {

  private MasterKeyRow() {}

  /// The key's id; empty for a store that was never begun.
  static Optional<String> newest(Session session) throws SQLException {
    return session.first("SELECT id FROM master_key ORDER BY made DESC", row -> row.getString(1));
  }

  /// From `made` on the store stands under `key`.
  ///
  /// @param made milliseconds since 1970; later than those of all before
  static void add(Session session, MasterKey key, long made) throws SQLException {
    session.run(
        "INSERT INTO master_key (id, made, proof) VALUES (?, ?, ?)",
        key.id(),
        made,
        key.mac(Frame.of("vermilion/master/proof/1")));
  }
}
