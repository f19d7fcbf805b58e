package vermilion.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vermilion.json.Json;
import vermilion.protocol.Protocol;
import vermilion.service.ProtocolProblem;
import vermilion.service.ProtocolReading;
import vermilion.service.ProtocolSource;

/// Reads the protocol that a command works on, and tells what is wrong with it.
final class Protocols {
  private final ProtocolSource source;
  private final Terminal terminal;

  Protocols(ProtocolSource source, Terminal terminal) {
    this.source = source;
    this.terminal = terminal;
  }

  /// Reads a file as it is.
  ProtocolReading reading(Path file) {
    return source.read(file);
  }

  /// The protocol, or nothing once everything that is wrong has been said on standard error.
  Optional<Protocol> read(Path file, boolean asJson) {
    return switch (source.read(file)) {
      case ProtocolReading.Read read -> Optional.of(read.protocol());
      case ProtocolReading.Broken broken -> {
        List<Complaint> complaints = broken.problems().stream().map(Protocols::complaint).toList();
        Complaint.tell(complaints, asJson, terminal);
        yield Optional.empty();
      }
    };
  }

  /// A problem as the command line tells it.
  static Complaint complaint(ProtocolProblem problem) {
    return new Complaint(problem.place(), problem.sentence());
  }

  /// Problems as JSON.
  static Json.Arr json(List<ProtocolProblem> problems) {
    return new Json.Arr(problems.stream().<Json>map(Protocols::json).toList());
  }

  private static Json.Obj json(ProtocolProblem problem) {
    return Json.object()
        .put("file", problem.file())
        .put("line", problem.line())
        .put("column", problem.column())
        .put("found", problem.found())
        .put("expected", problem.expected())
        .put("nearest", problem.nearest())
        .build();
  }
}
