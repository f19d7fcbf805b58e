package vermilion.service;

import java.util.List;

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

  /// The clinic has no such episode.
  record NoEpisode() implements Submission {}

  /// The patient's data was erased.
  record Erased() implements Submission {}

  /// The store cannot take it now; nothing was kept and it may be sent again.
  record Busy() implements Submission {}
}
