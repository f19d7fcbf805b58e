package vermilion.content;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Answers;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Urgency;
import vermilion.episode.MassageGate;
import vermilion.protocol.Advice;
import vermilion.triage.Rule;
import vermilion.triage.SafetyFloor;

/// Lists every text that a protocol may or must have in a language.
final class WantedTexts {
  /// The finding that no rule makes: nothing was heard from the patient.
  static final String SILENCE = "silence";

  /// What a patient is asked to do.
  static final List<String> ACTIVITIES =
      List.of("check-in", "check-in-look", "check-in-late", "look-again", "photo", "massage");

  private final List<Wanted> all = new ArrayList<>();
  private final ProtocolReader.Content content;

  WantedTexts(ProtocolReader.Content content) {
    this.content = content;
  }

  /// One text.
  ///
  /// @param path its keys in the file, below the language
  /// @param key how [vermilion.protocol.Texts] names it
  /// @param required whether English must have it
  /// @param lines whether it may have several lines
  record Wanted(List<String> path, String key, boolean required, boolean lines) {
    /// Whether patients read it; the rest is for clinicians.
    boolean isForPatients() {
      return !path.getLast().equals("staff") && !path.getLast().equals("for-the-doctor");
    }
  }

  /// All texts, in the order of the file.
  List<Wanted> all() {
    line("title", "title");
    line("note", "note");
    for (String key :
        List.of(
            "twenty-minutes",
            "new-now",
            "none-of-these",
            "not-sure",
            "look-again",
            "crisis-line")) {
      line("always." + key, "always." + key);
    }
    lines("always.red-flags", "always.red-flags", true);
    lines("always.for-the-doctor", "always.for-the-doctor", true);
    for (String activity : ACTIVITIES) {
      line("activities." + activity, "activity." + activity);
    }
    for (Urgency level : Urgency.values()) {
      level(level);
    }
    content.questions().ifPresent(questions -> questions.forEach(this::question));
    for (Form form : content.forms()) {
      for (Form.Group group : form.groups()) {
        String key = form.id() + "." + group.id();
        line("groups." + key + ".title", "group." + key);
        optional("groups." + key + ".none", "group." + key + ".none");
      }
    }
    for (Rule rule : SafetyFloor.under(content.rules())) {
      rule(rule.id());
    }
    rule(SILENCE);
    content.plan().advice().forEach(this::advice);
    massage(content.plan().massage().isPresent());
    lines("photos.how", "photos.how", true);
    return all;
  }

  private void advice(Advice advice) {
    line("advice." + advice.id() + ".title", "advice." + advice.id() + ".title");
    line("advice." + advice.id() + ".text", "advice." + advice.id() + ".text");
  }

  private void level(Urgency level) {
    String key = "level." + level.id();
    line("levels." + level.id() + ".title", key + ".title");
    line("levels." + level.id() + ".text", key + ".text");
    lines("levels." + level.id() + ".meanwhile", key + ".meanwhile", level.holdsMassage());
  }

  private void question(Question question) {
    String id = question.id();
    line("questions." + id + ".ask", "question." + id + ".text");
    if (question.redFlag()) {
      line("questions." + id + ".help", "question." + id + ".help");
    } else {
      optional("questions." + id + ".help", "question." + id + ".help");
    }
    if (question.answers() instanceof Answers.Text) {
      return;
    }
    List<String> answers = question.answerIds();
    for (int i = 0; i < answers.size(); i++) {
      boolean end = i == 0 || i == answers.size() - 1;
      // A scale needs words at its two ends only.
      boolean required = question.answers() instanceof Answers.Choice || end;
      String path = "questions." + id + ".answers." + answers.get(i);
      add(path, "answer." + id + "." + answers.get(i), required, false);
    }
  }

  private void rule(String id) {
    line("rules." + id + ".patient", "rule." + id + ".patient");
    line("rules." + id + ".staff", "rule." + id + ".staff");
    lines("rules." + id + ".meanwhile", "rule." + id + ".meanwhile", false);
  }

  private void massage(boolean allowed) {
    line("massage.off", "massage.off");
    line("massage.evidence", "massage.evidence");
    if (allowed) {
      line("massage.pressure", "massage.pressure");
      lines("massage.steps", "massage.steps", true);
      for (MassageGate.Reason refusal : MassageGate.Reason.values()) {
        String reason = refusal.id();
        // That she has left is said by the app: no protocol of a clinic has to learn it.
        if (refusal != MassageGate.Reason.NOT_FOLLOWED) {
          line("massage.why." + reason, "massage.why." + reason);
        }
      }
      for (MassageGate.Cause suspension : MassageGate.Cause.values()) {
        String cause = suspension.id();
        line("massage.suspended-by." + cause, "massage.why.suspended." + cause);
      }
    }
  }

  private void line(String path, String key) {
    add(path, key, true, false);
  }

  private void optional(String path, String key) {
    add(path, key, false, false);
  }

  private void lines(String path, String key, boolean required) {
    add(path, key, required, true);
  }

  private void add(String path, String key, boolean required, boolean lines) {
    all.add(new Wanted(List.of(path.split("\\.", -1)), key, required, lines));
  }
}
