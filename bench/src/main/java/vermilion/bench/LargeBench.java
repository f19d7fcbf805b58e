package vermilion.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Measures a server over a large record from outside: opening an episode, a patient's Today, the
/// worklist, its memory, and how long it takes to hold every line against the record.
final class LargeBench {
  /// The sizes of the plot.
  static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);

  private static final int WORKLISTS = 15;
  private static final int MOST_MINUTES = 60;
  private static final String SIGNER = "Dr Okafor";

  private final Path root;
  private final Path folder;
  private final int episodes;
  private String cookie = "";
  private final HttpClient client = HttpClient.newHttpClient();

  private LargeBench(Path root, Path folder, int episodes) {
    this.root = root;
    this.folder = folder;
    this.episodes = episodes;
  }

  /// Some times, in milliseconds.
  ///
  /// @param median half of them are at or below it
  /// @param p99 99 of 100 are
  record Times(double median, double p99) {
    static Times of(List<Double> millis) {
      var sorted = millis.stream().sorted().toList();
      return new Times(sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100));
    }
  }

  /// What was found of one size.
  ///
  /// @param episodes how many there are
  /// @param fileMb the record's size
  /// @param fillSeconds how long it took to fill
  /// @param times by what was asked
  /// @param memory of the server
  /// @param listed how many lines the worklist had
  /// @param rebuild how long all lines took, in seconds
  /// @param walk how long a bare reading of the same rows took, in seconds
  record Found(
      int episodes,
      double fileMb,
      double fillSeconds,
      Map<Ask, Times> times,
      Memory memory,
      int listed,
      double rebuild,
      double walk) {

    /// How long the answers took.
    Times of(Ask ask) {
      return Objects.requireNonNull(times.get(ask), () -> ask + " was not measured");
    }
  }

  /// A server's resident memory, in MB.
  ///
  /// @param idle after the start
  /// @param now after all questions
  /// @param most the most it ever had
  record Memory(double idle, double now, double most) {}

  /// What is asked.
  enum Ask {
    BARE_EPISODE("its rows by a bare SELECT"),
    OPEN_COLD("`GET /api/episodes/{id}`, the first time"),
    OPEN_WARM("the same, again"),
    PAGE_WARM("`GET /clinic/episodes/{id}`, the clinician's page of it"),
    TODAY_COLD("a patient's Today, the first time"),
    TODAY_WARM("the same, again"),
    BARE_WORKLIST("the waiting rows by a bare SELECT"),
    WORKLIST("`GET /api/worklist`, all who wait"),
    WORKLIST_PAGE("`GET /clinic`, the same as a page");

    private final String words;

    Ask(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /// Fills and measures one size.
  static Found run(Path root, int episodes) throws Exception {
    var folder = root.resolve("bench/target/large/" + episodes);
    return new LargeBench(root, folder, episodes).measure();
  }

  private Found measure() throws Exception {
    var filled = LargeStore.fill(folder.resolve("data"), episodes);
    var file = folder.resolve("data/journal.db");
    var times = new LinkedHashMap<Ask, Times>();
    var port = Server.freePort();
    settings(port);
    forgetCached(file);
    times.put(Ask.BARE_EPISODE, bareEpisodes(file, filled.patients().keySet().stream().toList()));
    forgetCached(file);
    int listed;
    Memory memory;
    try (var server = Server.start(command("serve", "--config", "clinic.conf"), port)) {
      server.millisUntil("/health/live");
      var idle = server.idleMb(5);
      listed = ask(port, filled, times);
      times.put(Ask.BARE_WORKLIST, bareWorklist(file));
      memory = new Memory(idle, server.idleMb(1), server.mostMb());
    }
    var rebuild = rebuild();
    var walk = walk(file);
    return new Found(
        episodes, Files.size(file) / 1e6, filled.seconds(), times, memory, listed, rebuild, walk);
  }

  /// Asks a server that runs; how many lines the worklist has.
  private int ask(int port, LargeStore.Filled filled, Map<Ask, Times> times) throws Exception {
    var patients = filled.patients();
    var half = patients.size() / 2;
    var first = new ArrayList<>(patients.keySet()).subList(0, half);
    var others = new ArrayList<>(patients.keySet()).subList(half, patients.size());
    get(port, "/api/episodes/" + others.getLast(), filled.nurse());
    times.put(Ask.OPEN_COLD, each(first, id -> get(port, "/api/episodes/" + id, filled.nurse())));
    times.put(Ask.OPEN_WARM, each(first, id -> get(port, "/api/episodes/" + id, filled.nurse())));
    Question today = id -> get(port, "/api/episodes/" + id, filled.patient(id));
    times.put(Ask.TODAY_COLD, each(others, today));
    times.put(Ask.TODAY_WARM, each(others, today));
    times.put(
        Ask.PAGE_WARM, each(first, id -> page(port, "/clinic/episodes/" + id, filled.nurse())));
    var listed = occurrences(get(port, "/api/worklist", filled.nurse()), "\"episode\":");
    var again = new ArrayList<String>();
    for (var i = 0; i < WORKLISTS; i++) {
      again.add("");
    }
    times.put(Ask.WORKLIST, each(again, _ -> get(port, "/api/worklist", filled.nurse())));
    times.put(Ask.WORKLIST_PAGE, each(again, _ -> page(port, "/clinic", filled.nurse())));
    return listed;
  }

  private void settings(int port) throws IOException {
    var protocols = Files.createDirectories(folder.resolve("protocols"));
    Files.writeString(
        protocols.resolve("lip-ha.yaml"),
        Files.readString(root.resolve("protocols/lip-ha.yaml"))
            .replace(
                "status: draft",
                "status: signed\nsignature: {by: " + SIGNER + ", date: \"2026-11-01\"}"));
    Files.writeString(
        folder.resolve("clinic.conf"),
        "data = data\nprotocols = protocols\nclinician = " + SIGNER + "\nport = " + port + "\n");
  }

  /// `./vermilion` as a clinic starts it.
  private ProcessBuilder command(String... words) {
    var command = new ArrayList<>(List.of(root.resolve("vermilion").toString()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).directory(folder.toFile());
  }

  /// Takes a file out of the machine's cache, so that the first reading is one from the disk.
  private static void forgetCached(Path file) throws IOException, InterruptedException {
    for (var one : List.of("sync", "dd if=" + file + " iflag=nocache count=0")) {
      var run =
          new ProcessBuilder(one.split(" "))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (run.waitFor() != 0) {
        throw new IOException("`" + one + "` ended with " + run.exitValue());
      }
    }
  }

  private interface Question {
    String ask(String id) throws IOException, InterruptedException, SQLException;
  }

  private static Times each(List<String> ids, Question question)
      throws IOException, InterruptedException, SQLException {
    var millis = new ArrayList<Double>();
    for (var id : ids) {
      var before = System.nanoTime();
      var answer = question.ask(id);
      millis.add((System.nanoTime() - before) / 1e6);
      if (answer.isEmpty()) {
        throw new IllegalStateException("an empty answer about " + id);
      }
    }
    return Times.of(millis);
  }

  private String get(int port, String path, String token) throws IOException, InterruptedException {
    return send(port, path, "Authorization", "Bearer " + token);
  }

  private String page(int port, String path, String token)
      throws IOException, InterruptedException {
    if (cookie.isEmpty()) {
      cookie = signedIn(port, token);
    }
    return send(port, path, "Cookie", cookie);
  }

  private String signedIn(int port, String token) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/clinic/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("password=" + token))
            .build();
    var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    var cookies = answer.headers().firstValue("Set-Cookie").orElse("");
    if (cookies.isEmpty()) {
      throw new IOException("signing in answered " + answer.statusCode());
    }
    return cookies.substring(0, cookies.indexOf(';'));
  }

  private String send(int port, String path, String name, String value)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header(name, value)
            .build();
    var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private static int occurrences(String text, String part) {
    var count = 0;
    for (var at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }

  private static Times bareEpisodes(Path file, List<String> ids)
      throws IOException, InterruptedException, SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var events =
            connection.prepareStatement(
                "SELECT ciphertext FROM event WHERE clinic = ? AND episode = ? ORDER BY seq")) {
      return each(
          ids,
          id -> {
            events.setString(1, LargeStore.CLINIC);
            events.setString(2, id);
            var bytes = 0;
            try (var rows = events.executeQuery()) {
              while (rows.next()) {
                bytes += rows.getBytes(1).length;
              }
            }
            return bytes > 0 ? "read" : "";
          });
    }
  }

  private static Times bareWorklist(Path file)
      throws IOException, InterruptedException, SQLException {
    var again = new ArrayList<String>();
    for (var i = 0; i < WORKLISTS; i++) {
      again.add("");
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var lines =
            connection.prepareStatement(
                "SELECT episode, level_rank, deadline, card FROM worklist WHERE clinic = ?"
                    + " AND level_rank >= 2 ORDER BY level_rank DESC, deadline")) {
      return each(
          again,
          _ -> {
            lines.setString(1, LargeStore.CLINIC);
            var bytes = 0;
            try (var rows = lines.executeQuery()) {
              while (rows.next()) {
                bytes += rows.getString(1).length() + rows.getBytes(4).length;
              }
            }
            return bytes > 0 ? "read" : "";
          });
    }
  }

  /// Every line held against the record by `rebuild --check`; all must be equal.
  private double rebuild() throws IOException, InterruptedException {
    var before = System.nanoTime();
    var run =
        command("rebuild", "--check", "--json", "--config", "clinic.conf")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("rebuild.json").toFile())
            .start();
    if (!run.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || run.exitValue() != 0) {
      run.destroy();
      throw new IOException("rebuild: " + Files.readString(folder.resolve("rebuild.json")));
    }
    return (System.nanoTime() - before) / 1e9;
  }

  /// The bytes of every event and every line, read by a bare SELECT on one connection.
  private static double walk(Path file) throws SQLException {
    var before = System.nanoTime();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      for (var sql :
          List.of(
              "SELECT ciphertext FROM event ORDER BY clinic, episode, seq",
              "SELECT card FROM worklist ORDER BY clinic, episode")) {
        var bytes = 0L;
        try (var rows = statement.executeQuery(sql)) {
          while (rows.next()) {
            bytes += rows.getBytes(1).length;
          }
        }
        if (bytes == 0) {
          throw new IllegalStateException(sql + " gave nothing");
        }
      }
    }
    return (System.nanoTime() - before) / 1e9;
  }
}
