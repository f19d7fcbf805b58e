package vermilion.bench;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.kie.dmn.validation.dtanalysis.DMNDTAnalysisMessage;
import vermilion.clinical.Questions;
import vermilion.triage.Rule;

/// Asks the analyser of KIE about the tables of a protocol, and keeps what it says of them in a
/// form that can be compared: a row is known by its place in the tables without a fault.
final class KieAnalyser {
  private final DMNValidator validator = DMNValidatorFactory.newValidator();
  private final KieForm form;
  private final Map<String, List<DmnRow>> soundRows;
  private final Said sound;

  /// What it said, and how often each.
  ///
  /// @param findings kind, table and rows
  /// @param inItsWords the same, with the words of each gap
  record Said(Map<String, Integer> findings, Map<String, Integer> inItsWords) {
    /// Whether something is said here that another one does not say, or not so often.
    boolean addsTo(Said other) {
      return adds(findings, other.findings);
    }

    /// The same, if a gap that is told in other words is another finding.
    boolean addsWordsTo(Said other) {
      return adds(inItsWords, other.inItsWords);
    }

    private static boolean adds(Map<String, Integer> some, Map<String, Integer> others) {
      return some.entrySet().stream()
          .anyMatch(one -> one.getValue() > others.getOrDefault(one.getKey(), 0));
    }
  }

  /// @param rules those without a fault
  KieAnalyser(KieForm form, List<Rule> rules, Questions questions) {
    this.form = form;
    this.soundRows = form.rows(rules, questions);
    this.sound = said(messages(form.xml(soundRows, questions)), soundRows);
  }

  /// What it says of the tables without a fault.
  Said sound() {
    return sound;
  }

  /// A protocol as it is handed over: nothing of this is in the time of the analyser.
  ///
  /// @param rows the rows of each table
  /// @param xml the model
  record Prepared(Map<String, List<DmnRow>> rows, String xml) {}

  Prepared prepared(List<Rule> rules, Questions questions) {
    var rows = form.rows(rules, questions);
    return new Prepared(rows, form.xml(rows, questions));
  }

  /// Reads, validates, compiles and analyses a model.
  List<DMNMessage> messages(String xml) {
    return validator.validate(
        new StringReader(xml),
        Validation.VALIDATE_MODEL,
        Validation.VALIDATE_COMPILATION,
        Validation.ANALYZE_DECISION_TABLE);
  }

  /// What some messages say of some rows.
  Said said(List<DMNMessage> messages, Map<String, List<DmnRow>> rows) {
    Map<String, Integer> findings = new TreeMap<>();
    Map<String, Integer> inItsWords = new TreeMap<>();
    for (var message : messages) {
      var finding = finding(message, rows);
      findings.merge(finding, 1, Integer::sum);
      inItsWords.merge(
          isGap(message) ? finding + ": " + message.getText() : finding, 1, Integer::sum);
    }
    return new Said(findings, inItsWords);
  }

  private static boolean isGap(DMNMessage message) {
    return message.getMessageType().name().equals("DECISION_TABLE_GAP");
  }

  private String finding(DMNMessage message, Map<String, List<DmnRow>> rows) {
    if (!(message instanceof DMNDTAnalysisMessage analysed)) {
      return message.getMessageType().name();
    }
    var table = analysed.getAnalysis().nameOrIDOfTable();
    var numbers = Objects.requireNonNullElse(analysed.getRules(), List.<Integer>of());
    var places =
        numbers.stream()
            .map(number -> place(table, rows.getOrDefault(table, List.of()), number - 1))
            .sorted()
            .toList();
    return message.getMessageType() + " " + table + " " + places;
  }

  /// Where a row stands in the tables without a fault. A fault is in one place: the rows before it
  /// are the first ones, those after it the last ones, and those between take each other's places.
  private String place(String table, List<DmnRow> rows, int index) {
    var sounds = soundRows.getOrDefault(table, List.of());
    var first = alike(rows, sounds);
    var last =
        alike(
            rows.subList(first, rows.size()).reversed(),
            sounds.subList(first, sounds.size()).reversed());
    if (index >= rows.size() - last) {
      return "row " + (index - rows.size() + sounds.size());
    }
    return (index < sounds.size() - last ? "row " : "another row ") + index;
  }

  /// How many rows at the beginning are the same.
  private static int alike(List<DmnRow> some, List<DmnRow> others) {
    var same = 0;
    while (same < Math.min(some.size(), others.size()) && some.get(same).equals(others.get(same))) {
      same++;
    }
    return same;
  }
}
