package vermilion.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermilion.episode.Alert;
import vermilion.episode.Assessed;
import vermilion.episode.Episode;

/// What was reported behind an alert, as ids: whoever shows it has the words.
///
/// @param answers the worrying answers that the findings read, by question, in the form's order
/// @param rules the findings that these answers do not tell
public record Reported(Map<String, String> answers, List<String> rules) {

  /// Copies both, in their order.
  public Reported {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    rules = List.copyOf(rules);
  }

  /// What is behind an alert: the answers that its findings read, or the findings where nothing was
  /// answered.
  public static Reported of(Episode episode, Alert alert) {
    Optional<Assessed> newest =
        alert.seqs().isEmpty() ? Optional.empty() : episode.assessed(alert.seqs().getLast());
    Map<String, String> answers = new LinkedHashMap<>();
    newest.ifPresent(one -> answers.putAll(worrying(one, inputs(one, alert))));
    List<String> rules = new ArrayList<>();
    for (String rule : alert.rules()) {
      boolean nothingSaid = answers.isEmpty() && rules.isEmpty();
      if (nothingSaid || newest.map(one -> !one.assessment().rules().contains(rule)).orElse(true)) {
        rules.add(rule);
      }
    }
    return new Reported(answers, rules);
  }

  /// The answers of a sheet to these questions, but the most harmless one of each.
  public static Map<String, String> worrying(Assessed one, Set<String> questions) {
    Map<String, String> answers = new LinkedHashMap<>();
    var asked = one.sheet().questions();
    for (int place = 0; place < asked.size(); place++) {
      Optional<String> value = one.sheet().valueAt(place);
      boolean least = one.sheet().markAt(place) == 0;
      if (value.isPresent() && !least && questions.contains(asked.at(place).id())) {
        answers.put(asked.at(place).id(), value.get());
      }
    }
    return answers;
  }

  private static Set<String> inputs(Assessed one, Alert alert) {
    Set<String> inputs = new HashSet<>();
    for (var fired : one.assessment().fired()) {
      if (alert.rules().contains(fired.rule())) {
        inputs.addAll(fired.inputs());
      }
    }
    return inputs;
  }
}
