package vermilion.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Urgency;
import vermilion.json.Json;
import vermilion.protocol.Protocol;
import vermilion.time.Elapsed;
import vermilion.triage.AskAgain;
import vermilion.triage.Assessment;
import vermilion.triage.History;
import vermilion.triage.Report;
import vermilion.triage.Situation;
import vermilion.triage.Timing;
import vermilion.triage.Triage;

/// Answers one line of `vermilion triage` with one line.
final class LineTriage {
  private final Triage triage;
  private final ReportReader reader;
  private final boolean explain;

  LineTriage(Protocol protocol, boolean explain) {
    this.triage = Triage.of(protocol.questions(), protocol.forms(), protocol.rules());
    this.reader = new ReportReader(protocol);
    this.explain = explain;
  }

  /// The answer to a line.
  ///
  /// @param json one JSON object in one line
  /// @param good whether the line was understood
  record Reply(String json, boolean good) {}

  /// Answers line `number`.
  Reply reply(LineReader.Line line, long number) {
    return switch (line) {
      case LineReader.Line.Text text ->
          switch (reader.read(number == 1 ? withoutMark(text.text()) : text.text())) {
            case ReportReader.Outcome.Said said -> new Reply(answer(said.report()), true);
            case ReportReader.Outcome.Refused refused -> refused(refused.refusal(), number);
          };
      case LineReader.Line.TooLong tooLong ->
          refused(
              LineRefusal.ofText(
                  tooLong.bytes() + " bytes", "at most " + LineReader.MOST_BYTES + " bytes a line"),
              number);
      case LineReader.Line.NotText notText ->
          refused(
              LineRefusal.ofText(
                  "byte 0x"
                      + Character.forDigit((notText.value() >> 4) & 15, 16)
                      + Character.forDigit(notText.value() & 15, 16)
                      + " at offset "
                      + notText.offset(),
                  "UTF-8 text"),
              number);
      case LineReader.Line.End _ -> throw new IllegalArgumentException("no line " + number);
    };
  }

  private static Reply refused(LineRefusal refusal, long number) {
    return new Reply(refusal.json(number).text(), false);
  }

  /// A file of some editors begins with a byte order mark.
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private String answer(ReportLine now) {
    if (now.report() == Report.ANSWERED) {
      return json(Urgency.SELF_CARE, List.of(), List.of(), Optional.empty());
    }
    History history = History.NONE;
    for (ReportLine before : now.earlier()) {
      if (before.report() == Report.ANSWERED) {
        history = history.plusAnswered(before.second());
      } else {
        Situation situation = situation(before, history);
        history = history.plus(situation, triage.assess(situation));
      }
    }
    Assessment assessment = triage.assess(situation(now, history));
    return json(
        assessment.level(), assessment.rules(), assessment.missing(), Optional.of(assessment));
  }

  private static Situation situation(ReportLine line, History history) {
    return new Situation(
        line.second(),
        Timing.at(new Elapsed(line.second())),
        line.report(),
        line.form(),
        line.complete(),
        line.concern(),
        line.facts(),
        line.answers(),
        history);
  }

  /// The answer as promised; a human's answer brings nothing to decide and has no assessment.
  private String json(
      Urgency level, List<String> rules, List<String> missing, Optional<Assessment> why) {
    Json.Builder out =
        Json.object()
            .put("level", level.id())
            .put("rules", Json.Arr.ofStrings(rules))
            .put("missing", Json.Arr.ofStrings(missing))
            .put("hold", level.holdsMassage());
    if (explain) {
      out.put("raised", new Json.Arr(why.map(LineTriage::raised).orElse(List.of())))
          .put("inputs", new Json.Arr(why.map(LineTriage::inputs).orElse(List.of())))
          .put("askAgain", new Json.Arr(why.map(LineTriage::askAgain).orElse(List.of())));
    }
    return out.build().text();
  }

  private static List<Json> raised(Assessment assessment) {
    List<Json> raised = new ArrayList<>();
    for (Assessment.Raise raise : assessment.raises()) {
      raised.add(
          Json.object()
              .put("reason", raise.reason().id())
              .put("concern", raise.concern().id())
              .build());
    }
    return raised;
  }

  private static List<Json> inputs(Assessment assessment) {
    List<Json> inputs = new ArrayList<>();
    for (Assessment.Fired fired : assessment.fired()) {
      inputs.add(
          Json.object()
              .put("rule", fired.rule())
              .put("level", fired.level().id())
              .put("concern", fired.concern().id())
              .put("questions", Json.Arr.ofStrings(fired.inputs()))
              .build());
    }
    return inputs;
  }

  private static List<Json> askAgain(Assessment assessment) {
    List<Json> looks = new ArrayList<>();
    for (AskAgain look : assessment.askAgain()) {
      looks.add(
          Json.object()
              .put("form", look.form())
              .put("afterMinutes", look.afterMinutes())
              .put("everyMinutes", look.everyMinutes())
              .put("untilMinutes", look.untilMinutes())
              .build());
    }
    return looks;
  }
}
