package vermilion.phone;

import java.util.List;

/// Random numbers that are the same on the JVM and in JavaScript: SplitMix64, in long arithmetic
/// alone.
final class Dice {
  private long state;

  Dice(long seed) {
    this.state = seed;
  }

  /// A number from 0, below `bound`.
  int below(int bound) {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (int) Math.floorMod(mixed ^ (mixed >>> 31), (long) bound);
  }

  /// Whether something of so many percent happens.
  boolean chance(int percent) {
    return below(100) < percent;
  }

  /// One of the options.
  <T> T pick(List<T> options) {
    return options.get(below(options.size()));
  }
}
