package vermilion.web.page;

import java.util.Optional;

/// What stands around every page of the clinic.
///
/// @param clinic the clinic's name
/// @param staff who is signed in
/// @param formToken what every form sends back as `token`, so that no other site can send it
/// @param banner what must be known before anything is believed: a demonstration, an unsigned draft
/// @param now the server's time when the page was made, ISO-8601 in UTC; the time left counts from
///   it
/// @param use the declared use, as a sentence for the foot
public record Frame(
    String clinic,
    String staff,
    String formToken,
    Optional<String> banner,
    String now,
    String use) {}
