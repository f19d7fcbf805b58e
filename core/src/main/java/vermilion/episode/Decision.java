package vermilion.episode;

import java.util.List;
import vermilion.json.Fields;

/// Whether an event may be added to an episode.
public sealed interface Decision {

  /// It may; this is its entry.
  ///
  /// @param entry the event in the place that it takes
  /// @param after the episode with it
  record Accepted(Entry entry, Episode after) implements Decision {}

  /// The same event is already there.
  ///
  /// @param seq its place
  record Duplicate(long seq) implements Decision {}

  /// It may not; nothing changes.
  ///
  /// @param problems what is wrong with it, each naming the field and the value
  record Refused(List<Fields.Problem> problems) implements Decision {
    /// Copies the problems.
    public Refused {
      problems = List.copyOf(problems);
    }

    /// All problems in one sentence each.
    public String why() {
      StringBuilder why = new StringBuilder();
      for (Fields.Problem problem : problems) {
        why.append(why.isEmpty() ? "" : "; ").append(problem.sentence());
      }
      return why.toString();
    }
  }
}
