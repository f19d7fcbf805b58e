package vermilion.proof.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import vermilion.protocol.MassageLimits;
import vermilion.time.Waking;

/// The waking days of one patient over some weeks, and the massage windows that they are split
/// into, as the clinical brief and decision 11 say it: with the calendar of the JDK, date by date,
/// and without a line of the engine's.
///
/// Row i is the date `firstDay + i`; window j of it has the number i x `slots` + j.
final class WakingGrid {
  private static final int PAUSE_MINUTES = 120;
  private static final int LEAST_MINUTES = 15;
  private static final long DAY_SECONDS = 86_400;
  private static final int DAYS_BACK = 3;

  private final long firstDay;
  private final int slots;
  private final boolean[] exists;
  private final long[] begins;
  private final long[] ends;
  private final long[] opens;
  private final long[] closes;

  /// @param zone where the patient lives
  /// @param waking when the patient is awake
  /// @param firstDay the first date, as days from 1970-01-01
  /// @param days how many dates
  record Span(ZoneId zone, Waking waking, long firstDay, int days) {}

  WakingGrid(Span span, int perDay) {
    var length = span.waking.minutes();
    firstDay = span.firstDay;
    slots = slots(length, perDay);
    var width = (length - PAUSE_MINUTES * (slots - 1)) / slots;
    exists = new boolean[span.days];
    begins = new long[span.days];
    ends = new long[span.days];
    opens = new long[span.days * slots];
    closes = new long[span.days * slots];
    for (var i = 0; i < span.days; i++) {
      var date = LocalDate.ofEpochDay(firstDay + i);
      exists[i] = date.atStartOfDay(span.zone).toLocalDate().equals(date);
      begins[i] = wall(span, date, 0);
      ends[i] = wall(span, date, length);
      for (var j = 0; j < slots; j++) {
        var from = j * (width + PAUSE_MINUTES);
        opens[i * slots + j] = Math.max(wall(span, date, from), begins[i]);
        closes[i * slots + j] = Math.min(wall(span, date, from + width), ends[i]);
      }
    }
  }

  /// As many windows as were ordered, each with two hours before the next and a quarter of an hour
  /// long; or as many as fit; or one.
  private static int slots(int length, int perDay) {
    for (var n = perDay; n > 1; n--) {
      if (n * LEAST_MINUTES + (n - 1) * PAUSE_MINUTES <= length) {
        return n;
      }
    }
    return 1;
  }

  /// When the wall shows so many minutes after waking: in a gap by as much later as the gap is
  /// long, in an overlap at its first coming.
  private static long wall(Span span, LocalDate date, int minutes) {
    var time = date.atTime(span.waking.from()).plusMinutes(minutes);
    return time.atZone(span.zone).toEpochSecond();
  }

  int days() {
    return exists.length;
  }

  int windows() {
    return opens.length;
  }

  long dayOf(int row) {
    return firstDay + row;
  }

  /// The row of a date, or -1 where it is outside or the zone skipped it.
  int row(long day) {
    var row = day - firstDay;
    return row >= 0 && row < exists.length && exists[(int) row] ? (int) row : -1;
  }

  /// The number of a window, or -1 where there is none.
  int window(int row, int slot) {
    return row >= 0 && slot >= 0 && slot < slots ? row * slots + slot : -1;
  }

  /// A window some days before `second`, with none that opens after it before it.
  int firstNear(long second) {
    var row = (second - begins[0]) / DAY_SECONDS - DAYS_BACK;
    return (int) Math.max(0, row) * slots;
  }

  /// Whether some window is shorter than the longest session and not gone: then the minutes of the
  /// session decide whether it is there.
  boolean hasBrief() {
    for (var i = 1; i < opens.length; i++) {
      var whole = closes[i] - opens[i];
      var moved = closes[i] - closes[i - 1] - 60L * PAUSE_MINUTES;
      if (isBrief(whole) || isBrief(moved)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBrief(long seconds) {
    return seconds > 0 && seconds < 60L * MassageLimits.ENGINE_MOST_MINUTES;
  }

  int rowOf(int window) {
    return window / slots;
  }

  boolean exists(int row) {
    return exists[row];
  }

  long begins(int row) {
    return begins[row];
  }

  long ends(int row) {
    return ends[row];
  }

  long opens(int window) {
    return opens[window];
  }

  long closes(int window) {
    return closes[window];
  }

  /// The first second from `from` with so many waking seconds behind it; time in two waking days
  /// counts once.
  long awakeFor(long from, long seconds) {
    var cursor = from;
    var left = seconds;
    for (var row = 0; row < exists.length; row++) {
      cursor = Math.max(cursor, begins[row]);
      var room = ends[row] - cursor;
      if (room >= left) {
        return cursor + left;
      }
      if (room > 0) {
        left -= room;
        cursor = ends[row];
      }
    }
    throw new IllegalArgumentException(
        "no " + seconds + " waking seconds from " + from + " within " + exists.length + " days");
  }

  /// The last second from which so many waking seconds lie before `until`.
  long awakeBefore(long until, long seconds) {
    var cursor = until;
    var left = seconds;
    for (var row = exists.length - 1; row >= 0; row--) {
      cursor = Math.min(cursor, ends[row]);
      var room = cursor - begins[row];
      if (room >= left) {
        return cursor - left;
      }
      if (room > 0) {
        left -= room;
        cursor = begins[row];
      }
    }
    throw new IllegalArgumentException(
        "no " + seconds + " waking seconds before " + until + " within " + exists.length + " days");
  }

  /// The waking seconds from `from` until `until`.
  long awake(long from, long until) {
    var total = 0L;
    var cursor = from;
    for (var row = 0; row < exists.length && cursor < until; row++) {
      cursor = Math.max(cursor, begins[row]);
      var room = Math.min(ends[row], until) - cursor;
      if (room > 0) {
        total += room;
        cursor += room;
      }
    }
    return total;
  }
}
