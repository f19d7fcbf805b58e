package vermilion.simulation;

import java.util.Map;
import java.util.OptionalDouble;

/// How often real people misread, as a clinic counted it in sessions (docs/comprehension).
///
/// @param people how many answered
/// @param counts what was counted of each kind; a kind that is not there was not asked
public record Measured(int people, Map<Misread, Count> counts) {
  /// Nobody was asked.
  public static final Measured NOTHING = new Measured(0, Map.of());

  /// Fewer answers than this say too little: the assumed chance stays.
  public static final int LEAST_ANSWERS = 20;

  /// Copies the counts.
  public Measured {
    counts = Map.copyOf(counts);
  }

  /// What was counted of one kind.
  ///
  /// @param answers that could have been misread so
  /// @param misread those that were
  public record Count(int answers, int misread) {
    /// Refuses more than all.
    public Count {
      if (misread < 0 || misread > answers) {
        throw new IllegalArgumentException(misread + " misread of " + answers);
      }
    }

    /// The chance that the simulation uses: the mean of what is believable after the count, where
    /// before it every chance was (Jeffreys). So nobody is perfect because twenty people were.
    double chance() {
      return (misread + 0.5) / (answers + 1);
    }

    boolean isEnough() {
      return answers >= LEAST_ANSWERS;
    }

    Count and(Count other) {
      return new Count(answers + other.answers, misread + other.misread);
    }
  }

  /// The chance of a kind; empty where too little was counted.
  OptionalDouble chance(Misread kind) {
    Count count = counts.get(kind);
    return count != null && count.isEnough()
        ? OptionalDouble.of(count.chance())
        : OptionalDouble.empty();
  }
}
