package vermilion.triage;

import java.util.List;
import vermilion.time.Elapsed;

/// At which hour after the injection an answer was given, as far as anybody knows.
///
/// Where clocks disagree, or nobody wrote down when the injection ended, every possible hour is
/// evaluated and the worst counts (H-6).
///
/// @param readings the possible hours; none: any hour is possible
public record Timing(List<Elapsed> readings) {

  /// Copies the readings.
  public Timing {
    readings = List.copyOf(readings);
  }

  /// The hour is known.
  public static Timing at(Elapsed elapsed) {
    return new Timing(List.of(elapsed));
  }

  /// Two clocks disagree.
  public static Timing either(Elapsed one, Elapsed other) {
    return new Timing(List.of(one, other));
  }

  /// The time of the treatment is unknown.
  public static Timing unknown() {
    return new Timing(List.of());
  }
}
