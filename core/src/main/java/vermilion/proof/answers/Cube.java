package vermilion.proof.answers;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// A set of states: every state whose value in each dimension is one of those allowed there.
/// Immutable.
final class Cube {

  private final Layout layout;
  private final long[] words;

  private Cube(Layout layout, long[] words) {
    this.layout = layout;
    this.words = words;
  }

  /// Where each dimension's bits stand.
  static final class Layout {
    private final int[] sizes;
    private final int[] firstWord;
    private final int wordCount;

    Layout(int... sizes) {
      this.sizes = sizes.clone();
      this.firstWord = new int[sizes.length];
      int words = 0;
      for (int i = 0; i < sizes.length; i++) {
        firstWord[i] = words;
        words += (sizes[i] + Long.SIZE - 1) / Long.SIZE;
      }
      this.wordCount = words;
    }

    int dimensions() {
      return sizes.length;
    }

    int size(int dimension) {
      return sizes[dimension];
    }

    private int wordsOf(int dimension) {
      return (sizes[dimension] + Long.SIZE - 1) / Long.SIZE;
    }
  }

  /// Every state.
  static Cube all(Layout layout) {
    long[] words = new long[layout.wordCount];
    for (int i = 0; i < layout.dimensions(); i++) {
      for (int value = 0; value < layout.size(i); value++) {
        words[layout.firstWord[i] + value / Long.SIZE] |= 1L << value;
      }
    }
    return new Cube(layout, words);
  }

  /// One state.
  static Cube of(Layout layout, int[] state) {
    long[] words = new long[layout.wordCount];
    for (int i = 0; i < state.length; i++) {
      words[layout.firstWord[i] + state[i] / Long.SIZE] |= 1L << state[i];
    }
    return new Cube(layout, words);
  }

  boolean allows(int dimension, int value) {
    return (words[layout.firstWord[dimension] + value / Long.SIZE] & (1L << value)) != 0;
  }

  boolean holds(int[] state) {
    for (int i = 0; i < state.length; i++) {
      if (!allows(i, state[i])) {
        return false;
      }
    }
    return true;
  }

  /// The states of this one whose value in a dimension is also one of these.
  Cube keeping(int dimension, IntPredicate values) {
    long[] kept = words.clone();
    for (int value = 0; value < layout.size(dimension); value++) {
      if (!values.test(value)) {
        kept[layout.firstWord[dimension] + value / Long.SIZE] &= ~(1L << value);
      }
    }
    return new Cube(layout, kept);
  }

  Cube keepingOnly(int dimension, int value) {
    return keeping(dimension, one -> one == value);
  }

  /// The same with any value in a dimension.
  Cube freeing(int dimension) {
    long[] freed = words.clone();
    for (int value = 0; value < layout.size(dimension); value++) {
      freed[layout.firstWord[dimension] + value / Long.SIZE] |= 1L << value;
    }
    return new Cube(layout, freed);
  }

  Cube and(Cube other) {
    long[] both = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      both[i] = words[i] & other.words[i];
    }
    return new Cube(layout, both);
  }

  /// Whether some dimension has no value left.
  boolean isEmpty() {
    for (int i = 0; i < layout.dimensions(); i++) {
      if (isEmptyAt(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isEmptyAt(int dimension) {
    int first = layout.firstWord[dimension];
    for (int i = first; i < first + layout.wordsOf(dimension); i++) {
      if (words[i] != 0) {
        return false;
      }
    }
    return true;
  }

  boolean meets(Cube other) {
    for (int i = 0; i < layout.dimensions(); i++) {
      int first = layout.firstWord[i];
      boolean meetsHere = false;
      for (int j = first; j < first + layout.wordsOf(i); j++) {
        meetsHere |= (words[j] & other.words[j]) != 0;
      }
      if (!meetsHere) {
        return false;
      }
    }
    return true;
  }

  boolean contains(Cube other) {
    for (int i = 0; i < words.length; i++) {
      if ((other.words[i] & ~words[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  /// How many values a dimension has left.
  int count(int dimension) {
    int count = 0;
    int first = layout.firstWord[dimension];
    for (int i = first; i < first + layout.wordsOf(dimension); i++) {
      count += Long.bitCount(words[i]);
    }
    return count;
  }

  /// The first value that is allowed in a dimension of a cube that is not empty.
  int first(int dimension) {
    int value = 0;
    while (!allows(dimension, value)) {
      value++;
    }
    return value;
  }

  /// Whether the other one allows everything in a dimension that this one allows there.
  boolean isWithin(Cube other, int dimension) {
    int first = layout.firstWord[dimension];
    for (int i = first; i < first + layout.wordsOf(dimension); i++) {
      if ((words[i] & ~other.words[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  Layout layout() {
    return layout;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cube that && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }
}
