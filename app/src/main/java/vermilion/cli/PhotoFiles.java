package vermilion.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.service.Bytes;
import vermilion.service.EpisodeRef;
import vermilion.service.JournalFailure;
import vermilion.service.Photos;
import vermilion.service.PrivateFiles;
import vermilion.service.ReadOutcome;
import vermilion.service.StoredEvent;

/// The photos of an export, as files that their owner alone can read.
final class PhotoFiles {

  private final Photos photos;
  private final Optional<Path> folder;
  private int told;

  /// @param folder where they go; none: they are only counted
  PhotoFiles(Photos photos, Optional<Path> folder) {
    this.photos = photos;
    this.folder = folder;
  }

  /// Adds the photos of which the events of an episode tell.
  void add(EpisodeRef episode, ReadOutcome.Found found) {
    for (StoredEvent event : found.events()) {
      if (isOfPhoto(event)) {
        told++;
        if (folder.isPresent()) {
          write(episode, event, folder.get());
        }
      }
    }
  }

  private static boolean isOfPhoto(StoredEvent event) {
    return EventCodec.readBody(event.body().toText())
            instanceof EventCodec.Reading.Read<EventCodec.Stored> read
        && read.value().sent().event() instanceof EpisodeEvent.PhotoTaken taken
        && taken.picture().isPresent();
  }

  private void write(EpisodeRef episode, StoredEvent event, Path into) {
    Bytes photo =
        photos
            .find(episode, event.id(), Photos.Size.WHOLE)
            .orElseThrow(() ->
                new JournalFailure(
                    JournalFailure.Kind.TAMPERED,
                    "the photo " + event.id() + " of " + episode + " is lost"));
    Path file = into.resolve(event.id() + ".jpg");
    try {
      PrivateFiles.writeWhole(file, photo.toArray());
    } catch (IOException e) {
      throw new JournalFailure(
          JournalFailure.Kind.STORAGE_FAILED, "cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /// Says how many there are, where that is not seen from the export itself.
  void tell(Terminal terminal) {
    if (told > 0) {
      String photos = told + (told == 1 ? " photo" : " photos");
      terminal.say(
          "vermilion export: "
              + photos
              + folder
                  .map(into -> " in " + into)
                  .orElse(" not in this export; --photos FOLDER writes them beside it"));
    }
  }
}
