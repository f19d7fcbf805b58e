package vermilion.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/// Durable check-ins through HTTP beside the bare rows that they leave, on the same disk, in turns.
final class HttpBench {
  /// How many patients wait for an answer at once.
  static final int[] PATIENTS = {1, 32, 256};

  /// With how many the way that remembers no episode is measured, and the profile taken.
  static final int SOME = 32;

  /// More than a server keeps in memory.
  static final int MANY_EPISODES = 3_008;

  /// Until the server is compiled: so many check-ins, or so many laps on a machine that is too
  /// busy.
  private static final int WARM_CHECK_INS = 30_000;

  private static final int WARM_LAPS = 20;
  private static final ClosedLoop.Span SPAN = new ClosedLoop.Span(2_000, 5_000);
  private static final ClosedLoop.Span PROFILED = new ClosedLoop.Span(2_000, 10_000);
  private static final int FIRST_GUESS = 600;
  private static final long SEED = 4;

  /// Which of the two is measured.
  enum Way {
    BARE,
    HTTP,
    COLD
  }

  /// One kind of lap.
  record Kind(Way way, int patients) {}

  /// What was found with one database.
  ///
  /// @param name of the database
  /// @param sizes of the rows
  /// @param laps of each kind, one a round
  /// @param profile where the CPU went
  record Found(
      String name, RowSizes sizes, Map<Kind, List<ClosedLoop.Lap>> laps, Profiled profile) {}

  /// A profile and the lap in which it was taken.
  ///
  /// @param lap what it gave; its CPU times are those of server, client, database
  /// @param parts the shares of the threads that run Java
  /// @param threads CPU milliseconds of threads by name, in that lap
  record Profiled(ClosedLoop.Lap lap, CpuProfile parts, Map<String, Double> threads) {}

  /// What differs between the databases.
  private interface Ground {
    Connection record() throws Exception;

    BareStore bare(String name) throws Exception;

    double databaseCpu() throws IOException;
  }

  private final String name;
  private final Path place;
  private final LoadedClinic clinic;
  private final Ground ground;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Patients patients;
  private final Map<Kind, List<ClosedLoop.Lap>> laps = new LinkedHashMap<>();
  private final Map<Integer, Integer> taken = new LinkedHashMap<>();
  private List<CheckInRequest> many = List.of();
  private int bareStores;

  private HttpBench(String name, Path place, LoadedClinic clinic, Ground ground) {
    this.name = name;
    this.place = place;
    this.clinic = clinic;
    this.ground = ground;
    this.patients = new Patients(clinic, random.split());
  }

  static Found sqlite(Path root, int rounds) throws Exception {
    var place = emptied(root.resolve("bench/target/http/sqlite"));
    try (var clinic = new LoadedClinic(root, place, List.of())) {
      var ground =
          new Ground() {
            @Override
            public Connection record() throws Exception {
              return DriverManager.getConnection("jdbc:sqlite:" + clinic.file());
            }

            @Override
            public BareStore bare(String file) throws Exception {
              return new BareSqlite(place.resolve(file + ".db"));
            }

            @Override
            public double databaseCpu() {
              return 0; // It works within the server.
            }
          };
      return new HttpBench("SQLite", place, clinic, ground).run(rounds);
    }
  }

  static Found postgres(Path root, int rounds) throws Exception {
    var place = emptied(root.resolve("bench/target/http/postgres"));
    try (var server = new PostgresServer(place.resolve("server"))) {
      server.create("clinic");
      try (var clinic = new LoadedClinic(root, place, server.settings("clinic"))) {
        var ground =
            new Ground() {
              @Override
              public Connection record() throws Exception {
                return server.connect("clinic");
              }

              @Override
              public BareStore bare(String database) throws Exception {
                server.create(database);
                return new BarePostgres(server.connect(database));
              }

              @Override
              public double databaseCpu() throws IOException {
                return ProcessCpu.ofFamily(server.pid());
              }
            };
        return new HttpBench("PostgreSQL", place, clinic, ground).run(rounds);
      }
    }
  }

