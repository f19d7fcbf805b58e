package vermilion.service;

import java.util.UUID;

/// An event that wants to be kept: its id was made where it happened, its body is sealed text to
/// the journal.
///
/// @param id the same for every retry of the same event
/// @param body the encoded event, at most [Journal#BODY_BYTES_MAX] bytes
public record NewEvent(UUID id, Bytes body) {

  /// Refuses an empty body and one that is too large.
  public NewEvent {
    if (body.size() == 0 || body.size() > Journal.BODY_BYTES_MAX) {
      throw new IllegalArgumentException(
          "body of event "
              + id
              + " has "
              + body.size()
              + " bytes; expected 1 to "
              + Journal.BODY_BYTES_MAX);
    }
  }
}
