package vermilion.proof.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import vermilion.proof.schedule.ScheduleLaw.Breach;
import vermilion.schedule.Occurrence;

/// Says whether the window of a check-in or photo keeps the law of section 5 of the brief.
///
/// @param zone where the patient lives
/// @param grid the patient's waking days
record CheckInLaw(ZoneId zone, WakingGrid grid) {
  /// The waking time that every window has at least, in seconds.
  static final long LEAST_AWAKE = 3 * 3600;

  /// One step of a plan.
  ///
  /// @param activity what is due
  /// @param slot the elapsed hour that its id names
  /// @param opens the epoch second at which it opens
  /// @param halfWay the epoch second half way to the next
  record Step(String activity, String slot, long opens, long halfWay) {}

  /// How `found` breaks the law for `step`, if it does.
  Optional<Breach> breach(Step step, Occurrence found) {
    var window = found.window();
    var closes = window.closes().getEpochSecond();
    var date = LocalDate.ofInstant(Instant.ofEpochSecond(step.opens), zone);
    if (!found.activity().equals(step.activity)
        || !found.slot().equals(step.slot)
        || !found.localDate().equals(date)) {
      return broken(found, "does not bear the name of " + step.activity + " at hour " + step.slot);
    }
    if (window.opens().getEpochSecond() != step.opens) {
      return broken(found, "does not open at " + Instant.ofEpochSecond(step.opens));
    }
    if (closes < step.halfWay) {
      return broken(found, "closes before " + Instant.ofEpochSecond(step.halfWay));
    }
    if (grid.awake(step.opens, closes) < LEAST_AWAKE) {
      return broken(found, "has less than 3 waking hours");
    }
    if (closes > step.halfWay && grid.awake(step.opens, closes - 1) >= LEAST_AWAKE) {
      return broken(found, "is longer than half the way and than 3 waking hours");
    }
    return Optional.empty();
  }

  private static Optional<Breach> broken(Occurrence found, String how) {
    return Optional.of(new Breach(ScheduleLaw.CHECK_IN, MassageLaw.told(found) + " " + how));
  }
}
