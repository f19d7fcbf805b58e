package vermilion.protocol;

import vermilion.time.Elapsed;

/// A check-in that the protocol asks for at an exact elapsed time.
///
/// @param at when its window opens, after the injection
/// @param form the id of the form it asks: `look`, `full` or `late`
public record CheckIn(Elapsed at, String form) {

  /// The name of this activity in occurrences: `check-in`, `check-in-look` or `check-in-late`.
  public String activity() {
    return switch (form) {
      case "full" -> "check-in";
      case "look" -> "check-in-look";
      case "late" -> "check-in-late";
      default -> "check-in-" + form;
    };
  }
}
