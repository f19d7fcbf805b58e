package vermilion.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The offsets of one zone over a bounded stretch of time, looked up once and then plain
/// arithmetic.
///
/// A wall time that is skipped is read with the offset before the gap, which shifts it forward by
/// the length of the gap; a wall time that comes twice is its first coming. Both are what
/// [java.time.LocalDateTime#atZone] does; the difference is the speed.
///
/// The answers are exact from [#MARGIN_DAYS] days before the stretch to as many days after it.
/// Immutable.
public final class ZoneTable {
  /// Days on either side of the stretch for which the answers are still exact.
  public static final int MARGIN_DAYS = 8;

  /// The longest stretch of one table, in days.
  public static final int MOST_DAYS = 1500;

  /// The seconds of 24 hours.
  static final long DAY_SECONDS = 86_400;

  /// 0001-01-02 and 9999-12-30 in UTC: within them every date has a four-digit year.
  private static final long FIRST_SECOND = -62_135_510_400L;

  private static final long LAST_SECOND = 253_402_128_000L;

  /// Tables are read over whole blocks of 2^24 seconds, about half a year, so that all patients of
  /// one zone and season share one.
  private static final long BLOCK_SECONDS = 1L << 24;

  /// The longest stretch of a table that is sent, in days.
  private static final int MOST_DAYS_SENT = 10_000;

  /// The most changes of the clocks in a table that was sent.
  public static final int MOST_CHANGES = 200;

  /// The tables read last. A clinic's patients live in few zones; the rules of a zone do not change
  /// while the process runs, so which of them are remembered shows in nothing but the time taken.
  /// In a class of its own, since the phone reads none.
  private static final class Remembered {
    static final AtomicReferenceArray<@Nullable Known> TABLES = new AtomicReferenceArray<>(64);
  }

  /// The epoch seconds at which the offset changes, rising.
  private final long[] changes;

  /// The offset before each change, and last the one after all of them; in seconds.
  private final int[] offsets;

  /// The furthest that a change moves the clocks, in seconds.
  private final int mostShiftSeconds;

  private ZoneTable(long[] changes, int[] offsets) {
    this.changes = changes;
    this.offsets = offsets;
    var most = 0;
    for (var i = 0; i < changes.length; i++) {
      most = Math.max(most, Math.abs(offsets[i + 1] - offsets[i]));
    }
    this.mostShiftSeconds = most;
  }

  /// The offsets of `zone` from epoch second `first` until `until`; refuses a reversed or over-long
  /// stretch, and one outside the years 1 to 9999.
  public static ZoneTable over(ZoneId zone, long first, long until) {
    check(first, until, MOST_DAYS);
    var margin = MARGIN_DAYS * DAY_SECONDS;
    var firstBlock = Math.floorDiv(first - margin, BLOCK_SECONDS);
    var lastBlock = Math.floorDiv(until + margin, BLOCK_SECONDS);
    var slot =
        (zone.hashCode() + (int) (firstBlock + 7 * lastBlock)) & (Remembered.TABLES.length() - 1);
    var known = Remembered.TABLES.get(slot);
    if (known != null && known.covers(zone, firstBlock, lastBlock)) {
      return known.table;
    }
    var table =
        read(
            zone.getRules(),
            Math.max(firstBlock * BLOCK_SECONDS, FIRST_SECOND - margin),
            (lastBlock + 1) * BLOCK_SECONDS);
    Remembered.TABLES.set(slot, new Known(zone, firstBlock, lastBlock, table));
    return table;
  }

  private static void check(long first, long until, int mostDays) {
    if (first < FIRST_SECOND || until > LAST_SECOND || first > until) {
      throw new IllegalArgumentException(
          "stretch from second " + first + " until " + until + ", expected years 1 to 9999");
    }
    if (until - first > mostDays * DAY_SECONDS) {
      throw new IllegalArgumentException(
          "stretch of " + (until - first) + " s, expected at most " + mostDays + " days");
    }
  }

