package vermilion.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vermilion.json.Json;
import vermilion.service.RecordCheck;
import vermilion.service.Store;
import vermilion.service.Verification;

/// `vermilion verify`: is the record as it was written?
@Command(
    name = "verify",
    description = "Walks every hash of the record and says whether all is as it was written.",
    footer = {
      "",
      "Example:",
      "  vermilion verify --config /etc/vermilion.conf",
      "",
      "Exit: 0 the record is whole; 1 it is not; 2 bad input."
    })
final class VerifyCommand implements Callable<Integer> {
  private final Ports ports;
  private final Terminal terminal;

  @Mixin private InstallOption data = new InstallOption();

  @Mixin private JsonOption json = new JsonOption();

  VerifyCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Store> found = data.open(ports.stores(), json.isWanted(), terminal);
    if (found.isEmpty()) {
      return Exit.BAD_INPUT;
    }
    try (Store store = found.get()) {
      Verification verification = RecordCheck.of(store);
      terminal.answer(json.isWanted() ? json(verification).text() : words(verification));
      return verification instanceof Verification.Whole ? Exit.GOOD : Exit.NO;
    }
  }

  static String words(Verification verification) {
    return switch (verification) {
      case Verification.Whole whole ->
          "whole: "
              + whole.events()
              + " events of "
              + whole.episodes()
              + " episodes, "
              + whole.auditEntries()
              + " audit entries, clinics: "
              + whole.clinics();
      case Verification.Broken broken ->
          "broken: clinic "
              + broken.clinic()
              + ", "
              + broken.chain()
              + ", sequence number "
              + broken.seq()
              + ": "
              + broken.found();
    };
  }

  static Json.Obj json(Verification verification) {
    return switch (verification) {
      case Verification.Whole whole ->
          Json.object()
              .put("whole", true)
              .put("clinics", whole.clinics())
              .put("episodes", whole.episodes())
              .put("events", whole.events())
              .put("auditEntries", whole.auditEntries())
              .build();
      case Verification.Broken broken ->
          Json.object()
              .put("whole", false)
              .put("clinic", broken.clinic())
              .put("chain", broken.chain())
              .put("seq", broken.seq())
              .put("found", broken.found())
              .build();
    };
  }
}
