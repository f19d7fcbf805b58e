package vermilion.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Concern;
import vermilion.clinical.Questions;
import vermilion.clinical.Urgency;

/// A rule with its conditions looked up; its cases worst first, so that the first that holds
/// decides.
final class CompiledRule {

  final String id;
  final Concern concern;
  final List<String> inputs;
  private final CompiledCase[] cases;

  /// The alternatives of all cases with each condition about an answer widened to all worse
  /// answers.
  private final Cell[][] widened;

  CompiledRule(Rule rule, Questions questions) {
    id = rule.id();
    concern = rule.concern();
    List<Rule.Case> worstFirst = new ArrayList<>(rule.cases());
    worstFirst.sort(Comparator.comparing(Rule.Case::level).reversed());
    cases = new CompiledCase[worstFirst.size()];
    List<String> read = new ArrayList<>();
    for (int i = 0; i < cases.length; i++) {
      cases[i] = compiled(worstFirst.get(i), questions, read);
    }
    inputs = List.copyOf(read);
    widened = widened(cases);
  }

  /// Whether this rule fires here, or would if some answers were milder or less had been said
  /// before. What is so once stays so whatever answer gets worse and whatever was said before.
  boolean firesForMilder(Scene scene) {
    for (Cell[] allOf : widened) {
      if (CompiledCase.all(allOf, scene)) {
        return true;
      }
    }
    return false;
  }

  private static Cell[][] widened(CompiledCase[] cases) {
    List<Cell[]> all = new ArrayList<>();
    for (CompiledCase one : cases) {
      for (Cell[] allOf : one.anyOf()) {
        Cell[] wide = new Cell[allOf.length];
        for (int i = 0; i < wide.length; i++) {
          wide[i] = allOf[i].widened();
        }
        all.add(wide);
      }
    }
    return all.toArray(new Cell[0][]);
  }

  /// The worst case that holds, or nothing.
  @Nullable CompiledCase firing(Scene scene) {
    for (CompiledCase one : cases) {
      if (one.holds(scene)) {
        return one;
      }
    }
    return null;
  }

  private static CompiledCase compiled(Rule.Case from, Questions questions, List<String> read) {
    Cell[][] anyOf = new Cell[from.anyOf().size()][];
    for (int i = 0; i < anyOf.length; i++) {
      List<Condition> allOf = from.anyOf().get(i);
      anyOf[i] = new Cell[allOf.size()];
      for (int j = 0; j < allOf.size(); j++) {
        anyOf[i][j] = Cell.of(allOf.get(j), questions);
        noteQuestion(allOf.get(j), read);
      }
    }
    return new CompiledCase(from.level(), anyOf, from.askAgain().orElse(null));
  }

  private static void noteQuestion(Condition condition, List<String> read) {
    String question = questionOf(condition);
    if (!question.isEmpty() && !read.contains(question)) {
      read.add(question);
    }
  }

  private static String questionOf(Condition condition) {
    return switch (condition) {
      case Condition.AtLeast c -> c.question();
      case Condition.Below c -> c.question();
      case Condition.Is c -> c.question();
      case Condition.RoseBy c -> c.question();
      case Condition.SaidBefore c -> c.question();
      case Condition.Not c -> questionOf(c.condition());
      case Condition.From _, Condition.Before _ -> "";
      case Condition.ColdSoreHistory _, Condition.RecentTrigger _ -> "";
      case Condition.HyaluronidaseGiven _, Condition.FillerIs _ -> "";
      case Condition.ConcernBefore _ -> "";
    };
  }

  /// One case of a rule.
  @SuppressWarnings(
      "ArrayRecordComponent") // never handed out, never compared; boxing would cost the speed
  record CompiledCase(Urgency level, Cell[][] anyOf, @Nullable AskAgain askAgain) {
    boolean holds(Scene scene) {
      for (Cell[] allOf : anyOf) {
        if (all(allOf, scene)) {
          return true;
        }
      }
      return false;
    }

    private static boolean all(Cell[] cells, Scene scene) {
      for (Cell cell : cells) {
        if (!cell.holds(scene)) {
          return false;
        }
      }
      return true;
    }
  }
}
