package vermilion.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vermilion.clinical.Filler;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Urgency;
import vermilion.triage.Condition;

/// One alternative of one rule as a row of a DMN decision table.
///
/// Answers are their index in the order of worry, -1 where nothing is known; levels are numbers
/// too, so that the worst is a maximum. What looks at earlier answers becomes an input that is
/// worked out beforehand.
///
/// @param rule the rule it comes from
/// @param level how urgent it says it is
/// @param tests for each column that it fills, what must hold, as a FEEL unary test
public record DmnRow(String rule, Urgency level, Map<String, String> tests) {
  /// The input with the seconds since the injection.
  static final String SECOND = "second";

  static final String COLD_SORES = "cold_sores";
  static final String TRIGGER = "trigger";
  static final String HYALURONIDASE = "hyaluronidase";
  static final String FILLER = "filler";

  private static final String HISTORY = "history_";

  /// Marks the second column of an input of which a row asks two things.
  private static final String AGAIN = " again";

  /// Makes the rows of one protocol and remembers which earlier answers they ask for.
  static final class Maker {
    private final Questions questions;
    private final List<Condition> history = new ArrayList<>();

    Maker(Questions questions) {
      this.questions = questions;
    }

    /// The conditions that became inputs, in the order of [DmnRow#historyInput].
    List<Condition> history() {
      return List.copyOf(history);
    }

    DmnRow row(String rule, Urgency level, List<Condition> allOf) {
      var tests = new LinkedHashMap<String, String>();
      var from = Long.MIN_VALUE;
      var before = Long.MAX_VALUE;
      for (var condition : allOf) {
        if (plainHour(condition) instanceof Condition.From bound) {
          from = Math.max(from, bound.bound().seconds());
        } else if (plainHour(condition) instanceof Condition.Before bound) {
          before = Math.min(before, bound.bound().seconds());
        } else {
          var column = input(condition);
          while (tests.containsKey(column)) {
            column += AGAIN;
          }
          tests.put(column, test(condition, false));
        }
      }
      if (from != Long.MIN_VALUE || before != Long.MAX_VALUE) {
        tests.put(SECOND, span(from, before));
      }
      return new DmnRow(rule, level, tests);
    }

    /// Not before an hour is from it on, and the other way round.
    private static Condition plainHour(Condition condition) {
      return switch (condition) {
        case Condition.Not(Condition.From(var bound)) -> new Condition.Before(bound);
        case Condition.Not(Condition.Before(var bound)) -> new Condition.From(bound);
        default -> condition;
      };
    }

    private static String span(long from, long before) {
      if (before == Long.MAX_VALUE) {
        return ">= " + from;
      }
      return from == Long.MIN_VALUE ? "< " + before : "[" + from + ".." + before + ")";
    }

    private String input(Condition condition) {
      return switch (condition) {
        case Condition.AtLeast c -> answerInput(c.question());
        case Condition.Below c -> answerInput(c.question());
        case Condition.Is c -> answerInput(c.question());
        case Condition.ColdSoreHistory _ -> COLD_SORES;
        case Condition.RecentTrigger _ -> TRIGGER;
        case Condition.HyaluronidaseGiven _ -> HYALURONIDASE;
        case Condition.FillerIs _ -> FILLER;
        case Condition.RoseBy _, Condition.SaidBefore _, Condition.ConcernBefore _ -> {
          if (!history.contains(condition)) {
            history.add(condition);
          }
          yield historyInput(history.indexOf(condition));
        }
        case Condition.Not c -> input(c.condition());
        case Condition.From _, Condition.Before _ ->
            throw new IllegalStateException("an hour is no cell of its own: " + condition);
      };
    }

    private String test(Condition condition, boolean negated) {
      return switch (condition) {
        case Condition.AtLeast c -> unless(negated, ">= " + least(c.question(), c.answer()));
        case Condition.Below c -> unless(negated, "[0.." + least(c.question(), c.answer()) + ")");
        case Condition.Is c -> unless(negated, indexes(c));
        case Condition.FillerIs c -> unless(negated, families(c));
        case Condition.Not c -> test(c.condition(), !negated);
        default -> Boolean.toString(!negated);
      };
    }

    private static String unless(boolean negated, String test) {
      return negated ? "not(" + test + ")" : test;
    }

    /// The first index that worries as much as an answer.
    private int least(String question, String answer) {
      var asked = questions.at(questions.placeOf(question));
      var index = asked.indexOf(answer);
      while (index > 0 && asked.rankOf(index - 1) == asked.rankOf(index)) {
        index--;
      }
      return index;
    }

    private String indexes(Condition.Is condition) {
      Question asked = questions.at(questions.placeOf(condition.question()));
      return String.join(
          ", ",
          condition.answers().stream().map(id -> Integer.toString(asked.indexOf(id))).toList());
    }

    private static String families(Condition.FillerIs condition) {
      return String.join(
          ", ", condition.families().stream().map(DmnRow::fillerName).map(DmnRow::quoted).toList());
    }
  }

  /// Whether another row gives the same level in the same cases.
  boolean saysTheSameAs(DmnRow other) {
    return level == other.level && tests.equals(other.tests);
  }

  static String answerInput(String question) {
    return question.replace('-', '_');
  }

  static String historyInput(int index) {
    return HISTORY + index;
  }

  static String fillerName(Filler filler) {
    return filler.name();
  }

  /// The input that a column reads.
  static String inputOf(String column) {
    return column.replace(AGAIN, "");
  }

  /// The DMN type of an input.
  static String type(String input) {
    return switch (input) {
      case COLD_SORES, TRIGGER, HYALURONIDASE -> "boolean";
      case FILLER -> "string";
      default -> input.startsWith(HISTORY) ? "boolean" : "number";
    };
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
