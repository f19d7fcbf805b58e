package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.LegalHolds.Hold;

/// The last word of the audit about holding a patient's record.
final class HoldRows {

  static final String PLACED = "legal-hold-placed";
  static final String LIFTED = "legal-hold-lifted";

  /// An id has no character that means something to `LIKE`.
  private static final String LAST =
      "SELECT action, at, actor, detail FROM audit WHERE clinic = ? AND detail LIKE ?"
          + " AND action IN ('"
          + PLACED
          + "', '"
          + LIFTED
          + "') ORDER BY seq DESC LIMIT 1";

  private HoldRows() {}

  /// How an entry about `patient` begins.
  static String about(UUID patient) {
    return "patient " + patient + ": ";
  }

  /// The hold that stands on the record of `patient`.
  static Optional<Hold> find(Session session, String clinic, UUID patient) throws SQLException {
    String about = about(patient);
    return session
        .first(LAST, row -> standing(row, about.length()), clinic, about + "%")
        .flatMap(hold -> hold);
  }

  private static Optional<Hold> standing(ResultSet row, int from) throws SQLException {
    return row.getString(1).equals(PLACED)
        ? Optional.of(
            new Hold(
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4).substring(from)))
        : Optional.empty();
  }
}
