package vermilion.service;

import java.util.List;
import vermilion.episode.Entry;
import vermilion.episode.Episode;

/// What became of a request to change an episode.
public sealed interface Submission {

  /// Every event was decided; what was accepted is durable.
  ///
  /// @param outcomes one for each event, in order
  record Decided(List<Outcome> outcomes) implements Submission {
    /// Copies the outcomes.
    public Decided {
      outcomes = List.copyOf(outcomes);
    }
  }

  /// Nothing was kept: something came that has to be known first (see [Basis]).
  ///
  /// @param meanwhile what came, in order
  /// @param episode the episode as it is now
  record Overtaken(List<Entry> meanwhile, Episode episode) implements Submission {
    /// Copies the entries.
    public Overtaken {
      meanwhile = List.copyOf(meanwhile);
    }
  }

  /// The clinic has no such episode.
  record NoEpisode() implements Submission {}

  /// The patient's data was erased.
  record Erased() implements Submission {}

  /// The store cannot take it now; nothing was kept and it may be sent again.
  record Busy() implements Submission {}
}
