package vermilion.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermilion.clinical.Urgency;
import vermilion.episode.Alert;
import vermilion.episode.AlertClock;
import vermilion.episode.Assessed;
import vermilion.episode.Episode;
import vermilion.protocol.Texts;
import vermilion.service.Reported;

/// Says in staff's words what an alert is about and what the patient was told.
final class AlertWords {

  private final Episode episode;
  private final Texts staff;

  AlertWords(Episode episode) {
    this.episode = episode;
    this.staff = episode.guideline().protocol().textsIn("en");
  }

  /// The findings of an alert, one a line, with the answers that they read.
  List<String> because(Alert alert) {
    List<String> lines = new ArrayList<>();
    for (String rule : alert.rules()) {
      lines.add(rule(rule, staff));
    }
    newest(alert).ifPresent(one -> lines.addAll(answers(one)));
    return lines;
  }

  /// What was reported, in one line.
  static String why(Reported reported, Texts staff) {
    List<String> lines = new ArrayList<>(answers(reported.answers(), staff));
    for (String rule : reported.rules()) {
      lines.add(rule(rule, staff));
    }
    return String.join("; ", lines);
  }

  String missing(Alert alert) {
    return newest(alert).map(one -> String.join(", ", one.assessment().missing())).orElse("");
  }

  /// What the patient sees now, in the language of the staff's pages.
  String told(AlertClock.State state) {
    return told(state.level(), staff);
  }

  /// What a patient sees at a level.
  static String told(Urgency level, Texts staff) {
    return staff.find("level." + level.id() + ".title").orElse(level.id());
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

  private static String rule(String rule, Texts staff) {
    return staff.find("rule." + rule + ".staff").orElseGet(() -> repeated(rule));
  }

  /// The answers given, worrying ones only, as short staff words.
  List<String> answers(Assessed one) {
    return answers(Reported.worrying(one, Set.copyOf(one.sheet().questions().ids())), staff);
  }

  private static List<String> answers(Map<String, String> worrying, Texts staff) {
    List<String> lines = new ArrayList<>();
    worrying.forEach((question, value) -> {
      String label = staff.find("answer." + question + "." + value).orElse(value);
      lines.add(question.replace('-', ' ') + ": " + label);
    });
    return lines;
  }
}
