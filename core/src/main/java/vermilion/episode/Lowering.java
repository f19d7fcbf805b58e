package vermilion.episode;

import java.time.Instant;
import java.util.List;
import vermilion.clinical.Questions;
import vermilion.clinical.Urgency;
import vermilion.triage.Assessment;

/// A named clinician's lowering of one concern: it covers the same finding, unchanged or better,
/// until an hour that the clinician named. Any worse answer ends it, and so does another one that
/// worries as much: who saw a dark bruise has not seen the pale patch of the next day (H-1).
///
/// @param level what the finding counts as meanwhile
/// @param until when the cover ends
/// @param covered the rules that had fired, with their levels
/// @param answers the assessment that the clinician looked at
record Lowering(Urgency level, Instant until, List<Assessment.Fired> covered, Assessment answers) {

  /// Whether a later assessment is the same finding, unchanged or better.
  boolean covers(
      Assessment later, List<Assessment.Fired> fired, Instant received, Questions questions) {
    if (!received.isBefore(until) || !later.missing().isEmpty()) {
      return false;
    }
    for (Assessment.Fired rule : fired) {
      if (!hadFired(rule)) {
        return false;
      }
    }
    for (int place = 0; place < questions.size(); place++) {
      int now = later.baselineAt(place);
      int then = answers.baselineAt(place);
      int rankNow = now < 0 ? -1 : questions.at(place).rankOf(now);
      int rankThen = then < 0 ? 0 : questions.at(place).rankOf(then);
      boolean another = rankNow > 0 && rankNow == rankThen && now != then;
      if (rankNow > rankThen || another) {
        return false;
      }
    }
    return true;
  }

  private boolean hadFired(Assessment.Fired rule) {
    for (Assessment.Fired one : covered) {
      if (one.rule().equals(rule.rule()) && one.level().atLeast(rule.level())) {
        return true;
      }
    }
    return false;
  }
}
