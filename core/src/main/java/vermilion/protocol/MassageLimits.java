package vermilion.protocol;

/// What a practitioner may order under a protocol, with the order that is offered first.
///
/// A protocol may be stricter than the engine, never looser: the constants are the engine's own and
/// hold under every protocol (clinical brief 4) [S32] [S57].
///
/// @param usualStartHours offered start, hours after the injection
/// @param freeStartHours a start from here needs no reason
/// @param earliestStartHours a start from here to `freeStartHours` needs a typed reason
/// @param latestStartHours the last hour at which a course may start
/// @param usualMinutes offered length of a session
/// @param mostMinutes longest session
/// @param usualPerDay offered sessions a day
/// @param mostPerDay most sessions a day
/// @param usualDays offered number of days, after which the order expires by itself
/// @param mostDays most days
public record MassageLimits(
    int usualStartHours,
    int freeStartHours,
    int earliestStartHours,
    int latestStartHours,
    int usualMinutes,
    int mostMinutes,
    int usualPerDay,
    int mostPerDay,
    int usualDays,
    int mostDays) {

  /// No session opens before this hour, whatever anybody orders.
  public static final int ENGINE_EARLIEST_HOURS = 24;

  /// A start before this hour needs a reason, whatever the protocol says.
  public static final int ENGINE_FREE_START_HOURS = 48;

  /// No course starts after this hour (day 7).
  public static final int ENGINE_LATEST_START_HOURS = 7 * 24;

  /// No session is longer.
  public static final int ENGINE_MOST_MINUTES = 5;

  /// No day has more sessions.
  public static final int ENGINE_MOST_PER_DAY = 4;

  /// No course has more days.
  public static final int ENGINE_MOST_DAYS = 7;

  /// Every session has closed by this hour (day 14).
  public static final int ENGINE_END_HOURS = 14 * 24;

  /// The least time between two sessions, in minutes.
  public static final int ENGINE_APART_MINUTES = 120;

  /// The order and limits of the clinical brief, section 4.
  public static final MassageLimits BRIEF = new MassageLimits(48, 48, 24, 168, 1, 5, 2, 4, 3, 7);

  /// Refuses limits that are looser than the engine's, or an offered order outside them.
  public MassageLimits {
    within(
        "earliest-start-hours",
        earliestStartHours,
        ENGINE_EARLIEST_HOURS,
        ENGINE_LATEST_START_HOURS);
    within(
        "free-start-hours",
        freeStartHours,
        Math.max(earliestStartHours, ENGINE_FREE_START_HOURS),
        ENGINE_LATEST_START_HOURS);
    within("latest-start-hours", latestStartHours, freeStartHours, ENGINE_LATEST_START_HOURS);
    within("usual-start-hours", usualStartHours, freeStartHours, latestStartHours);
    within("most-minutes", mostMinutes, 1, ENGINE_MOST_MINUTES);
    within("usual-minutes", usualMinutes, 1, mostMinutes);
    within("most-per-day", mostPerDay, 1, ENGINE_MOST_PER_DAY);
    within("usual-per-day", usualPerDay, 1, mostPerDay);
    within("most-days", mostDays, 1, ENGINE_MOST_DAYS);
    within("usual-days", usualDays, 1, mostDays);
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "massage limit " + name + " is " + value + ", expected " + least + " to " + most);
    }
  }
}
