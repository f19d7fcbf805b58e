package vermilion.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import vermilion.time.Waking;
import vermilion.time.WakingClock;
import vermilion.time.WallClock;

/// One version of a patient's plan, from the instant on which something about it changed: the zone,
/// the waking hours or the massage.
///
/// @param number from 1, rising with every version
/// @param from the first instant that it plans; of the first version not looked at
/// @param wall the clocks of where the patient lives
/// @param waking the patient's waking hours
/// @param massage the massage course, or empty: no massage
public record PlanVersion(
    int number, Instant from, WallClock wall, Waking waking, Optional<MassageCourse> massage) {
  /// Refuses a number below 1.
  public PlanVersion {
    if (number < 1) {
      throw new IllegalArgumentException("plan version " + number + ", expected 1 or more");
    }
  }

  /// A version in a zone of the JDK's database.
  public PlanVersion(
      int number, Instant from, ZoneId zone, Waking waking, Optional<MassageCourse> massage) {
    this(number, from, WallClock.of(zone), waking, massage);
  }

  /// Where the patient lives, in the JDK's database; for the server alone.
  public ZoneId zone() {
    return wall.zone();
  }

  /// The patient's waking time under this version.
  public WakingClock clock() {
    return new WakingClock(wall, waking);
  }
}
