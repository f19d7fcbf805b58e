package vermilion.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vermilion.protocol.CheckIn;
import vermilion.protocol.PhotoPoint;
import vermilion.time.DueWindow;
import vermilion.time.Elapsed;
import vermilion.time.WakingDays;

/// Lays out what is due at an elapsed time: check-ins and photos (clinical brief 5).
///
/// A window opens at the exact hour, also at night, and closes half way to the next of its kind;
/// the last one after half of the time since the one before. One with less than three waking hours
/// is lengthened until it has them.
///
/// @param treated the recorded end of the injection
/// @param part the version, and between which instants it governs what opens
/// @param days the patient's waking days around all of it
record ElapsedPlan(Instant treated, Expansion.Part part, WakingDays days) {
  /// The waking time that every window has at least, in seconds.
  static final long LEAST_WAKING_SECONDS = 3 * Elapsed.SECONDS_PER_HOUR;

  /// The check-ins, all forms in one sequence.
  List<Occurrence> checkIns(List<CheckIn> checkIns) {
    var at = new long[checkIns.size()];
    for (var i = 0; i < at.length; i++) {
      at[i] = checkIns.get(i).at().seconds();
    }
    var occurrences = new ArrayList<Occurrence>(at.length);
    for (var i = 0; i < at.length; i++) {
      var opens = treated.plusSeconds(at[i]);
      if (isPlanned(opens)) {
        var step = checkIns.get(i);
        occurrences.add(occurrence(step.activity(), step.at(), opens, closing(at, i)));
      }
    }
    return occurrences;
  }

  /// The photos, a sequence of their own.
  List<Occurrence> photos(List<PhotoPoint> photos) {
    var at = new long[photos.size()];
    for (var i = 0; i < at.length; i++) {
      at[i] = photos.get(i).at().seconds();
    }
    var occurrences = new ArrayList<Occurrence>(at.length);
    for (var i = 0; i < at.length; i++) {
      var opens = treated.plusSeconds(at[i]);
      if (isPlanned(opens)) {
        var step = photos.get(i);
        occurrences.add(occurrence(PhotoPoint.ACTIVITY, step.at(), opens, closing(at, i)));
      }
    }
    return occurrences;
  }

  private boolean isPlanned(Instant opens) {
    return !opens.isBefore(part.from()) && opens.isBefore(part.until());
  }

  private Occurrence occurrence(String activity, Elapsed at, Instant opens, long closing) {
    var halfWay = treated.plusSeconds(closing);
    var rested = days.plus(opens, LEAST_WAKING_SECONDS);
    var closes = halfWay.isBefore(rested) ? rested : halfWay;
    var date = LocalDate.ofEpochDay(days.table().dayAt(opens.getEpochSecond()));
    return new Occurrence(
        part.version().number(), activity, date, at.hours(), new DueWindow(opens, closes));
  }

  /// The elapsed second at which step `i` closes, before it is lengthened.
  private static long closing(long[] at, int i) {
    for (var next = i + 1; next < at.length; next++) {
      if (at[next] > at[i]) {
        return at[i] + (at[next] - at[i]) / 2;
      }
    }
    var before = 0L;
    for (var earlier : at) {
      before = earlier < at[i] ? earlier : before;
    }
    return at[i] + (at[i] - before) / 2;
  }
}
