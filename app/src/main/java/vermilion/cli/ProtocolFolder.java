package vermilion.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vermilion.protocol.Protocol;
import vermilion.service.Guidelines;
import vermilion.service.LoadedGuidelines;
import vermilion.service.ProtocolReading;
import vermilion.service.ProtocolSource;

/// All protocols of a folder, proved or not: whoever reads a record that was written under one
/// needs it, also where nobody may be followed up by it any more.
final class ProtocolFolder {

  private ProtocolFolder() {}

  /// The protocols, or nothing once it has been said what is wrong with them.
  static Optional<Guidelines> read(
      Path folder, ProtocolSource source, boolean asJson, Terminal terminal) {
    List<Protocol> protocols = new ArrayList<>();
    List<Complaint> complaints = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
        switch (source.read(file)) {
          case ProtocolReading.Read read -> protocols.add(read.protocol());
          case ProtocolReading.Broken broken ->
              broken
                  .problems()
                  .forEach(problem ->
                      complaints.add(
                          new Complaint(
                              problem.file() + ":" + problem.line() + ":" + problem.column(),
                              problem.sentence())));
        }
      }
    } catch (IOException e) {
      complaints.add(new Complaint(folder.toString(), "cannot be read: " + e.getMessage()));
    }
    if (!complaints.isEmpty()) {
      Complaint.tell(complaints, asJson, terminal);
      return Optional.empty();
    }
    return Optional.of(new LoadedGuidelines(protocols));
  }
}
