package vermilion.service;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import vermilion.clinical.Filler;
import vermilion.clinical.Urgency;
import vermilion.content.ProtocolReader;
import vermilion.content.Reading;
import vermilion.episode.Author;
import vermilion.episode.ClinicHours;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.Patient;
import vermilion.episode.Treatment;
import vermilion.protocol.Protocol;
import vermilion.store.SqliteStore;

/// A clinic with patients on a real file, under a clock that a test turns.
final class Ward implements AutoCloseable {

  static final String CLINIC = "northside";
  static final Instant START = Instant.parse("2026-03-25T15:00:00Z");
  static final Author NURSE = new Author(Author.Role.CLINICIAN, "Nurse Kay");
  static final Author PATIENT = new Author(Author.Role.PATIENT, "patient");
  private static final Protocol LIP_HA = read("lip-ha");
  private static final Protocol LIP_UNKNOWN = read("lip-unknown");

  final AtomicReference<Instant> now = new AtomicReference<>(START);
  final Store store;
  final Clinics clinics;
  final EpisodeService service;
  final WorklistService worklist;
  private final AtomicLong ids = new AtomicLong();

  Ward(Path folder) {
    store = SqliteStore.open(folder);
    clinics = new Clinics(store.clinicSettings());
    clinics.write(clinic(), "test", START);
    service = service(guidelines());
    worklist = new WorklistService(store.worklist(), service);
  }

  static Guidelines guidelines() {
    return new LoadedGuidelines(List.of(LIP_HA, LIP_UNKNOWN));
  }

  /// A service that knows `lip-ha` alone.
  EpisodeService narrow() {
    return service(new LoadedGuidelines(List.of(LIP_HA)));
  }

  /// Another node over the same store.
  EpisodeService service(Guidelines guidelines) {
    return new EpisodeService(
        store.journal(), clinics, guidelines, new EpisodeService.Sources(now::get, new Counted()));
  }

  private final class Counted implements Ids {
    @Override
    public UUID uuid() {
      return Ward.this.uuid();
    }

    @Override
    public String secret() {
      return "secret" + ids.incrementAndGet();
    }
  }

  private UUID uuid() {
    return new UUID(0x4000L, ids.incrementAndGet());
  }

  private static Protocol read(String id) {
    Path file = Path.of("..", "protocols", id + ".yaml");
    if (ProtocolReader.read(file) instanceof Reading.Read read) {
      return read.protocol();
    }
    throw new IllegalStateException(file + " is no protocol");
  }

  private static Clinic clinic() {
    return new Clinic(
        CLINIC,
        "Northside Aesthetics",
        "020 7946 0018",
        "020 7946 0123",
        "999",
        new Clinic.Department("St Example's", "1 Bridge Road"),
        new ClinicHours(
            ZoneId.of("Europe/London"),
            LocalTime.of(9, 0),
            LocalTime.of(18, 0),
            Set.of(DayOfWeek.values())),
        Clinic.Use.MONITORING,
        false);
  }

  EpisodeRef open(String name) {
    return open(name, "lip-ha");
  }

  EpisodeRef open(String name, String protocol) {
    EpisodeEvent.Opened opened =
        new EpisodeEvent.Opened(
            new Patient(name, "1991-04-30", "Europe/London", "07:30-22:30", "en"),
            new Treatment(
                now.get(),
                protocol.equals("lip-ha") ? Filler.HYALURONIC_ACID : Filler.UNKNOWN,
                "Example Lip 1",
                "A1182",
                "2027-05-31",
                "1.0",
                List.of("upper lip, left"),
                "Dr Okafor",
                List.of()),
            protocol,
            1,
            EpisodeEvent.KnownBefore.NOTHING);
    if (service.open(
            new Access(CLINIC, NURSE, Optional.empty()),
            new NewEpisode(Optional.empty(), opened, Optional.empty()))
        instanceof EpisodeService.Opening.Opened done) {
      return done.ref();
    }
    throw new IllegalStateException(name + " was not taken");
  }

  void send(EpisodeRef ref, Author by, EpisodeEvent event) {
    EventCodec.Sent sent = new EventCodec.Sent(uuid().toString(), now.get(), event);
    if (!(service.submit(ref, by, List.of(sent)) instanceof Submission.Decided)) {
      throw new IllegalStateException(ref + " took nothing");
    }
  }

  void checkIn(EpisodeRef ref, Map<String, String> answers) {
    send(ref, PATIENT, new EpisodeEvent.CheckedIn("full", true, answers));
  }

  /// Any answer to some questions, the most harmless one to most.
  static Map<String, String> anyAnswers(SplittableRandom random) {
    Map<String, String> answers = new LinkedHashMap<>();
    var questions = LIP_HA.questions();
    for (int place = 0; place < questions.size(); place++) {
      List<String> ids = questions.at(place).answerIds();
      if (!ids.isEmpty()) {
        int answer = random.nextInt(6) == 0 ? random.nextInt(ids.size()) : 0;
        answers.put(questions.at(place).id(), ids.get(answer));
      }
    }
    return answers;
  }

  /// The lines as the record alone gives them.
  List<WorklistService.Line> linesOfTheRecord(List<EpisodeRef> all) {
    List<WorklistService.Line> lines = new ArrayList<>();
    for (EpisodeRef ref : all) {
      if (service.find(ref) instanceof Lookup.Found found) {
        var standing = service.standing(ref, found.episode());
        Urgency level = WorklistRow.levelOf(standing);
        if (level.atLeast(Urgency.SOON)) {
          lines.add(
              new WorklistService.Line(
                  ref,
                  level,
                  WorklistRow.deadlineOf(standing),
                  WorklistCard.of(found.episode(), standing)));
        }
      }
    }
    return lines;
  }

  @Override
  public void close() {
    store.close();
  }
}
