package vermilion.testing;

import java.util.List;
import vermilion.clinical.Form;
import vermilion.clinical.Questions;
import vermilion.triage.Rule;
import vermilion.triage.SafetyFloor;

/// A protocol with one mistake put into it on purpose.
///
/// @param kind what sort of mistake
/// @param where which one, in words
/// @param questions the questions, with the mistake if it is in them
/// @param forms the forms, with the mistake if it is in them
/// @param rules the rules, with the mistake if it is in them
public record Fault(
    Kind kind, String where, Questions questions, List<Form> forms, List<Rule> rules) {

  /// Copies the lists.
  public Fault {
    forms = List.copyOf(forms);
    rules = List.copyOf(rules);
  }

  /// What sort of mistake.
  public enum Kind {
    /// A rule is gone.
    RULE_DROPPED("rule dropped"),
    /// A case of a rule is gone.
    CASE_DROPPED("case dropped"),
    /// An alternative of a case is gone.
    LINE_DROPPED("alternative dropped"),
    /// A condition of an alternative is gone.
    CONDITION_DROPPED("condition dropped"),
    /// An alternative asks for something more.
    CONDITION_ADDED("condition added"),
    /// A threshold is one higher or lower.
    THRESHOLD_MOVED("threshold moved by one"),
    /// At least became below, from became before, or the other way round.
    COMPARISON_FLIPPED("comparison flipped"),
    /// A set of answers has one more or one fewer.
    SET_CHANGED("answer added to or removed from a set"),
    /// A case is one level higher or lower.
    LEVEL_MOVED("level moved by one"),
    /// A bound of hours is an hour or a day earlier or later.
    HOURS_MOVED("bound of hours moved"),
    /// A condition is negated, or a negation is gone.
    NEGATION_CHANGED("negation added or removed"),
    /// It is looked back shorter or longer, or a rise is greater or smaller.
    HISTORY_CHANGED("window of history changed"),
    /// A form asks less, or at other hours, or after other answers.
    FORM_CHANGED("form changed"),
    /// What empty or not sure counts as is changed.
    QUESTION_CHANGED("optional, empty or not sure changed"),
    /// A whole level became the next one.
    LEVEL_EMPTIED("a level emptied");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// The kind in words.
    public String words() {
      return words;
    }
  }

  @Override
  public String toString() {
    return kind.words() + ": " + where;
  }

  /// The same fault in a protocol of its own, over the safety floor.
  public Fault overTheFloor() {
    return new Fault(kind, where, questions, forms, SafetyFloor.under(rules));
  }
}
