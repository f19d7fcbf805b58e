package vermilion.web.page;

import java.util.List;
import java.util.Optional;

/// A page of news by e-mail that says one thing, and may ask for one press of a button.
///
/// @param frame what stands around it
/// @param title what it says first
/// @param lines what it says then
/// @param button the words of the button; pressed, it posts to the page itself
public record SaidPage(LearnFrame frame, String title, List<String> lines, Optional<String> button)
    implements Page {
  /// Copies the lines.
  public SaidPage {
    lines = List.copyOf(lines);
  }

  @Override
  public String template() {
    return "learn/said.jte";
  }
}
