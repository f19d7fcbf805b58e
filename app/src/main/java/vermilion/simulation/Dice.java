package vermilion.simulation;

/// Random numbers that are asked for by name: the same seed, patient, name and moment give the same
/// number, in whatever order they are asked for. So one change of a protocol changes nothing else
/// in a patient's life, and two protocols can be compared patient by patient.
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private final long base;

  private Dice(long base) {
    this.base = base;
  }

  /// The dice of one patient of one cohort.
  static Dice of(long seed, String cohort, long patient) {
    return new Dice(mixed(mixed(seed + GOLDEN * cohort.hashCode()) + GOLDEN * (patient + 1)));
  }

  /// A number from 0, inclusive, to 1.
  double at(String name) {
    return at(name, 0);
  }

  /// A number from 0, inclusive, to 1.
  ///
  /// @param moment tells it from others of the same name
  double at(String name, long moment) {
    long bits = mixed(mixed(base + GOLDEN * name.hashCode()) + GOLDEN * (moment + 1));
    return (bits >>> 11) * UNIT;
  }

  /// Whether something of this chance comes to pass.
  boolean comes(double chance, String name, long moment) {
    return at(name, moment) < chance;
  }

  /// Whether something of this chance comes to pass.
  boolean comes(double chance, String name) {
    return comes(chance, name, 0);
  }

  /// A number from `least` to `most`, each as likely.
  double between(double least, double most, String name) {
    return least + (most - least) * at(name);
  }

  /// A number round 0 with a standard deviation of 1, never beyond 3.5: the sum of four even ones.
  double bell(String name, long moment) {
    double sum = at(name, 4 * moment) + at(name, 4 * moment + 1);
    sum += at(name, 4 * moment + 2) + at(name, 4 * moment + 3);
    return (sum - 2) * StrictMath.sqrt(3);
  }

  /// How long one waits for something that comes with no memory.
  double wait(double mean, String name, long moment) {
    return -mean * StrictMath.log(1 - at(name, moment));
  }

  /// The finalizer of SplitMix64: every bit of the result hangs on every bit of the value.
  private static long mixed(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
