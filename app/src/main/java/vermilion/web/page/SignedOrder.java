package vermilion.web.page;

/// The massage order in force, or that there is none.
///
/// @param running whether a massage is ordered and not stopped or past
/// @param words the order in one sentence
/// @param signed who signed it, and when; empty where there never was one
/// @param done how often it was done, in words; empty where never
public record SignedOrder(boolean running, String words, String signed, String done) {}
