package vermilion.service;

import java.util.Optional;

/// One episode, always named together with the clinic that owns it, so that no question can be
/// asked across clinics by forgetting half of the name.
///
/// @param clinic the id of the clinic
/// @param episode the id of the episode, unique within the clinic
public record EpisodeRef(String clinic, String episode) {

  /// Refuses ids that are not 1 to 64 lower-case letters, digits and inner hyphens.
  public EpisodeRef {
    Shape.id("clinic", clinic);
    Shape.id("episode", episode);
  }

  /// The episode with such ids, or nothing where they are no ids.
  public static Optional<EpisodeRef> of(String clinic, String episode) {
    return Shape.isId(clinic) && Shape.isId(episode)
        ? Optional.of(new EpisodeRef(clinic, episode))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return clinic + "/" + episode;
  }
}
