package vermilion.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.EpisodeRef;
import vermilion.service.Photos.NewPhoto;

/// The rows of the photos.
final class PhotoTable {

  /// All but the bytes of a row.
  ///
  /// @param episode whose
  /// @param id the photo's own id
  /// @param keyId the key under which it is sealed
  /// @param fingerprint follows from the key and the hash of what was sent
  record Row(EpisodeRef episode, UUID id, String keyId, String fingerprint) {

    /// What a picture is bound to: it opens in this row, as this one of the two, and nowhere else.
    Frame bound(String which) {
      return Frame.of("vermilion/photo/1")
          .text(episode.clinic())
          .text(episode.episode())
          .text(id.toString())
          .text(keyId)
          .text(fingerprint)
          .text(which);
    }
  }

  static final String WHOLE = "whole";
  static final String SMALL = "small";

  private PhotoTable() {}

  /// The row of a photo, if it is there.
  static Optional<Row> find(Session session, String clinic, UUID id) throws SQLException {
    return session.first(
        "SELECT episode, key_id, fingerprint FROM photo WHERE clinic = ? AND photo = ?",
        row ->
            new Row(
                new EpisodeRef(clinic, row.getString(1)), id, row.getString(2), row.getString(3)),
        clinic,
        id.toString());
  }

  /// One of its two pictures, sealed.
  static Optional<Sealed> picture(Session session, Row row, String which) throws SQLException {
    return session.first(
        which.equals(WHOLE)
            ? "SELECT nonce, ciphertext FROM photo WHERE clinic = ? AND photo = ?"
            : "SELECT small_nonce, small FROM photo WHERE clinic = ? AND photo = ?",
        found -> new Sealed(EventRow.bytes(found, 1), EventRow.bytes(found, 2)),
        row.episode().clinic(),
        row.id().toString());
  }

  /// How many photos of an episode were received since.
  static long countSince(Session session, EpisodeRef episode, long since) throws SQLException {
    return session
        .first(
            "SELECT count(*) FROM photo WHERE clinic = ? AND episode = ? AND received > ?",
            row -> row.getLong(1),
            episode.clinic(),
            episode.episode(),
            since)
        .orElse(0L);
  }

  /// Keeps a photo.
  static void add(Session session, NewPhoto photo, long received, DataKey key) throws SQLException {
    Row row = new Row(photo.episode(), photo.id(), key.id(), fingerprint(key, photo.hash()));
    Sealed small = key.seal(row.bound(SMALL), photo.thumbnail().toArray());
    Sealed whole = key.seal(row.bound(WHOLE), photo.picture().toArray());
    session.run(
        "INSERT INTO photo (clinic, photo, episode, received, key_id, fingerprint, small_nonce,"
            + " small, nonce, ciphertext) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.episode().clinic(),
        row.id().toString(),
        row.episode().episode(),
        received,
        row.keyId(),
        row.fingerprint(),
        small.nonce,
        small.ciphertext,
        whole.nonce,
        whole.ciphertext);
  }

  /// What a row keeps in the place of a hash.
  static String fingerprint(DataKey key, String hash) {
    return key.fingerprint(Frame.of("vermilion/photo-hash/1").text(hash).toArray());
  }

  /// Deletes all photos of a patient.
  static void erase(Session session, String clinic, UUID patient) throws SQLException {
    session.run(
        "DELETE FROM photo WHERE clinic = ? AND episode IN"
            + " (SELECT episode FROM episode WHERE clinic = ? AND patient = ?)",
        clinic,
        clinic,
        patient.toString());
  }
}
