package vermilion.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A clinic as `docs/operate.md` sets one up: settings, a signed protocol, a nurse's token, and
/// `./vermilion serve` as a process of its own, proved and wired as in production.
final class LoadedClinic implements AutoCloseable {
  private static final String SETTINGS =
      """
      {
        "name": "Northside Aesthetics",
        "emergencyLine": "020 7946 0018",
        "secondNumber": "020 7946 0123",
        "emergencyNumber": "999",
        "departmentName": "St Example's",
        "departmentAddress": "1 Bridge Road",
        "zone": "Europe/London",
        "open": "00:00-23:59",
        "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        "use": "monitoring"
      }
      """;
  private static final String SIGNER = "Dr Okafor";
  private static final int MOST_MINUTES = 5;

  private final Path root;
  private final Path place;
  private final int port = Server.freePort();
  private final String nurse;
  private Server server;

  /// Makes it in an empty folder and starts it.
  ///
  /// @param store lines of the settings that say where the record lies; none: SQLite
  LoadedClinic(Path root, Path place, List<String> store) throws IOException {
    this.root = root;
    this.place = place;
    Files.createDirectories(place.resolve("protocols"));
    var draft = Files.readString(root.resolve("protocols/lip-ha.yaml"));
    Files.writeString(
        place.resolve("protocols/lip-ha.yaml"),
        draft.replace(
            "status: draft",
            "status: signed\nsignature: {by: " + SIGNER + ", date: \"2026-11-01\"}"));
    var lines = new ArrayList<>(List.of("data = data", "protocols = protocols"));
    lines.add("clinician = " + SIGNER);
    lines.add("port = " + port);
    lines.addAll(store);
    Files.write(config(), lines);
    var settings = Files.writeString(place.resolve("northside.json"), SETTINGS);
    run("clinic", "northside", "--settings", settings.toString(), "--config", config().toString());
    nurse =
        run("token", "--role", "clinician", "--name", "Nurse Kay", "--config", config().toString());
    server = start("");
  }

  private Path config() {
    return place.resolve("clinic.conf");
  }

  int port() {
    return port;
  }

  /// The token of a clinician.
  String nurse() {
    return nurse;
  }

  Server server() {
    return server;
  }

  /// The file of the record, if it lies in SQLite.
  Path file() {
    return place.resolve("data/journal.db");
  }

  /// Starts the server again, with other options of its JVM.
  void restart(String options) throws IOException {
    server.close();
    server = start(options);
  }

  private Server start(String options) throws IOException {
    var command =
        new ProcessBuilder(
            root.resolve("vermilion").toString(), "serve", "--config", config().toString());
    if (!options.isEmpty()) {
      command
          .environment()
          .merge("VERMILION_JAVA_OPTIONS", options, (one, more) -> one + " " + more);
    }
    var said = ProcessBuilder.Redirect.appendTo(place.resolve("server.log").toFile());
    var started = Server.start(command, port, said);
    try {
      started.millisUntil("/health/ready");
      return started;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the server started", e);
    }
  }

  /// Runs a command; what it prints.
  private String run(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(root.resolve("vermilion").toString()));
    command.addAll(List.of(arguments));
    var out = place.resolve("out");
    var process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException(command + ": " + Files.readString(out, StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted in " + command, e);
    }
    return Files.readString(out, StandardCharsets.UTF_8).strip();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
