package vermilion.service;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;

/// Walks a whole store: every chain, then every photo of which an event tells.
public final class RecordCheck {

  /// How a body begins to tell of a photo: most events need not be read as JSON for that.
  private static final String PHOTO = "\"type\":\"photo-taken\"";

  private final Store store;
  private final List<Told> told = new ArrayList<>();

  /// A photo of which an event tells.
  private record Told(EpisodeRef episode, UUID id, String hash) {}

  private RecordCheck(Store store) {
    this.store = store;
  }

  /// What the walk finds.
  public static Verification of(Store store) {
    return new RecordCheck(store).walk();
  }

  private Verification walk() {
    Verification chains = store.journal().verify(this::note);
    if (!(chains instanceof Verification.Whole)) {
      return chains;
    }
    for (Told one : told) {
      if (!store.photos().isWhole(one.episode(), one.id(), one.hash()) && !isErased(one)) {
        return new Verification.Broken(
            one.episode().clinic(),
            "photo/" + one.id(),
            0,
            "the photo of episode "
                + one.episode().episode()
                + " is lost, or it is not the one that was kept");
      }
    }
    return chains;
  }

  /// Her patient may have been erased since the event was looked at.
  private boolean isErased(Told one) {
    return store.journal().read(one.episode(), Journal.EVENTS_PER_EPISODE_MAX)
        instanceof ReadOutcome.Erased;
  }

  private void note(EpisodeRef episode, Bytes body) {
    String text = body.toText();
    if (text.contains(PHOTO)
        && EventCodec.readBody(text) instanceof EventCodec.Reading.Read<EventCodec.Stored> read
        && read.value().sent().event() instanceof EpisodeEvent.PhotoTaken taken
        && taken.picture().isPresent()) {
      told.add(
          new Told(
              episode, UUID.fromString(read.value().sent().id()), taken.picture().get().hash()));
    }
  }
}
