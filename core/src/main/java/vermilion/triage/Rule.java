package vermilion.triage;

import java.util.List;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;

/// A named row of the triage table: when it fires, how urgent that is, and what it is about.
///
/// A rule has one or more cases, each with a level of its own; its level is the worst of the cases
/// that hold. No rule can lower what another one says.
///
/// @param id names the rule in assessments, on the worklist and in the texts
/// @param concern what it is about
/// @param cases when it fires and how urgent that is
public record Rule(String id, Concern concern, List<Case> cases) {

  /// The most cases of one rule.
  public static final int MOST_CASES = 16;

  /// The most alternatives of one case, and the most conditions of one alternative.
  public static final int MOST_TERMS = 32;

  /// Copies the cases and refuses a rule that can never fire or has no end.
  public Rule {
    cases = List.copyOf(cases);
    if (cases.isEmpty() || cases.size() > MOST_CASES) {
      throw new IllegalArgumentException(
          "rule " + id + " has " + cases.size() + " cases, expected 1 to " + MOST_CASES);
    }
  }

  /// One way in which a rule fires.
  ///
  /// @param level how urgent it is then
  /// @param anyOf the alternatives; each holds when all of its conditions hold
  /// @param askAgain a look that it asks for, if any
  public record Case(Urgency level, List<List<Condition>> anyOf, Optional<AskAgain> askAgain) {
    /// Copies the alternatives and refuses one that is empty.
    public Case {
      anyOf = anyOf.stream().map(List::copyOf).toList();
      if (anyOf.isEmpty() || anyOf.size() > MOST_TERMS) {
        throw new IllegalArgumentException(
            "a case has " + anyOf.size() + " alternatives, expected 1 to " + MOST_TERMS);
      }
      for (List<Condition> allOf : anyOf) {
        if (allOf.isEmpty() || allOf.size() > MOST_TERMS) {
          throw new IllegalArgumentException(
              "an alternative has " + allOf.size() + " conditions, expected 1 to " + MOST_TERMS);
        }
      }
    }
  }
}
