package vermilion.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vermilion.json.Json;
import vermilion.service.Guidelines;
import vermilion.service.Rebuild;
import vermilion.service.Store;

/// `vermilion rebuild`: makes what is derived from the record anew.
@Command(
    name = "rebuild",
    description = {
      "Makes the worklist, and with it the counts, anew from the record, line by line; what is as the",
      "record gives it is left alone. With --check nothing is changed. The server may run meanwhile.",
      "A line is compared with the record at the instant at which the line was written."
    },
    footer = {
      "",
      "Example:",
      "  vermilion rebuild --check --config /etc/vermilion.conf",
      "",
      "Exit: 0 all is as the record gives it, or is now; 1 something is not; 2 bad input."
    })
final class RebuildCommand implements Callable<Integer> {
  private final Ports ports;
  private final Terminal terminal;

  @Option(names = "--check", description = "Only compare, and name the first differences.")
  private boolean check;

  @Option(
      names = "--clinic",
      paramLabel = "ID",
      description = "One clinic alone; all of them where nothing is said.")
  private Optional<String> clinic = Optional.empty();

  @Mixin private InstallOption data = new InstallOption();

  @Mixin private JsonOption json = new JsonOption();

  RebuildCommand(Ports ports, Terminal terminal) {
    this.ports = ports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Path> folder = data.protocols(json.isWanted(), terminal);
    Optional<Guidelines> guidelines =
        folder.flatMap(at -> ProtocolFolder.read(at, ports.protocols(), json.isWanted(), terminal));
    Optional<Store> found =
        guidelines.flatMap(_ -> data.open(ports.stores(), json.isWanted(), terminal));
    if (found.isEmpty()) {
      return Exit.BAD_INPUT;
    }
    try (Store store = found.get()) {
      List<String> known = store.journal().clinics();
      if (clinic.isPresent() && !known.contains(clinic.get())) {
        ClinicOption.tellUnknown(clinic, known, json.isWanted(), terminal);
        return Exit.BAD_INPUT;
      }
      Rebuild rebuild = new Rebuild(store, guidelines.get(), ports.clock());
      return run(rebuild, clinic.map(List::of).orElse(known));
    }
  }

  private int run(Rebuild rebuild, List<String> ids) {
    List<Json> all = new ArrayList<>();
    long left = 0;
    for (String id : ids) {
      long began = System.nanoTime();
      Rebuild.Report report = check ? rebuild.check(id) : rebuild.mend(id);
      long millis = (System.nanoTime() - began) / 1_000_000;
      left += report.left();
      all.add(json(report, millis));
      if (!json.isWanted()) {
        terminal.answer(words(report, millis));
      }
    }
    if (json.isWanted()) {
      terminal.answer(
          Json.object().put("equal", left == 0).put("clinics", new Json.Arr(all)).build().text());
    }
    return left == 0 ? Exit.GOOD : Exit.NO;
  }

  private String words(Rebuild.Report report, long millis) {
    StringBuilder words = new StringBuilder(report.clinic()).append(": ");
    words.append(report.lines()).append(" lines of ").append(report.episodes());
    words.append(" episodes compared with the record in ");
    words.append(String.format(Locale.ROOT, "%.1f s", millis / 1000.0)).append("; ");
    words.append(report.differed() == 0 ? "all equal" : report.differed() + " differed");
    if (report.differed() > 0 && !check) {
      words.append(", ").append(report.differed() - report.left()).append(" of them made anew");
    }
    for (Rebuild.Difference one : report.first()) {
      words.append("\n  ").append(one.episode()).append(' ').append(one.column());
      words.append(": found ").append(one.live()).append(", expected ").append(one.rebuilt());
    }
    return words.toString();
  }

  private static Json.Obj json(Rebuild.Report report, long millis) {
    List<Json> first = new ArrayList<>();
    for (Rebuild.Difference one : report.first()) {
      first.add(
          Json.object()
              .put("episode", one.episode().episode())
              .put("column", one.column())
              .put("found", one.live())
              .put("expected", one.rebuilt())
              .build());
    }
    return Json.object()
        .put("clinic", report.clinic())
        .put("episodes", report.episodes())
        .put("lines", report.lines())
        .put("differed", report.differed())
        .put("left", report.left())
        .put("millis", millis)
        .put("first", new Json.Arr(first))
        .build();
  }
}
