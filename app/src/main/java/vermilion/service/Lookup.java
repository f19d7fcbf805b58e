package vermilion.service;

import vermilion.episode.Episode;

/// What came of looking for an episode.
public sealed interface Lookup {

  /// It is there.
  ///
  /// @param episode the episode as it stands
  record Found(Episode episode) implements Lookup {}

  /// The clinic has no such episode.
  record NoEpisode() implements Lookup {}

  /// The patient's data was erased.
  record Erased() implements Lookup {}
}
