package vermilion.service;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vermilion.episode.Author;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.json.Fields;

/// Takes photos in, and gives them to those who may see them. A photo comes before the event that
/// tells of it; nobody sees one of which no event tells.
public final class PhotoService {

  private final Photos photos;
  private final PhotoReader reader;
  private final AuditTrail audit;
  private final InstantSource clock;

  /// Makes the service over its ports.
  public PhotoService(Photos photos, PhotoReader reader, AuditTrail audit, InstantSource clock) {
    this.photos = photos;
    this.reader = reader;
    this.audit = audit;
    this.clock = clock;
  }

  /// What became of a photo that was sent.
  public sealed interface Taking {
    /// The store has answered.
    ///
    /// @param kept what it says
    /// @param hash the SHA-256 of what was sent
    record Answered(Photos.Kept kept, String hash) implements Taking {}

    /// It is no photo that is taken.
    ///
    /// @param found what it is
    /// @param expected what would be taken
    record Refused(String found, String expected) implements Taking {}
  }

  /// Keeps what was sent as the photo `id`.
  public Taking take(EpisodeRef episode, UUID id, Bytes sent) {
    return switch (reader.read(sent)) {
      case PhotoReader.Reading.Refused no -> new Taking.Refused(no.found(), no.expected());
      case PhotoReader.Reading.Read read -> {
        String hash = HexFormat.of().formatHex(Sha256.of(sent.toArray()));
        Photos.NewPhoto photo =
            new Photos.NewPhoto(episode, id, hash, read.picture(), read.thumbnail());
        yield new Taking.Answered(photos.keep(photo, Times.kept(clock.instant())), hash);
      }
    };
  }

  /// What the events of a request say of photos that are not there.
  public List<Fields.Problem> missing(EpisodeRef ref, List<EventCodec.Sent> events) {
    List<Fields.Problem> missing = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      EventCodec.Sent sent = events.get(i);
      if (sent.event() instanceof EpisodeEvent.PhotoTaken taken
          && taken.picture().isPresent()
          && !photos.isKept(ref, UUID.fromString(sent.id()), taken.picture().get().hash())) {
        missing.add(
            new Fields.Problem(
                "[" + i + "].photo.hash",
                taken.picture().get().hash(),
                "the hash of the photo " + sent.id() + ", sent before its event"));
      }
    }
    return missing;
  }

  /// A photo of which an event of the episode tells; that staff saw one whole is kept in the audit.
  ///
  /// @param by who wants to see it
  public Optional<Bytes> show(Wanted wanted, Access by) {
    Optional<UUID> id = idOf(wanted);
    Optional<Bytes> found = id.flatMap(photo -> photos.find(wanted.ref(), photo, wanted.size()));
    boolean staff = by.author().role() != Author.Role.PATIENT;
    if (staff && found.isPresent() && wanted.size() == Photos.Size.WHOLE) {
      AuditEntry entry =
          new AuditEntry(
              clock.instant(),
              by.author().name(),
              "photo-read",
              Optional.of(wanted.ref().episode()),
              "photo " + wanted.photo());
      if (!audit.record(by.clinic(), entry)) {
        throw new JournalFailure(
            JournalFailure.Kind.OVERLOADED, "the store is too busy to keep who sees a photo");
      }
    }
    return found;
  }

  /// A photo that somebody wants to see.
  ///
  /// @param ref the episode
  /// @param episode the same, as it stands
  /// @param photo the id, as it was asked for
  /// @param size which of its pictures
  public record Wanted(EpisodeRef ref, Episode episode, String photo, Photos.Size size) {}

  private static Optional<UUID> idOf(Wanted wanted) {
    return wanted.episode().entries().stream()
        .filter(entry -> entry.id().equals(wanted.photo()))
        .filter(entry ->
            entry.event() instanceof EpisodeEvent.PhotoTaken taken && taken.picture().isPresent())
        .map(entry -> UUID.fromString(entry.id()))
        .findFirst();
  }
}
