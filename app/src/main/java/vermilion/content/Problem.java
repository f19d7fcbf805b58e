package vermilion.content;

import java.util.Optional;

/// One mistake in a protocol file, or one warning about it.
///
/// @param place where it stands
/// @param found what stands there
/// @param expected what would be right there
/// @param nearest what was probably meant
public record Problem(Place place, String found, String expected, Optional<String> nearest) {
  private static final int LONGEST_QUOTE = 60;

  /// A value as a message shows it: in quotes, short, with nothing that a terminal obeys.
  static String quoted(String value) {
    StringBuilder out = new StringBuilder("\"");
    value
        .codePoints()
        .limit(LONGEST_QUOTE)
        .forEach(point -> out.appendCodePoint(Character.isISOControl(point) ? '?' : point));
    return out.append(value.codePointCount(0, value.length()) > LONGEST_QUOTE ? "…\"" : "\"")
        .toString();
  }

  /// The whole message in one line: place, value, what was expected, and what was probably meant.
  @Override
  public String toString() {
    return place
        + ": found "
        + found
        + ", expected "
        + expected
        + nearest.map(word -> "; did you mean " + word + "?").orElse("");
  }
}
