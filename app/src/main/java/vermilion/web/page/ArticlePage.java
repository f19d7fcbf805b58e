package vermilion.web.page;

import java.util.List;
import java.util.Optional;

/// One article of the education pages.
///
/// @param frame what stands around it
/// @param line what a list tells of it
/// @param grade how well it is known, in a word
/// @param meaning what that word means
/// @param html the text, made by us from Markdown
/// @param sources what it cites, in the order of their numbers
/// @param picture the name of the drawing beside it
public record ArticlePage(
    LearnFrame frame,
    ArticleLine line,
    String grade,
    String meaning,
    String html,
    List<SourceLine> sources,
    Optional<String> picture)
    implements Page {
  /// Copies the sources.
  public ArticlePage {
    sources = List.copyOf(sources);
  }

  /// A source under an article.
  ///
  /// @param key its key, which the text links to
  /// @param title what it is
  /// @param kind how far to trust it
  /// @param link where it is
  public record SourceLine(String key, String title, String kind, String link) {}

  @Override
  public String template() {
    return "learn/article.jte";
  }
}
