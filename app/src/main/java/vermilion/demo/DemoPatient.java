package vermilion.demo;

import java.time.Duration;
import java.util.List;

/// A made-up patient and what happened to her.
///
/// @param name her name
/// @param birthDate YYYY-MM-DD
/// @param ago how long ago she was treated
/// @param filler the family
/// @param product what was injected
/// @param lot its lot
/// @param volumeMl how much
/// @param sites where
/// @param massage whether a massage was ordered with the treatment
/// @param steps what happened since, in order
record DemoPatient(
    String name,
    String birthDate,
    Duration ago,
    String filler,
    String product,
    String lot,
    String volumeMl,
    List<String> sites,
    boolean massage,
    List<DemoStep> steps) {

  DemoPatient {
    sites = List.copyOf(sites);
    steps = List.copyOf(steps);
  }
}
