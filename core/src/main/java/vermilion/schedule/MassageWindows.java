package vermilion.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vermilion.time.DueWindow;

/// The massage windows of one plan version as bare numbers, in the order in which they open.
///
/// Laying a course out is arithmetic on seconds; [#occurrences()] gives them their dates and names.
public final class MassageWindows {
  private static final String[] SLOTS = {"1", "2", "3", "4"};

  /// Numbers a window: opens, closes, and 4 x epoch day + slot.
  private static final int WIDTH = 3;

  private final int planVersion;
  private final long[] rows;
  private int size;

  MassageWindows(int planVersion, int most) {
    this.planVersion = planVersion;
    this.rows = new long[most * WIDTH];
  }

  /// How many windows there are.
  public int size() {
    return size;
  }

  /// The epoch second at which window `i` opens; `i` is from 0 to size - 1.
  public long opens(int i) {
    return rows[i * WIDTH];
  }

  /// The epoch second at which window `i` closes.
  public long closes(int i) {
    return rows[i * WIDTH + 1];
  }

  /// The date of the waking day of window `i`, as days from 1970-01-01.
  public long epochDay(int i) {
    return rows[i * WIDTH + 2] >> 2;
  }

  /// The windows as occurrences.
  public List<Occurrence> occurrences() {
    var occurrences = new ArrayList<Occurrence>(size);
    for (var i = 0; i < size; i++) {
      occurrences.add(
          new Occurrence(
              planVersion,
              Occurrence.MASSAGE,
              LocalDate.ofEpochDay(epochDay(i)),
              SLOTS[(int) (rows[i * WIDTH + 2] & 3)],
              new DueWindow(Instant.ofEpochSecond(opens(i)), Instant.ofEpochSecond(closes(i)))));
    }
    return occurrences;
  }

  /// Adds one; `slot` is its place in the waking day, from 0.
  void add(long opens, long closes, long epochDay, int slot) {
    var row = WIDTH * size++;
    rows[row] = opens;
    rows[row + 1] = closes;
    rows[row + 2] = (epochDay << 2) + slot;
  }
}
