package vermilion.web.page;

import java.util.List;

/// The list of the articles.
///
/// @param frame what stands around it
/// @param articles them, in their order
public record LearnPage(LearnFrame frame, List<ArticleLine> articles) implements Page {
  /// Copies the articles.
  public LearnPage {
    articles = List.copyOf(articles);
  }

  @Override
  public String template() {
    return "learn/list.jte";
  }
}
