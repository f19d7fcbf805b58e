package vermilion.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.Leave;
import vermilion.json.Fields;

/// Sees to it that nobody tells a patient that she is not erased but for a legal hold (H-36).
///
/// @param holds which records must be kept
/// @param episodes who the patient of an episode is
public record ErasureRefusals(LegalHolds holds, EpisodeService episodes) {

  /// Whose record an episode is, and whether it must be kept.
  ///
  /// @param patient her id, as `vermilion erase` takes it
  /// @param hold what forbids erasing her, if anything does
  public record Whose(String patient, Optional<LegalHolds.Hold> hold) {}

  /// Whose record an episode is; nothing where there is none any more.
  public Optional<Whose> find(EpisodeRef ref) {
    return episodes
        .patient(ref)
        .map(patient -> new Whose(patient.toString(), holds.find(ref.clinic(), patient)));
  }

  /// Whether the record of an episode must be kept.
  public boolean isHeld(EpisodeRef ref) {
    return find(ref).flatMap(Whose::hold).isPresent();
  }

  /// What the events of a request refuse without a ground.
  public List<Fields.Problem> unfounded(EpisodeRef ref, List<EventCodec.Sent> events) {
    List<Fields.Problem> problems = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).event() instanceof EpisodeEvent.LeaveAnswered answer
          && answer.leave() == Leave.ERASURE
          && !isHeld(ref)) {
        problems.add(
            new Fields.Problem(
                "[" + i + "].leave",
                answer.leave().id(),
                "a legal hold on her record: without one she is erased, not refused"));
      }
    }
    return problems;
  }
}
