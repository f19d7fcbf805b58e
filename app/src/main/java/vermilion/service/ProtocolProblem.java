package vermilion.service;

import java.util.Optional;

/// One mistake in a protocol file, or one warning about it.
///
/// @param file where it stands: the file as it was asked for, or the base file beside it
/// @param line from 1
/// @param column from 1, in characters
/// @param found what stands there
/// @param expected what would be right there
/// @param nearest what was probably meant
public record ProtocolProblem(
    String file, int line, int column, String found, String expected, Optional<String> nearest) {

  /// Where it stands, as `file:line:column`.
  public String place() {
    return file + ":" + line + ":" + column;
  }

  /// The message without its place.
  public String sentence() {
    return "found "
        + found
        + ", expected "
        + expected
        + nearest.map(word -> "; did you mean " + word + "?").orElse("");
  }
}
