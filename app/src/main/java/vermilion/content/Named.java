package vermilion.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vermilion.clinical.Concern;
import vermilion.clinical.Filler;
import vermilion.clinical.Urgency;

/// The names that are the product's own and the same in every protocol.
final class Named {
  private static final List<String> CONCERN_IDS = ids(Concern.values(), Concern::id);
  private static final List<String> FILLER_IDS = ids(Filler.values(), Filler::id);
  private static final List<String> LEVEL_IDS = ids(Urgency.values(), Urgency::id);

  /// What is expected where a concern stands.
  static final String CONCERNS = "one of " + String.join(", ", CONCERN_IDS);

  /// What is expected where a filler family stands.
  static final String FILLERS = "one of " + String.join(", ", FILLER_IDS);

  /// What is expected where a level stands.
  static final String LEVELS = "one of " + String.join(", ", LEVEL_IDS.reversed());

  private Named() {}

  static Optional<Concern> concern(Words.Word word, Problems problems) {
    tellUnknown(word, CONCERN_IDS, CONCERNS, problems);
    return find(Concern.values(), Concern::id, word.text());
  }

  static Optional<Filler> filler(Words.Word word, Problems problems) {
    tellUnknown(word, FILLER_IDS, FILLERS, problems);
    return find(Filler.values(), Filler::id, word.text());
  }

  static Optional<Urgency> level(Words.Word word, Problems problems) {
    tellUnknown(word, LEVEL_IDS, LEVELS, problems);
    return find(Urgency.values(), Urgency::id, word.text());
  }

  private static void tellUnknown(
      Words.Word word, List<String> ids, String expected, Problems problems) {
    if (!ids.contains(word.text())) {
      problems.unknown(word.place(), word.text(), expected, ids);
    }
  }

  private static <T> Optional<T> find(T[] values, Function<T, String> id, String wanted) {
    return Arrays.stream(values).filter(value -> id.apply(value).equals(wanted)).findFirst();
  }

  private static <T> List<String> ids(T[] values, Function<T, String> id) {
    return Arrays.stream(values).map(id).toList();
  }
}
