package vermilion.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vermilion.clinical.Filler;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Urgency;
import vermilion.triage.Rule;

/// A way to write the rules of a protocol as decision tables for the analyser of KIE; it is tried
/// in each, because what it says depends on the hit policy and on the size of a table.
///
/// Every column says which values there are and every table which levels, worst first: without that
/// the analyser sees less.
enum KieForm {
  /// As the bench runs it.
  ONE_THAT_COLLECTS("one table, COLLECT MAX", Tables.ONE, "COLLECT\" aggregation=\"MAX"),
  /// The same rows, of which the worst level counts.
  ONE_BY_PRIORITY("one table, PRIORITY", Tables.ONE, "PRIORITY"),
  /// A table for each concern, of which the worst level counts.
  CONCERNS_BY_PRIORITY("a table for each concern, PRIORITY", Tables.OF_CONCERNS, "PRIORITY"),
  /// A table for each rule, of which the worst level counts.
  RULES_BY_PRIORITY("a table for each rule, PRIORITY", Tables.OF_RULES, "PRIORITY"),
  /// A table for each rule, as if its rows excluded each other.
  RULES_UNIQUE("a table for each rule, UNIQUE", Tables.OF_RULES, "UNIQUE");

  private final String words;
  private final Tables tables;
  private final String hitPolicy;

  KieForm(String words, Tables tables, String hitPolicy) {
    this.words = words;
    this.tables = tables;
    this.hitPolicy = hitPolicy;
  }

  /// Which rows stand in one table.
  private enum Tables {
    ONE,
    OF_CONCERNS,
    OF_RULES;

    private String of(Rule rule) {
      return switch (this) {
        case ONE -> DmnModel.LEVEL;
        case OF_CONCERNS -> "concern_" + DmnRow.answerInput(rule.concern().id());
        case OF_RULES -> "rule_" + DmnRow.answerInput(rule.id());
      };
    }
  }

  /// How the results name it.
  String words() {
    return words;
  }

  /// The rows of each table, by its name. Where the floor and the protocol have the same row, it is
  /// written once: the analyser gives a table up in which a row stands twice.
  Map<String, List<DmnRow>> rows(List<Rule> rules, Questions questions) {
    var maker = new DmnRow.Maker(questions);
    Map<String, List<DmnRow>> rows = new LinkedHashMap<>();
    for (var rule : rules) {
      var its = rows.computeIfAbsent(tables.of(rule), _ -> new ArrayList<>());
      for (var row : DmnModel.rowsOf(rule, maker)) {
        if (its.stream().noneMatch(row::saysTheSameAs)) {
          its.add(row);
        }
      }
    }
    return rows;
  }

  /// The model of these tables; the level is the worst of theirs.
  String xml(Map<String, List<DmnRow>> rows, Questions questions) {
    var xml = new StringBuilder();
    DmnModel.addHead(xml, rows.values().stream().flatMap(List::stream).toList());
    rows.forEach((name, its) -> addTable(xml, name, its, questions));
    if (tables != Tables.ONE) {
      DmnModel.addWorst(xml, List.copyOf(rows.keySet()));
    }
    return xml.append("</definitions>\n").toString();
  }

  private void addTable(StringBuilder xml, String name, List<DmnRow> rows, Questions questions) {
    DmnModel.addDecision(xml, name);
    DmnModel.inputsOf(rows).forEach(input -> DmnModel.addRequirement(xml, "requiredInput", input));
    xml.append("<decisionTable hitPolicy=\"" + hitPolicy + "\">\n");
    var columns = DmnModel.columnsOf(rows);
    for (var column : columns) {
      var input = DmnRow.inputOf(column);
      DmnModel.addExpression(xml, input);
      DmnModel.addCell(xml, "inputValues", values(input, questions));
      xml.append("</input>\n");
    }
    var levels = Stream.of(Urgency.values()).map(Urgency::ordinal).toList().reversed();
    xml.append("<output>");
    DmnModel.addCell(xml, "outputValues", joined(levels.stream()));
    DmnModel.addCell(xml, "defaultOutputEntry", "0");
    xml.append("</output>\n");
    rows.forEach(row -> DmnModel.addRow(xml, columns, row));
    xml.append("</decisionTable></decision>\n");
  }

  private static String values(String input, Questions questions) {
    return switch (input) {
      case DmnRow.SECOND -> ">= 0";
      case DmnRow.FILLER ->
          joined(Stream.of(Filler.values()).map(one -> '"' + DmnRow.fillerName(one) + '"'));
      default ->
          DmnRow.type(input).equals("boolean")
              ? "false, true"
              : joined(IntStream.range(-1, answers(input, questions)).boxed());
    };
  }

  private static int answers(String input, Questions questions) {
    for (Question question : questions) {
      if (DmnRow.answerInput(question.id()).equals(input)) {
        return question.answerIds().size();
      }
    }
    throw new IllegalArgumentException("no question is the input " + input);
  }

  private static String joined(Stream<?> values) {
    return values.map(Object::toString).collect(Collectors.joining(", "));
  }
}
