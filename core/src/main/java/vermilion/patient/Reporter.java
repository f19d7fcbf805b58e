package vermilion.patient;

import java.util.Optional;
import vermilion.episode.Alert;
import vermilion.episode.Author;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.json.Json;
import vermilion.time.UtcText;

/// Says who reported what an alert is about, so that no page claims that a patient told or sent
/// what she did not (H-21).
final class Reporter {

  private final Episode episode;

  Reporter(Episode episode) {
    this.episode = episode;
  }

  /// `patient`, `clinic` for what staff recorded of her, or `nobody` where nothing was heard.
  String of(Alert alert) {
    if (alert.seqs().isEmpty()) {
      return "nobody";
    }
    long newest = alert.seqs().getLast();
    for (Entry entry : episode.entries()) {
      if (entry.seq() == newest) {
        return entry.by().isHers() ? "patient" : "clinic";
      }
    }
    throw new IllegalStateException(
        "alert " + alert.id() + " is about event " + newest + ", which the record does not hold");
  }

  /// The helper who reported it for her, if one did.
  Optional<String> helper(Alert alert) {
    for (Entry entry : episode.entries()) {
      if (!alert.seqs().isEmpty() && entry.seq() == alert.seqs().getLast()) {
        return helper(entry);
      }
    }
    return Optional.empty();
  }

  /// The helper who wrote an event for her, if one did.
  static Optional<String> helper(Entry entry) {
    return entry.by().role() == Author.Role.CONFIDANT
        ? Optional.of(entry.by().name())
        : Optional.empty();
  }

  /// When the clinic's server last had anything of hers, or of a call that staff recorded; null
  /// where it never had.
  Json lastHeard() {
    Json last = new Json.Null();
    for (Entry entry : episode.entries()) {
      boolean hers = entry.by().isHers();
      if (hers || entry.event() instanceof EpisodeEvent.Contacted) {
        last = new Json.Str(UtcText.of(entry.received()));
      }
    }
    return last;
  }
}
