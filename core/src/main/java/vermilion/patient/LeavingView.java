package vermilion.patient;

import java.util.ArrayList;
import java.util.List;
import vermilion.episode.Leaving;
import vermilion.json.Json;
import vermilion.time.UtcText;

/// Writes what a patient has left, and what the clinic has answered.
final class LeavingView {

  private final Leaving leaving;

  LeavingView(Leaving leaving) {
    this.leaving = leaving;
  }

  Json json() {
    List<Json> requests = new ArrayList<>();
    for (Leaving.Request one : leaving.requests()) {
      requests.add(request(one));
    }
    return Json.object()
        .put("stopped", leaving.stopped().map(UtcText::of))
        .put("requests", new Json.Arr(requests))
        .build();
  }

  private static Json request(Leaving.Request one) {
    Json.Builder out =
        Json.object()
            .put("leave", one.leave().id())
            .put("asked", UtcText.of(one.asked()))
            .put("text", one.text())
            .put("actBy", UtcText.of(one.actBy()))
            .put("overdue", one.overdue());
    one.answer()
        .ifPresent(answer ->
            out.put(
                "answer",
                Json.object()
                    .put("by", answer.by())
                    .put("at", UtcText.of(answer.at()))
                    .put("text", answer.text())
                    .build()));
    return out.build();
  }
}
