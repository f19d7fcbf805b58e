package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides whether some cubes together hold every state of another one; if not, gives a state that
/// they leave out.
///
/// Exact. In a dimension, a value that lies in fewer cubes than another one, all of which hold the
/// other too, is as good a way out; so only the values with the fewest cubes are tried. That leaves
/// nothing to branch on wherever worse answers only add cubes, which is nearly everywhere.
final class Covering {

  private Covering() {}

  /// A state of `cube` that no cube of `cover` holds, or nothing where they hold all of it.
  static int @Nullable [] leftOut(Cube cube, List<Cube> cover) {
    if (cube.isEmpty()) {
      return null;
    }
    List<Cube> meeting = new ArrayList<>();
    for (Cube one : cover) {
      if (one.meets(cube)) {
        if (one.contains(cube)) {
          return null;
        }
        meeting.add(one);
      }
    }
    return meeting.isEmpty() ? anyOf(cube) : search(cube, meeting);
  }

  static boolean covers(List<Cube> cover, Cube cube) {
    return leftOut(cube, cover) == null;
  }

  private static int @Nullable [] search(Cube cube, List<Cube> cover) {
    Cube left = cube;
    int branch = -1;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < cube.layout().dimensions(); i++) {
      List<Integer> values = leastCovered(left, i, cover);
      if (values.size() == 1) {
        left = left.keepingOnly(i, values.getFirst());
      } else if (values.size() < fewest) {
        fewest = values.size();
        branch = i;
      }
    }
    if (branch < 0) {
      return leftOut(left, cover);
    }
    if (!left.equals(cube)) {
      return leftOut(left, cover);
    }
    for (int value : leastCovered(left, branch, cover)) {
      int[] state = leftOut(left.keepingOnly(branch, value), cover);
      if (state != null) {
        return state;
      }
    }
    return null;
  }

  /// The values of a dimension that no other one is a better way out than, one of each sort.
  private static List<Integer> leastCovered(Cube cube, int dimension, List<Cube> cover) {
    List<Cube> telling = new ArrayList<>();
    for (Cube one : cover) {
      if (!cube.isWithin(one, dimension)) {
        telling.add(one);
      }
    }
    if (telling.isEmpty()) {
      return List.of(cube.first(dimension));
    }
    List<WayOut> ways = new ArrayList<>();
    for (int value = 0; value < cube.layout().size(dimension); value++) {
      if (cube.allows(dimension, value)) {
        WayOut way = new WayOut(value, heldBy(dimension, value, telling));
        if (ways.stream().noneMatch(other -> isWithin(other.held(), way.held()))) {
          ways.removeIf(other -> isWithin(way.held(), other.held()));
          ways.add(way);
        }
      }
    }
    return ways.stream().map(WayOut::value).toList();
  }

  /// A value, and the cubes that hold it.
  private record WayOut(int value, BitSet held) {}

  private static BitSet heldBy(int dimension, int value, List<Cube> cover) {
    BitSet by = new BitSet(cover.size());
    for (int i = 0; i < cover.size(); i++) {
      if (cover.get(i).allows(dimension, value)) {
        by.set(i);
      }
    }
    return by;
  }

  private static boolean isWithin(BitSet one, BitSet other) {
    BitSet rest = (BitSet) one.clone();
    rest.andNot(other);
    return rest.isEmpty();
  }

  private static int[] anyOf(Cube cube) {
    int[] state = new int[cube.layout().dimensions()];
    for (int i = 0; i < state.length; i++) {
      state[i] = cube.first(i);
    }
    return state;
  }
}
