package vermilion.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermilion.clinical.Questions;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

/// The rules of a protocol as a DMN model, in the shape that its engine is to run.
///
/// @param xml the model
/// @param inputs every input that it reads
/// @param history the conditions about earlier answers that are inputs, in their order
public record DmnModel(String xml, Set<String> inputs, List<Condition> history) {
  static final String NAMESPACE = "urn:vermilion:bench";
  static final String NAME = "triage";
  static final String LEVEL = "level";

  /// How the rules are laid out; the peer is measured in both.
  public enum Shape {
    /// One table of all rows.
    ONE_TABLE("one table"),
    /// A small table for each rule, with only the inputs that it reads, and the worst of them all.
    TABLE_PER_RULE("a table for each rule");

    private final String words;

    Shape(String words) {
      this.words = words;
    }

    /// How the results name it.
    public String words() {
      return words;
    }
  }

  /// Writes the model of some rules.
  static DmnModel of(List<Rule> rules, Questions questions, Shape shape) {
    var maker = new DmnRow.Maker(questions);
    var rows = new ArrayList<DmnRow>();
    for (var rule : rules) {
      rows.addAll(rowsOf(rule, maker));
    }
    var xml = new StringBuilder();
    addHead(xml, rows);
    switch (shape) {
      case ONE_TABLE -> addTable(xml, LEVEL, rows);
      case TABLE_PER_RULE -> addTables(xml, rows);
    }
    xml.append("</definitions>\n");
    return new DmnModel(xml.toString(), inputsOf(rows), maker.history());
  }

  /// A row for each alternative of a rule.
  static List<DmnRow> rowsOf(Rule rule, DmnRow.Maker maker) {
    var rows = new ArrayList<DmnRow>();
    for (var one : rule.cases()) {
      for (var allOf : one.anyOf()) {
        rows.add(maker.row(rule.id(), one.level(), allOf));
      }
    }
    return rows;
  }

  /// Opens a model and names all that its rows read.
  static void addHead(StringBuilder xml, List<DmnRow> rows) {
    xml.append("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"_lip\"")
        .append(" name=\"" + NAME + "\" namespace=\"" + NAMESPACE + "\">\n");
    for (var input : inputsOf(rows)) {
      xml.append("<inputData id=\"_" + input + "\" name=\"" + input + "\"><variable name=\"")
          .append(input + "\" typeRef=\"" + DmnRow.type(input) + "\"/></inputData>\n");
    }
  }

  /// Every column that some rows fill.
  static Set<String> columnsOf(List<DmnRow> rows) {
    var columns = new LinkedHashSet<String>();
    rows.forEach(row -> columns.addAll(row.tests().keySet()));
    return columns;
  }

  /// Every input that some rows read.
  static Set<String> inputsOf(List<DmnRow> rows) {
    var inputs = new LinkedHashSet<String>();
    columnsOf(rows).forEach(column -> inputs.add(DmnRow.inputOf(column)));
    return inputs;
  }

  private static void addTables(StringBuilder xml, List<DmnRow> rows) {
    Map<String, List<DmnRow>> byRule = new LinkedHashMap<>();
    rows.forEach(row -> byRule.computeIfAbsent(row.rule(), _ -> new ArrayList<>()).add(row));
    var names = new ArrayList<String>();
    byRule.forEach((rule, its) -> {
      var name = "rule_" + rule.replace('-', '_');
      names.add(name);
      addTable(xml, name, its);
    });
    addWorst(xml, names);
  }

  /// The level as the worst of some decisions.
  static void addWorst(StringBuilder xml, List<String> names) {
    addDecision(xml, LEVEL);
    names.forEach(name -> addRequirement(xml, "requiredDecision", name));
    xml.append("<literalExpression><text>max([" + String.join(", ", names) + "])</text>")
        .append("</literalExpression></decision>\n");
  }

  private static void addTable(StringBuilder xml, String name, List<DmnRow> rows) {
    addDecision(xml, name);
    inputsOf(rows).forEach(input -> addRequirement(xml, "requiredInput", input));
    xml.append("<decisionTable hitPolicy=\"COLLECT\" aggregation=\"MAX\">\n");
    var columns = columnsOf(rows);
    for (var column : columns) {
      addExpression(xml, DmnRow.inputOf(column));
      xml.append("</input>\n");
    }
    xml.append("<output typeRef=\"number\"><defaultOutputEntry><text>0</text>")
        .append("</defaultOutputEntry></output>\n");
    rows.forEach(row -> addRow(xml, columns, row));
    xml.append("</decisionTable></decision>\n");
  }

  /// A row, with a dash in the columns that it leaves empty.
  static void addRow(StringBuilder xml, Set<String> columns, DmnRow row) {
    xml.append("<rule>");
    for (var column : columns) {
      addCell(xml, "inputEntry", row.tests().getOrDefault(column, "-"));
    }
    addCell(xml, "outputEntry", Integer.toString(row.level().ordinal()));
    xml.append("</rule>\n");
  }

  /// Opens a column that reads an input.
  static void addExpression(StringBuilder xml, String input) {
    xml.append("<input><inputExpression typeRef=\"" + DmnRow.type(input) + "\"><text>")
        .append(input + "</text></inputExpression>");
  }

  static void addDecision(StringBuilder xml, String name) {
    xml.append("<decision id=\"_" + name + "\" name=\"" + name + "\"><variable name=\"")
        .append(name + "\" typeRef=\"number\"/>\n");
  }

  static void addRequirement(StringBuilder xml, String kind, String name) {
    xml.append("<informationRequirement><" + kind + " href=\"#_" + name + "\"/>")
        .append("</informationRequirement>\n");
  }

  static void addCell(StringBuilder xml, String kind, String test) {
    var escaped = test.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    xml.append("<" + kind + "><text>" + escaped + "</text></" + kind + ">");
  }
}
