package vermilion.service;

import java.util.List;
import java.util.Optional;
import vermilion.episode.Guideline;

/// The protocols that this install can follow patients by, each in its exact versions.
public interface Guidelines {

  /// One exact version.
  Optional<Guideline> find(String protocol, int version);

  /// The newest version of a protocol.
  Optional<Guideline> newest(String protocol);

  /// The ids of all protocols, in order.
  List<String> ids();
}
