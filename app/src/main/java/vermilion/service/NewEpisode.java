package vermilion.service;

import java.util.Optional;
import java.util.UUID;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;

/// What an episode is opened with.
///
/// @param id chosen by the caller, so that a request sent twice opens one episode; none: drawn here
/// @param opened the patient and the treatment
/// @param order what was signed with it, if anything
public record NewEpisode(
    Optional<UUID> id, EpisodeEvent.Opened opened, Optional<EpisodeEvent.OrderSigned> order) {

  /// Whether an episode was opened with the same.
  boolean isWhatOpened(Episode episode) {
    return episode.opened().equals(opened)
        && episode.entries().stream()
            .limit(2)
            .map(Entry::event)
            .filter(EpisodeEvent.OrderSigned.class::isInstance)
            .findFirst()
            .equals(order.map(EpisodeEvent.class::cast));
  }
}
