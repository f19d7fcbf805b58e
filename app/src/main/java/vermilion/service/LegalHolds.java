package vermilion.service;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Patients whose record must not be erased for now, because a court or an authority may ask for
/// it. A hold is kept in the audit itself: it cannot be taken away unseen.
public interface LegalHolds {

  /// A hold that stands.
  ///
  /// @param since when it was placed
  /// @param by who placed it
  /// @param reason why, in the words of whoever placed it
  record Hold(Instant since, String by, String reason) {}

  /// What came of a wish.
  enum Answer {
    /// It was done.
    DONE,
    /// It was so before.
    ALREADY,
    /// The clinic has no such patient.
    NO_PATIENT,
    /// Too many requests wait; nothing was done.
    BUSY
  }

  /// The hold on a patient's record, if there is one.
  Optional<Hold> find(String clinic, UUID patient);

  /// Places a hold.
  Answer place(String clinic, UUID patient, Hold hold);

  /// Lifts the hold.
  ///
  /// @param lifted who lifts it, when and why
  Answer lift(String clinic, UUID patient, Hold lifted);
}
