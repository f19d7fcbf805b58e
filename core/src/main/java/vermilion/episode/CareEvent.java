package vermilion.episode;

import java.time.Instant;
import java.util.Optional;

/// What staff did for a patient that is no finding and no decision: who looks after her, who rang,
/// when somebody sees her. None of it lowers or closes anything, stops a clock, or counts as
/// hearing from her: what she said in a call is a contact of its own.
public sealed interface CareEvent extends EpisodeEvent {

  /// The most characters of the place of a review.
  int PLACE_CHARS = 200;

  /// The one who writes it looks after this patient from now on, in place of whoever did before.
  record TakenOver() implements CareEvent {
    @Override
    public String type() {
      return "taken-over";
    }
  }

  /// Staff rang the patient.
  ///
  /// @param outcome what came of it
  /// @param note what was said, for staff
  record Rang(Outcome outcome, Optional<String> note) implements CareEvent {
    @Override
    public String type() {
      return "rang";
    }
  }

  /// What came of ringing the patient.
  enum Outcome {
    /// Somebody spoke to her.
    REACHED("reached"),
    /// Nobody answered.
    NO_ANSWER("no-answer"),
    /// A message was left; whether she has heard it is not known.
    LEFT_MESSAGE("left-message");

    private final String id;

    Outcome(String id) {
      this.id = id;
    }

    /// The id used in JSON.
    public String id() {
      return id;
    }
  }

  /// Somebody is going to see the patient, in place of any earlier booking.
  ///
  /// @param time when
  /// @param with whom she sees
  /// @param where the place, if it has to be said
  record ReviewBooked(Instant time, String with, Optional<String> where) implements CareEvent {
    @Override
    public String type() {
      return "review-booked";
    }
  }

  /// The booked review does not take place.
  ///
  /// @param reason why, for staff
  record ReviewCancelled(String reason) implements CareEvent {
    @Override
    public String type() {
      return "review-cancelled";
    }
  }
}
