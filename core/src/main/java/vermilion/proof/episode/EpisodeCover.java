package vermilion.proof.episode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Question;
import vermilion.clinical.Urgency;
import vermilion.episode.Assessed;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.triage.Assessment;

/// What a clinician lowered, read from the event and from the answers that it was about.
///
/// @param concern about what
/// @param level to what
/// @param until until when
/// @param fired the rules that had fired
/// @param worst for each question how much the answer worried
record EpisodeCover(
    Concern concern,
    Urgency level,
    Instant until,
    List<Assessment.Fired> fired,
    List<Integer> worst) {

  /// The cover that a lowering gives, if anything was answered about its concern.
  static Optional<EpisodeCover> of(EpisodeEvent.LevelLowered event, Episode episode) {
    for (Assessed one : episode.assessed().reversed()) {
      if (one.assessment().concerns().contains(event.concern())) {
        return Optional.of(
            new EpisodeCover(
                event.concern(),
                event.level(),
                event.until(),
                List.copyOf(one.assessment().fired()),
                ranks(one)));
      }
    }
    return Optional.empty();
  }

  private static List<Integer> ranks(Assessed one) {
    List<Integer> ranks = new java.util.ArrayList<>();
    int place = 0;
    for (Question question : one.sheet().questions()) {
      int index = one.assessment().baselineAt(place++);
      ranks.add(index < 0 ? 0 : question.rankOf(index));
    }
    return ranks;
  }

  /// Whether later answers are within it: in time, nothing missing, no answer worse, no rule new.
  boolean holds(Assessed later) {
    if (!later.entry().received().isBefore(until) || !later.assessment().missing().isEmpty()) {
      return false;
    }
    List<Integer> ranks = ranks(later);
    for (int place = 0; place < worst.size(); place++) {
      if (ranks.get(place) > worst.get(place)) {
        return false;
      }
    }
    return later.assessment().fired().stream()
        .filter(rule -> rule.concern() == concern)
        .allMatch(this::hadFired);
  }

  private boolean hadFired(Assessment.Fired rule) {
    return fired.stream()
        .anyMatch(one -> one.rule().equals(rule.rule()) && one.level().atLeast(rule.level()));
  }

  /// What of it can matter later.
  String footprint(Instant now) {
    return until.isAfter(now) ? level.id() + EpisodeMemory.ago(until, now) + fired + worst : "over";
  }
}
