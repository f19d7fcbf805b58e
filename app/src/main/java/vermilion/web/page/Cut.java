package vermilion.web.page;

/// Which part of a long list a page shows, so that nobody takes a part for all.
///
/// @param first how many lines come before it
/// @param most how many lines a page shows
/// @param all how many lines there are
public record Cut(int first, int most, int all) {

  /// Whether it is not all.
  public boolean isPart() {
    return all > most;
  }

  /// Whether more come after it.
  public boolean hasMore() {
    return first + most < all;
  }

  /// Where the next part begins.
  public int next() {
    return first + most;
  }

  /// Which lines these are, such as `1 to 200 of 9812 who wait, the most urgent first.`
  public String sentence() {
    return (first + 1)
        + " to "
        + Math.min(first + most, all)
        + " of "
        + all
        + " who wait, the most urgent first.";
  }
}
