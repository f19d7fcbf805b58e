package vermilion.web.page;

import java.util.List;
import java.util.Optional;

/// A finding that is open.
///
/// @param id its id
/// @param level the id of its level
/// @param levelWord the level as a word
/// @param since when it was raised, on the clinic's clock
/// @param due the instant by which a human must have acted, ISO-8601 in UTC; empty where none
/// @param timeLeft the time until then
/// @param overdue whether it has passed
/// @param because the answers that raised it
/// @param rules the rules that fired
/// @param missing what was asked and not answered; empty where nothing
/// @param told what the patient sees now
/// @param takenBy who has it, and since when
public record OpenAlert(
    String id,
    String level,
    String levelWord,
    String since,
    String due,
    String timeLeft,
    boolean overdue,
    List<String> because,
    String rules,
    String missing,
    String told,
    Optional<String> takenBy) {}
