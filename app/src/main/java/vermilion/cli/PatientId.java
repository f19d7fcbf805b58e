package vermilion.cli;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A patient's id on the command line.
final class PatientId {
  private static final int CHARS = 36;

  private PatientId() {}

  /// The id, or nothing once it has been said what is wrong with it.
  static Optional<UUID> read(String said, boolean asJson, Terminal terminal) {
    Optional<UUID> id = of(said);
    if (id.isEmpty()) {
      refuse(said, "a patient's id of " + CHARS + " characters", asJson, terminal);
    }
    return id;
  }

  /// The id, where it is one.
  static Optional<UUID> of(String said) {
    try {
      return said.length() == CHARS ? Optional.of(UUID.fromString(said)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static void refuse(String said, String expected, boolean asJson, Terminal terminal) {
    Complaint.tell(
        List.of(new Complaint("PATIENT", "found \"" + said + "\", expected " + expected)),
        asJson,
        terminal);
  }
}
