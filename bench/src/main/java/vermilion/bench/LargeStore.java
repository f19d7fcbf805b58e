package vermilion.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import vermilion.clinical.Filler;
import vermilion.clinical.Unsure;
import vermilion.episode.Author;
import vermilion.episode.ClinicHours;
import vermilion.episode.Entry;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.Guideline;
import vermilion.episode.Patient;
import vermilion.episode.Treatment;
import vermilion.service.Access;
import vermilion.service.AppendOutcome;
import vermilion.service.AppendRequest;
import vermilion.service.Bytes;
import vermilion.service.Clinic;
import vermilion.service.Clinics;
import vermilion.service.EpisodeRef;
import vermilion.service.Ids;
import vermilion.service.NewEvent;
import vermilion.service.Store;
import vermilion.service.Tokens;
import vermilion.service.WorklistChange;
import vermilion.service.WorklistRow;
import vermilion.store.SqliteStore;

/// Fills a SQLite record with many episodes through the real journal: every event in its codec,
/// sealed, chained and synced, every worklist line folded from its episode.
final class LargeStore {
  static final String CLINIC = "northside";

  /// Events of each active episode, and of each finished one.
  static final int ACTIVE_EVENTS = 40;

  static final int FINISHED_EVENTS = 2;

  /// The events of an active episode come in so many requests, each after all episodes had the one
  /// before: so they lie apart in the file, as those of weeks do.
  private static final int PASSES = 4;

  private static final int AT_ONCE = 256;
  private static final int SAMPLES = 400;
  private static final Author NURSE = new Author(Author.Role.CLINICIAN, "Nurse Kay");
  private static final Author PATIENT = new Author(Author.Role.PATIENT, "patient");

  private final Guideline guideline;
  private final Map<String, String> calm = new LinkedHashMap<>();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final int episodes;

  private LargeStore(int episodes) {
    var lipHa = LipHa.read();
    this.guideline = Guideline.of(lipHa.protocol());
    this.episodes = episodes;
    for (var item : lipHa.protocol().form("full").orElseThrow().items()) {
      var question = lipHa.questions().at(lipHa.questions().placeOf(item.question()));
      if (!(question.unsure() instanceof Unsure.NotOffered)) {
        calm.put(question.id(), question.answerIds().getFirst());
      }
    }
  }

  /// What a filled folder holds.
  ///
  /// @param nurse a clinician's token
  /// @param patients some active episodes and a patient's token for each
  /// @param seconds how long it took to fill
  record Filled(String nurse, Map<String, String> patients, double seconds) {
    /// The token of the patient of an episode.
    String patient(String episode) {
      return Objects.requireNonNull(patients.get(episode), () -> "no token for " + episode);
    }
  }

  /// How many of `episodes` are active.
  static int active(int episodes) {
    return episodes / 10;
  }

  /// How many of `episodes` wait for a human.
  static int waiting(int episodes) {
    return episodes / 100;
  }

  /// Fills `folder`, or finds it filled.
  static Filled fill(Path folder, int episodes) throws Exception {
    var kept = folder.resolve("filled.txt");
    if (!Files.exists(kept)) {
      empty(folder);
      var began = System.nanoTime();
      var lines = new LargeStore(episodes).write(folder);
      lines.addFirst(Double.toString((System.nanoTime() - began) / 1e9));
      Files.write(kept, lines);
    }
    return read(kept);
  }

  /// What an earlier run left half done goes.
  private static void empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static Filled read(Path kept) throws IOException {
    var lines = Files.readAllLines(kept);
    var patients = new LinkedHashMap<String, String>();
    for (var line : lines.subList(2, lines.size())) {
      patients.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
    }
    return new Filled(lines.get(1), patients, Double.parseDouble(lines.getFirst()));
  }

  private List<String> write(Path folder) throws Exception {
    try (var store = SqliteStore.open(folder)) {
      new Clinics(store.clinicSettings()).write(clinic(), "bench", now);
      for (var pass = 0; pass < PASSES; pass++) {
        var part = pass;
        System.err.println("filling " + episodes + " episodes, active ones, part " + (part + 1));
        each(0, active(episodes), n -> active(store, n, part));
      }
      System.err.println("filling " + episodes + " episodes, finished ones");
      each(active(episodes), episodes, n -> finished(store, n));
      return tokens(store);
    }
  }

  private interface One {
    void write(int number) throws Exception;
  }

