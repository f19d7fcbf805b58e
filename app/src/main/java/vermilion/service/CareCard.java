package vermilion.service;

import java.time.Instant;
import java.util.Optional;
import vermilion.episode.Alert;
import vermilion.episode.Care;
import vermilion.episode.CareEvent;
import vermilion.episode.Entry;

/// Who looks after a patient, when she was last rung, and when somebody sees her, as a line of the
/// worklist keeps it.
///
/// @param takenOver who looks after what is open now
/// @param rang when staff last rang her
/// @param review the review that was booked last
public record CareCard(
    Optional<Alert.Ack> takenOver, Optional<Rang> rang, Optional<Review> review) {

  /// Nothing is said.
  public static final CareCard NONE =
      new CareCard(Optional.empty(), Optional.empty(), Optional.empty());

  /// A call to her.
  ///
  /// @param outcome what came of it
  /// @param by who rang
  /// @param at when the server had it
  public record Rang(CareEvent.Outcome outcome, String by, Instant at) {}

  /// A review.
  ///
  /// @param time when
  /// @param with whom she sees
  /// @param where the place, if it was said
  /// @param cancelled whether it does not take place
  public record Review(Instant time, String with, Optional<String> where, boolean cancelled) {

    /// Whether it is still to come.
    public boolean isComing(Instant now) {
      return !cancelled && time.isAfter(now);
    }
  }

  /// The same as the record has it.
  public static CareCard of(Care care) {
    return new CareCard(
        care.takenOver().map(entry -> new Alert.Ack(entry.by().name(), entry.received())),
        care.rang().flatMap(CareCard::rang),
        care.review().flatMap(entry -> review(entry, care.cancelled())));
  }

  private static Optional<Rang> rang(Entry entry) {
    return entry.event() instanceof CareEvent.Rang rang
        ? Optional.of(new Rang(rang.outcome(), entry.by().name(), entry.received()))
        : Optional.empty();
  }

  private static Optional<Review> review(Entry entry, boolean cancelled) {
    return entry.event() instanceof CareEvent.ReviewBooked one
        ? Optional.of(new Review(one.time(), one.with(), one.where(), cancelled))
        : Optional.empty();
  }
}
