package vermilion.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vermilion.episode.Alert;
import vermilion.episode.AlertClock;
import vermilion.episode.Assessed;
import vermilion.episode.Episode;
import vermilion.protocol.Texts;

/// Says in staff's words what an alert is about and what the patient was told.
final class AlertWords {

  private final Episode episode;
  private final Texts staff;
  private final Texts patient;

  AlertWords(Episode episode) {
    this.episode = episode;
    this.staff = episode.guideline().protocol().textsIn("en");
    this.patient = episode.guideline().protocol().textsIn(episode.opened().patient().language());
  }

  /// The findings of an alert, one a line, with the answers that they read.
  List<String> because(Alert alert) {
    List<String> lines = new ArrayList<>();
    for (String rule : alert.rules()) {
      lines.add(staff.find("rule." + rule + ".staff").orElseGet(() -> repeated(rule)));
    }
    newest(alert).ifPresent(one -> lines.addAll(answers(one)));
    return lines;
  }

  /// What was reported, in one line: the answers that the findings read, or the findings where
  /// nothing was answered.
  String why(Alert alert) {
    List<String> lines = new ArrayList<>();
    newest(alert).ifPresent(one -> lines.addAll(answers(one, inputs(one, alert))));
    for (String rule : alert.rules()) {
      if (lines.isEmpty()
          || newest(alert).map(one -> !one.assessment().rules().contains(rule)).orElse(true)) {
        lines.add(staff.find("rule." + rule + ".staff").orElseGet(() -> repeated(rule)));
      }
    }
    return String.join("; ", lines);
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

  String missing(Alert alert) {
    return newest(alert).map(one -> String.join(", ", one.assessment().missing())).orElse("");
  }

  /// What the patient sees now.
  String told(AlertClock.State state) {
    return patient.find("level." + state.level().id() + ".title").orElse(state.level().id());
  }

  private Optional<Assessed> newest(Alert alert) {
    return alert.seqs().isEmpty() ? Optional.empty() : episode.assessed(alert.seqs().getLast());
  }

  private static String repeated(String reason) {
    return switch (reason) {
      case "message" -> "A message or call without questions";
      case "second-contact" -> "Second contact about this in 24 h";
      case "third-contact" -> "Third contact about this in 24 h: ring within the hour";
      case "occlusion-again" -> "Came back about a possible blockage within 72 h";
      default -> reason;
    };
  }

  /// The answers given, worrying ones only, as short staff words.
  List<String> answers(Assessed one) {
    return answers(one, Set.copyOf(one.sheet().questions().ids()));
  }

  private List<String> answers(Assessed one, Set<String> wanted) {
    List<String> lines = new ArrayList<>();
    var questions = one.sheet().questions();
    for (int place = 0; place < questions.size(); place++) {
      var question = questions.at(place);
      Optional<String> value = one.sheet().valueAt(place);
      boolean least = one.sheet().markAt(place) == 0;
      if (value.isPresent() && !least && wanted.contains(question.id())) {
        String label =
            staff.find("answer." + question.id() + "." + value.get()).orElse(value.get());
        lines.add(question.id().replace('-', ' ') + ": " + label);
      }
    }
    return lines;
  }
}
