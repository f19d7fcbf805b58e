package vermilion.triage;

import java.util.List;
import vermilion.clinical.Concern;
import vermilion.clinical.Filler;
import vermilion.time.Elapsed;

/// One thing that a rule may ask of a situation. The grammar is closed, so that every property of a
/// rule can be decided exactly.
///
/// A condition about an answer is false while nothing is known of that question: what a form did
/// not ask, or a half-filled form has not asked yet, is neither pale nor usual.
public sealed interface Condition {

  /// The answer worries at least as much as this one.
  ///
  /// @param question the id of the question
  /// @param answer the id of the answer; answers of the same rank count
  record AtLeast(String question, String answer) implements Condition {}

  /// The answer is one of these, to the letter.
  ///
  /// @param question the id of the question
  /// @param answers the ids of the answers
  record Is(String question, List<String> answers) implements Condition {
    /// Copies the answers.
    public Is {
      answers = List.copyOf(answers);
    }
  }

  /// The answer is known and worries less than this one.
  ///
  /// @param question the id of the question
  /// @param answer the id of the answer
  record Below(String question, String answer) implements Condition {}

  /// The hour of the answer is this or later.
  ///
  /// @param bound time since the injection, inclusive
  record From(Elapsed bound) implements Condition {}

  /// The hour of the answer is earlier than this.
  ///
  /// @param bound time since the injection, exclusive
  record Before(Elapsed bound) implements Condition {}

  /// The patient has had cold sores.
  record ColdSoreHistory() implements Condition {}

  /// An illness, vaccine or dental work is recent.
  record RecentTrigger() implements Condition {}

  /// Hyaluronidase was given.
  record HyaluronidaseGiven() implements Condition {}

  /// The filler is of one of these families.
  ///
  /// @param families the families
  record FillerIs(List<Filler> families) implements Condition {
    /// Copies the families.
    public FillerIs {
      families = List.copyOf(families);
    }
  }

  /// The answer's rank is higher by so many than an earlier answer's. An earlier form that asked
  /// and got nothing counts as the least worrying answer, so that it cannot hide a rise.
  ///
  /// @param question the id of the question
  /// @param by how many ranks
  /// @param within how far back the earlier answer may lie, inclusive
  /// @param givenFrom the earlier answer counts only if it was given at this hour or later
  record RoseBy(String question, int by, Elapsed within, Elapsed givenFrom) implements Condition {}

  /// An earlier answer to the question worried at least as much as this one.
  ///
  /// @param question the id of the question
  /// @param answer the id of the answer
  /// @param within how far back the earlier answer may lie, inclusive
  record SaidBefore(String question, String answer, Elapsed within) implements Condition {}

  /// An earlier check-in or contact raised this concern.
  ///
  /// @param concern the concern
  /// @param within how far back it may lie, inclusive
  record ConcernBefore(Concern concern, Elapsed within) implements Condition {}

  /// The condition does not hold; also true where nothing is known.
  ///
  /// @param condition what must not hold
  record Not(Condition condition) implements Condition {}
}
