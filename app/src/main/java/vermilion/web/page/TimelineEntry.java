package vermilion.web.page;

import java.util.List;

/// One thing that happened.
///
/// @param instant when the server took it, ISO-8601 in UTC
/// @param at the same on the clinic's clock, such as `Wed 1 April 14:14`
/// @param elapsed hours or days since the treatment, such as `76 h`
/// @param title what happened
/// @param by who did it
/// @param lines its particulars: answers, reasons
/// @param photo the id of the photo that it tells of; empty where none is kept
/// @param level the id of the level it led to; empty where none
/// @param levelWord that level as a word
public record TimelineEntry(
    String instant,
    String at,
    String elapsed,
    String title,
    String by,
    List<String> lines,
    String photo,
    String level,
    String levelWord) {}