  private static Path emptied(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      try (var files = Files.walk(place)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return Files.createDirectories(place);
  }

  private Found run(int rounds) throws Exception {
    System.err.println("http, " + name + ": warming up");
    warmUp();
    many = patients.grown(MANY_EPISODES);
    RowSizes sizes;
    try (var record = ground.record()) {
      sizes = RowSizes.of(record);
    }
    bare(SPAN, SOME, sizes);
    for (var round = 1; round <= rounds; round++) {
      for (var count : PATIENTS) {
        say(round, rounds, new Kind(Way.BARE, count), bare(SPAN, count, sizes));
        say(round, rounds, new Kind(Way.HTTP, count), http(SPAN, count));
      }
      say(round, rounds, new Kind(Way.COLD, SOME), cold());
    }
    return new Found(name, sizes, laps, profile());
  }

  private void warmUp() throws Exception {
    var done = 0.0;
    for (var i = 0; i < WARM_LAPS && done < WARM_CHECK_INS; i++) {
      var lap = http(SPAN, SOME);
      done += lap.perSecond() * (SPAN.warmUpMillis() + SPAN.millis()) / 1_000;
      System.err.printf("http, %s: %.0f/s, CPU %s%n", name, lap.perSecond(), lap.cpuMicros());
    }
  }

  private void say(int round, int rounds, Kind kind, ClosedLoop.Lap lap) {
    laps.computeIfAbsent(kind, _ -> new ArrayList<>()).add(lap);
    System.err.printf(
        "http, %s, round %d of %d, %s %d: %.0f/s, %.0f/%.0f us, CPU %s%n",
        name,
        round,
        rounds,
        kind.way(),
        kind.patients(),
        lap.perSecond(),
        lap.p50Micros(),
        lap.p99Micros(),
        lap.cpuMicros());
  }

  private List<Callable<Double>> bareClocks() {
    return List.of(ProcessCpu::own, ground::databaseCpu);
  }

  private List<Callable<Double>> clocks() {
    return List.of(clinic.server()::cpuMillis, ProcessCpu::own, ground::databaseCpu);
  }

  private ClosedLoop.Lap bare(ClosedLoop.Span span, int count, RowSizes sizes) throws Exception {
    try (var rows = new BareRows(ground.bare("bare" + ++bareStores), sizes)) {
      var writers = new ArrayList<ClosedLoop.Work>();
      while (writers.size() < count) {
        writers.add(rows.writer(random.split()));
      }
      return new ClosedLoop(span, bareClocks()).run(writers);
    }
  }

  private ClosedLoop.Lap http(ClosedLoop.Span span, int count) throws Exception {
    patients.prepare(count + taken.getOrDefault(count, FIRST_GUESS) * 4 / 3);
    var phones = new ArrayList<Patients.Phone>();
    try {
      while (phones.size() < count) {
        phones.add(patients.staying(random.split()));
      }
      patients.taken();
      var lap = new ClosedLoop(span, clocks()).run(phones);
      taken.put(count, patients.taken());
      return lap;
    } finally {
      close(phones);
    }
  }

  private ClosedLoop.Lap cold() throws Exception {
    var phones = new ArrayList<Patients.Phone>();
    var each = many.size() / SOME;
    try {
      while (phones.size() < SOME) {
        var from = phones.size() * each;
        phones.add(patients.goingRound(random.split(), many.subList(from, from + each)));
      }
      return new ClosedLoop(SPAN, clocks()).run(phones);
    } finally {
      close(phones);
    }
  }

  private static void close(List<Patients.Phone> phones) throws IOException {
    for (var phone : phones) {
      phone.close();
    }
  }

  private Profiled profile() throws Exception {
    System.err.println("http, " + name + ": profile");
    var file = place.resolve("profile.jfr");
    clinic.restart(CpuProfile.options(file));
    warmUp();
    var pid = clinic.server().pid();
    var threads = new ArrayList<Map<String, Double>>();
    var edges = new ArrayList<Instant>();
    var clocks = new ArrayList<>(clocks());
    clocks.add(() -> {
      threads.add(ProcessCpu.ofThreads(pid));
      edges.add(Instant.now());
      return 0.0;
    });
    patients.prepare(SOME + taken.getOrDefault(SOME, FIRST_GUESS) * 3);
    var phones = new ArrayList<Patients.Phone>();
    ClosedLoop.Lap lap;
    try {
      while (phones.size() < SOME) {
        phones.add(patients.staying(random.split()));
      }
      lap = new ClosedLoop(PROFILED, clocks).run(phones);
    } finally {
      close(phones);
    }
    clinic.close();
    var spent = new LinkedHashMap<String, Double>();
    threads
        .getLast()
        .forEach((thread, millis) ->
            spent.put(thread, millis - threads.getFirst().getOrDefault(thread, 0.0)));
    return new Profiled(lap, CpuProfile.read(file, edges.getFirst(), edges.getLast()), spent);
  }
}
