package vermilion.service;

import java.util.List;
import java.util.Optional;
import vermilion.proof.Counterexample;
import vermilion.proof.Property;
import vermilion.protocol.Protocol;

/// Decides which protocols patients may be followed up by: those that are proved, and whose exact
/// version the clinic's named clinician has signed.
///
/// @param prover proves them, or knows that they are proved
/// @param clinician who signs here; empty: nobody
public record Admission(Prover prover, Optional<String> clinician) {

  /// Whether a protocol must be left out, and says why.
  ///
  /// @param demonstration whether nobody real is followed up; then no signature is needed
  /// @param remarks where the reason goes
  public boolean refuses(Protocol protocol, boolean demonstration, List<String> remarks) {
    Optional<String> why = demonstration ? Optional.empty() : whyNotSigned(protocol);
    if (why.isEmpty()) {
      why = whyNotProved(protocol);
    }
    why.ifPresent(reason ->
        remarks.add(
            "left out: protocol "
                + protocol.id()
                + " version "
                + protocol.version()
                + " "
                + reason));
    return why.isPresent();
  }

  private Optional<String> whyNotSigned(Protocol protocol) {
    if (protocol.signature().isEmpty()) {
      return Optional.of("is not signed");
    }
    if (clinician.isEmpty()) {
      return Optional.of("cannot be used until the settings name who signs: clinician = NAME");
    }
    String by = protocol.signature().get().by();
    return by.equals(clinician.get())
        ? Optional.empty()
        : Optional.of("is signed by " + by + ", expected " + clinician.get());
  }

  private Optional<String> whyNotProved(Protocol protocol) {
    Prover.Outcome outcome = prover.proved(protocol);
    if (outcome.certificate().isPresent()) {
      return Optional.empty();
    }
    for (Counterexample one : outcome.findings().broken()) {
      return Optional.of("is not proved: " + one.story());
    }
    List<String> missing = Prover.missing(outcome.findings()).stream().map(Property::id).toList();
    return Optional.of(
        "is not proved: nothing was decided of "
            + String.join(", ", missing)
            + outcome.findings().notices().stream().findFirst().map(one -> "; " + one).orElse(""));
  }
}
