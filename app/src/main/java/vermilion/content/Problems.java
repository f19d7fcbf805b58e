package vermilion.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.NearMiss;

/// Collects everything that is wrong with one protocol, so that it can all be said at once.
final class Problems {
  /// The most that are told.
  static final int MOST = 100;

  private static final int MOST_KEPT = 10_000;

  private final Comparator<Problem> byPlace;
  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  /// Collects for a file; its own problems come before those of a file that it is based on.
  Problems(String file) {
    byPlace =
        Comparator.comparing((Problem problem) -> !problem.place().file().equals(file))
            .thenComparing(Problem::place)
            .thenComparing(Problem::found)
            .thenComparing(Problem::expected);
  }

  /// Adds a mistake whose value stands in the file.
  void add(Place place, String value, String expected) {
    add(new Problem(place, Problem.quoted(value), expected, Optional.empty()));
  }

  /// Adds a mistake whose value is none of a few.
  void unknown(Place place, String value, String expected, Iterable<String> known) {
    add(new Problem(place, Problem.quoted(value), expected, NearMiss.of(value, known)));
  }

  /// Adds a mistake that is told in words.
  void tell(Place place, String found, String expected) {
    add(new Problem(place, found, expected, Optional.empty()));
  }

  /// Adds something that is allowed and probably not meant.
  void warn(Place place, String found, String expected) {
    if (warnings.size() < MOST_KEPT) {
      warnings.add(new Problem(place, found, expected, Optional.empty()));
    }
  }

  /// Whether anything is wrong.
  boolean any() {
    return !errors.isEmpty();
  }

  /// How much is wrong so far.
  int count() {
    return errors.size();
  }

  /// What is wrong, in the order of the file, without repeats; at most [#MOST].
  List<Problem> errors() {
    return sorted(errors);
  }

  /// What is probably not meant, likewise.
  List<Problem> warnings() {
    return sorted(warnings);
  }

  private void add(Problem problem) {
    if (errors.size() < MOST_KEPT) {
      errors.add(problem);
    }
  }

  private List<Problem> sorted(List<Problem> problems) {
    return problems.stream().sorted(byPlace).distinct().limit(MOST).toList();
  }
}
