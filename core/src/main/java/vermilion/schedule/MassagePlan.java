package vermilion.schedule;

import java.time.Instant;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.MassageOrder;
import vermilion.time.Elapsed;
import vermilion.time.WakingDays;

/// Lays out the massage windows of one patient, version after version (clinical brief 4).
///
/// It remembers what the versions before have laid out, so that no change of zone, waking hours or
/// order gives a date more sessions, a course more days, or two sessions less than two hours apart
/// (H-2, H-6).
final class MassagePlan {
  private static final long APART_SECONDS = MassageLimits.ENGINE_APART_MINUTES * 60L;
  private static final long END_SECONDS = seconds(MassageLimits.ENGINE_END_HOURS);

  private static final long DAY_SECONDS = 24 * Elapsed.SECONDS_PER_HOUR;

  private final Instant treated;
  private final MassageDates dates = new MassageDates();

  /// The first epoch second at which the next window may open.
  private long apartFrom = Long.MIN_VALUE;

  MassagePlan(Instant treated) {
    this.treated = treated;
  }

  /// The windows that open in the part of one version.
  MassageWindows under(Expansion.Part part, WakingDays days) {
    var number = part.version().number();
    var massage = part.version().massage();
    if (massage.isEmpty() || !massage.get().order().isWithinEngineLimits()) {
      return new MassageWindows(number, 0);
    }
    var course = massage.get();
    dates.resume(course);
    var order = course.order();
    var start = roundedUp(treated) + seconds(order.startHours());
    start = Math.max(start, roundedUp(course.signed()));
    start = Math.max(start, roundedUp(part.from()));
    var span = new Span(start, roundedUp(part.until()), treated.getEpochSecond() + END_SECONDS);
    var split = DaySplit.of(days.lengthMinutes(), order.perDay());
    var windows = new MassageWindows(number, order.days() * order.perDay());
    addDays(windows, new Terms(order, split, span), days);
    return windows;
  }

  /// The epoch seconds between which windows may lie.
  ///
  /// @param start none opens before it
  /// @param until none opens from here on
  /// @param end none closes after it
  private record Span(long start, long until, long end) {
    /// Whether a window lies inside and is as long as a session.
    boolean holds(long opens, long closes, int minutes) {
      return opens < until && closes <= end && closes - opens >= minutes * 60L;
    }
  }

  /// What all windows of one version share.
  private record Terms(MassageOrder order, DaySplit split, Span span) {}

  private void addDays(MassageWindows windows, Terms terms, WakingDays days) {
    var span = terms.span;
    var last = Math.min(span.until, span.end);
    var day = days.firstDayAt(span.start);
    var begins = days.begins(day);
    var steadyUntil = days.steadyUntil(begins);
    var order = terms.order;
    var split = terms.split;
    while (begins < last && !dates.isSpentAfter(day, order)) {
      var steady = begins < steadyUntil;
      var next = steady ? begins + DAY_SECONDS : days.begins(day + 1);
      // A date that the zone skipped has no waking day: its hours are those of the next date.
      if (begins < next && next > span.start) {
        var slot = 0;
        do {
          var opens = begins + split.opens(slot) * 60L;
          var closes = opens + split.minutes() * 60L;
          if (!steady) {
            // A wall time inside a gap of hours may be read as one before the shifted waking
            // minute.
            opens = Math.max(days.minutesInto(day, split.opens(slot)), begins);
            closes = Math.min(days.minutesInto(day, split.closes(slot)), days.ends(day));
          }
          add(windows, new Candidate(day, slot, opens, closes), terms);
          slot++;
        } while (slot < split.windows());
      }
      begins = next;
      steadyUntil = steady ? steadyUntil : days.steadyUntil(begins);
      day++;
    }
  }

  /// A window as the wall clock has it.
  private record Candidate(long day, int slot, long opens, long closes) {}

  /// Adds a window, moved away from the one before, if the order and the span allow it.
  private void add(MassageWindows windows, Candidate candidate, Terms terms) {
    var opens = Math.max(candidate.opens, apartFrom);
    if (candidate.opens >= terms.span.start
        && terms.span.holds(opens, candidate.closes, terms.order.minutes())
        && dates.take(candidate.day, terms.order)) {
      windows.add(opens, candidate.closes, candidate.day, candidate.slot);
      apartFrom = candidate.closes + APART_SECONDS;
    }
  }

  private static long seconds(int hours) {
    return hours * Elapsed.SECONDS_PER_HOUR;
  }

  /// The first whole second at or after `instant`.
  private static long roundedUp(Instant instant) {
    return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
  }
}
