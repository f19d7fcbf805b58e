package vermilion.content;

import java.util.List;
import vermilion.protocol.Protocol;

/// What came of reading a protocol file.
public sealed interface Reading {

  /// The file is a protocol.
  ///
  /// @param protocol what it means
  /// @param warnings what is allowed and probably not meant, in the order of the file
  record Read(Protocol protocol, List<Problem> warnings) implements Reading {
    /// Copies the warnings.
    public Read {
      warnings = List.copyOf(warnings);
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
