package vermilion.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of the journal as it is stored.
final class EventRow {

  static final String COLUMNS =
      "seq, event_id, received, key_id, nonce, ciphertext, previous_hash, hash";

  static final ManyRows INSERT =
      ManyRows.insert(
          "INSERT INTO event (clinic, episode, " + COLUMNS + ")",
          List.of(
              "text", "text", "bigint", "text", "bigint", "text", "bytea", "bytea", "bytea",
              "bytea"),
          "");

  final String clinic;
  final String episode;
  final long seq;
  final String eventId;
  final long received;
  final String keyId;

  /// @param owner clinic and episode
  /// @param place the sequence number and when it was received
  /// @param eventId the event's own id
  /// @param keyId the key under which the body is sealed
  EventRow(Owner owner, Place place, String eventId, String keyId) {
    this.clinic = owner.clinic();
    this.episode = owner.episode();
    this.seq = place.seq();
    this.received = place.received();
    this.eventId = eventId;
    this.keyId = keyId;
  }

  /// Whose row it is.
  ///
  /// @param clinic the clinic
  /// @param episode the episode
  record Owner(String clinic, String episode) {}

  /// Where a row stands.
  ///
  /// @param seq its number
  /// @param received the server's clock, in milliseconds
  record Place(long seq, long received) {}

  /// The row in the columns [#COLUMNS] from `column` on, without its bytes.
  static EventRow fromRow(Owner owner, ResultSet row, int column) throws SQLException {
    Place place = new Place(row.getLong(column), row.getLong(column + 2));
    return new EventRow(owner, place, row.getString(column + 1), row.getString(column + 3));
  }

  /// The sealed body in the columns [#COLUMNS] from `column` on.
  static Sealed sealedIn(ResultSet row, int column) throws SQLException {
    return new Sealed(bytes(row, column + 4), bytes(row, column + 5));
  }

  static byte[] bytes(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getBytes(column)).orElse(new byte[0]);
  }

  /// What [#INSERT] is run with.
  static @Nullable Object[] values(Rows.NewRow added) {
    EventRow row = added.row;
    return new @Nullable Object[] {
      row.clinic,
      row.episode,
      row.seq,
      row.eventId,
      row.received,
      row.keyId,
      added.body.nonce,
      added.body.ciphertext,
      added.previous,
      added.hash
    };
  }

  /// What the body is bound to: it opens in this row and in no other.
  Frame bound() {
    return Frame.of("vermilion/event-body/1")
        .text(clinic)
        .text(episode)
        .number(seq)
        .text(eventId)
        .number(received)
        .text(keyId);
  }

  /// The hash of the whole row over its stored bytes, so that it can be checked without any key.
  byte[] hash(Sealed body, byte[] previous) {
    return Frame.of("vermilion/event/1")
        .text(clinic)
        .text(episode)
        .number(seq)
        .text(eventId)
        .number(received)
        .text(keyId)
        .bytes(body.nonce)
        .bytes(body.ciphertext)
        .bytes(previous)
        .sha256();
  }
}
