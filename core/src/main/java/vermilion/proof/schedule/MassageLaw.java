package vermilion.proof.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vermilion.proof.schedule.ScheduleLaw.Breach;
import vermilion.protocol.MassageOrder;
import vermilion.schedule.Occurrence;

/// Says whether the massage windows of a plan keep the laws.
///
/// Written from the brief and decision 11, on a grid of waking days that the engine has no part in
/// (H-2, H-6, H-23).
///
/// @param grid the patient's waking days and their windows
record MassageLaw(WakingGrid grid) {
  private static final long APART_SECONDS = 2 * 3600;
  private static final int MOST_A_DATE = 4;

  /// What an order comes to in seconds.
  ///
  /// @param order the order
  /// @param start no window opens before this epoch second
  /// @param end none closes after this one
  record Terms(MassageOrder order, long start, long end) {}

  /// The first law that these windows break, if any: what a patient would feel before what only a
  /// reader of ids would see.
  Optional<Breach> breach(Terms terms, List<Occurrence> found) {
    var dates = 0;
    var onDate = 0;
    for (var i = 0; i < found.size(); i++) {
      var one = found.get(i);
      var before = i == 0 ? one : found.get(i - 1);
      var sameDate = i > 0 && before.localDate().equals(one.localDate());
      dates += sameDate ? 0 : 1;
      onDate = sameDate ? onDate + 1 : 1;
      var law = alone(terms, one);
      if (law == null && i > 0 && isTooNear(before, one)) {
        law = ScheduleLaw.APART;
      }
      if (law == null && onDate > Math.min(terms.order.perDay(), MOST_A_DATE)) {
        law = ScheduleLaw.CAP;
      }
      if (law == null && dates > terms.order.days()) {
        law = ScheduleLaw.END;
      }
      if (law != null) {
        return Optional.of(
            new Breach(law, i == 0 ? told(one) : told(before) + ", then " + told(one)));
      }
    }
    var misnamed = misnamed(found);
    return misnamed.isPresent() ? misnamed : missing(terms, found);
  }

  /// The first window whose id is not its own, or stood there before.
  private Optional<Breach> misnamed(List<Occurrence> found) {
    var place = -1;
    for (var one : found) {
      var window = window(one);
      if (window <= place || !isItself(window, one)) {
        return Optional.of(new Breach(ScheduleLaw.NAMES, told(one)));
      }
      place = window;
    }
    return Optional.empty();
  }

  private static boolean isTooNear(Occurrence before, Occurrence one) {
    return opens(one) - closes(before) < APART_SECONDS;
  }

  /// The law that a window breaks by itself, or null.
  private @Nullable ScheduleLaw alone(Terms terms, Occurrence one) {
    if (opens(one) < terms.start) {
      return ScheduleLaw.START;
    }
    if (closes(one) > terms.end) {
      return ScheduleLaw.END;
    }
    var row = grid.row(one.localDate().toEpochDay());
    var awake = row >= 0 && opens(one) >= grid.begins(row) && closes(one) <= grid.ends(row);
    return awake && !one.window().contains(one.window().closes()) ? null : ScheduleLaw.AWAKE;
  }

  /// The window of the grid that an id names, or -1.
  private int window(Occurrence one) {
    var slot = one.slot();
    return slot.length() == 1
        ? grid.window(grid.row(one.localDate().toEpochDay()), slot.charAt(0) - '1')
        : -1;
  }

  /// A window may open late, for the two hours; it closes when the grid says.
  private boolean isItself(int window, Occurrence one) {
    return closes(one) == grid.closes(window) && opens(one) >= grid.opens(window);
  }

  /// The first window that ought to be there and is not, or is there and ought not to be.
  private Optional<Breach> missing(Terms terms, List<Occurrence> found) {
    var next = 0;
    var dates = 0;
    var lastRow = -1;
    var free = Long.MIN_VALUE;
    for (var window = grid.firstNear(terms.start); window < grid.windows(); window++) {
      var row = grid.rowOf(window);
      if (row != lastRow && dates == terms.order.days()) {
        break;
      }
      var opens = Math.max(grid.opens(window), free);
      var closes = grid.closes(window);
      if (!grid.exists(row)
          || grid.opens(window) < terms.start
          || closes > terms.end
          || closes - opens < 60L * terms.order.minutes()) {
        continue;
      }
      if (next == found.size()
          || window(found.get(next)) != window
          || opens(found.get(next)) != opens) {
        return Optional.of(new Breach(ScheduleLaw.ONCE, lost(window, opens)));
      }
      dates += row == lastRow ? 0 : 1;
      lastRow = row;
      free = closes + APART_SECONDS;
      next++;
    }
    return next == found.size()
        ? Optional.empty()
        : Optional.of(new Breach(ScheduleLaw.ONCE, told(found.get(next)) + " is one too many"));
  }

  private String lost(int window, long opens) {
    var row = grid.rowOf(window);
    return "the window of "
        + LocalDate.ofEpochDay(grid.dayOf(row))
        + " from "
        + Instant.ofEpochSecond(opens)
        + " to "
        + Instant.ofEpochSecond(grid.closes(window))
        + " is not there";
  }

  /// A window with its id and both ends.
  static String told(Occurrence one) {
    return one.id() + " from " + one.window().opens() + " to " + one.window().closes();
  }

  private static long opens(Occurrence one) {
    return one.window().opens().getEpochSecond();
  }

  private static long closes(Occurrence one) {
    return one.window().closes().getEpochSecond();
  }
}
