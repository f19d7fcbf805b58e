package vermilion.schedule;

import java.time.LocalDate;
import java.util.Comparator;
import vermilion.time.DueWindow;

/// One dated thing to do. Its identity is (plan version, activity, local date, slot), never a
/// running index, so that it survives every edit of the plan around it.
///
/// @param planVersion the plan it was made under, from 1
/// @param activity `check-in`, `check-in-look`, `check-in-late`, `massage` or `photo`
/// @param localDate the patient's own date on which it opens (for a massage: of its waking day)
/// @param slot what tells it from others of the same activity and date: the elapsed hour of a
///   check-in or photo, the place in the day of a massage
/// @param window when it is open
public record Occurrence(
    int planVersion, String activity, LocalDate localDate, String slot, DueWindow window) {
  /// The name of a massage in occurrences.
  public static final String MASSAGE = "massage";

  /// By opening, then by id.
  public static final Comparator<Occurrence> ORDER = Occurrence::inOrder;

  /// The stable id, for example `1/massage/2026-03-29/2`.
  public String id() {
    return planVersion + "/" + activity + "/" + localDate + "/" + slot;
  }

  private static int inOrder(Occurrence one, Occurrence other) {
    var opening = one.window.opens().compareTo(other.window.opens());
    if (opening != 0) {
      return opening;
    }
    if (one.planVersion == other.planVersion && !one.activity.equals(other.activity)) {
      return activityInId(one.activity, other.activity);
    }
    return one.id().compareTo(other.id());
  }

  /// How two ids compare that first differ in their activity: in an id a slash follows it, so
  /// `check-in-look/` stands before `check-in/`.
  private static int activityInId(String one, String other) {
    var shared = Math.min(one.length(), other.length());
    for (var i = 0; i < shared; i++) {
      if (one.charAt(i) != other.charAt(i)) {
        return one.charAt(i) - other.charAt(i);
      }
    }
    return one.length() == shared ? '/' - other.charAt(shared) : one.charAt(shared) - '/';
  }
}
