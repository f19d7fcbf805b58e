package vermilion.proof.episode;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Concern;
import vermilion.episode.AlertClock;
import vermilion.episode.Author;
import vermilion.episode.Decision;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Standing;

/// One event that somebody sent, with what stood before it and what came of it.
///
/// @param memory what was remembered before it
/// @param before the episode before it
/// @param stood how that stood at the instant of the event
/// @param by who sent it
/// @param event what was sent
/// @param decision what was decided
/// @param stands how it stands at the same instant with the event, where it was accepted
record EpisodeStep(
    EpisodeMemory memory,
    Episode before,
    Standing stood,
    Author by,
    EpisodeEvent event,
    Decision decision,
    Optional<Standing> stands) {

  Instant now() {
    return stood.now();
  }

  boolean isByClinician() {
    return by.role() == Author.Role.CLINICIAN;
  }

  /// The state of the alert about a concern, if there is one; of several the first.
  static AlertClock.@Nullable State alert(Standing standing, Concern concern) {
    for (AlertClock.State state : standing.alerts()) {
      if (state.alert().concern() == concern) {
        return state;
      }
    }
    return null;
  }
}
