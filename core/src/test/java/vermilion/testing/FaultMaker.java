package vermilion.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Concern;
import vermilion.clinical.Form;
import vermilion.clinical.Questions;
import vermilion.clinical.Urgency;
import vermilion.testing.Fault.Kind;
import vermilion.time.Elapsed;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

/// Puts every mistake of the listed kinds into every place of a protocol, one at a time.
public final class FaultMaker {

  private static final List<Condition> ADDED =
      List.of(
          new Condition.From(Elapsed.ofHours(24)),
          new Condition.Before(Elapsed.ofDays(7)),
          new Condition.Below("worry", "2"),
          new Condition.ConcernBefore(Concern.INFECTION, Elapsed.ofDays(3)));

  private final Questions questions;
  private final List<Form> forms;
  private final List<Rule> rules;
  private final List<Fault> made = new ArrayList<>();

  private FaultMaker(Questions questions, List<Form> forms, List<Rule> rules) {
    this.questions = questions;
    this.forms = forms;
    this.rules = rules;
  }

  /// Every faulty variant, in the order of the rules, forms and questions.
  public static List<Fault> all(Questions questions, List<Form> forms, List<Rule> rules) {
    FaultMaker maker = new FaultMaker(questions, forms, rules);
    for (int i = 0; i < rules.size(); i++) {
      maker.addOfRule(i);
    }
    for (Urgency level : Urgency.values()) {
      maker.addEmptied(level);
    }
    FormFaults.all(questions, forms)
        .forEach(one ->
            maker.made.add(
                new Fault(Kind.FORM_CHANGED, one.where(), questions, one.forms(), rules)));
    QuestionFaults.all(questions)
        .forEach(one ->
            maker.made.add(
                new Fault(Kind.QUESTION_CHANGED, one.where(), one.questions(), forms, rules)));
    return List.copyOf(maker.made);
  }

  /// A seeded choice of so many, in their order.
  public static List<Fault> chosen(List<Fault> all, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Fault> left = new ArrayList<>(all);
    while (left.size() > count) {
      left.remove(random.nextInt(left.size()));
    }
    return left;
  }

  private void addOfRule(int place) {
    Rule rule = rules.get(place);
    add(Kind.RULE_DROPPED, rule.id(), place, null);
    for (int i = 0; i < rule.cases().size(); i++) {
      Rule.Case one = rule.cases().get(i);
      String where = rule.id() + ", case " + (i + 1);
      if (rule.cases().size() > 1) {
        add(Kind.CASE_DROPPED, where, place, withCase(rule, i, null));
      }
      for (int by : new int[] {-1, 1}) {
        int level = one.level().ordinal() + by;
        if (level >= 0 && level < Urgency.values().length) {
          Urgency other = Urgency.values()[level];
          add(
              Kind.LEVEL_MOVED,
              where + " is " + other.id(),
              place,
              withCase(rule, i, new Rule.Case(other, one.anyOf(), one.askAgain())));
        }
      }
      for (int j = 0; j < one.anyOf().size(); j++) {
        addOfLine(new Line(place, i, j));
      }
    }
  }

  /// Where an alternative stands.
  private record Line(int rule, int inCase, int inLine) {}

  private void addOfLine(Line line) {
    Rule rule = rules.get(line.rule());
    Rule.Case one = rule.cases().get(line.inCase());
    List<Condition> allOf = one.anyOf().get(line.inLine());
    String where = rule.id() + ", case " + (line.inCase() + 1) + ", line " + (line.inLine() + 1);
    if (one.anyOf().size() > 1) {
      List<List<Condition>> fewer = new ArrayList<>(one.anyOf());
      fewer.remove(line.inLine());
      Rule without = withCase(rule, line.inCase(), withLines(one, fewer));
      add(Kind.LINE_DROPPED, where, line.rule(), without);
    }
    for (Condition more : ADDED) {
      List<Condition> longer = new ArrayList<>(allOf);
      longer.add(more);
      addLine(Kind.CONDITION_ADDED, where + ": " + more, line, longer);
    }
    for (int i = 0; i < allOf.size(); i++) {
      if (allOf.size() > 1) {
        List<Condition> shorter = new ArrayList<>(allOf);
        shorter.remove(i);
        String gone = where + ": " + allOf.get(i);
        addLine(Kind.CONDITION_DROPPED, gone, line, shorter);
      }
      for (ConditionFaults.Changed changed : ConditionFaults.of(allOf.get(i), questions)) {
        List<Condition> other = new ArrayList<>(allOf);
        other.set(i, changed.condition());
        String told = where + ": " + changed.condition() + " for " + allOf.get(i);
        addLine(changed.kind(), told, line, other);
      }
    }
  }

  private void addLine(Kind kind, String where, Line line, List<Condition> allOf) {
    Rule rule = rules.get(line.rule());
    Rule.Case one = rule.cases().get(line.inCase());
    List<List<Condition>> lines = new ArrayList<>(one.anyOf());
    lines.set(line.inLine(), allOf);
    add(kind, where, line.rule(), withCase(rule, line.inCase(), withLines(one, lines)));
  }

  private static Rule.Case withLines(Rule.Case one, List<List<Condition>> lines) {
    return new Rule.Case(one.level(), lines, one.askAgain());
  }

  private static Rule withCase(Rule rule, int place, Rule.@Nullable Case other) {
    List<Rule.Case> cases = new ArrayList<>(rule.cases());
    if (other == null) {
      cases.remove(place);
    } else {
      cases.set(place, other);
    }
    return new Rule(rule.id(), rule.concern(), cases);
  }

  private void add(Kind kind, String where, int place, @Nullable Rule other) {
    List<Rule> all = new ArrayList<>(rules);
    if (other == null) {
      all.remove(place);
    } else {
      all.set(place, other);
    }
    made.add(new Fault(kind, where, questions, forms, all));
  }

  private void addEmptied(Urgency level) {
    for (int by : new int[] {-1, 1}) {
      int to = level.ordinal() + by;
      if (level != Urgency.SELF_CARE && to >= 0 && to < Urgency.values().length) {
        Urgency other = Urgency.values()[to];
        List<Rule> all = new ArrayList<>();
        for (Rule rule : rules) {
          all.add(
              new Rule(
                  rule.id(),
                  rule.concern(),
                  rule.cases().stream().map(one -> at(one, level, other)).toList()));
        }
        String where = level.id() + " is " + other.id();
        made.add(new Fault(Kind.LEVEL_EMPTIED, where, questions, forms, all));
      }
    }
  }

  private static Rule.Case at(Rule.Case one, Urgency level, Urgency other) {
    return one.level() == level ? new Rule.Case(other, one.anyOf(), Optional.empty()) : one;
  }
}
