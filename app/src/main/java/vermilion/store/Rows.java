package vermilion.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.AppendRequest;
import vermilion.service.AuditEntry;
import vermilion.service.EpisodeRef;

/// The rows that appends look at and write: one by one, or those of a whole transaction together.
interface Rows extends GroupCommit.Course {

  /// A row that bears an event's id already.
  ///
  /// @param row all but its bytes
  /// @param body the sealed bytes
  record KeptEvent(EventRow row, Sealed body) {}

  /// One more row of an episode.
  final class NewRow {
    final EventRow row;
    final Sealed body;
    final byte[] previous;
    final byte[] hash;

    /// @param row all but its bytes
    /// @param body the sealed bytes
    /// @param previous the hash of the row before
    NewRow(EventRow row, Sealed body, byte[] previous) {
      this.row = row;
      this.body = body;
      this.previous = previous;
      this.hash = row.hash(body, previous);
    }
  }

  /// Where an episode stands.
  Optional<EpisodeState> state(Session session, EpisodeRef episode) throws SQLException;

  /// The row that bears an event's id.
  Optional<KeptEvent> event(Session session, String clinic, UUID event) throws SQLException;

  /// Notes that an episode was entered into the register in this transaction.
  void entered(EpisodeRef episode, EpisodeState state);

  /// Adds rows to an episode and moves its head behind the last one.
  void add(Session session, EpisodeRef episode, List<NewRow> rows, Heads.Move move)
      throws SQLException;

  /// Makes sure that nobody moves the head of an episode before the transaction ends: what is
  /// written was decided on it.
  void stays(EpisodeRef episode, Head head);

  /// Changes the worklist as `request` says.
  void line(Session session, AppendRequest request, DataKey key) throws SQLException;

  /// Adds to the audit of a clinic.
  void audit(Session session, String clinic, List<AuditEntry> entries) throws SQLException;

  /// Keeps every other node from writing until the end of the transaction, so that nothing is
  /// sealed under a key that is being destroyed.
  void alone(Session session) throws SQLException;
}
