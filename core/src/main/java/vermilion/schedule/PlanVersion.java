package vermilion.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import vermilion.time.Waking;
import vermilion.time.WakingClock;

/// One version of a patient's plan, from the instant on which something about it changed: the zone,
/// the waking hours or the massage.
///
/// @param number from 1, rising with every version
/// @param from the first instant that it plans; of the first version not looked at
/// @param zone where the patient lives
/// @param waking the patient's waking hours
/// @param massage the massage course, or empty: no massage
public record PlanVersion(
    int number, Instant from, ZoneId zone, Waking waking, Optional<MassageCourse> massage) {
  /// Refuses a number below 1.
  public PlanVersion {
    if (number < 1) {
      throw new IllegalArgumentException("plan version " + number + ", expected 1 or more");
    }
  }

  /// The patient's waking time under this version.
  public WakingClock clock() {
    return new WakingClock(zone, waking);
  }
}
