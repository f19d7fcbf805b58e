package vermilion.service;

import java.util.List;
import java.util.UUID;

/// What a reading of an episode found.
public sealed interface ReadOutcome {

  /// The events, in order.
  ///
  /// @param patient whose episode it is
  /// @param seq where the episode stands; the last event's, or that of `afterSeq` when none is
  ///   newer
  /// @param events those after the asked sequence number, without gaps
  record Found(UUID patient, long seq, List<StoredEvent> events) implements ReadOutcome {

    /// Keeps its own copy of the events.
    public Found {
      events = List.copyOf(events);
    }
  }

  /// The clinic has no such episode.
  ///
  /// @param episode what was asked for
  record NoEpisode(EpisodeRef episode) implements ReadOutcome {}

  /// The episode exists, but the patient's key was destroyed: nobody can read it any more.
  ///
  /// @param patient whose
  /// @param seq where the episode stood
  record Erased(UUID patient, long seq) implements ReadOutcome {}
}
