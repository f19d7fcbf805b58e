package vermilion.service;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The photos of the patients, each sealed under its patient's key and bound to its episode, its id
/// and the hash of what was sent. Whatever destroys the key of a patient destroys them too.
///
/// May be used by any thread.
public interface Photos {

  /// The largest photo that is kept, in bytes.
  int PHOTO_BYTES_MAX = 4 * 1024 * 1024;

  /// The largest small picture of a photo, in bytes.
  int THUMBNAIL_BYTES_MAX = 64 * 1024;

  /// The most photos of one episode.
  int PHOTOS_PER_EPISODE_MAX = 200;

  /// The most photos of one episode that are received within 24 hours.
  int PHOTOS_PER_DAY_MAX = 24;

  /// A photo to keep.
  ///
  /// @param episode whose
  /// @param id what its maker calls it; the event about it has the same id
  /// @param hash the SHA-256 of what was sent, in lower-case hex
  /// @param picture the JPEG to keep
  /// @param thumbnail the same, small
  record NewPhoto(EpisodeRef episode, UUID id, String hash, Bytes picture, Bytes thumbnail) {
    /// Refuses pictures that are too large.
    public NewPhoto {
      if (picture.size() > PHOTO_BYTES_MAX || thumbnail.size() > THUMBNAIL_BYTES_MAX) {
        throw new IllegalArgumentException(
            "photo " + id + " has " + picture.size() + " and " + thumbnail.size() + " bytes");
      }
    }
  }

  /// What became of a photo.
  enum Kept {
    /// It is kept, and durable.
    NEW,
    /// It was kept before: a request that was sent twice.
    KNOWN,
    /// Another photo has the id.
    OTHER_CONTENT,
    /// The episode has [#PHOTOS_PER_EPISODE_MAX] photos.
    EPISODE_FULL,
    /// [#PHOTOS_PER_DAY_MAX] photos of it were received within 24 hours.
    DAY_FULL,
    /// The clinic has no such episode.
    NO_EPISODE,
    /// The patient was erased.
    ERASED,
    /// Too many requests wait; nothing was kept.
    BUSY
  }

  /// Which of the two pictures of a photo.
  enum Size {
    /// As it is kept.
    WHOLE,
    /// Small, for a list.
    THUMBNAIL
  }

  /// Keeps a photo.
  ///
  /// @param received the server's clock
  Kept keep(NewPhoto photo, Instant received);

  /// One photo, a JPEG; empty where the episode has none of this id, or its patient was erased.
  ///
  /// @throws JournalFailure when it does not open: it is not what was written
  Optional<Bytes> find(EpisodeRef episode, UUID id, Size size);

  /// Whether the photo `id` of an episode is there and was made from what has this hash; it is not
  /// opened.
  boolean isKept(EpisodeRef episode, UUID id, String hash);

  /// Whether it is kept, and opens as it was written.
  boolean isWhole(EpisodeRef episode, UUID id, String hash);
}
