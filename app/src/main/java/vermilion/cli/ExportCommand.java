package vermilion.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.service.EpisodeRef;
import vermilion.service.ReadOutcome;
import vermilion.service.Store;
import vermilion.service.StoredEvent;

/// `vermilion export EPISODE`: everything that was recorded, in the clear.
@Command(
    name = "export",
    description = {
      "Prints one episode as one JSON object: every event as it was recorded.",
      "It holds the patient's name and answers in the clear; keep it as you keep the record."
    },
    footer = {
      "",
      "Example:",
      "  vermilion export 7c0e6c1e-6a0f-4b57-9d4f-1f0c9f6f2b11 > episode.json",
      "",
      "Exit: 0 the episode is printed; 1 the patient's key was destroyed; 2 bad input."
    })
final class ExportCommand implements Callable<Integer> {
  private final Ports ports;
  private final Terminal terminal;

  @Parameters(paramLabel = "EPISODE", description = "The id of the episode.")
  private String episode = "";

  @Mixin private ClinicOption clinic = new ClinicOption();

  @Mixin private InstallOption data = new InstallOption();

  @Mixin private JsonOption json = new JsonOption();

  ExportCommand(Ports ports, Terminal terminal) {
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
      return clinic
          .find(store, json.isWanted(), terminal)
          .map(id -> export(store, id))
          .orElse(Exit.BAD_INPUT);
    }
  }

  private int export(Store store, String clinicId) {
    Optional<EpisodeRef> ref = EpisodeRef.of(clinicId, episode);
    if (ref.isEmpty()) {
      return refuse("EPISODE", "an episode's id", Exit.BAD_INPUT);
    }
    return switch (store.journal().read(ref.get(), 0)) {
      case ReadOutcome.NoEpisode _ ->
          refuse("EPISODE", "an episode of the clinic " + clinicId, Exit.BAD_INPUT);
      case ReadOutcome.Erased _ -> refuse("EPISODE", "an episode that was not erased", Exit.NO);
      case ReadOutcome.Found(UUID patient, long seq, List<StoredEvent> events) -> {
        terminal.answer(
            Json.object()
                .put("clinic", clinicId)
                .put("episode", episode)
                .put("patient", patient.toString())
                .put("seq", seq)
                .put("events", events(events))
                .build()
                .text());
        yield Exit.GOOD;
      }
    };
  }

  private static Json.Arr events(List<StoredEvent> stored) {
    List<Json> events = new ArrayList<>();
    for (StoredEvent event : stored) {
      if (!(JsonText.read(event.body().toText()) instanceof JsonText.Reading.Value(Json body))) {
        throw new IllegalStateException("event " + event.seq() + " is not JSON");
      }
      events.add(
          Json.object()
              .put("seq", event.seq())
              .put("received", event.received().toString())
              .put("body", body)
              .build());
    }
    return new Json.Arr(events);
  }

  private int refuse(String place, String expected, int exit) {
    Complaint.tell(
        List.of(new Complaint(place, "found \"" + episode + "\", expected " + expected)),
        json.isWanted(),
        terminal);
    return exit;
  }
}
