package vermilion.clinical;

import java.util.Optional;

/// Finds what somebody probably meant.
public final class NearMiss {

  private static final int FARTHEST = 3;

  private NearMiss() {}

  /// The candidate nearest to `word`, if any is near: at most three letters and a third of the word
  /// away.
  public static Optional<String> of(String word, Iterable<String> candidates) {
    String bounded = word.length() > 40 ? word.substring(0, 40) : word;
    int farthest = Math.min(FARTHEST, Math.max(1, bounded.length() / 3));
    String nearest = null;
    int least = farthest + 1;
    for (String candidate : candidates) {
      int distance = distance(bounded, candidate);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /// Letters added, left out, changed, or swapped with their neighbour.
  private static int distance(String a, String b) {
    int[] twoAbove = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] spare = twoAbove;
      twoAbove = above;
      above = row;
      row = spare;
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int changed = same ? above[j - 1] : above[j - 1] + 1;
        row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }
}
