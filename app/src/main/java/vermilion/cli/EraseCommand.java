package vermilion.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vermilion.json.Json;
import vermilion.service.Erasure;
import vermilion.service.LegalHolds.Hold;

/// `vermilion erase PATIENT`: makes a patient's record unreadable for ever.
@Command(
    name = "erase",
    description = {
      "Destroys the key of a patient, here and in the backups' keys file, and deletes what was made of",
      "her record. Nobody can read it again: not from this record, not from a backup. The chain of",
      "hashes stays whole, and the audit keeps that it was done. There is no way back.",
      "Prints a receipt. A copy of the keys file elsewhere must be replaced by the one that is here now."
    },
    footer = {
      "",
      "Example:",
      "  vermilion erase 2f0c6c1e-6a0f-4b57-9d4f-1f0c9f6f2b11 --config /etc/vermilion.conf",
      "",
      "Exit: 0 erased, now or before; 1 a legal hold forbids it, or the store is busy; 2 bad input."
    })
final class EraseCommand implements Callable<Integer> {
  private static final String ACTOR = "command line";

  private final Ports ports;
  private final Terminal terminal;

  @Parameters(
      paramLabel = "PATIENT",
      description = "The patient's id, as 'vermilion export EPISODE' prints it.")
  private String patient = "";

  @Mixin private OneClinicOption clinic = new OneClinicOption();

  @Mixin private JsonOption json = new JsonOption();

  EraseCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<UUID> id = PatientId.read(patient, json.isWanted(), terminal);
    return id.isEmpty()
        ? Exit.BAD_INPUT
        : clinic.run(
            ports.stores(),
            json.isWanted(),
            terminal,
            (install, ofClinic) -> erase(install, ofClinic, id.get()));
  }

  private int erase(InstallOption.Install install, String ofClinic, UUID id) {
    Instant now = ports.clock().instant();
    return switch (install.store().journal().destroyKey(ofClinic, id, ACTOR, now)) {
      case Erasure.Destroyed(long episodes) -> receipt(install, ofClinic, id, episodes + " now");
      case Erasure.AlreadyDestroyed _ -> receipt(install, ofClinic, id, "erased before");
      case Erasure.NoPatient _ -> {
        PatientId.refuse(patient, "a patient of the clinic " + ofClinic, json.isWanted(), terminal);
        yield Exit.BAD_INPUT;
      }
      case Erasure.Held(Hold hold) -> {
        terminal.say(
            "vermilion erase: nothing was erased: a legal hold stands since "
                + hold.since()
                + " by "
                + hold.by()
                + ": "
                + hold.reason());
        yield Exit.NO;
      }
      case Erasure.Busy _ -> {
        terminal.say("vermilion erase: the store is too busy, nothing was erased; try again");
        yield Exit.NO;
      }
    };
  }

  /// The backups are looked at even if the key was destroyed before: that time may have been broken
  /// off in between.
  private int receipt(InstallOption.Install install, String ofClinic, UUID id, String episodes) {
    boolean inBackups =
        install.store().upkeep().eraseInBackups(install.place().backupFolder(), ofClinic, id);
    AuditWalk.Found entry = AuditWalk.lastAbout(install.store(), ofClinic, "key-destroyed", id);
    String backups = inBackups ? "erased there too" : "no key of hers was there";
    if (json.isWanted()) {
      terminal.answer(
          Json.object()
              .put("erased", true)
              .put("clinic", ofClinic)
              .put("patient", id.toString())
              .put("episodes", episodes)
              .put("backups", backups)
              .put("auditSeq", entry.seq())
              .put("auditAt", entry.at().toString())
              .put("by", entry.actor())
              .build()
              .text());
    } else {
      terminal.answer(
          String.join(
              "\n",
              List.of(
                  "Receipt: patient " + id + " of clinic " + ofClinic + " is erased.",
                  "Episodes that nobody can read again: " + episodes + ".",
                  "Backups in " + install.place().backupFolder() + ": " + backups + ".",
                  "Kept in the audit as number "
                      + entry.seq()
                      + ", "
                      + entry.at()
                      + ", by "
                      + entry.actor()
                      + ".")));
    }
    return Exit.GOOD;
  }
}
