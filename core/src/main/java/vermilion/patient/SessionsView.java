package vermilion.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Standing;
import vermilion.json.Json;
import vermilion.time.UtcText;

/// Writes the massage sessions of the patient's date, oldest first: when each began, how long it
/// was, and whether she stopped it. Of one whose end was never told the length is null.
final class SessionsView {

  private final Episode episode;
  private final Standing standing;

  SessionsView(Episode episode, Standing standing) {
    this.episode = episode;
    this.standing = standing;
  }

  Json json() {
    List<Json> all = new ArrayList<>();
    List<Entry> running = new ArrayList<>();
    for (Entry entry : episode.entries()) {
      if (entry.event() instanceof EpisodeEvent.MassageStarted) {
        endUntold(running, all);
        running.add(entry);
      } else if (entry.event() instanceof EpisodeEvent.MassageEnded ended && !running.isEmpty()) {
        add(
            running.removeLast(),
            new Json.Num(String.valueOf(ended.seconds())),
            ended.stopped(),
            all);
      }
    }
    endUntold(running, all);
    return new Json.Arr(all);
  }

  private void endUntold(List<Entry> running, List<Json> all) {
    for (Entry started : running) {
      add(started, new Json.Null(), false, all);
    }
    running.clear();
  }

  private void add(Entry started, Json seconds, boolean stopped, List<Json> all) {
    LocalDate date = standing.plan().wall().dateAt(started.received());
    if (date.equals(standing.today())) {
      all.add(
          Json.object()
              .put("at", UtcText.of(started.moment()))
              .put("seconds", seconds)
              .put("stopped", stopped)
              .build());
    }
  }
}