  /// The offsets of `zone` over a longer stretch, to send to where no database is: all that [#over]
  /// says of any part of it, this one says too.
  public static ZoneTable toSend(ZoneId zone, long first, long until) {
    check(first, until, MOST_DAYS_SENT);
    var margin = MARGIN_DAYS * DAY_SECONDS;
    return read(zone.getRules(), Math.max(first, FIRST_SECOND) - margin, until + margin);
  }

  /// A table as it was sent.
  ///
  /// @param changes the epoch seconds at which the offset changes, rising
  /// @param offsets the offset before each change, and last the one after all of them
  /// @throws IllegalArgumentException when the numbers do not fit each other
  public static ZoneTable of(long[] changes, int[] offsets) {
    var rising = changes.length <= MOST_CHANGES && offsets.length == changes.length + 1;
    for (var i = 1; rising && i < changes.length; i++) {
      rising = changes[i - 1] < changes[i];
    }
    if (!rising) {
      throw new IllegalArgumentException(
          changes.length
              + " changes and "
              + offsets.length
              + " offsets, expected at most "
              + MOST_CHANGES
              + " rising changes and one offset more");
    }
    return new ZoneTable(changes.clone(), offsets.clone());
  }

  /// The epoch seconds at which the offset changes, rising.
  public long[] changes() {
    return changes.clone();
  }

  /// The offset before each change, and last the one after all of them; in seconds.
  public int[] offsets() {
    return offsets.clone();
  }

  /// A table read before, over whole blocks.
  private record Known(ZoneId zone, long firstBlock, long lastBlock, ZoneTable table) {
    boolean covers(ZoneId other, long first, long last) {
      return first == firstBlock && last == lastBlock && zone.equals(other);
    }
  }

  private static ZoneTable read(ZoneRules rules, long first, long until) {
    var from = Instant.ofEpochSecond(first);
    var changes = new long[8];
    var offsets = new int[9];
    offsets[0] = rules.getOffset(from).getTotalSeconds();
    var count = 0;
    var change = rules.nextTransition(from);
    while (change != null && change.toEpochSecond() < until) {
      if (count == changes.length) {
        changes = Arrays.copyOf(changes, 2 * count);
        offsets = Arrays.copyOf(offsets, 2 * count + 1);
      }
      changes[count] = change.toEpochSecond();
      offsets[++count] = change.getOffsetAfter().getTotalSeconds();
      change = rules.nextTransition(change.getInstant());
    }
    return new ZoneTable(Arrays.copyOf(changes, count), Arrays.copyOf(offsets, count + 1));
  }

  /// The furthest that any change of the table moves the clocks, forward or back, in seconds.
  int mostShiftSeconds() {
    return mostShiftSeconds;
  }

  /// The epoch second of the first change at or after `epochSecond`, or the greatest number.
  long changeFrom(long epochSecond) {
    for (var change : changes) {
      if (change >= epochSecond) {
        return change;
      }
    }
    return Long.MAX_VALUE;
  }

  /// The offset from UTC at an epoch second, in seconds, east positive.
  public int offsetAt(long epochSecond) {
    var i = 0;
    while (i < changes.length && epochSecond >= changes[i]) {
      i++;
    }
    return offsets[i];
  }

  /// The epoch second of a wall time, itself given as the seconds from 1970-01-01 00:00 on the
  /// wall.
  public long secondOf(long wallSecond) {
    for (var i = 0; i < changes.length; i++) {
      var early = wallSecond - offsets[i];
      var skipped = wallSecond - offsets[i + 1] < changes[i];
      if (early < changes[i] || skipped) {
        return early;
      }
    }
    return wallSecond - offsets[changes.length];
  }

  /// The local date at an epoch second, as days from 1970-01-01.
  public long dayAt(long epochSecond) {
    return Math.floorDiv(epochSecond + offsetAt(epochSecond), DAY_SECONDS);
  }
}
