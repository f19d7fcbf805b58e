package vermilion.content;

import java.util.Map;
import java.util.Set;

/// The names that a protocol gives to its questions, answers, forms, rules and advice.
final class Ids {
  /// What a name looks like.
  static final String SHAPE = "a name of small letters, digits and hyphens, such as pain-course";

  private static final int LONGEST = 40;

  /// Words with which a condition that is not about an answer begins.
  private static final Set<String> NOT_QUESTIONS =
      Set.of(
          "not", "from", "before", "filler", "concern", "cold", "a", "hyaluronidase", "if", "none");

  /// Words that stand where an answer may stand.
  private static final Set<String> NOT_ANSWERS =
      Set.of("or", "at", "is", "was", "rose", "under", "better", "worse", "within", "not-sure");

  private Ids() {}

  /// Whether this can be a name; where it cannot, or is one already, that is told.
  static boolean isFree(Yaml.Scalar id, Map<String, Place> taken, Problems problems) {
    if (!hasShape(id.text())) {
      problems.add(id.place(), id.text(), SHAPE);
      return false;
    }
    Place first = taken.get(id.text());
    if (first != null) {
      problems.add(
          id.place(), id.text(), "a name of its own; it stands in line " + first.line() + " too");
      return false;
    }
    return true;
  }

  /// Whether a question may have this name; where not, that is told.
  static boolean isQuestion(Yaml.Scalar id, Map<String, Place> taken, Problems problems) {
    if (NOT_QUESTIONS.contains(id.text())) {
      problems.add(id.place(), id.text(), "a name that begins no other condition");
      return false;
    }
    return isFree(id, taken, problems);
  }

  /// Whether an answer may have this name.
  static boolean isAnswer(String id) {
    return hasShape(id) && !NOT_ANSWERS.contains(id);
  }

  private static boolean hasShape(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST
        && id.charAt(0) >= 'a'
        && id.charAt(0) <= 'z'
        && id.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  }
}
