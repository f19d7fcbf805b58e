package vermilion.episode;

import java.util.Optional;
import vermilion.time.DueWindow;

/// One thing that the patient is asked to do, and how it stands.
///
/// @param id the occurrence's id, or `again/SEQ/N` for a look that a rule asked for
/// @param activity `check-in`, `check-in-look`, `check-in-late`, `photo` or `look-again`
/// @param form the form to answer; empty text for a photo
/// @param window when it is open
/// @param state how it stands
/// @param done the answer that did it
public record Task(
    String id, String activity, String form, DueWindow window, State state, Optional<Entry> done) {

  /// How a task stands.
  public enum State {
    /// Not open yet.
    COMING("coming"),
    /// Open and waiting.
    OPEN("open"),
    /// Done.
    DONE("done"),
    /// Closed and not done; it may still be answered late.
    MISSED("missed");

    private final String id;

    State(String id) {
      this.id = id;
    }

    /// The id used in JSON.
    public String id() {
      return id;
    }
  }
}
