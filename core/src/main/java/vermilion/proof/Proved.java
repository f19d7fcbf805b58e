package vermilion.proof;

import java.math.BigInteger;

/// Something that was decided over a whole space, and holds in all of it.
///
/// @param property what it belongs to
/// @param statement what holds, in words
/// @param states how many states of the space that decided, at least 1
public record Proved(Property property, String statement, BigInteger states) {

  /// Refuses a proof over nothing.
  public Proved {
    if (states.signum() < 1) {
      throw new IllegalArgumentException(
          property.id() + " is proved over " + states + " states, expected at least 1");
    }
  }

  /// The same with a number of states that a long can hold.
  public Proved(Property property, String statement, long states) {
    this(property, statement, BigInteger.valueOf(states));
  }
}
