package vermilion.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vermilion.time.Elapsed;

/// What a protocol asks of every patient at elapsed times: check-ins and photos, earliest first.
///
/// @param checkIns at most [#MOST_CHECK_INS], no two of one form at one time
/// @param photos at most [#MOST_PHOTOS], no two at one time
public record ScheduleSpec(List<CheckIn> checkIns, List<PhotoPoint> photos) {
  /// The most check-ins of one protocol.
  public static final int MOST_CHECK_INS = 64;

  /// The most photos of one protocol.
  public static final int MOST_PHOTOS = 32;

  /// The last hour at which anything may open: day 400, past the late form of month 12.
  public static final int MOST_HOURS = 400 * 24;

  /// Sorts, and refuses too many, two of a kind at one time, and times outside 0 to [#MOST_HOURS].
  public ScheduleSpec {
    // At one hour they stand as their ids will, where a slash follows the activity.
    checkIns =
        sorted(
            checkIns,
            Comparator.comparing(CheckIn::at).thenComparing(step -> step.activity() + "/"));
    photos = sorted(photos, Comparator.comparing(PhotoPoint::at));
    refuseMoreThan(MOST_CHECK_INS, checkIns.size(), "check-ins");
    refuseMoreThan(MOST_PHOTOS, photos.size(), "photos");
    for (var i = 0; i < checkIns.size(); i++) {
      refuseOutside(checkIns.get(i).at(), checkIns.get(i).activity());
      if (i > 0 && checkIns.get(i).equals(checkIns.get(i - 1))) {
        throw twice(checkIns.get(i).at(), checkIns.get(i).activity());
      }
    }
    for (var i = 0; i < photos.size(); i++) {
      refuseOutside(photos.get(i).at(), PhotoPoint.ACTIVITY);
      if (i > 0 && photos.get(i).equals(photos.get(i - 1))) {
        throw twice(photos.get(i).at(), PhotoPoint.ACTIVITY);
      }
    }
  }

  private static <T> List<T> sorted(List<T> steps, Comparator<T> order) {
    var copy = new ArrayList<>(steps);
    copy.sort(order);
    return List.copyOf(copy);
  }

  private static void refuseMoreThan(int most, int count, String what) {
    if (count > most) {
      throw new IllegalArgumentException(count + " " + what + ", expected at most " + most);
    }
  }

  private static void refuseOutside(Elapsed at, String activity) {
    if (at.seconds() < 0 || Elapsed.ofHours(MOST_HOURS).isBefore(at)) {
      throw new IllegalArgumentException(
          activity + " at hour " + at.hours() + ", expected 0 to " + MOST_HOURS);
    }
  }

  private static IllegalArgumentException twice(Elapsed at, String activity) {
    return new IllegalArgumentException(activity + " at hour " + at.hours() + " stands twice");
  }
}
