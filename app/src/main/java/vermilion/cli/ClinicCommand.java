package vermilion.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vermilion.service.Bytes;
import vermilion.service.Clinic;
import vermilion.service.Clinics;
import vermilion.service.EpisodeRef;
import vermilion.service.Store;
import vermilion.service.StorePlace;

/// `vermilion clinic ID`: writes or shows the settings of a clinic.
@Command(
    name = "clinic",
    description = {
      "Shows the settings of a clinic, or writes them from a JSON file: its name, the numbers that",
      "patients ring, the emergency department, its hours and its declared use. None of the numbers may",
      "be missing: a patient may need them. A running server takes them in when it is started again."
    },
    footer = {
      "",
      "Examples:",
      "  vermilion clinic northside --settings northside.json --config /etc/vermilion.conf",
      "  vermilion clinic northside --config /etc/vermilion.conf",
      "",
      "Exit: 0 written or shown; 1 there is no such clinic, or the store is busy; 2 bad input."
    })
final class ClinicCommand implements Callable<Integer> {
  private static final String ACTOR = "command line";

  private final Ports ports;
  private final Terminal terminal;

  @Parameters(paramLabel = "ID", description = "Names the clinic in tokens: a-z, 0-9 and '-'.")
  private String id = "";

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "The settings to write; without it they are shown.")
  private Optional<Path> settings = Optional.empty();

  @Mixin private InstallOption data = new InstallOption();

  @Mixin private JsonOption json = new JsonOption();

  ClinicCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (EpisodeRef.of(id, "any").isEmpty()) {
      return refuse(
          List.of(
              new Complaint("ID", "found \"" + id + "\", expected a clinic's id such as north")));
    }
    return settings.isPresent() ? write(settings.get()) : show();
  }

  private int show() {
    Optional<Store> found = data.open(ports.stores(), json.isWanted(), terminal);
    if (found.isEmpty()) {
      return Exit.BAD_INPUT;
    }
    try (Store store = found.get()) {
      Optional<Bytes> kept = store.clinicSettings().settings(id);
      kept.ifPresent(bytes -> terminal.answer(bytes.toText()));
      if (kept.isEmpty()) {
        terminal.say("vermilion clinic: there is no clinic " + id + " yet");
      }
      return kept.isPresent() ? Exit.GOOD : Exit.NO;
    }
  }

  private int write(Path file) {
    return switch (JsonFile.read(file, "{\"name\":...")) {
      case JsonFile.Reading.Broken(List<Complaint> complaints) -> refuse(complaints);
      case JsonFile.Reading.Read(JsonFile read) ->
          switch (Clinic.read(id, read.object())) {
            case Clinic.Reading.Broken broken -> refuse(read.complaints(broken.problems()));
            case Clinic.Reading.Read(Clinic clinic) when clinic.demo() ->
                refuse(
                    List.of(
                        new Complaint(
                            read.place("demo"),
                            "found a demonstration, expected a clinic; see vermilion demo")));
            case Clinic.Reading.Read(Clinic clinic) -> write(clinic);
          };
    };
  }

  private int write(Clinic clinic) {
    Optional<StorePlace> place = data.place(json.isWanted(), terminal);
    if (place.isEmpty()) {
      return Exit.BAD_INPUT;
    }
    try (Store store = ports.stores().open(place.get())) {
      boolean written =
          new Clinics(store.clinicSettings()).write(clinic, ACTOR, ports.clock().instant());
      if (!written) {
        terminal.say("vermilion clinic: the store is too busy, nothing was written; try again");
        return Exit.NO;
      }
      terminal.answer(clinic.bytes().toText());
      return Exit.GOOD;
    }
  }

  private int refuse(List<Complaint> complaints) {
    Complaint.tell(complaints, json.isWanted(), terminal);
    return Exit.BAD_INPUT;
  }
}
