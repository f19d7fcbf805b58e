package vermilion.time;

import java.time.Instant;

/// The waking days of one patient over a bounded stretch of time.
///
/// A waking day belongs to the local date on which it begins, also when it passes midnight. Its
/// length is real time: the night on which the clocks change may take an hour from it or add one.
/// Where two waking days touch or overlap, their time counts once. Immutable.
public final class WakingDays {
  /// A date that a zone skipped whole shifts what began the day before by 24 h, so that a waking
  /// day may still run two dates later.
  private static final int DAYS_BACK = 2;

  private final ZoneTable table;
  private final long fromSecond;
  private final long lengthSeconds;

  private WakingDays(ZoneTable table, Waking waking) {
    this.table = table;
    this.fromSecond = waking.from().toSecondOfDay();
    this.lengthSeconds = waking.minutes() * 60L;
  }

  /// The waking days by `wall` from `first` to some days after `until`.
  public static WakingDays over(WallClock wall, Waking waking, Instant first, Instant until) {
    return over(wall, waking, first.getEpochSecond(), until.getEpochSecond());
  }

  /// The waking days by `wall` from the epoch second `first` to some days after `until`.
  public static WakingDays over(WallClock wall, Waking waking, long first, long until) {
    return new WakingDays(wall.over(first, until), waking);
  }

  /// The zone's offsets over the same stretch.
  public ZoneTable table() {
    return table;
  }

  /// The length of a waking day on the wall clock, in minutes.
  public int lengthMinutes() {
    return (int) (lengthSeconds / 60);
  }

  /// The epoch second at which the waking day of the date `epochDay` begins.
  public long begins(long epochDay) {
    return table.secondOf(epochDay * ZoneTable.DAY_SECONDS + fromSecond);
  }

  /// The epoch second at which the waking day of the date `epochDay` ends.
  public long ends(long epochDay) {
    return table.secondOf(epochDay * ZoneTable.DAY_SECONDS + fromSecond + lengthSeconds);
  }

  /// The epoch second at which the wall shows `minutes` after the waking minute of `epochDay`.
  public long minutesInto(long epochDay, long minutes) {
    return table.secondOf(epochDay * ZoneTable.DAY_SECONDS + fromSecond + minutes * 60);
  }

  /// The epoch second before which every waking day is as long in real time as on the wall, and 24
  /// h from the one after, if it begins at or after `begins`: 24 h ahead of the next change of the
  /// clocks.
  ///
  /// A change less than its own shift before `begins` counts too: a day that begins inside a gap is
  /// read with the offset before it, which no longer holds for its end.
  public long steadyUntil(long begins) {
    return table.changeFrom(begins - table.mostShiftSeconds()) - ZoneTable.DAY_SECONDS;
  }

  /// The first date whose waking day may still run at `epochSecond`.
  public long firstDayAt(long epochSecond) {
    return table.dayAt(epochSecond) - DAYS_BACK;
  }

  /// The earliest instant from `from` with `seconds` of waking time behind it; for 0 the earliest
  /// waking instant.
  ///
  /// @param seconds at least 0, and no more than the stretch has
  public Instant plus(Instant from, long seconds) {
    var cursor = from.getEpochSecond();
    var nano = from.getNano();
    var left = seconds;
    var begun = false;
    for (var day = firstDayAt(cursor); ; day++) {
      var begins = begins(day);
      if (begins > cursor) {
        cursor = begins;
        // Asleep until now: the fraction of a second passed in sleep.
        nano = begun ? nano : 0;
      }
      var room = ends(day) - cursor;
      if (room <= 0) {
        continue;
      }
      if (left < room || (left == room && nano == 0)) {
        return Instant.ofEpochSecond(cursor + left, nano);
      }
      begun = true;
      left -= room;
      cursor += room;
    }
  }

  /// The waking seconds from epoch second `from` until `until`; 0 when reversed.
  public long seconds(long from, long until) {
    var total = 0L;
    var cursor = from;
    for (var day = firstDayAt(from); cursor < until; day++) {
      cursor = Math.max(cursor, begins(day));
      var room = Math.min(ends(day), until) - cursor;
      if (room > 0) {
        total += room;
        cursor += room;
      }
    }
    return total;
  }
}
