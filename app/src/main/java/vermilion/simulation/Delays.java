package vermilion.simulation;

/// How long something took, over many times, in bounded memory: by the minute up to three days, by
/// the hour after that.
final class Delays {
  private static final int MINUTES = 72 * 60;
  private static final int HOURS = 400 * 24;

  private final int[] counts = new int[MINUTES + HOURS];
  private long size;

  /// Adds one.
  void add(double hours) {
    int minute = (int) Math.min(hours * 60, Integer.MAX_VALUE);
    int place = minute < MINUTES ? minute : MINUTES + Math.min(HOURS - 1, minute / 60 - 72);
    counts[Math.max(0, place)]++;
    size++;
  }

  void add(Delays other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    size += other.size;
  }

  long size() {
    return size;
  }

  /// How many took less than so many hours.
  long within(int hours) {
    return withinMinutes(hours * 60.0);
  }

  /// How many took less than so many minutes; beyond three days the hour is the finest.
  long withinMinutes(double minutes) {
    int until = (int) (minutes <= MINUTES ? minutes : MINUTES + minutes / 60 - 72);
    long sum = 0;
    for (int i = 0; i < Math.min(until, counts.length); i++) {
      sum += counts[i];
    }
    return sum;
  }

  /// The minutes under which half of them lie; 0 where there are none.
  long medianMinutes() {
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      if (sum * 2 >= size && size > 0) {
        return i < MINUTES ? i : (i - MINUTES + 72L) * 60;
      }
    }
    return 0;
  }
}
