package vermilion.oracle;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The facts of the patient's record that rules may use.
///
/// @param filler the filler family
/// @param coldSoreHistory null when nobody knows, which counts as none
/// @param triggers recent illness, vaccine or dental-work
record PatientFacts(String filler, @Nullable Boolean coldSoreHistory, Set<String> triggers) {
  static final PatientFacts PLAIN = new PatientFacts("hyaluronic-acid", null, Set.of());

  boolean hasColdSoreHistory() {
    return coldSoreHistory != null && coldSoreHistory;
  }
}
