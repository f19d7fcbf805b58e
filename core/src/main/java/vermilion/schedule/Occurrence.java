package vermilion.schedule;

import java.time.LocalDate;
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

  /// The stable id, for example `1/massage/2026-03-29/2`.
  public String id() {
    return planVersion + "/" + activity + "/" + localDate + "/" + slot;
  }
}
