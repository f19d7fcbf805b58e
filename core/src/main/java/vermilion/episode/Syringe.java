package vermilion.episode;

/// One syringe that was used in a treatment, as its label says. What is not known is empty text.
///
/// @param product brand and model
/// @param lot the lot
/// @param expiry the last day on which it may be used, as YYYY-MM-DD
/// @param udi the code on its label, as it is printed with brackets
/// @param volumeMl how much of it was injected, in millilitres, as decimal text
/// @param reason why it was used although it had expired
public record Syringe(
    String product, String lot, String expiry, String udi, String volumeMl, String reason) {}
