package vermilion.web.page;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One patient who needs somebody, with all that an eleven-second look needs.
///
/// @param episode the id of the episode
/// @param level the id of the level, such as `urgent`
/// @param levelWord the level as a word
/// @param due the instant by which a human must have acted, ISO-8601 in UTC; empty where none
/// @param timeLeft the time until then, or the day of a review
/// @param overdue whether it has passed
/// @param patient the name
/// @param about elapsed time, product, lot
/// @param left that she has left, and how; empty where she has not
/// @param why what was reported
/// @param rules the rules that fired
/// @param course the pain of the last 72 hours
/// @param told what the patient was told
/// @param toldDetail whether it was read or delivered, as far as it is known
/// @param alerts the ids that taking this row acknowledges; empty where there is nothing to take
/// @param takenBy who already has it
/// @param more what the row's forms and its smaller lines need
public record WorklistRow(
    String episode,
    String level,
    String levelWord,
    String due,
    String timeLeft,
    boolean overdue,
    String patient,
    String about,
    String left,
    String why,
    String rules,
    PainCourse course,
    String told,
    String toldDetail,
    List<String> alerts,
    Optional<String> takenBy,
    More more) {

  private static final int WHOLE = 100;

  /// What the row's forms and its smaller lines need.
  ///
  /// @param seq the place of the last event that the row knows
  /// @param since when the clock began that runs now, ISO-8601 in UTC; empty where none runs
  /// @param left how much of that time is left, in hundredths
  /// @param also her further alerts, worst first
  /// @param care who looks after her, who rang, when somebody sees her
  /// @param keeper who looks after her; empty where nobody does
  /// @param photo the id of her newest photo; empty where there is none
  public record More(
      long seq,
      String since,
      int left,
      List<String> also,
      List<String> care,
      String keeper,
      String photo) {

    /// Nothing is known.
    public static final More NONE = new More(0, "", 0, List.of(), List.of(), "", "");

    /// How much of a time is left, in hundredths.
    public static int left(Duration all, Duration rest) {
      boolean runs = all.isPositive() && rest.isPositive();
      return runs
          ? (int) Math.min(WHOLE, WHOLE * rest.toSeconds() / Math.max(1, all.toSeconds()))
          : 0;
    }
  }

  /// Whether somebody still has to take it.
  public boolean toTake() {
    return !alerts.isEmpty() && takenBy.isEmpty();
  }

  /// Whether anything is open that somebody could look after, and this one does not.
  public boolean toKeep(String staff) {
    return !rules.isEmpty() && !more.keeper().equals(staff);
  }
}
