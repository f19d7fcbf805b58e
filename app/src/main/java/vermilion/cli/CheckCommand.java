package vermilion.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vermilion.json.Json;
import vermilion.protocol.Protocol;
import vermilion.protocol.Texts;
import vermilion.service.ProtocolReading;
import vermilion.service.Prover;

/// `vermilion check FILE...`: is this a protocol, and what is in it?
@Command(
    name = "check",
    description = {
      "Reads protocols, names every mistake by file, line and column, and proves what must hold of",
      "every answer at every hour. What does not hold is told as the smallest story that shows it."
    },
    footer = {
      "",
      "Example:",
      "  vermilion check protocols/*.yaml",
      "",
      "Exit: 0 every FILE is proved; 1 one is not; 2 one is not a protocol."
    })
final class CheckCommand implements Callable<Integer> {
  /// How far the checking went, in the words of both outputs.
  static final String PROVED = "proved";

  /// Likewise, where it stopped at a counterexample.
  static final String NOT_PROVED = "read, and not proved";

  private final Protocols protocols;
  private final Terminal terminal;
  private final Prover prover = new Prover(Optional.empty());

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Protocols.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--json",
      description = "One JSON array with an object a FILE, mistakes and warnings with it.")
  private boolean json;

  CheckCommand(Protocols protocols, Terminal terminal) {
    this.protocols = protocols;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    int exit = Exit.GOOD;
    List<Json> all = new ArrayList<>();
    // Each proof takes a core for a while; they are told in the order of the files.
    for (Checked one : files.parallelStream().map(this::checked).toList()) {
      exit = Math.max(exit, one.exit());
      all.add(one.json());
      one.tell().run();
    }
    if (json) {
      terminal.answer(new Json.Arr(all).text());
    }
    return exit;
  }

  /// What came of one file.
  private record Checked(int exit, Json json, Runnable tell) {}

  private Checked checked(Path file) {
    return switch (protocols.reading(file)) {
      case ProtocolReading.Read read -> {
        Prover.Outcome outcome = prover.prove(read.protocol());
        yield new Checked(
            outcome.certificate().isPresent() ? Exit.GOOD : Exit.NO,
            json(file, read, outcome),
            () -> tell(file, read, outcome));
      }
      case ProtocolReading.Broken broken ->
          new Checked(Exit.BAD_INPUT, json(file, broken), () -> tell(broken));
    };
  }

  private void tell(Path file, ProtocolReading.Read read, Prover.Outcome outcome) {
    if (!json) {
      read.warnings().forEach(warning -> terminal.say("warning: " + Protocols.complaint(warning)));
      terminal.answer(summary(file, read.protocol(), checked(outcome)));
      ProofWords.lines(outcome, read.rules()).forEach(terminal::answer);
    }
  }

  private void tell(ProtocolReading.Broken broken) {
    if (!json) {
      broken.problems().forEach(problem -> terminal.say(Protocols.complaint(problem) + ""));
    }
  }

  private static String checked(Prover.Outcome outcome) {
    return outcome.certificate().isPresent() ? PROVED : NOT_PROVED;
  }

  private static String summary(Path file, Protocol protocol, String checked) {
    return file
        + ": "
        + checked
        + "\n  "
        + protocol.id()
        + " version "
        + protocol.version()
        + ", "
        + protocol
            .signature()
            .map(signature -> "signed by " + signature.by() + " on " + signature.date())
            .orElse("draft, not signed: not for real patients")
        + "\n  "
        + protocol.questions().size()
        + " questions, "
        + protocol.forms().size()
        + " forms, "
        + protocol.rules().size()
        + " rules, "
        + protocol.checkIns().size()
        + " check-ins, "
        + protocol.photos().size()
        + " photos, "
        + protocol.advice().size()
        + " pieces of advice\n  massage "
        + (protocol.massage().isPresent() ? "may be ordered" : "is never allowed")
        + "; languages: "
        + String.join(", ", languages(protocol));
  }

  private static Json.Obj json(Path file, ProtocolReading.Read read, Prover.Outcome outcome) {
    Protocol protocol = read.protocol();
    return Json.object()
        .put("file", file.toString())
        .put("good", outcome.certificate().isPresent())
        .put("checked", checked(outcome))
        .put("protocol", protocol.id())
        .put("version", protocol.version())
        .put("status", protocol.isDraft() ? "draft" : "signed")
        .put("questions", protocol.questions().size())
        .put("forms", protocol.forms().size())
        .put("rules", protocol.rules().size())
        .put("checkIns", protocol.checkIns().size())
        .put("photos", protocol.photos().size())
        .put("advice", protocol.advice().size())
        .put("massage", protocol.massage().isPresent())
        .put("languages", Json.Arr.ofStrings(languages(protocol)))
        .put("errors", new Json.Arr(List.of()))
        .put("warnings", Protocols.json(read.warnings()))
        .put("proof", ProofWords.json(outcome, read.rules()))
        .build();
  }

  private static Json.Obj json(Path file, ProtocolReading.Broken broken) {
    return Json.object()
        .put("file", file.toString())
        .put("good", false)
        .put("errors", Protocols.json(broken.problems()))
        .put("warnings", new Json.Arr(List.of()))
        .build();
  }

  private static List<String> languages(Protocol protocol) {
    return protocol.texts().stream().map(Texts::language).toList();
  }
}
