package vermilion.proof;

/// Something that was decided over a whole space, and holds in all of it.
///
/// @param property what it belongs to
/// @param statement what holds, in words
/// @param states how many states of the space that decided, at least 1; [Long#MAX_VALUE] for more
///   than a long can count
public record Proved(Property property, String statement, long states) {

  /// Refuses a proof over nothing.
  public Proved {
    if (states < 1) {
      throw new IllegalArgumentException(
          property.id() + " is proved over " + states + " states, expected at least 1");
    }
  }
}
