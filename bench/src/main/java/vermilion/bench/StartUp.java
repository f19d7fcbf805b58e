package vermilion.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How long a server takes from the command to its first page, and what memory it then holds.
final class StartUp {
  private static final String PAGE = "/clinic/sign-in";
  private static final int IDLE_SECONDS = 5;
  private static final double TARGET_MILLIS = 1_500;
  private static final double TARGET_MB = 200;

  /// One way to start.
  private record Way(String command, boolean quick) {
    String words() {
      return "`" + command + "`" + (quick ? "" : ", without the AOT cache");
    }
  }

  private static final Way SERVE = new Way("serve", true);
  private static final Way DEMO = new Way("demo", true);
  private static final List<Way> WAYS =
      List.of(SERVE, new Way("serve", false), DEMO, new Way("demo", false));

  /// What one start took.
  private record Start(double live, double page, double cpu, double idleMb) {}

  private final Path root;
  private final Path place;
  private final Map<Way, List<Start>> starts = new LinkedHashMap<>();

  private StartUp(Path root, Path place) {
    this.root = root;
    this.place = place;
  }

  /// Starts each way once in each round; the first start, which may build and prepare the cache,
  /// does not count.
  static StartUp run(Path root, int rounds) throws IOException, InterruptedException {
    var startUp = new StartUp(root, root.resolve("bench/target/start"));
    System.err.println("start-up: the one that prepares");
    startUp.start(DEMO);
    for (var round = 1; round <= rounds; round++) {
      for (var way : WAYS) {
        System.err.println("start-up, round " + round + " of " + rounds + ": " + way.words());
        startUp.starts.computeIfAbsent(way, _ -> new ArrayList<>()).add(startUp.start(way));
      }
    }
    return startUp;
  }

  /// The table of all ways.
  String table() {
    var text = new StringBuilder("| command | first answer | first page | CPU until then |");
    text.append(" memory, idle |\n|---|---|---|---|---|\n");
    for (var way : WAYS) {
      text.append("| " + way.words())
          .append(" | " + Figures.whole(of(way, Start::live), "ms"))
          .append(" | " + Figures.whole(of(way, Start::page), "ms"))
          .append(" | " + Figures.whole(of(way, Start::cpu), "ms"))
          .append(" | " + Figures.whole(of(way, Start::idleMb), "MB") + " |\n");
    }
    return text.toString();
  }

  /// What it says of the targets.
  List<Outcome> outcomes() {
    var outcomes = new ArrayList<Outcome>();
    for (var way : List.of(SERVE, DEMO)) {
      var page = of(way, Start::page);
      var memory = of(way, Start::idleMb);
      outcomes.add(
          new Outcome(
              "Start to first page, " + way.words(),
              "under 1.5 s",
              Figures.whole(page, "ms"),
              page.median() < TARGET_MILLIS));
      outcomes.add(
          new Outcome(
              "Memory, idle, " + way.words(),
              "under 200 MB",
              Figures.whole(memory, "MB"),
              memory.median() < TARGET_MB));
    }
    return outcomes;
  }

  private Spread of(Way way, ToDoubleFunction<Start> figure) {
    var all = starts.getOrDefault(way, List.of());
    return Spread.of(all.stream().map(figure::applyAsDouble).toList());
  }

  private Start start(Way way) throws IOException, InterruptedException {
    empty();
    var data = place.resolve("data").toString();
    var config = place.resolve("clinic.conf");
    var port = Server.freePort();
    Files.writeString(
        config,
        "data = "
            + data
            + "\nprotocols = "
            + root.resolve("protocols")
            + "\nport = "
            + port
            + "\n");
    var words =
        way.command().equals("demo")
            ? List.of("demo", "--json", "--port", Integer.toString(port), "--data", data)
            : List.of("serve", "--config", config.toString());
    var command = new ProcessBuilder(root.resolve("vermilion").toString());
    command.command().addAll(words);
    if (!way.quick()) {
      command.environment().put("VERMILION_JAVA_OPTIONS", "-XX:AOTMode=off");
    }
    try (var server = Server.start(command, port)) {
      var live = server.millisUntil("/health/live");
      var page = server.millisUntil(PAGE);
      return new Start(live, page, server.cpuMillis(), server.idleMb(IDLE_SECONDS));
    }
  }

  private void empty() throws IOException {
    if (Files.isDirectory(place)) {
      try (var files = Files.walk(place)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(place);
  }
}
