package vermilion.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vermilion.service.Bytes;
import vermilion.service.EpisodeRef;
import vermilion.service.JournalFailure;
import vermilion.service.JournalFailure.Kind;
import vermilion.service.Photos;

/// The photos over JDBC. May be used by any thread.
final class JdbcPhotos implements Photos {

  private static final Duration DAY = Duration.ofDays(1);

  private final Engine engine;
  private final Heads heads;

  JdbcPhotos(Engine engine) {
    this.engine = engine;
    this.heads = new Heads(engine.master());
  }

  @Override
  public Kept keep(NewPhoto photo, Instant received) {
    return engine
        .writer()
        .submit(
            (long) photo.picture().size() + photo.thumbnail().size(),
            session -> keep(session, photo, received))
        .orElse(Kept.BUSY);
  }

  private Kept keep(Session session, NewPhoto photo, Instant received) throws SQLException {
    Optional<EpisodeState> state =
        EpisodeState.find(session, heads, engine.keys(), photo.episode());
    if (state.isEmpty()) {
      return Kept.NO_EPISODE;
    }
    if (state.get().key().isEmpty()) {
      return Kept.ERASED;
    }
    DataKey key = state.get().key().get();
    Optional<PhotoTable.Row> there = PhotoTable.find(session, photo.episode().clinic(), photo.id());
    if (there.isPresent()) {
      boolean same =
          there.get().episode().equals(photo.episode())
              && there.get().fingerprint().equals(PhotoTable.fingerprint(key, photo.hash()));
      return same ? Kept.KNOWN : Kept.OTHER_CONTENT;
    }
    if (PhotoTable.countSince(session, photo.episode(), Long.MIN_VALUE) >= PHOTOS_PER_EPISODE_MAX) {
      return Kept.EPISODE_FULL;
    }
    long yesterday = received.minus(DAY).toEpochMilli();
    if (PhotoTable.countSince(session, photo.episode(), yesterday) >= PHOTOS_PER_DAY_MAX) {
      return Kept.DAY_FULL;
    }
    PhotoTable.add(session, photo, received.toEpochMilli(), key);
    return Kept.NEW;
  }

  @Override
  public Optional<Bytes> find(EpisodeRef episode, UUID id, Size size) {
    String which = size == Size.WHOLE ? PhotoTable.WHOLE : PhotoTable.SMALL;
    return engine
        .readers()
        .ask(session -> {
          Optional<Place> place = place(session, episode, id);
          return place.isPresent()
              ? Optional.of(
                  opened(session, place.get(), which)
                      .orElseThrow(() ->
                          new JournalFailure(
                              Kind.TAMPERED,
                              "photo " + id + " of " + episode + " does not open: it was changed")))
              : Optional.empty();
        });
  }

  @Override
  public boolean isKept(EpisodeRef episode, UUID id, String hash) {
    return engine
        .readers()
        .ask(session -> place(session, episode, id).filter(one -> one.is(hash)).isPresent());
  }

  @Override
  public boolean isWhole(EpisodeRef episode, UUID id, String hash) {
    return engine
        .readers()
        .ask(session -> {
          Optional<Place> place = place(session, episode, id).filter(one -> one.is(hash));
          return place.isPresent()
              && opened(session, place.get(), PhotoTable.SMALL).isPresent()
              && opened(session, place.get(), PhotoTable.WHOLE).isPresent();
        });
  }

  /// A photo and what opens it.
  private record Place(PhotoTable.Row row, DataKey key) {
    boolean is(String hash) {
      return row.fingerprint().equals(PhotoTable.fingerprint(key, hash));
    }
  }

  private Optional<Place> place(Session session, EpisodeRef episode, UUID id) throws SQLException {
    Optional<PhotoTable.Row> row =
        PhotoTable.find(session, episode.clinic(), id).filter(one -> one.episode().equals(episode));
    if (row.isEmpty()) {
      return Optional.empty();
    }
    return engine
        .keys()
        .byId(session, episode.clinic(), row.get().keyId())
        .map(key -> new Place(row.get(), key));
  }

  private static Optional<Bytes> opened(Session session, Place place, String which)
      throws SQLException {
    Optional<Sealed> sealed = PhotoTable.picture(session, place.row(), which);
    return sealed.flatMap(one -> place.key().open(place.row().bound(which), one)).map(Bytes::of);
  }
}
