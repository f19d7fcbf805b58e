package vermilion.web.page;

import java.util.List;
import vermilion.protocol.MassageLimits;

/// Where a treatment is recorded and a massage ordered, or not.
///
/// The fields: `name`, `birth-date`, `zone`, `waking-from`, `waking-until`, `treated-date`,
/// `treated-time`, `protocol`, `filler`, `product`, `lot`, `expiry`, `volume-ml`, `sites`
/// (several), `cold-sore-history`, and those of the order (see [OrderFields]).
///
/// @param frame what stands around it
/// @param form what was typed, and what is wrong
/// @param id of the episode that it opens, so that a form sent twice opens one
/// @param zones the time zones offered, the clinic's own first
/// @param protocols the protocols this clinic uses
/// @param today the clinic's own date, ISO-8601, as the usual day of treatment
/// @param limits what may be ordered
public record TreatmentPage(
    Frame frame,
    FormValues form,
    String id,
    List<String> zones,
    List<Choice> protocols,
    String today,
    MassageLimits limits)
    implements Page {

  /// The filler families, as they are stored and as they are read.
  public static final List<Choice> FILLERS =
      List.of(
          new Choice("hyaluronic-acid", "Hyaluronic acid"),
          new Choice("calcium-hydroxylapatite", "Calcium hydroxylapatite"),
          new Choice("poly-l-lactic-acid", "Poly-L-lactic acid"),
          new Choice("other", "Another"),
          new Choice("unknown", "Not known"));

  @Override
  public String template() {
    return "clinic/new.jte";
  }
}
