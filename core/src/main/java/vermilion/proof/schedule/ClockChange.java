package vermilion.proof.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// The clocks of one zone around a date on which they change, or around one with no change near.
///
/// @param zone where
/// @param day the wall's date just before the first change, as days from 1970-01-01
/// @param offset the seconds east of UTC before the first change
/// @param steps the changes, seen from the midnight with which `day` began by the old offset
record ClockChange(ZoneId zone, long day, int offset, List<Step> steps) {
  private static final long DAY_SECONDS = 86_400;

  /// One change of the clocks.
  ///
  /// @param second when it comes, in seconds from the midnight of the first change's date
  /// @param shift by how much the clocks then stand ahead of where they stood before all changes
  record Step(long second, int shift) {}

  ClockChange {
    steps = List.copyOf(steps);
  }

  /// The epoch second of the midnight that the steps are counted from.
  long base() {
    return day * DAY_SECONDS - offset;
  }

  /// The epoch second of the last change, or of the midnight where there is none.
  long last() {
    return base() + (steps.isEmpty() ? 0 : steps.getLast().second());
  }

  /// What happens, in words.
  String sentence() {
    if (steps.isEmpty()) {
      return "In " + zone + " no clock changes in these weeks.";
    }
    var words = new StringBuilder("In ").append(zone).append(" the clocks go ");
    var before = 0;
    for (var step : steps) {
      var wall =
          LocalDateTime.ofEpochSecond(base() + step.second + offset + before, 0, ZoneOffset.UTC);
      var minutes = (step.shift - before) / 60;
      words
          .append(step.equals(steps.getFirst()) ? "" : ", then ")
          .append(minutes > 0 ? "forward by " : "back by ")
          .append(Math.abs(minutes))
          .append(" min on ")
          .append(wall.toLocalDate())
          .append(" at ")
          .append(wall.toLocalTime());
      before = step.shift;
    }
    return words.append('.').toString();
  }
}
