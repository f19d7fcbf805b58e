package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import vermilion.clinical.Concern;
import vermilion.clinical.Form;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

/// Gathers what rules and forms can tell apart: every second at which something begins or ends, and
/// how far back they look.
final class Bounds {

  /// The seconds at which a stretch of hours begins.
  final TreeSet<Long> seconds = new TreeSet<>();

  /// For each question, the lengths that rules look back for a worst answer.
  final TreeMap<String, TreeSet<Long>> worst = new TreeMap<>();

  /// For each question and hour from which an earlier answer counts, the lengths looked back for a
  /// mildest answer.
  final TreeMap<Baseline, TreeSet<Long>> mildest = new TreeMap<>();

  /// For each concern, the lengths that rules look back.
  final TreeMap<Concern, TreeSet<Long>> concerns = new TreeMap<>();

  /// Earlier answers to a question that count for a rise.
  record Baseline(String question, long fromSecond) implements Comparable<Baseline> {
    @Override
    public int compareTo(Baseline other) {
      int byQuestion = question.compareTo(other.question);
      return byQuestion != 0 ? byQuestion : Long.compare(fromSecond, other.fromSecond);
    }
  }

  Bounds(List<Form> forms, List<Rule> rules) {
    seconds.add(0L);
    for (Form form : forms) {
      for (Form.Item item : form.items()) {
        seconds.add(item.from().seconds());
        item.before().ifPresent(bound -> seconds.add(bound.seconds()));
      }
    }
    for (Condition condition : conditionsOf(rules)) {
      add(condition);
    }
    shareLengths();
    addBands();
  }

  /// Gives all that is looked back for of one question the same bands, so that what one of them
  /// says can be held against another.
  private void shareLengths() {
    TreeMap<String, TreeSet<Long>> shared = new TreeMap<>();
    worst.forEach(
        (id, lengths) -> shared.computeIfAbsent(id, _ -> new TreeSet<>()).addAll(lengths));
    mildest.forEach((baseline, lengths) ->
        shared.computeIfAbsent(baseline.question(), _ -> new TreeSet<>()).addAll(lengths));
    worst.replaceAll((id, lengths) -> shared.getOrDefault(id, lengths));
    mildest.replaceAll((baseline, lengths) -> shared.getOrDefault(baseline.question(), lengths));
  }

  static List<Condition> conditionsOf(List<Rule> rules) {
    List<Condition> all = new ArrayList<>();
    for (Rule rule : rules) {
      for (Rule.Case one : rule.cases()) {
        one.anyOf().forEach(all::addAll);
      }
    }
    return all;
  }

  private void add(Condition condition) {
    switch (condition) {
      case Condition.From c -> seconds.add(c.bound().seconds());
      case Condition.Before c -> seconds.add(c.bound().seconds());
      case Condition.SaidBefore c ->
          worst.computeIfAbsent(c.question(), _ -> new TreeSet<>()).add(c.within().seconds());
      case Condition.RoseBy c ->
          mildest
              .computeIfAbsent(
                  new Baseline(c.question(), c.givenFrom().seconds()), _ -> new TreeSet<>())
              .add(c.within().seconds());
      case Condition.ConcernBefore c ->
          concerns.computeIfAbsent(c.concern(), _ -> new TreeSet<>()).add(c.within().seconds());
      case Condition.Not c -> add(c.condition());
      case Condition.AtLeast _, Condition.Is _, Condition.Below _ -> {}
      case Condition.ColdSoreHistory _, Condition.RecentTrigger _ -> {}
      case Condition.HyaluronidaseGiven _, Condition.FillerIs _ -> {}
    }
  }

  /// An answer of a band of ages can only have been given once that much time has passed.
  private void addBands() {
    for (TreeSet<Long> lengths : worst.values()) {
      lengths.forEach(length -> seconds.add(length + 1));
    }
    for (TreeSet<Long> lengths : concerns.values()) {
      lengths.forEach(length -> seconds.add(length + 1));
    }
    mildest.forEach((baseline, lengths) -> {
      seconds.add(baseline.fromSecond());
      for (long length : lengths) {
        seconds.add(baseline.fromSecond() + length);
        seconds.add(baseline.fromSecond() + length + 1);
      }
    });
  }
}
