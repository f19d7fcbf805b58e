package vermilion.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import vermilion.json.Json;
import vermilion.time.UtcText;

/// The patients of a loaded clinic: who is treated and has checked in some times, and their phones,
/// which post one check-in a request and wait for its answer.
final class Patients {
  /// Events of an episode when the load takes it, and when it is given back: 40 on average.
  static final int FIRST_EVENTS = 20;

  static final int LAST_EVENTS = 60;

  private static final int OPENERS = 8;
  private static final Duration TREATED_BEFORE = Duration.ofHours(60);
  private static final String ACCEPTED = "\"status\":\"accepted\"";
  private static final String BIRTH_DATE = "1991-04-30";
  private static final Map<String, String> ANSWERS = answers();

  private final LoadedClinic clinic;
  private final SplittableRandom random;
  private final ConcurrentLinkedQueue<CheckInRequest> fresh = new ConcurrentLinkedQueue<>();
  private final AtomicInteger drawn = new AtomicInteger();

  Patients(LoadedClinic clinic, SplittableRandom random) {
    this.clinic = clinic;
    this.random = random;
  }

  /// A calm day, with every question answered that the full form asks on it.
  private static Map<String, String> answers() {
    var all = new LinkedHashMap<String, String>();
    for (var no : List.of("vision", "stroke", "airway", "collapse", "hives", "colour-elsewhere")) {
      all.put(no, "no");
    }
    all.put("colour", "usual");
    all.put("pain", "1");
    all.put("pain-course", "easing");
    all.put("cool", "no");
    all.put("refill", "same");
    all.put("skin", "whole");
    all.put("bleeding", "no");
    all.put("swelling", "mild");
    all.put("swelling-course", "easing");
    all.put("fever", "no");
    all.put("redness", "none");
    all.put("pus", "no");
    all.put("numb", "no");
    all.put("lump", "none");
    all.put("asymmetry", "none");
    all.put("worry", "1");
    return all;
  }

  /// How many episodes wait that nobody has taken.
  int fresh() {
    return fresh.size();
  }

  /// How many episodes were taken since the last question.
  int taken() {
    return drawn.getAndSet(0);
  }

  /// Opens episodes until so many are fresh.
  void prepare(int count) throws Exception {
    fresh.addAll(opened(count - fresh.size(), FIRST_EVENTS));
  }

  /// Episodes of the middle size, for somebody who comes back to each after all others.
  List<CheckInRequest> grown(int count) throws Exception {
    return opened(count, (FIRST_EVENTS + LAST_EVENTS) / 2);
  }

  private List<CheckInRequest> opened(int count, int size) throws Exception {
    var all = new ConcurrentLinkedQueue<CheckInRequest>();
    var left = new AtomicInteger(count);
    var done = new ArrayList<Future<?>>();
    try (var openers = Executors.newFixedThreadPool(OPENERS)) {
      for (var i = 0; i < OPENERS; i++) {
        var ids = random.split();
        done.add(
            openers.submit(() -> {
              try (var connection = new ApiConnection(clinic.port())) {
                while (left.getAndDecrement() > 0) {
                  all.add(open(connection, ids, size));
                }
                return true;
              }
            }));
      }
    }
    for (var one : done) {
      one.get();
    }
    return List.copyOf(all);
  }

  /// Opens an episode and brings it to a size.
  private CheckInRequest open(ApiConnection connection, SplittableRandom ids, int size)
      throws IOException {
    var opened =
        connection.post(CheckInRequest.request("/api/episodes", clinic.nurse(), treatment()), 201);
    var episode = between(opened, "\"episode\":\"");
    var link = between(opened, "\"patientLink\":\"");
    var enrolment =
        Json.object()
            .put("link", link.substring(link.lastIndexOf('.') + 1))
            .put("birthDate", BIRTH_DATE)
            .build();
    var entered =
        connection.post(
            CheckInRequest.request("/api/enrol", clinic.nurse(), enrolment.text()), 201);
    var token = between(entered, "\"token\":\"");
    var events = new ArrayList<Json>();
    while (events.size() < size - 1) {
      events.add(CheckInRequest.event(CheckInRequest.newId(ids), ANSWERS));
    }
    var path = "/api/episodes/" + episode + "/events";
    var answer =
        connection.post(CheckInRequest.request(path, token, new Json.Arr(events).text()), 200);
    if (answer.split(ACCEPTED, -1).length != size) {
      throw new IOException("not all accepted: " + answer);
    }
    return CheckInRequest.of(episode, token, ANSWERS);
  }

  private static String treatment() {
    var at = Instant.ofEpochSecond(Instant.now().minus(TREATED_BEFORE).getEpochSecond());
    return Json.object()
        .put(
            "patient",
            Json.object()
                .put("name", "Ada Example")
                .put("birthDate", BIRTH_DATE)
                .put("zone", "Europe/London")
                .build())
        .put(
            "treatment",
            Json.object().put("at", UtcText.of(at)).put("filler", "hyaluronic-acid").build())
        .put("protocol", "lip-ha")
        .build()
        .text();
  }

  private static String between(String text, String before) throws IOException {
    var from = text.indexOf(before) + before.length();
    var to = text.indexOf('"', from);
    if (from < before.length() || to < 0) {
      throw new IOException("found " + text + ", expected " + before);
    }
    return text.substring(from, to);
  }

  /// A phone that uses each episode until it has grown, and then takes a fresh one.
  ///
  /// @param ids what its ids are made from
  Phone staying(SplittableRandom ids) throws IOException {
    return new Phone(new ApiConnection(clinic.port()), ids, List.of());
  }

  /// A phone that goes round among episodes of its own.
  Phone goingRound(SplittableRandom ids, List<CheckInRequest> episodes) throws IOException {
    return new Phone(new ApiConnection(clinic.port()), ids, List.copyOf(episodes));
  }

  /// One connection, and somebody who checks in by it as soon as the last answer is there.
  final class Phone implements ClosedLoop.Work, AutoCloseable {
    private final ApiConnection connection;
    private final SplittableRandom ids;
    private final List<CheckInRequest> turns;
    private Optional<CheckInRequest> current = Optional.empty();
    private int sent;

    private Phone(ApiConnection connection, SplittableRandom ids, List<CheckInRequest> turns) {
      this.connection = connection;
      this.ids = ids;
      this.turns = turns;
    }

    @Override
    public void once() throws IOException {
      var request = turns.isEmpty() ? staying() : turns.get(sent % turns.size());
      sent++;
      var answer = connection.post(request.next(ids), 200);
      if (!answer.contains(ACCEPTED)) {
        throw new IOException("not accepted: " + answer);
      }
    }

    private CheckInRequest staying() throws IOException {
      if (sent % (LAST_EVENTS - FIRST_EVENTS) == 0) {
        var next = fresh.poll();
        drawn.incrementAndGet();
        current = Optional.of(next == null ? open(connection, ids, FIRST_EVENTS) : next);
      }
      return current.orElseThrow();
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }
}
