package vermilion.service;

import java.util.List;
import java.util.Map;
import vermilion.protocol.Protocol;

/// What came of reading a protocol file.
public sealed interface ProtocolReading {

  /// The file is a protocol.
  ///
  /// @param protocol what it means
  /// @param warnings what is allowed and probably not meant, in the order of the file
  /// @param rules where each rule stands, as file:line:column, by its id
  record Read(Protocol protocol, List<ProtocolProblem> warnings, Map<String, String> rules)
      implements ProtocolReading {
    /// Copies the warnings and places.
    public Read {
      warnings = List.copyOf(warnings);
      rules = Map.copyOf(rules);
    }
  }

  /// The file is not a protocol.
  ///
  /// @param problems all that is wrong, in the order of the file
  record Broken(List<ProtocolProblem> problems) implements ProtocolReading {
    /// Copies the problems and refuses to refuse without a cause.
    public Broken {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a protocol refused without a problem");
      }
    }
  }
}
