package vermilion.patient;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Concern;
import vermilion.episode.Assessed;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.json.Json;
import vermilion.time.UtcText;

/// Writes what the patient and the clinic wrote to each other, and which calls she began, oldest
/// first. That a message was seen is said only where a human marked what it led to (H-3).
final class MessagesView {

  private final Episode episode;

  MessagesView(Episode episode) {
    this.episode = episode;
  }

  Json json() {
    List<Json> messages = new ArrayList<>();
    for (Entry entry : episode.entries()) {
      switch (entry.event()) {
        case EpisodeEvent.MessageSent sent ->
            messages.add(
                head(entry, "clinic")
                    .put("by", entry.by().name())
                    .put("text", sent.text())
                    .build());
        case EpisodeEvent.Contacted contact when isHers(entry, contact) ->
            messages.add(
                head(entry, "patient")
                    .put("text", contact.text())
                    .put("called", contact.called())
                    .put("helper", Reporter.helper(entry))
                    .put("photos", Json.Arr.ofStrings(PhotosView.of(episode, entry.id())))
                    .put("seen", seen(entry))
                    .build());
        default -> {}
      }
    }
    return new Json.Arr(messages);
  }

  private static boolean isHers(Entry entry, EpisodeEvent.Contacted contact) {
    return entry.by().isHers() && (contact.text().isPresent() || contact.called().isPresent());
  }

  private static Json.Builder head(Entry entry, String from) {
    return Json.object()
        .put("id", entry.id())
        .put("at", UtcText.of(entry.moment()))
        .put("received", UtcText.of(entry.received()))
        .put("from", from);
  }

  /// The first human mark, after the message, on a concern that it was about.
  private Json seen(Entry message) {
    List<Concern> concerns = new ArrayList<>();
    for (Assessed one : episode.assessed()) {
      if (one.entry().seq() == message.seq()) {
        one.findings().forEach(finding -> concerns.add(finding.concern()));
      }
    }
    for (Entry entry : episode.entries()) {
      if (entry.seq() > message.seq() && isAbout(entry.event(), concerns)) {
        return Json.object()
            .put("by", entry.by().name())
            .put("at", UtcText.of(entry.received()))
            .build();
      }
    }
    return new Json.Null();
  }

  /// An alert is called after its concern; one alert about a concern is open at a time.
  private static boolean isAbout(EpisodeEvent event, List<Concern> concerns) {
    for (Concern concern : concerns) {
      boolean marked =
          switch (event) {
            case EpisodeEvent.Acknowledged ack -> ack.alert().startsWith(concern.id() + ".");
            case EpisodeEvent.LevelLowered lowered -> lowered.concern() == concern;
            default -> false;
          };
      if (marked) {
        return true;
      }
    }
    return false;
  }
}
