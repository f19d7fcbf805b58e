package vermilion.web.page;

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
    Optional<String> takenBy) {

  /// Whether somebody still has to take it.
  public boolean toTake() {
    return !alerts.isEmpty() && takenBy.isEmpty();
  }
}
