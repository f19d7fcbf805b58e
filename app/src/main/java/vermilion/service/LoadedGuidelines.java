package vermilion.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.episode.Guideline;
import vermilion.protocol.Protocol;

/// The protocols of a folder, held ready.
public final class LoadedGuidelines implements Guidelines {

  private final List<Guideline> all = new ArrayList<>();

  /// Makes protocols ready to follow patients by.
  ///
  /// @throws IllegalArgumentException when two are the same version of one protocol
  public LoadedGuidelines(List<Protocol> protocols) {
    for (Protocol protocol : protocols) {
      if (find(protocol.id(), protocol.version()).isPresent()) {
        throw new IllegalArgumentException(
            "two files are version " + protocol.version() + " of protocol " + protocol.id());
      }
      all.add(Guideline.of(protocol));
    }
  }

  @Override
  public Optional<Guideline> find(String protocol, int version) {
    return all.stream()
        .filter(one -> one.protocol().id().equals(protocol) && one.protocol().version() == version)
        .findFirst();
  }

  @Override
  public Optional<Guideline> newest(String protocol) {
    return all.stream()
        .filter(one -> one.protocol().id().equals(protocol))
        .max((one, other) -> one.protocol().version() - other.protocol().version());
  }

  @Override
  public List<String> ids() {
    return all.stream().map(one -> one.protocol().id()).distinct().sorted().toList();
  }
}
