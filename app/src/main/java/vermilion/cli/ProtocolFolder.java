package vermilion.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.protocol.Protocol;
import vermilion.service.Guidelines;
import vermilion.service.LoadedGuidelines;
import vermilion.service.ProtocolFiles;
import vermilion.service.ProtocolSource;

/// All protocols of a folder, proved or not: whoever reads a record that was written under one
/// needs it, also where nobody may be followed up by it any more.
final class ProtocolFolder {

  private ProtocolFolder() {}

  /// The protocols, or nothing once it has been said what is wrong with them.
  static Optional<Guidelines> read(
      Path folder, ProtocolSource source, boolean asJson, Terminal terminal) {
    List<Complaint> complaints = new ArrayList<>();
    List<Protocol> protocols = List.of();
    try {
      ProtocolFiles files = ProtocolFiles.in(folder, source);
      protocols = files.protocols();
      files.problems().forEach(one -> complaints.add(Protocols.complaint(one)));
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
