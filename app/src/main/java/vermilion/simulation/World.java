package vermilion.simulation;

import java.util.List;
import java.util.Optional;
import vermilion.clinical.Filler;
import vermilion.clinical.Form;
import vermilion.episode.Decider;
import vermilion.episode.Guideline;
import vermilion.protocol.Protocol;

/// What all simulated patients share.
///
/// @param guideline the protocol, made ready
/// @param decider decides about every event, as it does in a clinic
/// @param misreading what all chances of misreading are multiplied by
record World(Guideline guideline, Decider decider, double misreading) {

  static World of(Protocol protocol, int misreadingPercent) {
    return new World(Guideline.of(protocol), new Decider(Staff.HOURS), misreadingPercent / 100.0);
  }

  Protocol protocol() {
    return guideline.protocol();
  }

  Optional<Form> form(String id) {
    return protocol().form(id);
  }

  /// What was injected: hyaluronic acid where the protocol is for it.
  Filler filler() {
    List<Filler> fillers = protocol().fillers();
    return fillers.contains(Filler.HYALURONIC_ACID) || fillers.isEmpty()
        ? Filler.HYALURONIC_ACID
        : fillers.getFirst();
  }
}
