package vermilion.time;

import java.time.Instant;
import java.time.ZoneId;

/// A clock that runs only while the patient is awake.
///
/// Waking time is real time in the patient's zone: on the night on which the clocks go forward a
/// waking day may be an hour shorter than on the wall. Instants lie in the years 1 to 9999.
///
/// @param wall the clocks of where the patient lives
/// @param waking the patient's waking hours there
public record WakingClock(WallClock wall, Waking waking) {
  /// The longest stretch that is counted, in days; a wait without end is no longer than this.
  public static final int MOST_DAYS = 400;

  /// The most waking time that can be added, in seconds: 1000 hours.
  public static final long MOST_SECONDS = 1000 * Elapsed.SECONDS_PER_HOUR;

  private static final long DAY_SECONDS = ZoneTable.DAY_SECONDS;

  /// A clock in a zone of the JDK's database.
  public WakingClock(ZoneId zone, Waking waking) {
    this(WallClock.of(zone), waking);
  }

  /// Where the patient lives, in the JDK's database; for the server alone.
  public ZoneId zone() {
    return wall.zone();
  }

  /// Whether the patient is awake at `instant`.
  public boolean isAwake(Instant instant) {
    return nextAwake(instant).equals(instant);
  }

  /// The first waking instant from `instant` on: itself when it is one.
  public Instant nextAwake(Instant instant) {
    return plus(instant, 0);
  }

  /// The earliest instant from `from` with `seconds` of waking time behind it; for 0 the next
  /// waking instant.
  ///
  /// @param seconds from 0 to [#MOST_SECONDS]
  public Instant plus(Instant from, long seconds) {
    if (seconds < 0 || seconds > MOST_SECONDS) {
      throw new IllegalArgumentException(
          "waking time to add is " + seconds + " s, expected 0 to " + MOST_SECONDS);
    }
    // Some waking days lose an hour or two to a change of the clocks; the table's margin holds
    // them.
    var days = seconds / (waking.minutes() * 60L) + 1;
    return WakingDays.over(wall, waking, from, from.plusSeconds(days * DAY_SECONDS))
        .plus(from, seconds);
  }

  /// The waking seconds from `from` until `until`, both read down to the second; 0 when reversed.
  /// Of a longer stretch the first [#MOST_DAYS] days are counted.
  public long seconds(Instant from, Instant until) {
    var first = from.getEpochSecond();
    var last = Math.min(until.getEpochSecond(), first + MOST_DAYS * DAY_SECONDS);
    if (last <= first) {
      return 0;
    }
    return WakingDays.over(wall, waking, from, Instant.ofEpochSecond(last)).seconds(first, last);
  }
}
