package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vermilion.clinical.Facts;

/// One patient at one second: what counts as the answer to each question, by its index, or -1; and
/// what was said before.
///
/// @param second since the injection
/// @param facts the record
/// @param answers by the place of the question
/// @param earlier what was said before
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Tale(long second, Facts facts, int[] answers, List<Said> earlier) {

  static final int UNKNOWN = -1;

  Tale {
    earlier = List.copyOf(earlier);
  }

  /// One answer on an earlier half-filled form.
  ///
  /// @param ago how many seconds ago
  /// @param place of the question
  /// @param answer its index
  record Said(long ago, int place, int answer) {}

  Tale with(int place, int answer) {
    int[] other = answers.clone();
    other[place] = answer;
    return withAnswers(other);
  }

  Tale withAnswers(int[] other) {
    return new Tale(second, facts, other, earlier);
  }

  Tale with(Said more) {
    List<Said> longer = new ArrayList<>(earlier);
    longer.add(more);
    return new Tale(second, facts, answers, longer);
  }

  /// What the patient said at that time, and what had been said before it.
  Tale then(Said said) {
    int[] one = new int[answers.length];
    Arrays.fill(one, UNKNOWN);
    one[said.place()] = said.answer();
    List<Said> before = new ArrayList<>();
    for (Said other : earlier) {
      if (other.ago() > said.ago()) {
        before.add(new Said(other.ago() - said.ago(), other.place(), other.answer()));
      }
    }
    return new Tale(second - said.ago(), facts, one, before);
  }
}
