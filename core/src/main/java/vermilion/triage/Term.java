package vermilion.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Urgency;
import vermilion.time.Elapsed;

/// Short words to write rules with in Java; protocols are written in YAML instead.
final class Term {

  private Term() {}

  static Condition atLeast(String question, String answer) {
    return new Condition.AtLeast(question, answer);
  }

  static Condition is(String question, String answer) {
    return new Condition.Is(question, List.of(answer));
  }

  static Condition fromDay(int day) {
    return new Condition.From(Elapsed.ofDays(day));
  }

  static Condition beforeDay(int day) {
    return new Condition.Before(Elapsed.ofDays(day));
  }

  static Condition fromHour(int hour) {
    return new Condition.From(Elapsed.ofHours(hour));
  }

  static Condition not(Condition condition) {
    return new Condition.Not(condition);
  }

  static List<Condition> all(Condition... conditions) {
    return List.of(conditions);
  }

  /// Each alternative with further conditions that all of them share.
  static List<List<Condition>> each(List<List<Condition>> anyOf, Condition... shared) {
    List<List<Condition>> longer = new ArrayList<>();
    for (List<Condition> allOf : anyOf) {
      List<Condition> with = new ArrayList<>(allOf);
      with.addAll(List.of(shared));
      longer.add(with);
    }
    return longer;
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read, never kept as an array
  static Rule.Case when(Urgency level, List<Condition>... anyOf) {
    return when(level, Arrays.asList(anyOf));
  }

  static Rule.Case when(Urgency level, List<List<Condition>> anyOf) {
    return new Rule.Case(level, anyOf, Optional.empty());
  }
}
