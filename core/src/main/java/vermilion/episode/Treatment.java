package vermilion.episode;

import java.time.Instant;
import java.util.List;
import vermilion.clinical.Filler;

/// What was injected, where and when.
///
/// @param at the recorded end of the injection
/// @param filler the family; `unknown` is the safest
/// @param product brand and model, as on the syringe
/// @param lot the lot number on the syringe
/// @param expiry the expiry date, as YYYY-MM-DD, or empty text where nobody knows
/// @param volumeMl how much, in millilitres, as decimal text
/// @param sites where, the patient's own left and right
/// @param practitioner who injected
/// @param syringes each syringe by its label, where that was noted; the fields above are of the
///   first
public record Treatment(
    Instant at,
    Filler filler,
    String product,
    String lot,
    String expiry,
    String volumeMl,
    List<String> sites,
    String practitioner,
    List<Syringe> syringes) {

  /// The most syringes of one treatment.
  public static final int MOST_SYRINGES = 8;

  /// Copies the sites and the syringes.
  public Treatment {
    sites = List.copyOf(sites);
    syringes = List.copyOf(syringes);
  }
}
