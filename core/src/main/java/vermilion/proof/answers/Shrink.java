package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a state as plain as it can be while something still holds of it: nothing said that need
/// not be said, and every answer as mild as it may be.
final class Shrink {

  private final Space space;

  Shrink(Space space) {
    this.space = space;
  }

  /// The plainest state that can be reached from this one by plainer values, one at a time.
  int[] shrink(int[] state, Predicate<int[]> holds) {
    int[] plain = state.clone();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < space.size(); i++) {
        for (int value : plainer(plain, i)) {
          int[] tried = plain.clone();
          tried[i] = value;
          if (holds.test(tried)) {
            plain = tried;
            changed = true;
            break;
          }
        }
      }
    }
    return plain;
  }

  /// What nobody would mention of a state: its value where nothing is the matter.
  int usual(int[] state, int dimension) {
    if (space.at(dimension).kind() != Dimension.Kind.ANSWER) {
      return 0;
    }
    int place = space.placeOf(dimension);
    return Impossible.isAsked(space, state, place) ? 0 : space.unknown(place);
  }

  private List<Integer> plainer(int[] state, int dimension) {
    int now = state[dimension];
    List<Integer> values = new ArrayList<>();
    int usual = usual(state, dimension);
    if (now != usual) {
      values.add(usual);
      for (int value = 0;
          value < now && space.at(dimension).kind() != Dimension.Kind.HOUR;
          value++) {
        if (value != usual) {
          values.add(value);
        }
      }
    }
    return values;
  }
}
