package vermilion.web.page;

import java.util.List;

/// One way in which a patient leaves, and what the clinic does about it.
///
/// @param leave the id of the way
/// @param title what she did
/// @param since when
/// @param due the instant by which to answer, ISO-8601 in UTC; empty once somebody has
/// @param timeLeft the time until then
/// @param overdue whether it has passed
/// @param lines what that means, and what to do
/// @param label what is typed to answer her; empty where there is nothing to answer
/// @param button what the button says
public record LeavingCard(
    String leave,
    String title,
    String since,
    String due,
    String timeLeft,
    boolean overdue,
    List<String> lines,
    String label,
    String button) {}
