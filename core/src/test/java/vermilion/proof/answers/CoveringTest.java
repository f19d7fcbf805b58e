package vermilion.proof.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vermilion.testing.Seeded;

final class CoveringTest {
  private static final Cube.Layout SMALL = new Cube.Layout(2, 3, 4, 2, 3);

  @Seeded(50)
  void it_says_what_looking_at_every_state_says(SplittableRandom random) {
    for (int i = 0; i < 200; i++) {
      Cube cube = someCube(random, 2);
      List<Cube> cover = new ArrayList<>();
      for (int j = random.nextInt(12); j > 0; j--) {
        cover.add(someCube(random, 3));
      }
      int[] left = Covering.leftOut(cube, cover);
      if (left == null) {
        assertThat(states()).noneMatch(state -> isOut(state, cube, cover));
      } else {
        assertThat(isOut(left, cube, cover)).isTrue();
      }
      assertThat(Covering.covers(cover, cube)).isEqualTo(left == null);
    }
  }

  @Test
  void nothing_is_left_of_an_empty_cube() {
    assertThat(Covering.leftOut(Cube.all(SMALL).keeping(2, _ -> false), List.of())).isNull();
  }

  @Test
  void a_dimension_may_have_more_values_than_a_word_has_bits() {
    Cube all = Cube.all(new Cube.Layout(200, 2));
    Cube most = all.keeping(0, value -> value != 130);

    assertThat(Covering.leftOut(all, List.of(most))).containsExactly(130, 0);
    assertThat(Covering.covers(List.of(most, all.keepingOnly(0, 130)), all)).isTrue();
    assertThat(most.count(0)).isEqualTo(199);
    assertThat(most.freeing(0)).isEqualTo(all).hasSameHashCodeAs(all);
    assertThat(most.meets(all.keepingOnly(0, 130))).isFalse();
  }

  private static boolean isOut(int[] state, Cube cube, List<Cube> cover) {
    return cube.holds(state) && cover.stream().noneMatch(one -> one.holds(state));
  }

  private static Cube someCube(SplittableRandom random, int most) {
    Cube cube = Cube.all(SMALL);
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      int dimension = random.nextInt(SMALL.dimensions());
      int bits = 1 + random.nextInt((1 << SMALL.size(dimension)) - 1);
      cube = cube.keeping(dimension, value -> (bits & (1 << value)) != 0);
    }
    return cube;
  }

  private static List<int[]> states() {
    List<int[]> states = List.of(new int[SMALL.dimensions()]);
    for (int i = 0; i < SMALL.dimensions(); i++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] state : states) {
        for (int value = 0; value < SMALL.size(i); value++) {
          int[] next = state.clone();
          next[i] = value;
          longer.add(next);
        }
      }
      states = longer;
    }
    return states;
  }
}
