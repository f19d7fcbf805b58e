package vermilion.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import vermilion.clinical.NearMiss;
import vermilion.service.Store;

/// `--clinic`: which clinic of an install a command is about.
final class ClinicOption {
  @Option(
      names = "--clinic",
      paramLabel = "ID",
      description = "The clinic; need not be said where there is one alone.")
  private Optional<String> clinic = Optional.empty();

  /// The clinic, or nothing once it has been said why there is none.
  Optional<String> find(Store store, boolean asJson, Terminal terminal) {
    List<String> known = store.journal().clinics();
    if (clinic.isEmpty() && known.size() == 1) {
      return Optional.of(known.getFirst());
    }
    if (clinic.isPresent() && known.contains(clinic.get())) {
      return clinic;
    }
    tellUnknown(clinic, known, asJson, terminal);
    return Optional.empty();
  }

  /// Says which clinics there are, to whoever named another or none.
  static void tellUnknown(
      Optional<String> said, List<String> known, boolean asJson, Terminal terminal) {
    Complaint.tell(
        List.of(
            new Complaint(
                "--clinic",
                said.map(id -> "found \"" + id + "\"").orElse("found nothing")
                    + ", expected one of "
                    + String.join(", ", known)
                    + LineRefusal.hint(said.flatMap(id -> NearMiss.of(id, known))))),
        asJson,
        terminal);
  }
}
