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
/// @param factor what all chances of misreading are multiplied by
/// @param measured what of them was measured
record World(Guideline guideline, Decider decider, double factor, Measured measured) {

  static World of(Protocol protocol, int misreadingPercent, Measured measured) {
    return new World(
        Guideline.of(protocol), new Decider(Staff.HOURS), misreadingPercent / 100.0, measured);
  }

  /// How somebody who answers like this misreads here.
  Reader.Misreading misreading(Reader reader) {
    return reader.misreading().with(measured).times(factor);
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
