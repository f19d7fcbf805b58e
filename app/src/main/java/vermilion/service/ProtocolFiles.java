package vermilion.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vermilion.protocol.Protocol;

/// The protocol files of a folder, in order of their names.
///
/// @param protocols those that can be read
/// @param problems everything that is wrong with the others
public record ProtocolFiles(List<Protocol> protocols, List<ProtocolProblem> problems) {
  /// Copies the lists.
  public ProtocolFiles {
    protocols = List.copyOf(protocols);
    problems = List.copyOf(problems);
  }

  /// Reads every file of `folder` whose name ends as those of protocols do.
  ///
  /// @throws IOException when the folder cannot be listed
  public static ProtocolFiles in(Path folder, ProtocolSource source) throws IOException {
    List<Protocol> protocols = new ArrayList<>();
    List<ProtocolProblem> problems = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
        switch (source.read(file)) {
          case ProtocolReading.Read read -> protocols.add(read.protocol());
          case ProtocolReading.Broken broken -> problems.addAll(broken.problems());
        }
      }
    }
    return new ProtocolFiles(protocols, problems);
  }
}
