package vermilion.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vermilion.service.AppendRequest;
import vermilion.service.EpisodeRef;
import vermilion.service.WorklistChange;
import vermilion.service.WorklistRow;

/// The worklist lines: ranks and times in clear, the card under the patient's key.
final class WorklistTable {

  private static final ManyRows PUT =
      ManyRows.insert(
          "INSERT INTO worklist"
              + " (clinic, episode, level_rank, deadline, next_change, updated, key_id, nonce, card,"
              + " course, course_change)",
          List.of(
              "text", "text", "int", "bigint", "bigint", "bigint", "text", "bytea", "bytea", "int",
              "bigint"),
          """
          ON CONFLICT (clinic, episode) DO UPDATE SET
            level_rank = excluded.level_rank, deadline = excluded.deadline,
            next_change = excluded.next_change, updated = excluded.updated,
            key_id = excluded.key_id, nonce = excluded.nonce, card = excluded.card,
            course = excluded.course, course_change = excluded.course_change
          """);
  private static final List<String> REMOVE_TYPES = List.of("text", "text");
  private static final ManyRows REMOVE =
      new ManyRows(
          "DELETE FROM worklist WHERE clinic = ? AND episode = ?",
          "DELETE FROM worklist w USING "
              + ManyRows.unnest(REMOVE_TYPES)
              + " AS u (clinic, episode) WHERE w.clinic = u.clinic AND w.episode = u.episode",
          REMOVE_TYPES);

  /// The same change where nothing that a line is found or counted by has changed: no index is
  /// touched then. A database in the same process would write each of them anew, whatever it holds.
  private static final String KEEP_PLACE =
      """
      UPDATE worklist SET updated = ?, key_id = ?, nonce = ?, card = ?
      WHERE clinic = ? AND episode = ? AND level_rank = ? AND deadline IS ? AND next_change IS ?
        AND course = ? AND course_change IS ?
      """;

  /// A statement and what it is run with.
  static final class Write {
    final @Nullable Object[] values;
    private final boolean puts;

    private Write(boolean puts, @Nullable Object... values) {
      this.values = values;
      this.puts = puts;
    }

    ManyRows change() {
      return puts ? PUT : REMOVE;
    }
  }

  /// What an append changes here; empty: nothing.
  Optional<Write> change(AppendRequest request, DataKey key) {
    EpisodeRef episode = request.episode();
    return switch (request.worklist()) {
      case WorklistChange.Unchanged _ -> Optional.empty();
      case WorklistChange.Removed _ ->
          Optional.of(new Write(false, episode.clinic(), episode.episode()));
      case WorklistChange.Put put -> {
        WorklistRow row = put.row();
        Sealed card =
            row.card().size() == 0
                ? Sealed.NOTHING
                : key.seal(bound(episode, key.id()), row.card().toArray());
        yield Optional.of(
            new Write(
                true,
                episode.clinic(),
                episode.episode(),
                row.levelRank(),
                row.deadline().map(Instant::toEpochMilli).orElse(null),
                row.nextChange().map(Instant::toEpochMilli).orElse(null),
                request.received().toEpochMilli(),
                key.id(),
                card.nonce,
                card.ciphertext,
                row.course().place().code(),
                row.course().until().map(Instant::toEpochMilli).orElse(null)));
      }
    };
  }

  /// Writes one line, by SQLite's own comparison of what may be null.
  static void run(Session session, Write write) throws SQLException {
    @Nullable Object[] v = write.values;
    if (!write.puts
        || session.run(
                KEEP_PLACE, v[5], v[6], v[7], v[8], v[0], v[1], v[2], v[3], v[4], v[9], v[10])
            == 0) {
      session.run(write.change().one(), v);
    }
  }

  /// Deletes the lines of a patient whose key is destroyed.
  void erase(Session session, String clinic, UUID patient) throws SQLException {
    session.run(
        "DELETE FROM worklist WHERE clinic = ? AND episode IN"
            + " (SELECT episode FROM episode WHERE clinic = ? AND patient = ?)",
        clinic,
        clinic,
        patient.toString());
  }

  /// What a card is bound to: it opens on this line and on no other.
  static Frame bound(EpisodeRef episode, String keyId) {
    return Frame.of("vermilion/worklist-card/1")
        .text(episode.clinic())
        .text(episode.episode())
        .text(keyId);
  }
}
