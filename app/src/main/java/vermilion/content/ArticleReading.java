package vermilion.content;

import java.util.List;
import vermilion.service.Articles;

/// What came of reading a folder of articles.
public sealed interface ArticleReading {

  /// Every file is an article.
  ///
  /// @param articles them
  record Read(Articles articles) implements ArticleReading {}

  /// Something is wrong with the folder.
  ///
  /// @param problems all that is wrong, in the order of the files; at most 100
  record Broken(List<Problem> problems) implements ArticleReading {
    /// Copies the problems.
    public Broken {
      problems = List.copyOf(problems);
    }
  }
}
