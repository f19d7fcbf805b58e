package vermilion.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vermilion.clinical.Questions;
import vermilion.protocol.Protocol;
import vermilion.service.ProtocolReading;
import vermilion.simulation.JsonReport;
import vermilion.simulation.Measured;
import vermilion.simulation.Reader;
import vermilion.simulation.Results;
import vermilion.simulation.SessionSheet;
import vermilion.simulation.Simulation;
import vermilion.simulation.SvgPlots;
import vermilion.simulation.TextReport;

/// `vermilion simulate FILE`: what would this protocol ask of a clinic, and how soon would it tell
/// of a true complication?
@Command(
    name = "simulate",
    description = {
      "Lives made-up patients through the engine, and reports what they ask of a clinic: how many",
      "usual courses become urgent, alerts a day, reminders, and how soon a true complication is",
      "told. Not evidence: rates and ways of answering are partly assumed (docs/simulation.md)."
    },
    footer = {
      "",
      "Example:",
      "  vermilion simulate protocols/lip-ha.yaml --patients 2000 --seed 1 --svg plots",
      "",
      "Exit: 0 the report is printed, and nothing reported was missed; 1 something reported was",
      "missed; 2 bad input."
    })
final class SimulateCommand implements Callable<Integer> {
  private final Protocols protocols;
  private final Terminal terminal;
  private final List<Complaint> complaints = new ArrayList<>();

  @Parameters(paramLabel = "FILE", description = "The protocol; a draft will do.")
  private Path file = Path.of("");

  @Option(
      names = "--patients",
      paramLabel = "N",
      description = "How many patients, 1 to 1000000; 2000 where nothing is said.")
  private long patients = 2000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The same seed gives the same lives; 1 where nothing is said.")
  private long seed = 1;

  @Option(
      names = "--reader",
      paramLabel = "READER",
      description =
          "How all of them answer: careful, lay, careless, over-careful, silent; a mix where"
              + " nothing is said.")
  private Optional<String> reader = Optional.empty();

  @Option(
      names = "--misreading",
      paramLabel = "PERCENT",
      description = "Multiplies every chance of misreading, 0 to 1000; 100 leaves them.")
  private int misreading = 100;

  @Option(
      names = "--misread",
      paramLabel = "FILE",
      description = "A sheet of docs/comprehension: its measured chances replace assumed ones.")
  private Optional<Path> misread = Optional.empty();

  @Option(
      names = "--svg",
      paramLabel = "DIR",
      description = "Writes the plots into this folder, over those of an earlier run.")
  private Optional<Path> svg = Optional.empty();

  @Option(names = "--json", description = "One JSON object; refusals as JSON too.")
  private boolean json;

  SimulateCommand(Protocols protocols, Terminal terminal) {
    this.protocols = protocols;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Protocol> protocol = protocol();
    Optional<Reader> answers = reader.flatMap(this::reader);
    within("--patients", patients, 1, Simulation.MOST_PATIENTS);
    within("--misreading", misreading, 0, Simulation.MOST_MISREADING);
    Measured measured =
        protocol
            .flatMap(one -> misread.map(sheet -> measured(sheet, one.questions())))
            .orElse(Measured.NOTHING);
    if (complaints.isEmpty()) {
      svg.ifPresent(this::makeFolder);
    }
    if (!complaints.isEmpty() || protocol.isEmpty()) {
      Complaint.tell(complaints, json, terminal);
      return Exit.BAD_INPUT;
    }
    Results results =
        Simulation.run(
            protocol.get(), new Simulation.Terms(patients, seed, answers, misreading, measured));
    terminal.answer(json ? JsonReport.of(results).text() : TextReport.of(results));
    svg.ifPresent(folder -> draw(folder, results));
    if (!complaints.isEmpty()) {
      Complaint.tell(complaints, json, terminal);
      return Exit.BAD_INPUT;
    }
    return results.missed() == 0 ? Exit.GOOD : Exit.NO;
  }

  private Optional<Protocol> protocol() {
    return switch (protocols.reading(file)) {
      case ProtocolReading.Read read -> Optional.of(read.protocol());
      case ProtocolReading.Broken broken -> {
        broken.problems().forEach(problem -> complaints.add(Protocols.complaint(problem)));
        yield Optional.empty();
      }
    };
  }

  private Optional<Reader> reader(String word) {
    List<String> ids = new ArrayList<>();
    for (Reader one : Reader.values()) {
      if (one.id().equals(word)) {
        return Optional.of(one);
      }
      ids.add(one.id());
    }
    complaints.add(
        new Complaint(
            "--reader", "found \"" + word + "\", expected one of " + String.join(", ", ids)));
    return Optional.empty();
  }

  private Measured measured(Path sheet, Questions questions) {
    switch (TextFile.of(sheet)) {
      case TextFile.Unreadable unreadable -> complaints.add(unreadable.why());
      case TextFile.Read read -> {
        switch (SessionSheet.read(read.text(), questions)) {
          case SessionSheet.Reading.Counted counted -> {
            return counted.measured();
          }
          case SessionSheet.Reading.Broken broken ->
              broken
                  .faults()
                  .forEach(one ->
                      complaints.add(
                          new Complaint(
                              sheet + ":" + one.line() + ":" + one.column(), one.message())));
        }
      }
    }
    return Measured.NOTHING;
  }

  private void within(String option, long value, long least, long most) {
    if (value < least || value > most) {
      complaints.add(
          new Complaint(option, "found " + value + ", expected " + least + " to " + most));
    }
  }

  /// Before the lives are lived, so that nobody waits for what cannot be kept.
  private void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      complaints.add(new Complaint("--svg", "cannot make the folder " + folder));
    }
  }

  private void draw(Path folder, Results results) {
    for (Map.Entry<String, String> plot : SvgPlots.of(results).entrySet()) {
      try {
        Files.writeString(folder.resolve(plot.getKey()), plot.getValue());
      } catch (IOException e) {
        complaints.add(new Complaint("--svg", "cannot write " + folder.resolve(plot.getKey())));
      }
    }
  }
}
