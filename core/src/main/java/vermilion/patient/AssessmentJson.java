package vermilion.patient;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Urgency;
import vermilion.episode.Assessed;
import vermilion.json.Json;

/// Writes what an answer comes to.
public final class AssessmentJson {

  private AssessmentJson() {}

  /// The level that counts, after what clinicians have lowered; the rules that fired, worst first;
  /// the answers that were missing; and whether massage is held.
  public static Json of(Assessed one) {
    Urgency level = one.level();
    List<Json> raised = new ArrayList<>();
    for (var raise : one.assessment().raises()) {
      raised.add(
          Json.object()
              .put("reason", raise.reason().id())
              .put("concern", raise.concern().id())
              .build());
    }
    return Json.object()
        .put("level", level.id())
        .put("rules", Json.Arr.ofStrings(one.assessment().rules()))
        .put("missing", Json.Arr.ofStrings(one.assessment().missing()))
        .put("hold", level.holdsMassage())
        .put("raised", new Json.Arr(raised))
        .build();
  }
}
