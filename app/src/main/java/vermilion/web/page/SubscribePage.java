package vermilion.web.page;

import java.util.List;
import java.util.Optional;

/// Where news by e-mail is asked for.
///
/// @param frame what stands around it
/// @param address what was typed
/// @param languages of the articles, as tags
/// @param wrong what is wrong with it
public record SubscribePage(
    LearnFrame frame, String address, List<String> languages, Optional<String> wrong)
    implements Page {
  /// Copies the languages.
  public SubscribePage {
    languages = List.copyOf(languages);
  }

  @Override
  public String template() {
    return "learn/subscribe.jte";
  }
}
