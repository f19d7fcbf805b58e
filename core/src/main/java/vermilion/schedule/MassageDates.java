package vermilion.schedule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.MassageOrder;

/// The local dates on which massage has been laid out so far, how often, and under which course.
final class MassageDates {
  private static final int MOST = MassageLimits.ENGINE_MOST_DAYS;

  private final long[] days = new long[MOST];
  private int size;

  private long latest = Long.MIN_VALUE;

  /// The sessions of each date, four bits for each.
  private int sessions;

  /// The courses before the present one.
  private List<Progress> paused = List.of();

  private @Nullable MassageCourse present;

  /// A bit for each of the dates that the present course has used.
  private int used;

  /// A course that another has taken the place of, with the dates that it has used.
  private record Progress(MassageCourse course, int used) {}

  /// Goes on with a course, from its own dates where it has been laid out before: an equal course
  /// is the same one.
  void resume(MassageCourse next) {
    if (next.equals(present)) {
      return;
    }
    if (present != null) {
      var longer = new ArrayList<>(paused);
      longer.add(new Progress(present, used));
      paused = longer;
    }
    present = next;
    used = 0;
    for (var progress : paused) {
      if (progress.course.equals(next)) {
        used |= progress.used;
      }
    }
  }

  /// Counts one more session on a date, if it may have one.
  boolean take(long day, MassageOrder order) {
    var i = indexOf(day);
    if (i == size) {
      if (!hasDayLeft(order)) {
        return false;
      }
      days[size++] = day;
      latest = Math.max(latest, day);
    } else if (sessionsOf(i) >= order.perDay() || ((used & (1 << i)) == 0 && !hasDateLeft(order))) {
      return false;
    }
    sessions += 1 << (4 * i);
    used |= 1 << i;
    return true;
  }

  /// Whether neither this date nor any later one may have a session.
  boolean isSpentAfter(long day, MassageOrder order) {
    return !hasDayLeft(order) && day > latest;
  }

  /// Whether a date without any session yet may have one.
  private boolean hasDayLeft(MassageOrder order) {
    return size < MOST && hasDateLeft(order);
  }

  /// Whether the present course may use another date.
  private boolean hasDateLeft(MassageOrder order) {
    return Integer.bitCount(used) < order.days();
  }

  private int sessionsOf(int i) {
    return (sessions >>> (4 * i)) & 15;
  }

  private int indexOf(long day) {
    if (day > latest) {
      return size;
    }
    var i = size - 1;
    while (i >= 0 && days[i] != day) {
      i--;
    }
    return i < 0 ? size : i;
  }
}
