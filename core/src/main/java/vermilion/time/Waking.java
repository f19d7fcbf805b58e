package vermilion.time;

import java.time.LocalTime;

/// The hours in which a patient is awake, on the patient's own wall clock.
///
/// Half-open. `until` at or before `from` means that the waking day runs past midnight, as for
/// someone who works at night; it then belongs to the local date on which it begins.
///
/// @param from the waking minute
/// @param until the first minute asleep
public record Waking(LocalTime from, LocalTime until) {

  /// What is assumed of a patient who says nothing.
  public static final Waking USUAL = new Waking(LocalTime.of(7, 30), LocalTime.of(22, 30));

  /// The shortest waking day that is believed, in minutes.
  public static final int SHORTEST_MINUTES = 180;

  /// Refuses seconds and a waking day shorter than [#SHORTEST_MINUTES].
  public Waking {
    if (from.getSecond() != 0
        || until.getSecond() != 0
        || from.getNano() != 0
        || until.getNano() != 0) {
      throw new IllegalArgumentException(
          "waking hours " + from + "-" + until + " are not whole minutes");
    }
    if (minutesBetween(from, until) < SHORTEST_MINUTES) {
      throw new IllegalArgumentException(
          "waking hours "
              + from
              + "-"
              + until
              + " are shorter than "
              + SHORTEST_MINUTES
              + " minutes");
    }
  }

  /// The length of a waking day on the wall clock, in minutes.
  public int minutes() {
    return minutesBetween(from, until);
  }

  /// Whether the waking day ends on the date after it began.
  public boolean passesMidnight() {
    return !until.isAfter(from);
  }

  private static int minutesBetween(LocalTime from, LocalTime until) {
    int minutes = (until.toSecondOfDay() - from.toSecondOfDay()) / 60;
    return minutes > 0 ? minutes : minutes + 24 * 60;
  }
}
