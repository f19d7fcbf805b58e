package vermilion.web.page;

import vermilion.protocol.MassageLimits;

/// The limits of a massage order in the words beside its fields.
///
/// The fields: `order` (`none` or `massage`), `start-hours`, `minutes`, `per-day`, `days`, `where`
/// (several), `pressure`, `reason`, `bruise-reason`, `risk-reason`.
///
/// @param limits what may be ordered
public record OrderFields(MassageLimits limits) {

  /// The pressure that is offered.
  public static final String PRESSURE = "as light as putting on balm";

  /// Beside the start.
  public String start() {
    return "Hours after the injection. "
        + limits.freeStartHours()
        + " to "
        + limits.latestStartHours()
        + " freely, "
        + limits.earliestStartHours()
        + " to "
        + limits.freeStartHours()
        + " with a reason, never before "
        + limits.earliestStartHours()
        + ".";
  }

  /// Beside the length.
  public String minutes() {
    return "1 to " + limits.mostMinutes() + " minutes.";
  }

  /// Beside the sessions of a day.
  public String perDay() {
    return "1 to " + limits.mostPerDay() + ", at least 2 hours apart, in waking hours.";
  }

  /// Beside the days.
  public String days() {
    return "1 to " + limits.mostDays() + ". Then it ends by itself, by day 14 at the latest.";
  }
}
