package vermilion.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vermilion.json.Json;
import vermilion.service.Publishing;
import vermilion.service.Servers;
import vermilion.service.StaffSessions;
import vermilion.service.StorePlace;

/// `vermilion demo`: a demonstration clinic with made-up patients at several stages.
@Command(
    name = "demo",
    description = {
      "Runs a demonstration clinic with a dozen made-up patients, and prints the links.",
      "It runs a draft protocol that no clinician has signed: never for a real patient."
    },
    footer = {
      "",
      "Example:",
      "  vermilion demo",
      "",
      "Exit: 0 stopped; 2 the port is taken or a protocol cannot be read."
    })
final class DemoCommand implements Callable<Integer> {
  private static final String HOST = "127.0.0.1";

  private final Ports ports;
  private final Terminal terminal;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port; 0 for any that is free. Otherwise 8080, or a free one.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where its record lies and stays. Otherwise a new one at each start.")
  private Optional<Path> data = Optional.empty();

  @Mixin private JsonOption json = new JsonOption();

  DemoCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (port.isPresent() && (port.get() < 0 || port.get() > 65_535)) {
      terminal.say("vermilion demo: --port is " + port.get() + ", expected 0 to 65535");
      return Exit.BAD_INPUT;
    }
    if (port.isPresent() && port.get() != 0 && !isFree(port.get())) {
      terminal.say("vermilion demo: --port is " + port.get() + ", expected a port that is free");
      return Exit.BAD_INPUT;
    }
    Servers.Plan plan =
        new Servers.Plan(
            StorePlace.in(data.orElseGet(DemoCommand::anew)),
            home().resolve("protocols"),
            home().resolve(".vermilion").resolve("certificates"),
            Optional.empty(),
            HOST,
            port.orElse(isFree(Config.USUAL_PORT) ? Config.USUAL_PORT : 0),
            Optional.empty(),
            Publishing.USUAL,
            StaffSessions.Settings.USUAL_IDLE);
    return switch (ports.servers().demo(plan)) {
      case Servers.Start.Refused refused -> {
        refused.why().forEach(terminal::say);
        yield Exit.BAD_INPUT;
      }
      case Servers.Start.Listening listening -> {
        tell(listening.running());
        yield UntilStopped.run(listening.running());
      }
    };
  }

  private void tell(Servers.Running running) {
    String clinic = running.url() + "/clinic/sign-in#" + running.clinicianToken();
    if (json.isWanted()) {
      List<String> links = running.links().stream().map(Servers.Link::url).toList();
      terminal.answer(
          Json.object()
              .put("url", running.url())
              .put("clinicLink", clinic)
              .put("patientLinks", Json.Arr.ofStrings(links))
              .put("clinicianToken", running.clinicianToken())
              .build()
              .text());
      return;
    }
    terminal.say("A demonstration: made-up patients and a draft protocol that nobody has signed.");
    terminal.answer("The clinic:");
    terminal.answer("  " + clinic);
    terminal.answer("The patients:");
    for (Servers.Link link : running.links()) {
      terminal.answer("  " + link.name() + ": " + link.url());
    }
    terminal.say("Ctrl-C stops it.");
  }

  private static Path home() {
    return Path.of(System.getProperty("vermilion.home", ""));
  }

  /// The usual folder, emptied: yesterday's stages would be wrong today.
  private static Path anew() {
    Path folder = InstallOption.demonstration();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot empty " + folder, e);
      }
    }
    return folder;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral(HOST))) {
      return socket.isBound();
    } catch (IOException _) {
      return false;
    }
  }
}
