package vermilion.schedule;

import vermilion.protocol.MassageLimits;

/// How a waking day is split into equal massage windows with a pause between them.
///
/// The pause is as long as two sessions must be apart, so whenever a patient opens a session inside
/// its window, the next window cannot be too near.
///
/// @param windows how many windows
/// @param minutes the length of each, on the wall clock
record DaySplit(int windows, int minutes) {
  /// A shorter window would be missed rather than met.
  static final int SHORTEST_MINUTES = 15;

  private static final int PAUSE_MINUTES = MassageLimits.ENGINE_APART_MINUTES;

  /// `wanted` windows in `dayMinutes`, or as many as fit.
  static DaySplit of(int dayMinutes, int wanted) {
    var windows = wanted;
    while (windows > 1 && minutesOf(dayMinutes, windows) < SHORTEST_MINUTES) {
      windows--;
    }
    return new DaySplit(windows, minutesOf(dayMinutes, windows));
  }

  /// Minutes from waking at which window `slot` opens.
  int opens(int slot) {
    return slot * (minutes + PAUSE_MINUTES);
  }

  /// Minutes from waking at which window `slot` closes.
  int closes(int slot) {
    return opens(slot) + minutes;
  }

  private static int minutesOf(int dayMinutes, int windows) {
    return (dayMinutes - PAUSE_MINUTES * (windows - 1)) / windows;
  }
}
