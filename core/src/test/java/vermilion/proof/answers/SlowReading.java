package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import vermilion.clinical.Concern;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Urgency;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

/// Reads a table of rules anew, from the words of the grammar alone: what the judge of the faults
/// goes by.
final class SlowReading {

  final Questions questions;

  /// Worst first.
  final List<Line> lines = new ArrayList<>();

  /// An alternative of a case of a rule.
  record Line(String rule, Concern concern, Urgency level, List<Condition> allOf) {}

  /// The same, ready to be asked about a tale.
  private record Reading(Line line, List<Test> tests) {}

  private final List<Reading> readings = new ArrayList<>();

  /// Whether a condition holds in a tale.
  interface Test {
    boolean holds(Tale tale);
  }

  SlowReading(Questions questions, List<Rule> rules) {
    this.questions = questions;
    this.lines.addAll(linesOf(rules));
    lines.sort(Comparator.comparing(Line::level).reversed());
    for (Line line : lines) {
      readings.add(new Reading(line, tests(line)));
    }
  }

  static List<Line> linesOf(List<Rule> rules) {
    List<Line> lines = new ArrayList<>();
    for (Rule rule : rules) {
      for (Rule.Case one : rule.cases()) {
        for (List<Condition> allOf : one.anyOf()) {
          lines.add(new Line(rule.id(), rule.concern(), one.level(), allOf));
        }
      }
    }
    return lines;
  }

  /// The level of a tale: the worst of the alternatives that hold.
  Urgency level(Tale tale) {
    for (Reading reading : readings) {
      if (all(reading.tests(), tale)) {
        return reading.line().level();
      }
    }
    return Urgency.SELF_CARE;
  }

  static boolean all(List<Test> tests, Tale tale) {
    for (int i = 0; i < tests.size(); i++) {
      if (!tests.get(i).holds(tale)) {
        return false;
      }
    }
    return true;
  }

  List<Test> tests(Line line) {
    return line.allOf().stream().map(this::test).toList();
  }

  /// Those conditions of an alternative that read the answer now at a place, or none with -1.
  List<Test> testsAt(Line line, int place) {
    return line.allOf().stream()
        .filter(condition -> placeRead(condition) == place)
        .map(this::test)
        .toList();
  }

  private int placeRead(Condition condition) {
    return switch (condition) {
      case Condition.AtLeast c -> questions.placeOf(c.question());
      case Condition.Below c -> questions.placeOf(c.question());
      case Condition.Is c -> questions.placeOf(c.question());
      case Condition.RoseBy c -> questions.placeOf(c.question());
      case Condition.Not c -> placeRead(c.condition());
      default -> -1;
    };
  }

  private Test test(Condition condition) {
    return switch (condition) {
      case Condition.AtLeast c -> {
        int place = questions.placeOf(c.question());
        int least = rank(c.question(), c.answer());
        yield tale -> tale.answers()[place] >= 0 && rank(place, tale) >= least;
      }
      case Condition.Below c -> {
        int place = questions.placeOf(c.question());
        int bound = rank(c.question(), c.answer());
        yield tale -> tale.answers()[place] >= 0 && rank(place, tale) < bound;
      }
      case Condition.Is c -> {
        int place = questions.placeOf(c.question());
        BitSet accepted = new BitSet();
        c.answers().forEach(answer -> accepted.set(questions.at(place).indexOf(answer)));
        yield tale -> tale.answers()[place] >= 0 && accepted.get(tale.answers()[place]);
      }
      case Condition.From c -> tale -> tale.second() >= c.bound().seconds();
      case Condition.Before c -> tale -> tale.second() < c.bound().seconds();
      case Condition.ColdSoreHistory _ -> tale -> tale.facts().coldSoreHistory();
      case Condition.RecentTrigger _ -> tale -> !tale.facts().triggers().isEmpty();
      case Condition.HyaluronidaseGiven _ -> tale -> tale.facts().hyaluronidaseGiven();
      case Condition.FillerIs c -> tale -> c.families().contains(tale.facts().filler());
      case Condition.RoseBy c -> rose(c);
      case Condition.SaidBefore c -> said(c);
      case Condition.ConcernBefore c -> tale -> wasRaised(c, tale);
      case Condition.Not c -> {
        Test inner = test(c.condition());
        yield tale -> !inner.holds(tale);
      }
    };
  }

  private Test rose(Condition.RoseBy rise) {
    int place = questions.placeOf(rise.question());
    return tale ->
        tale.answers()[place] >= 0
            && tale.earlier().stream()
                .anyMatch(said ->
                    said.place() == place
                        && said.ago() <= rise.within().seconds()
                        && tale.second() - said.ago() >= rise.givenFrom().seconds()
                        && rank(place, tale) - rankOf(said) >= rise.by());
  }

  private Test said(Condition.SaidBefore before) {
    int place = questions.placeOf(before.question());
    int least = rank(before.question(), before.answer());
    return tale ->
        tale.earlier().stream()
            .anyMatch(said ->
                said.place() == place
                    && said.ago() <= before.within().seconds()
                    && rankOf(said) >= least);
  }

  private boolean wasRaised(Condition.ConcernBefore before, Tale tale) {
    for (Tale.Said said : tale.earlier()) {
      if (said.ago() <= before.within().seconds() && raises(tale.then(said), before.concern())) {
        return true;
      }
    }
    return false;
  }

  /// Whether some rule about a concern fires.
  boolean raises(Tale tale, Concern concern) {
    for (Reading reading : readings) {
      if (reading.line().concern() == concern && all(reading.tests(), tale)) {
        return true;
      }
    }
    return false;
  }

  private int rank(int place, Tale tale) {
    return questions.at(place).rankOf(tale.answers()[place]);
  }

  private int rankOf(Tale.Said said) {
    return questions.at(said.place()).rankOf(said.answer());
  }

  private int rank(String question, String answer) {
    Question one = questions.at(questions.placeOf(question));
    return one.rankOf(one.indexOf(answer));
  }
}
