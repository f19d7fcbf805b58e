package vermilion.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.service.Clinic;
import vermilion.web.page.Frame;
import vermilion.web.page.PhotosPage;
import vermilion.web.page.PhotosPage.Shot;

/// Fills the page of a patient's photos: two side by side, and all of them by their time.
final class PhotosView {

  private final Clinic clinic;
  private final Episode episode;

  PhotosView(Clinic clinic, Episode episode) {
    this.clinic = clinic;
    this.episode = episode;
  }

  /// Which photos were asked for.
  ///
  /// @param one the id of the one; none: the first from the front
  /// @param other the id of the other; none: the newest of the same view
  record Choice(Optional<String> one, Optional<String> other) {}

  PhotosPage page(Frame frame, String id, Choice choice) {
    List<Shot> shots = shots();
    Optional<Shot> one = named(shots, choice.one());
    boolean alone = one.isPresent() && choice.other().isEmpty();
    if (one.isEmpty()) {
      one = shots.stream().filter(shot -> shot.view().equals(FRONT)).findFirst();
    }
    Optional<Shot> first = one.isPresent() ? one : shots.stream().findFirst();
    Optional<Shot> other =
        alone ? Optional.empty() : named(shots, choice.other()).or(() -> newestLike(shots, first));
    return new PhotosPage(
        frame, id, episode.opened().patient().name(), shots, first.stream().toList(), other);
  }

  private static final String FRONT = EventWords.view(EpisodeEvent.View.FRONT);

  private static Optional<Shot> named(List<Shot> shots, Optional<String> id) {
    return shots.stream().filter(shot -> id.isPresent() && shot.id().equals(id.get())).findFirst();
  }

  private static Optional<Shot> newestLike(List<Shot> shots, Optional<Shot> first) {
    return shots.reversed().stream()
        .filter(shot -> first.isPresent() && shot.view().equals(first.get().view()))
        .filter(shot -> !shot.id().equals(first.get().id()))
        .findFirst();
  }

  private List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    for (Entry entry : episode.entries()) {
      if (entry.event() instanceof EpisodeEvent.PhotoTaken taken && taken.picture().isPresent()) {
        shots.add(
            new Shot(
                entry.id(),
                EventWords.view(taken.picture().get().view()),
                Words.elapsed(episode.opened().treatment().at(), entry.moment()),
                Words.dayAndTime(entry.moment(), clinic.hours().zone())));
      }
    }
    return shots;
  }
}
