package vermilion.schedule;

import java.time.Instant;
import java.util.List;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.ScheduleSpec;
import vermilion.time.Elapsed;
import vermilion.time.WakingDays;

/// Lays out the part of a plan that one version governs.
final class Expansion {
  private static final long MASSAGE_SECONDS =
      MassageLimits.ENGINE_END_HOURS * Elapsed.SECONDS_PER_HOUR;

  private Expansion() {}

  /// What one version governs: all that opens from `from` until `until`.
  record Part(PlanVersion version, Instant from, Instant until) {}

  static List<Occurrence> of(ScheduleSpec spec, Instant treated, Part part, MassagePlan massages) {
    var days = days(part, treated, lastOpening(spec, treated));
    var massage = massages.under(part, days).occurrences();
    var elapsed = new ElapsedPlan(treated, part, days);
    var others = Merged.of(elapsed.checkIns(spec.checkIns()), elapsed.photos(spec.photos()));
    return Merged.of(others, massage);
  }

  /// The massage alone, as numbers.
  static MassageWindows massage(Instant treated, Part part) {
    var first = treated.getEpochSecond();
    var days =
        WakingDays.over(part.version.wall(), part.version.waking(), first, first + MASSAGE_SECONDS);
    return new MassagePlan(treated).under(part, days);
  }

  private static WakingDays days(Part part, Instant first, Instant until) {
    return WakingDays.over(part.version.wall(), part.version.waking(), first, until);
  }

  private static Instant lastOpening(ScheduleSpec spec, Instant treated) {
    var last = MASSAGE_SECONDS;
    if (!spec.checkIns().isEmpty()) {
      last = Math.max(last, spec.checkIns().getLast().at().seconds());
    }
    if (!spec.photos().isEmpty()) {
      last = Math.max(last, spec.photos().getLast().at().seconds());
    }
    return treated.plusSeconds(last);
  }
}
