package vermilion.patient;

import java.util.ArrayList;
import java.util.List;
import vermilion.episode.Confidant;
import vermilion.json.Json;
import vermilion.time.UtcText;

/// Writes the helpers whom a patient has let in, and what each may do.
final class ConfidantsView {

  private ConfidantsView() {}

  static Json json(List<Confidant> all) {
    List<Json> helpers = new ArrayList<>();
    all.forEach(one -> helpers.add(json(one)));
    return new Json.Arr(helpers);
  }

  static Json json(Confidant one) {
    List<String> may = new ArrayList<>();
    one.may().forEach(right -> may.add(right.id()));
    return Json.object()
        .put("id", one.id())
        .put("name", one.name())
        .put("phone", one.phone())
        .put("may", Json.Arr.ofStrings(may))
        .put("since", UtcText.of(one.since()))
        .build();
  }
}