  private static void each(int first, int until, One one)
      throws InterruptedException, ExecutionException {
    var doors = new Semaphore(AT_ONCE);
    var running = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var n = first; n < until; n++) {
        var number = n;
        doors.acquire();
        running.add(
            threads.submit(() -> {
              try {
                one.write(number);
              } finally {
                doors.release();
              }
              return null;
            }));
        if (running.size() > 10_000) {
          wait(running);
        }
      }
      wait(running);
    }
  }

  private static void wait(List<Future<?>> running)
      throws InterruptedException, ExecutionException {
    for (var one : running) {
      one.get();
    }
    running.clear();
  }

  /// Ids in no order, as those that a server draws.
  private static EpisodeRef ref(int number) {
    var random = new SplittableRandom(number);
    return new EpisodeRef(CLINIC, new UUID(random.nextLong(), random.nextLong()).toString());
  }

  /// The events of an active episode: treated four to ten days ago, a check-in every so often, the
  /// last one just now; whoever waits reported something in it.
  private void active(Store store, int number, int pass) {
    var treated = now.minus(Duration.ofHours(96 + number % 144));
    var each = ACTIVE_EVENTS / PASSES;
    var step = Duration.between(treated, now).dividedBy(ACTIVE_EVENTS);
    var entries = new ArrayList<Entry>();
    for (var i = 0; i < ACTIVE_EVENTS; i++) {
      // What one request brings has been received together.
      var received = treated.plus(step.multipliedBy((i / each + 1) * (long) each));
      var kept = received.truncatedTo(ChronoUnit.MILLIS);
      var at = treated.plus(step.multipliedBy(i)).truncatedTo(ChronoUnit.MILLIS);
      var event = i == 0 ? opened(number, treated) : checkIn(number, i);
      entries.add(
          new Entry(
              i + 1, id(number, i), at, kept.isAfter(now) ? now : kept, author(event), event));
    }
    append(store, number, entries.subList(0, each * (pass + 1)), each * pass);
  }

  private void finished(Store store, int number) {
    var treated = now.minus(Duration.ofDays(400 + number % 300));
    var later = treated.plus(Duration.ofHours(80));
    append(
        store,
        number,
        List.of(
            new Entry(1, id(number, 0), treated, treated, NURSE, opened(number, treated)),
            new Entry(2, id(number, 1), later, later, PATIENT, checkIn(number, 1))),
        0);
  }

  /// Appends the entries behind `known`; with the last of them the line that the episode then has.
  private void append(Store store, int number, List<Entry> entries, int known) {
    var events = new ArrayList<NewEvent>();
    for (var entry : entries.subList(known, entries.size())) {
      var sent = new EventCodec.Sent(entry.id(), entry.at(), entry.event());
      events.add(
          new NewEvent(
              UUID.fromString(entry.id()), Bytes.ofText(EventCodec.body(sent, entry.by()))));
    }
    var all = entries.size() == ACTIVE_EVENTS || entries.size() == FINISHED_EVENTS;
    var received = all ? now : entries.getLast().received();
    var request =
        AppendRequest.of(ref(number), "bench", received, events)
            .with(all ? line(number, entries) : WorklistChange.NONE);
    var outcome =
        known == 0
            ? store.journal().open(new UUID(7, number), request)
            : store.journal().append(request.expecting(known));
    if (!(outcome instanceof AppendOutcome.Appended)) {
      throw new IllegalStateException("episode " + number + ": " + outcome);
    }
  }

  private WorklistChange line(int number, List<Entry> entries) {
    var episode = Episode.of(guideline, entries);
    var line = WorklistRow.of(episode, episode.at(now, clinic().hours()));
    if (line.waits() != number < waiting(episodes)) {
      throw new IllegalStateException("episode " + number + " has rank " + line.levelRank());
    }
    return new WorklistChange.Put(line);
  }

  /// In the order of writing: random ids would make the index of them the slowest part of filling,
  /// and no question that is measured reads it.
  private static String id(int number, int event) {
    return new UUID((long) (event / (ACTIVE_EVENTS / PASSES)) << 40 | number, event).toString();
  }

  private static Author author(EpisodeEvent event) {
    return event instanceof EpisodeEvent.Opened ? NURSE : PATIENT;
  }

  private static EpisodeEvent opened(int number, Instant treated) {
    return new EpisodeEvent.Opened(
        new Patient("Patient Number " + number, "1991-04-30", "Europe/London", "07:30-22:30", "en"),
        new Treatment(
            treated,
            Filler.HYALURONIC_ACID,
            "Example Lip 1",
            "A1182",
            "2027-05-31",
            "1.0",
            List.of("upper lip, left", "lower lip, right"),
            "Dr Okafor",
            List.of()),
        "lip-ha",
        1,
        EpisodeEvent.KnownBefore.NOTHING);
  }

  private EpisodeEvent checkIn(int number, int event) {
    var answers = new LinkedHashMap<>(calm);
    if (number < waiting(episodes) && event == ACTIVE_EVENTS - 1) {
      switch (number % 4) {
        case 0 -> answers.put("colour", "pale");
        case 1 -> answers.put("redness", "spreading");
        case 2 -> answers.put("lump", "inflamed");
        default -> answers.put("numb", "yes");
      }
    }
    return new EpisodeEvent.CheckedIn("full", true, answers);
  }

  private List<String> tokens(Store store) {
    var random = new SplittableRandom(17);
    var tokens = new Tokens(store.accessTokens(), new DrawnIds(), InstantSource.fixed(now));
    var lines = new ArrayList<String>();
    lines.add(tokens.issue(new Access(CLINIC, NURSE, Optional.empty()), "bench").orElseThrow());
    for (var i = 0; i < Math.min(SAMPLES, active(episodes)); i++) {
      var episode = ref(random.nextInt(active(episodes))).episode();
      var access = new Access(CLINIC, PATIENT, Optional.of(episode));
      lines.add(episode + " " + tokens.issue(access, "bench").orElseThrow());
    }
    return lines;
  }

  private static final class DrawnIds implements Ids {
    private final SplittableRandom random = new SplittableRandom(23);

    @Override
    public UUID uuid() {
      return new UUID(random.nextLong(), random.nextLong());
    }

    @Override
    public String secret() {
      var bytes = new byte[32];
      random.nextBytes(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
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
}
