package vermilion.triage;

import java.util.Arrays;

/// The earlier check-ins, contacts and human answers of an episode, in order of time. Immutable;
/// entries of the same second keep the order in which they were added.
public final class History {

  /// The most entries kept; older ones cannot matter to any rule before this many have come.
  public static final int MOST = 10_000;

  /// Nothing came before.
  public static final History NONE = new History(new Past[0]);

  private final Past[] entries;

  private History(Past[] entries) {
    this.entries = entries;
  }

  /// This history with an assessed check-in or contact.
  ///
  /// @throws IllegalStateException when [#MOST] entries are reached
  public History plus(Situation situation, Assessment assessment) {
    return plus(assessment.asPast(situation));
  }

  /// This history with a human's answer to the patient.
  public History plusAnswered(long atSecond) {
    return plus(Past.answered(atSecond));
  }

  /// How many entries there are.
  public int size() {
    return entries.length;
  }

  Past at(int index) {
    return entries[index];
  }

  /// The number of entries at or before a second.
  int countUntil(long second) {
    int count = entries.length;
    while (count > 0 && entries[count - 1].atSecond() > second) {
      count--;
    }
    return count;
  }

  private History plus(Past past) {
    if (entries.length >= MOST) {
      throw new IllegalStateException("a history holds at most " + MOST + " entries");
    }
    int place = countUntil(past.atSecond());
    Past[] longer = Arrays.copyOf(entries, entries.length + 1);
    System.arraycopy(entries, place, longer, place + 1, entries.length - place);
    longer[place] = past;
    return new History(longer);
  }
}
