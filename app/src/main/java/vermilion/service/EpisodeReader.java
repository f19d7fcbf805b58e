package vermilion.service;

import java.util.ArrayList;
import java.util.List;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.Guideline;

/// Reads an episode from the journal, whole, and folds it.
final class EpisodeReader {

  private final Journal journal;
  private final Guidelines guidelines;

  EpisodeReader(Journal journal, Guidelines guidelines) {
    this.journal = journal;
    this.guidelines = guidelines;
  }

  /// The episode as it is kept now.
  Lookup read(EpisodeRef ref) {
    return switch (journal.read(ref, 0)) {
      case ReadOutcome.NoEpisode _ -> new Lookup.NoEpisode();
      case ReadOutcome.Erased _ -> new Lookup.Erased();
      case ReadOutcome.Found found -> new Lookup.Found(folded(ref, found.events()));
    };
  }

  private Episode folded(EpisodeRef ref, List<StoredEvent> stored) {
    List<Entry> entries = new ArrayList<>();
    for (StoredEvent event : stored) {
      if (!(EventCodec.readBody(event.body().toText())
          instanceof EventCodec.Reading.Read<EventCodec.Stored> read)) {
        throw new IllegalStateException(
            "event " + event.seq() + " of " + ref + " cannot be read by this version");
      }
      EventCodec.Sent sent = read.value().sent();
      entries.add(
          new Entry(
              event.seq(),
              sent.id(),
              sent.at(),
              event.received(),
              read.value().by(),
              sent.event()));
    }
    EpisodeEvent.Opened opened = (EpisodeEvent.Opened) entries.getFirst().event();
    Guideline guideline =
        guidelines
            .find(opened.protocol(), opened.protocolVersion())
            .orElseThrow(() ->
                new IllegalStateException(
                    "episode "
                        + ref
                        + " follows protocol "
                        + opened.protocol()
                        + " version "
                        + opened.protocolVersion()
                        + ", which is not installed"));
    return Episode.of(guideline, entries);
  }
}
