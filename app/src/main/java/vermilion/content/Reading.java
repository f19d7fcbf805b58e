package vermilion.content;

import java.util.List;
import java.util.Map;
import vermilion.protocol.Protocol;

/// What came of reading a protocol file.
public sealed interface Reading {

  /// The file is a protocol.
  ///
  /// @param protocol what it means
  /// @param warnings what is allowed and probably not meant, in the order of the file
  /// @param rules where each rule stands, by its id
  record Read(Protocol protocol, List<Problem> warnings, Map<String, Place> rules)
      implements Reading {
    /// Copies the warnings and places.
    public Read {
      warnings = List.copyOf(warnings);
      rules = Map.copyOf(rules);
    }
  }

  /// The file is not a protocol.
  ///
  /// @param problems all that is wrong, in the order of the file; at most 100
  record Broken(List<Problem> problems) implements Reading {
    /// Copies the problems.
    public Broken {
      problems = List.copyOf(problems);
    }
  }
}
