package vermilion.episode;

import java.util.List;
import java.util.Optional;

/// Who looks after a patient, when she was last rung, and when somebody sees her: the events that
/// say so.
///
/// @param takenOver who looks after what is open now; nobody where all that was open then has been
///   closed since, for of what came later nobody has said so
/// @param rang when staff last rang her
/// @param review the review that was booked last
/// @param cancelled whether that does not take place
public record Care(
    Optional<Entry> takenOver, Optional<Entry> rang, Optional<Entry> review, boolean cancelled) {

  /// Nobody has done any of it.
  public static final Care NONE =
      new Care(Optional.empty(), Optional.empty(), Optional.empty(), false);

  /// This care after one more event.
  Care after(Entry entry) {
    Optional<Entry> one = Optional.of(entry);
    if (entry.event() instanceof CareEvent.TakenOver) {
      return new Care(one, rang, review, cancelled);
    }
    if (entry.event() instanceof CareEvent.Rang) {
      return new Care(takenOver, one, review, cancelled);
    }
    boolean booked = entry.event() instanceof CareEvent.ReviewBooked;
    return new Care(takenOver, rang, booked ? one : review, !booked);
  }

  /// This care while these alerts are open.
  Care of(List<Alert> open) {
    for (Alert alert : open) {
      if (takenOver.isPresent() && !alert.opened().isAfter(takenOver.get().received())) {
        return this;
      }
    }
    return takenOver.isEmpty() ? this : new Care(Optional.empty(), rang, review, cancelled);
  }

  /// Whether there is a review that can be cancelled.
  boolean isBooked() {
    return review.isPresent() && !cancelled;
  }
}
