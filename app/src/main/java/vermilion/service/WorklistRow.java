package vermilion.service;

import java.time.Instant;
import java.util.Optional;

/// One line of a clinic's worklist: the little that must be sorted and searched without opening the
/// record.
///
/// Rank, deadline and next change are in the clear and say nothing about who or why. Whatever a
/// screen wants to show beside them belongs into `card`, which is kept under the patient's key and
/// goes when the key goes.
///
/// @param levelRank how urgent, larger is worse
/// @param deadline by when a human must have acted, if anyone must
/// @param nextChange when this row is to be computed again though nothing happens, if ever
/// @param card opaque bytes for the screen, at most [Journal#CARD_BYTES_MAX]; may be empty
public record WorklistRow(
    int levelRank, Optional<Instant> deadline, Optional<Instant> nextChange, Bytes card) {

  /// Refuses a card that is too large.
  public WorklistRow {
    if (card.size() > Journal.CARD_BYTES_MAX) {
      throw new IllegalArgumentException(
          "worklist card has "
              + card.size()
              + " bytes; expected at most "
              + Journal.CARD_BYTES_MAX);
    }
  }
}
