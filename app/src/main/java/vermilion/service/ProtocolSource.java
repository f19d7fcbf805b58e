package vermilion.service;

import java.nio.file.Path;

/// Reads protocol files; every mistake comes back with its line and column.
@FunctionalInterface
public interface ProtocolSource {

  /// The protocol that a file means, or everything that is wrong with it.
  ProtocolReading read(Path file);
}
