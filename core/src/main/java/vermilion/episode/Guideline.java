package vermilion.episode;

import vermilion.protocol.Protocol;
import vermilion.protocol.ScheduleSpec;
import vermilion.triage.Triage;

/// A protocol made ready to follow a patient by: its rules looked up once. Safe to share.
///
/// @param protocol the protocol
/// @param triage its rules over the safety floor
/// @param spec what it asks when
public record Guideline(Protocol protocol, Triage triage, ScheduleSpec spec) {

  /// Makes a protocol ready.
  ///
  /// @throws IllegalArgumentException when it does not hold together; a protocol that was read has
  ///   been checked for all of that
  public static Guideline of(Protocol protocol) {
    return new Guideline(
        protocol,
        Triage.of(protocol.questions(), protocol.forms(), protocol.rules()),
        new ScheduleSpec(protocol.checkIns(), protocol.photos()));
  }

  /// Whether an episode was opened under exactly this version.
  public boolean isFor(EpisodeEvent.Opened opened) {
    return opened.protocol().equals(protocol.id())
        && opened.protocolVersion() == protocol.version();
  }
}
