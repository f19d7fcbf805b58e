package vermilion.patient;

import java.time.Duration;
import java.time.Instant;
import vermilion.episode.Care;
import vermilion.episode.CareEvent;
import vermilion.episode.Entry;
import vermilion.json.Json;
import vermilion.time.UtcText;

/// Writes who looks after a patient, who rang her in vain, and when somebody sees her.
final class CareView {

  /// A review is shown until an hour after it began: she may be on her way, and late.
  private static final Duration SHOWN = Duration.ofHours(1);

  private static final Duration MISSED = Duration.ofDays(1);

  private CareView() {}

  /// Only what there is.
  static Json json(Care care, Instant now) {
    Json.Builder out = Json.object();
    if (care.takenOver().isPresent()) {
      out.put("takenOver", mark(care.takenOver().get()).build());
    }
    if (care.rang().isPresent() && care.rang().get().event() instanceof CareEvent.Rang rang) {
      Entry entry = care.rang().get();
      boolean missed = rang.outcome() != CareEvent.Outcome.REACHED;
      if (missed && entry.received().plus(MISSED).isAfter(now)) {
        out.put("rang", mark(entry).put("outcome", rang.outcome().id()).build());
      }
    }
    if (care.review().isPresent()
        && care.review().get().event() instanceof CareEvent.ReviewBooked review
        && review.time().plus(SHOWN).isAfter(now)) {
      out.put(
          "review",
          Json.object()
              .put("time", UtcText.of(review.time()))
              .put("with", review.with())
              .put("where", review.where())
              .put("cancelled", care.cancelled())
              .build());
    }
    return out.build();
  }

  private static Json.Builder mark(Entry entry) {
    return Json.object().put("by", entry.by().name()).put("at", UtcText.of(entry.received()));
  }
}
