package vermilion.web.page;

import java.util.List;

/// What came while somebody decided, and what she was about to do.
///
/// @param frame what stands around it
/// @param episode the id of the episode
/// @param patient the name
/// @param entries what came, newest first
/// @param again what she was about to do
public record MeanwhilePage(
    Frame frame, String episode, String patient, List<TimelineEntry> entries, Again again)
    implements Page {

  /// The form as it came, to be sent once more.
  ///
  /// @param action where it goes
  /// @param seq the place of the last event that this page shows
  /// @param fields the fields, by name and value
  /// @param typed what of it was typed or chosen, to be read
  public record Again(String action, long seq, List<Choice> fields, List<Fact> typed) {}

  @Override
  public String template() {
    return "clinic/meanwhile.jte";
  }
}
