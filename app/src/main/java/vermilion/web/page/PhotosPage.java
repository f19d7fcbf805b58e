package vermilion.web.page;

import java.util.List;
import java.util.Optional;

/// A patient's photos: one or two large, and all of them small.
///
/// Its form gets `/clinic/episodes/{id}/photos` with `one` and `other`.
///
/// @param frame what stands around it
/// @param episode the id of the episode
/// @param patient the name
/// @param shots all photos, oldest first
/// @param one the one that is shown large; empty where there is no photo
/// @param other the one beside it
public record PhotosPage(
    Frame frame,
    String episode,
    String patient,
    List<Shot> shots,
    List<Shot> one,
    Optional<Shot> other)
    implements Page {

  /// One photo.
  ///
  /// @param id its id
  /// @param view from where it was taken, in words
  /// @param elapsed since the treatment, such as `76 h`
  /// @param at when it was taken, on the clinic's clock
  public record Shot(String id, String view, String elapsed, String at) {}

  /// Those that are shown large.
  public List<Shot> large() {
    return other.isPresent() && !one.isEmpty() ? List.of(one.getFirst(), other.get()) : one;
  }

  @Override
  public String template() {
    return "clinic/photos.jte";
  }
}
