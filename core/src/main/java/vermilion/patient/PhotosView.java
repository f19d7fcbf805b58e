package vermilion.patient;

import java.util.ArrayList;
import java.util.List;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.json.Json;
import vermilion.time.UtcText;

/// Writes which photos of the patient the clinic keeps, oldest first; never what is on them.
public final class PhotosView {

  private final Episode episode;

  /// Sees the photos of an episode.
  public PhotosView(Episode episode) {
    this.episode = episode;
  }

  /// All of them.
  public Json json() {
    List<Json> photos = new ArrayList<>();
    for (Entry entry : episode.entries()) {
      if (entry.event() instanceof EpisodeEvent.PhotoTaken taken && taken.picture().isPresent()) {
        EpisodeEvent.Picture picture = taken.picture().get();
        photos.add(
            Json.object()
                .put("id", entry.id())
                .put("at", UtcText.of(entry.moment()))
                .put("received", UtcText.of(entry.received()))
                .put("view", picture.view().id())
                .put("occurrence", taken.occurrence())
                .put("message", picture.message())
                .build());
      }
    }
    return new Json.Arr(photos);
  }

  /// The ids of the photos that go with a message.
  static List<String> of(Episode episode, String message) {
    List<String> ids = new ArrayList<>();
    for (Entry entry : episode.entries()) {
      if (entry.event() instanceof EpisodeEvent.PhotoTaken taken
          && taken.picture().isPresent()
          && taken.picture().get().message().isPresent()
          && taken.picture().get().message().get().equals(message)) {
        ids.add(entry.id());
      }
    }
    return ids;
  }
}
