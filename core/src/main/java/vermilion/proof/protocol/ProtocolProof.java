package vermilion.proof.protocol;

import vermilion.episode.Guideline;
import vermilion.proof.Findings;
import vermilion.proof.answers.AnswersProof;
import vermilion.proof.episode.EpisodeProof;
import vermilion.protocol.Protocol;

/// Decides all that must hold of a protocol before it reaches a patient.
public final class ProtocolProof {

  private ProtocolProof() {}

  /// Decides it.
  ///
  /// @param protocol the protocol
  /// @param schedule what is certified of the engine's schedule, the same for every protocol
  public static Findings decide(Protocol protocol, Findings schedule) {
    return AnswersProof.decide(AnswersProof.Subject.of(protocol))
        .and(WordsProof.decide(protocol))
        .and(AdviceProof.decide(protocol))
        .and(EpisodeProof.decide(Guideline.of(protocol)))
        .and(schedule);
  }
}
