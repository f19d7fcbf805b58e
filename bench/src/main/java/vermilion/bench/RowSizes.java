package vermilion.bench;

import java.sql.Connection;
import java.sql.SQLException;

/// How many bytes the rows of a check-in take in a record, column by column, so that a bare table
/// can be given the same.
///
/// @param clinic characters of a clinic's id
/// @param keyId characters of the id of a key
/// @param nonce bytes of a nonce
/// @param body bytes of a sealed check-in
/// @param card bytes of a sealed line of the worklist, its nonce with it
/// @param mac bytes of the MAC of a head
record RowSizes(int clinic, int keyId, int nonce, int body, int card, int mac) {
  /// SHA-256.
  static final int HASH = 32;

  /// Measures the check-ins of a record.
  static RowSizes of(Connection record) throws SQLException {
    try (var statement = record.createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT avg(octet_length(e.clinic)), avg(octet_length(e.key_id)),
                  avg(octet_length(e.nonce)), avg(octet_length(e.ciphertext)),
                  (SELECT avg(octet_length(card) + octet_length(nonce)) FROM worklist),
                  (SELECT avg(octet_length(mac)) FROM head)
                FROM (SELECT * FROM event WHERE seq > 1 LIMIT 1000) e
                """)) {
      if (!row.next() || row.getDouble(1) == 0) {
        throw new SQLException("the record holds no check-in");
      }
      return new RowSizes(
          (int) Math.round(row.getDouble(1)),
          (int) Math.round(row.getDouble(2)),
          (int) Math.round(row.getDouble(3)),
          (int) Math.round(row.getDouble(4)),
          (int) Math.round(row.getDouble(5)),
          (int) Math.round(row.getDouble(6)));
    }
  }

  /// The bytes of all three rows, numbers counted as eight.
  int all() {
    var event = clinic + 72 + keyId + nonce + body + 2 * HASH + 16;
    var head = clinic + 44 + HASH + mac + 24;
    var line = clinic + 36 + keyId + card + 40;
    return event + head + line;
  }
}
