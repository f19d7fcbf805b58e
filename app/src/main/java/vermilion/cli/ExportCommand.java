package vermilion.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.service.AuditEntry;
import vermilion.service.AuditRecord;
import vermilion.service.EpisodeEntry;
import vermilion.service.EpisodeRef;
import vermilion.service.JournalFailure;
import vermilion.service.ReadOutcome;
import vermilion.service.Store;
import vermilion.service.StoredEvent;

/// `vermilion export ID`: everything that was recorded, in the clear.
@Command(
    name = "export",
    description = {
      "Prints one episode, or everything of a patient, as one JSON object: every event as it was",
      "recorded, and for a patient every entry of the audit about her too. With --text it is for",
      "people to read. It holds her name and answers in the clear; keep it as you keep the record.",
      "With --photos her photos are put into a folder, each as a JPEG with the id of its event."
    },
    footer = {
      "",
      "Example:",
      "  vermilion export 7c0e6c1e-6a0f-4b57-9d4f-1f0c9f6f2b11 > episode.json",
      "",
      "Exit: 0 all of it is printed; 1 the patient's key was destroyed; 2 bad input."
    })
final class ExportCommand implements Callable<Integer> {
  private final Ports ports;
  private final Terminal terminal;

  private static final String ACTOR = "command line";

  @Parameters(paramLabel = "ID", description = "The id of an episode or of a patient.")
  private String asked = "";

  @Option(names = "--text", description = "For people to read instead of JSON.")
  private boolean asText;

  @Option(
      names = "--photos",
      paramLabel = "FOLDER",
      description = "A new or empty folder for the photos.")
  private @Nullable Path photos;

  @Mixin private OneClinicOption clinic = new OneClinicOption();

  @Mixin private JsonOption json = new JsonOption();

  ExportCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return clinic.run(
        ports.stores(), json.isWanted(), terminal, (install, id) -> export(install.store(), id));
  }

  private int export(Store store, String clinicId) {
    Optional<EpisodeRef> ref = EpisodeRef.of(clinicId, asked);
    if (ref.isEmpty()) {
      return refuse("the id of an episode or of a patient", Exit.BAD_INPUT);
    }
    Optional<UUID> patient = PatientId.of(asked);
    List<EpisodeEntry> hers =
        patient.isPresent() ? store.journal().episodesOf(clinicId, patient.get()) : List.of();
    if (!hers.isEmpty()) {
      return patient(store, clinicId, patient.get(), hers);
    }
    return switch (store.journal().read(ref.get(), 0)) {
      case ReadOutcome.NoEpisode _ ->
          refuse("an episode or a patient of the clinic " + clinicId, Exit.BAD_INPUT);
      case ReadOutcome.Erased _ -> refuse("an episode that was not erased", Exit.NO);
      case ReadOutcome.Found found -> {
        note(store, clinicId, found.patient());
        PhotoFiles files = files(store);
        files.add(ref.get(), found);
        Json.Builder all = Json.object().put("clinic", clinicId);
        answer(episode(all, ref.get().episode(), found));
        files.tell(terminal);
        yield Exit.GOOD;
      }
    };
  }

  private int patient(Store store, String clinicId, UUID patient, List<EpisodeEntry> hers) {
    List<Json> episodes = new ArrayList<>();
    Set<String> ids = new TreeSet<>();
    PhotoFiles files = files(store);
    for (EpisodeEntry one : hers) {
      if (!(store.journal().read(one.episode(), 0) instanceof ReadOutcome.Found found)) {
        return refuse("a patient who was not erased", Exit.NO);
      }
      ids.add(one.episode().episode());
      files.add(one.episode(), found);
      episodes.add(episode(Json.object(), one.episode().episode(), found));
    }
    note(store, clinicId, patient);
    List<Json> audit = new ArrayList<>();
    for (AuditRecord entry : AuditWalk.about(store, clinicId, patient, ids)) {
      audit.add(
          Json.object()
              .put("seq", entry.seq())
              .put("at", entry.entry().at().toString())
              .put("by", entry.entry().actor())
              .put("action", entry.entry().action())
              .put("episode", entry.entry().episode())
              .put("detail", entry.entry().detail())
              .build());
    }
    Json.Builder all = Json.object().put("clinic", clinicId).put("patient", patient.toString());
    store
        .legalHolds()
        .find(clinicId, patient)
        .ifPresent(hold -> all.put("legalHoldSince", hold.since().toString()));
    answer(all.put("episodes", new Json.Arr(episodes)).put("audit", new Json.Arr(audit)).build());
    files.tell(terminal);
    return Exit.GOOD;
  }

  private PhotoFiles files(Store store) {
    return new PhotoFiles(store.photos(), Optional.ofNullable(photos));
  }

  /// Whoever takes a record out of the store is kept in the audit.
  private void note(Store store, String clinicId, UUID patient) {
    AuditEntry entry =
        new AuditEntry(
            ports.clock().instant(), ACTOR, "exported", Optional.empty(), "patient " + patient);
    if (!store.auditTrail().record(clinicId, entry)) {
      throw new JournalFailure(
          JournalFailure.Kind.OVERLOADED, "the store is too busy to keep who exports; try again");
    }
  }

  private void answer(Json.Obj all) {
    terminal.answer(asText ? ReadableJson.of(all) : all.text());
  }

  private static Json.Obj episode(Json.Builder into, String episode, ReadOutcome.Found found) {
    return into.put("episode", episode)
        .put("patient", found.patient().toString())
        .put("seq", found.seq())
        .put("events", events(found.events()))
        .build();
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

  private int refuse(String expected, int exit) {
    Complaint.tell(
        List.of(new Complaint("ID", "found \"" + asked + "\", expected " + expected)),
        json.isWanted(),
        terminal);
    return exit;
  }
}
