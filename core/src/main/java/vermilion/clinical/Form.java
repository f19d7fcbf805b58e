package vermilion.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.time.Elapsed;

/// Which questions are asked together, and at which hour. What a form does not ask is not missing
/// from it.
///
/// @param id `full`, `look`, `late`, `gate` or one of the clinic's own
/// @param groups the questions as they are shown, one group a screen
public record Form(String id, List<Group> groups) {

  /// The id of the form that asks nothing: a message, a call.
  public static final String NONE = "none";

  /// The most screens of a form.
  public static final int MOST_GROUPS = 12;

  /// Copies the groups.
  public Form {
    groups = List.copyOf(groups);
    if (groups.size() > MOST_GROUPS) {
      throw new IllegalArgumentException(
          "form " + id + " has " + groups.size() + " groups, at most " + MOST_GROUPS);
    }
  }

  /// All questions asked, in order.
  public List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (Group group : groups) {
      items.addAll(group.items());
    }
    return items;
  }

  /// Questions on one screen, with one "none of these".
  ///
  /// @param id names the group's title in the texts
  /// @param items the questions, in order
  public record Group(String id, List<Item> items) {
    /// Copies the items.
    public Group {
      items = List.copyOf(items);
    }
  }

  /// One question in a form.
  ///
  /// @param question the id of the question
  /// @param from asked from this hour, inclusive
  /// @param before asked before this hour; empty: to the end of life
  /// @param onlyIf asked only after such an answer
  public record Item(
      String question, Elapsed from, Optional<Elapsed> before, Optional<OnlyIf> onlyIf) {

    /// A question that the form asks at every hour.
    public static Item always(String question) {
      return new Item(question, Elapsed.ofHours(0), Optional.empty(), Optional.empty());
    }

    /// Whether the form asks this at `elapsed`; time before the injection counts as hour 0.
    public boolean isAskedAt(Elapsed elapsed) {
      return (elapsed.isFrom(from) || from.seconds() == 0)
          && (before.isEmpty() || elapsed.isBefore(before.get()));
    }
  }

  /// Asks a question only when another one, answered or left empty, stands at least here.
  ///
  /// @param question the id of the other question; it is asked in the same form
  /// @param atLeast the least worrying of its answers that makes this one be asked
  public record OnlyIf(String question, String atLeast) {}
}
