package vermilion.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vermilion.json.Json;
import vermilion.protocol.Protocol;
import vermilion.protocol.Texts;
import vermilion.service.ProtocolReading;

/// `vermilion check FILE...`: is this a protocol, and what is in it?
@Command(
    name = "check",
    description = "Reads and type-checks protocols; names every mistake by file, line and column.",
    footer = {
      "",
      "The proof of a protocol is not part of this version.",
      "",
      "Example:",
      "  vermilion check protocols/*.yaml",
      "",
      "Exit: 0 every FILE is a protocol; 2 one is not."
    })
final class CheckCommand implements Callable<Integer> {
  /// How far the checking goes, in the words of both outputs.
  static final String CHECKED = "read and type-checked; not yet proved";

  private final Protocols protocols;
  private final Terminal terminal;

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
    boolean good = true;
    List<Json> all = new ArrayList<>();
    for (Path file : files) {
      ProtocolReading reading = protocols.reading(file);
      good &= reading instanceof ProtocolReading.Read;
      if (json) {
        all.add(json(file, reading));
      } else {
        tell(file, reading);
      }
    }
    if (json) {
      terminal.answer(new Json.Arr(all).text());
    }
    return good ? Exit.GOOD : Exit.BAD_INPUT;
  }

  private void tell(Path file, ProtocolReading reading) {
    switch (reading) {
      case ProtocolReading.Read read -> {
        read.warnings()
            .forEach(warning -> terminal.say("warning: " + Protocols.complaint(warning)));
        terminal.answer(summary(file, read.protocol()));
      }
      case ProtocolReading.Broken broken ->
          broken.problems().forEach(problem -> terminal.say(Protocols.complaint(problem) + ""));
    }
  }

  private static String summary(Path file, Protocol protocol) {
    return file
        + ": "
        + CHECKED
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

  private static Json.Obj json(Path file, ProtocolReading reading) {
    Json.Builder out = Json.object().put("file", file.toString());
    return switch (reading) {
      case ProtocolReading.Read read -> {
        Protocol protocol = read.protocol();
        yield out.put("good", true)
            .put("checked", CHECKED)
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
            .build();
      }
      case ProtocolReading.Broken broken ->
          out.put("good", false)
              .put("errors", Protocols.json(broken.problems()))
              .put("warnings", new Json.Arr(List.of()))
              .build();
    };
  }

  private static List<String> languages(Protocol protocol) {
    return protocol.texts().stream().map(Texts::language).toList();
  }
}
