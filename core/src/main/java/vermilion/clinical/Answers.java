package vermilion.clinical;

import java.util.List;

/// The answers that a question allows, from least to most worrying.
public sealed interface Answers {

  /// Named answers; answers in one inner list worry equally.
  ///
  /// @param ranks the answers by rank, least worrying first; at least two ranks, no answer twice
  record Choice(List<List<String>> ranks) implements Answers {
    /// Copies the ranks and refuses an empty rank.
    public Choice {
      ranks = ranks.stream().map(List::copyOf).toList();
      if (ranks.size() < 2) {
        throw new IllegalArgumentException("a choice needs two ranks or more, not " + ranks.size());
      }
      for (List<String> tied : ranks) {
        if (tied.isEmpty()) {
          throw new IllegalArgumentException("one of " + ranks.size() + " ranks is empty");
        }
      }
    }
  }

  /// A whole number from 0, the least worrying.
  ///
  /// @param most the most worrying number, 1 to 100
  record Scale(int most) implements Answers {
    /// Refuses a scale that cannot be shown.
    public Scale {
      if (most < 1 || most > 100) {
        throw new IllegalArgumentException("a scale ends at 1 to 100, not at " + most);
      }
    }
  }

  /// Free words; any word worries more than none.
  ///
  /// @param maxChars the most characters that are kept, 1 to 2,000
  record Text(int maxChars) implements Answers {
    /// Refuses a text without a bound.
    public Text {
      if (maxChars < 1 || maxChars > 2000) {
        throw new IllegalArgumentException("a text holds 1 to 2000 characters, not " + maxChars);
      }
    }
  }
}
