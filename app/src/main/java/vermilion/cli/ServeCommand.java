package vermilion.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vermilion.json.Json;
import vermilion.service.Servers;

/// `vermilion serve`: runs a clinic's own server.
@Command(
    name = "serve",
    description = {
      "Runs a clinic's own server until it is told to stop.",
      "A protocol is left out unless it is proved and the named clinician has signed that version:",
      "nobody real is followed up by any other."
    },
    footer = {
      "",
      "Example:",
      "  vermilion serve --config clinic.conf",
      "",
      "Exit: 0 stopped; 2 the settings or a protocol cannot be read."
    })
final class ServeCommand implements Callable<Integer> {
  private final Ports ports;
  private final Terminal terminal;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description =
          "Lines of key = value: data, protocols, host, port, base-url, master-key, clinician,"
              + " store, store-user, store-password-file, backups, articles, publisher,"
              + " smtp, smtp-user, smtp-password-file, mail-from, sign-out-minutes, sms, sms-user,"
              + " sms-password-file, sms-from.")
  private Path config = Path.of("");

  @Mixin private JsonOption json = new JsonOption();

  ServeCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return switch (Config.read(config)) {
      case Config.Reading.Read read -> serve(read.config());
      case Config.Reading.Broken broken -> {
        Complaint.tell(broken.complaints(), json.isWanted(), terminal);
        yield Exit.BAD_INPUT;
      }
    };
  }

  private int serve(Config read) {
    Servers.Plan plan =
        new Servers.Plan(
            read.store(),
            read.protocols(),
            read.store().data().resolve("certificates"),
            read.clinician(),
            read.host(),
            read.port(),
            read.baseUrl(),
            read.publishing(),
            read.signOutAfter());
    return switch (ports.servers().serve(plan)) {
      case Servers.Start.Refused refused -> {
        refused.why().forEach(terminal::say);
        yield Exit.BAD_INPUT;
      }
      case Servers.Start.Listening listening -> {
        Servers.Running running = listening.running();
        running.remarks().forEach(terminal::say);
        terminal.say("vermilion: listening on " + running.url());
        if (json.isWanted()) {
          terminal.answer(Json.object().put("url", running.url()).build().text());
        }
        yield UntilStopped.run(running);
      }
    };
  }
}
