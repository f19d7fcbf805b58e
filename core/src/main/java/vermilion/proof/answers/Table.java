package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

/// A table of rules as cubes: in which states which line of it holds.
final class Table {

  final Space space;
  final List<Rule> rules;
  final List<Line> lines = new ArrayList<>();
  private final List<List<Cube>> atLeast = new ArrayList<>();
  private final List<List<Cube>> counted = new ArrayList<>();

  /// One way to fire, in one cube; a line of a protocol may need several.
  ///
  /// @param rule the rule
  /// @param inCase which of its cases
  /// @param inLine which alternative of that case
  /// @param cube the states in which it holds
  record Line(Rule rule, int inCase, int inLine, Cube cube) {
    boolean isOf(Rule other) {
      return rule.id().equals(other.id());
    }

    Urgency level() {
      return rule.cases().get(inCase).level();
    }
  }

  Table(Space space, List<Rule> rules) {
    this.space = space;
    this.rules = List.copyOf(rules);
    ConditionCubes conditions = new ConditionCubes(space);
    for (Rule rule : rules) {
      for (int i = 0; i < rule.cases().size(); i++) {
        List<List<Condition>> anyOf = rule.cases().get(i).anyOf();
        for (int j = 0; j < anyOf.size(); j++) {
          for (Cube cube : conditions.line(anyOf.get(j))) {
            lines.add(new Line(rule, i, j, cube));
          }
        }
      }
    }
    for (Urgency level : Urgency.values()) {
      atLeast.add(
          lines.stream().filter(line -> line.level().atLeast(level)).map(Line::cube).toList());
    }
    for (Concern concern : Concern.values()) {
      counted.add(widened(concern, conditions));
    }
  }

  /// The states in which a rule fires.
  List<Cube> of(Rule rule) {
    return lines.stream().filter(line -> line.isOf(rule)).map(Line::cube).toList();
  }

  /// The states in which the level is at least this.
  List<Cube> atLeast(Urgency level) {
    return atLeast.get(level.ordinal());
  }

  /// The states in which the level is above this one.
  List<Cube> above(Urgency level) {
    return level == Urgency.EMERGENCY ? List.of() : atLeast(Urgency.values()[level.ordinal() + 1]);
  }

  /// The states in which another rule gives at least this level.
  List<Cube> atLeastWithout(Rule rule, Urgency level) {
    return lines.stream()
        .filter(line -> !line.isOf(rule) && line.level().atLeast(level))
        .map(Line::cube)
        .toList();
  }

  /// The level of a state: the worst of all lines that hold.
  Urgency level(int[] state) {
    Urgency level = Urgency.SELF_CARE;
    for (Line line : lines) {
      if (line.level().atLeast(level) && line.cube().holds(state)) {
        level = line.level();
      }
    }
    return level;
  }

  /// The rules that give a state its level.
  List<String> deciding(int[] state) {
    Urgency level = level(state);
    Set<String> ids = new LinkedHashSet<>();
    for (Line line : lines) {
      if (line.level() == level && line.cube().holds(state)) {
        ids.add(line.rule().id());
      }
    }
    return List.copyOf(ids);
  }

  /// The states in which a contact is counted about a concern, as far as rules say it.
  List<Cube> counted(Concern concern) {
    return counted.get(concern.ordinal());
  }

  private List<Cube> widened(Concern concern, ConditionCubes conditions) {
    List<Cube> cubes = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.concern() == concern) {
        for (Rule.Case one : rule.cases()) {
          one.anyOf().forEach(allOf -> cubes.addAll(conditions.widenedLine(allOf)));
        }
      }
    }
    return List.copyOf(cubes);
  }
}
