package vermilion.cli;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vermilion.json.Json;
import vermilion.service.LegalHolds.Answer;
import vermilion.service.LegalHolds.Hold;
import vermilion.service.Store;

/// `vermilion legal-hold PATIENT`: forbids erasing a patient's record, or allows it again.
@Command(
    name = "legal-hold",
    description = {
      "Forbids erasing a patient's record until the hold is lifted, because a court or an authority",
      "may ask for it. Kept in the audit with who and why."
    },
    footer = {
      "",
      "Examples:",
      "  vermilion legal-hold 2f0c6c1e-6a0f-4b57-9d4f-1f0c9f6f2b11 --by \"Dr A\" --reason \"case 17\"",
      "  vermilion legal-hold 2f0c6c1e-6a0f-4b57-9d4f-1f0c9f6f2b11 --lift --by \"Dr A\" --reason closed",
      "",
      "Exit: 0 done; 1 it was so before, or the store is busy; 2 bad input."
    })
final class LegalHoldCommand implements Callable<Integer> {
  private static final int LINE_CHARS = 100;

  private final Ports ports;
  private final Terminal terminal;

  @Parameters(paramLabel = "PATIENT", description = "The patient's id.")
  private String patient = "";

  @Option(names = "--lift", description = "Lifts the hold instead of placing it.")
  private boolean lift;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decided it.")
  private String by = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; never clinical text.")
  private String reason = "";

  @Mixin private OneClinicOption clinic = new OneClinicOption();

  @Mixin private JsonOption json = new JsonOption();

  LegalHoldCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<UUID> id = PatientId.read(patient, json.isWanted(), terminal);
    if (id.isEmpty() || isNoLine("--by", by) || isNoLine("--reason", reason)) {
      return Exit.BAD_INPUT;
    }
    return clinic.run(
        ports.stores(),
        json.isWanted(),
        terminal,
        (install, ofClinic) -> write(install.store(), ofClinic, id.get()));
  }

  private boolean isNoLine(String option, String said) {
    boolean good =
        !said.isBlank()
            && said.length() <= LINE_CHARS
            && said.codePoints().noneMatch(Character::isISOControl);
    if (!good) {
      Complaint.tell(
          List.of(
              new Complaint(
                  option,
                  "found \""
                      + said
                      + "\", expected one line of 1 to "
                      + LINE_CHARS
                      + " characters")),
          json.isWanted(),
          terminal);
    }
    return !good;
  }

  private int write(Store store, String ofClinic, UUID id) {
    Hold hold = new Hold(ports.clock().instant(), by, reason);
    Answer answer =
        lift
            ? store.legalHolds().lift(ofClinic, id, hold)
            : store.legalHolds().place(ofClinic, id, hold);
    return switch (answer) {
      case DONE -> {
        terminal.answer(
            json.isWanted()
                ? Json.object().put("patient", id.toString()).put("held", !lift).build().text()
                : "patient " + id + (lift ? ": the hold is lifted" : ": held, cannot be erased"));
        yield Exit.GOOD;
      }
      case ALREADY -> {
        terminal.say(
            "vermilion legal-hold: " + (lift ? "there is no hold to lift" : "it is held already"));
        yield Exit.NO;
      }
      case NO_PATIENT -> {
        PatientId.refuse(patient, "a patient of the clinic " + ofClinic, json.isWanted(), terminal);
        yield Exit.BAD_INPUT;
      }
      case BUSY -> {
        terminal.say("vermilion legal-hold: the store is too busy, try again");
        yield Exit.NO;
      }
    };
  }
}
