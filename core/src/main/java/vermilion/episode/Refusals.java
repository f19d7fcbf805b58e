package vermilion.episode;

import java.util.ArrayList;
import java.util.List;
import vermilion.json.Fields;

/// Collects what is wrong with an event.
final class Refusals {

  private final List<Fields.Problem> problems = new ArrayList<>();

  void add(String field, String value, String expected) {
    problems.add(new Fields.Problem(field, value, expected));
  }

  void unless(boolean holds, String type, String expected) {
    if (!holds) {
      add("type", type, expected);
    }
  }

  void add(Fields.Problem problem) {
    problems.add(problem);
  }

  List<Fields.Problem> problems() {
    return List.copyOf(problems);
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  Decision decision() {
    return new Decision.Refused(problems);
  }
}
