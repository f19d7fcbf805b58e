package vermilion.protocol;

import vermilion.time.Elapsed;

/// A photo that the protocol asks for at an exact elapsed time.
///
/// @param at when its window opens, after the injection
public record PhotoPoint(Elapsed at) {
  /// The name of this activity in occurrences.
  public static final String ACTIVITY = "photo";
}
