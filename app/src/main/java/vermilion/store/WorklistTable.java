package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vermilion.service.AppendRequest;
import vermilion.service.Bytes;
import vermilion.service.EpisodeRef;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.WorklistChange;
import vermilion.service.WorklistEntry;
import vermilion.service.WorklistRow;

/// The worklist lines: ranks and times in clear, the card under the patient's key.
final class WorklistTable {

  private static final ManyRows PUT =
      ManyRows.insert(
          "INSERT INTO worklist"
              + " (clinic, episode, level_rank, deadline, next_change, updated, key_id, nonce, card)",
          List.of("text", "text", "int", "bigint", "bigint", "bigint", "text", "bytea", "bytea"),
          """
          ON CONFLICT (clinic, episode) DO UPDATE SET
            level_rank = excluded.level_rank, deadline = excluded.deadline,
            next_change = excluded.next_change, updated = excluded.updated,
            key_id = excluded.key_id, nonce = excluded.nonce, card = excluded.card
          """);
  private static final List<String> REMOVE_TYPES = List.of("text", "text");
  private static final ManyRows REMOVE =
      new ManyRows(
          "DELETE FROM worklist WHERE clinic = ? AND episode = ?",
          "DELETE FROM worklist w USING "
              + ManyRows.unnest(REMOVE_TYPES)
              + " AS u (clinic, episode) WHERE w.clinic = u.clinic AND w.episode = u.episode",
          REMOVE_TYPES);
  private static final String SELECT =
      """
      SELECT w.episode, w.level_rank, w.deadline, w.next_change, w.updated, w.nonce, w.card,
        k.patient, k.key_id, k.master_id, k.wrapped
      FROM worklist w
      JOIN patient_key k ON k.clinic = w.clinic AND k.key_id = w.key_id
      WHERE w.clinic = ?
      """;
  private static final String BY_URGENCY =
      SELECT + " ORDER BY w.level_rank DESC, w.deadline IS NULL, w.deadline, w.episode LIMIT ?";
  private static final String BY_CHANGE =
      SELECT + " AND w.next_change <= ? ORDER BY w.next_change, w.episode LIMIT ?";

  private final Keyring keys;

  WorklistTable(Keyring keys) {
    this.keys = keys;
  }

  /// A statement and what it is run with.
  static final class Write {
    final ManyRows change;
    final @Nullable Object[] values;

    private Write(ManyRows change, @Nullable Object... values) {
      this.change = change;
      this.values = values;
    }
  }

  /// What an append changes here; empty: nothing.
  Optional<Write> change(AppendRequest request, DataKey key) {
    EpisodeRef episode = request.episode();
    return switch (request.worklist()) {
      case WorklistChange.Unchanged _ -> Optional.empty();
      case WorklistChange.Removed _ ->
          Optional.of(new Write(REMOVE, episode.clinic(), episode.episode()));
      case WorklistChange.Put put -> {
        WorklistRow row = put.row();
        Sealed card =
            row.card().size() == 0
                ? Sealed.NOTHING
                : key.seal(bound(episode, key.id()), row.card().toArray());
        yield Optional.of(
            new Write(
                PUT,
                episode.clinic(),
                episode.episode(),
                row.levelRank(),
                row.deadline().map(Instant::toEpochMilli).orElse(null),
                row.nextChange().map(Instant::toEpochMilli).orElse(null),
                request.received().toEpochMilli(),
                key.id(),
                card.nonce,
                card.ciphertext));
      }
    };
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

  List<WorklistEntry> byUrgency(Session session, String clinic, int limit) throws SQLException {
    List<WorklistEntry> lines = new ArrayList<>();
    session.each(BY_URGENCY, row -> lines.add(fromRow(clinic, row)), clinic, limit);
    return lines;
  }

  List<WorklistEntry> byChange(Session session, String clinic, Instant until, int limit)
      throws SQLException {
    List<WorklistEntry> lines = new ArrayList<>();
    session.each(
        BY_CHANGE, row -> lines.add(fromRow(clinic, row)), clinic, until.toEpochMilli(), limit);
    return lines;
  }

  private WorklistEntry fromRow(String clinic, ResultSet row) throws SQLException {
    EpisodeRef episode = new EpisodeRef(clinic, row.getString(1));
    Sealed card = new Sealed(EventRow.bytes(row, 6), EventRow.bytes(row, 7));
    Bytes plain = Bytes.NONE;
    if (card.ciphertext.length > 0) {
      DataKey key =
          keys.fromRow(clinic, row.getString(8), row, 9)
              .orElseThrow(() -> changed(episode, "outlived its patient's key"));
      plain =
          Bytes.of(
              key.open(bound(episode, key.id()), card)
                  .orElseThrow(() -> changed(episode, "does not open")));
    }
    WorklistRow line = new WorklistRow(row.getInt(2), instant(row, 3), instant(row, 4), plain);
    return new WorklistEntry(episode, Instant.ofEpochMilli(row.getLong(5)), line);
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static Frame bound(EpisodeRef episode, String keyId) {
    return Frame.of("vermilion/worklist-card/1")
        .text(episode.clinic())
        .text(episode.episode())
        .text(keyId);
  }

  private static JournalFailure changed(EpisodeRef episode, String how) {
    return new JournalFailure(Kind.TAMPERED, "the worklist card of " + episode + " " + how);
  }
}
