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

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int changed = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
        row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
