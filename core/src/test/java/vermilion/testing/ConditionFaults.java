package vermilion.testing;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.testing.Fault.Kind;
import vermilion.time.Elapsed;
import vermilion.triage.Condition;

/// Every mistake that can be put into one condition.
final class ConditionFaults {

  private static final long HOUR = Elapsed.SECONDS_PER_HOUR;
  private static final long DAY = 24 * HOUR;

  private final Questions questions;
  private final List<Changed> made = new ArrayList<>();

  /// A condition with a mistake in it.
  record Changed(Kind kind, Condition condition) {}

  private ConditionFaults(Questions questions) {
    this.questions = questions;
  }

  static List<Changed> of(Condition condition, Questions questions) {
    ConditionFaults faults = new ConditionFaults(questions);
    if (condition instanceof Condition.Not not) {
      faults.add(Kind.NEGATION_CHANGED, not.condition());
      for (Changed inner : of(not.condition(), questions)) {
        if (inner.kind() != Kind.NEGATION_CHANGED) {
          faults.add(inner.kind(), new Condition.Not(inner.condition()));
        }
      }
    } else {
      faults.add(Kind.NEGATION_CHANGED, new Condition.Not(condition));
      faults.addInside(condition);
    }
    return faults.made;
  }

  private void add(Kind kind, Condition condition) {
    made.add(new Changed(kind, condition));
  }

  private void addInside(Condition condition) {
    switch (condition) {
      case Condition.AtLeast c -> {
        add(Kind.COMPARISON_FLIPPED, new Condition.Below(c.question(), c.answer()));
        for (String other : neighbours(c.question(), c.answer())) {
          add(Kind.THRESHOLD_MOVED, new Condition.AtLeast(c.question(), other));
        }
      }
      case Condition.Below c -> {
        add(Kind.COMPARISON_FLIPPED, new Condition.AtLeast(c.question(), c.answer()));
        for (String other : neighbours(c.question(), c.answer())) {
          add(Kind.THRESHOLD_MOVED, new Condition.Below(c.question(), other));
        }
      }
      case Condition.Is c -> addSets(c);
      case Condition.From c -> {
        add(Kind.COMPARISON_FLIPPED, new Condition.Before(c.bound()));
        moved(c.bound(), HOUR, DAY)
            .forEach(bound -> add(Kind.HOURS_MOVED, new Condition.From(bound)));
      }
      case Condition.Before c -> {
        add(Kind.COMPARISON_FLIPPED, new Condition.From(c.bound()));
        moved(c.bound(), HOUR, DAY)
            .forEach(bound -> add(Kind.HOURS_MOVED, new Condition.Before(bound)));
      }
      case Condition.RoseBy c -> addRises(c);
      case Condition.SaidBefore c -> addSaid(c);
      case Condition.ConcernBefore c -> {
        for (Elapsed within : moved(c.within(), HOUR, DAY)) {
          add(Kind.HISTORY_CHANGED, new Condition.ConcernBefore(c.concern(), within));
        }
      }
      default -> {}
    }
  }

  private void addSaid(Condition.SaidBefore said) {
    for (Elapsed within : moved(said.within(), HOUR, DAY)) {
      add(Kind.HISTORY_CHANGED, new Condition.SaidBefore(said.question(), said.answer(), within));
    }
    for (String other : neighbours(said.question(), said.answer())) {
      add(Kind.THRESHOLD_MOVED, new Condition.SaidBefore(said.question(), other, said.within()));
    }
  }

  private void addSets(Condition.Is is) {
    for (String answer : question(is.question()).answerIds()) {
      List<String> other = new ArrayList<>(is.answers());
      if (!other.remove(answer)) {
        other.add(answer);
      }
      add(Kind.SET_CHANGED, new Condition.Is(is.question(), other));
    }
  }

  private void addRises(Condition.RoseBy rise) {
    for (int by : new int[] {rise.by() - 1, rise.by() + 1}) {
      add(
          Kind.HISTORY_CHANGED,
          new Condition.RoseBy(rise.question(), by, rise.within(), rise.givenFrom()));
    }
    for (Elapsed within : moved(rise.within(), HOUR, DAY)) {
      add(
          Kind.HISTORY_CHANGED,
          new Condition.RoseBy(rise.question(), rise.by(), within, rise.givenFrom()));
    }
    for (Elapsed from : moved(rise.givenFrom(), HOUR, DAY)) {
      add(
          Kind.HISTORY_CHANGED,
          new Condition.RoseBy(rise.question(), rise.by(), rise.within(), from));
    }
  }

  /// A length of time that is so much shorter or longer.
  private static List<Elapsed> moved(Elapsed bound, long... by) {
    List<Elapsed> all = new ArrayList<>();
    for (long seconds : by) {
      if (bound.seconds() > seconds) {
        all.add(new Elapsed(bound.seconds() - seconds));
      }
      all.add(new Elapsed(bound.seconds() + seconds));
    }
    return all;
  }

  /// The first answers of the next milder and the next worse rank.
  private List<String> neighbours(String id, String answer) {
    Question question = question(id);
    int rank = question.rankOf(question.indexOf(answer));
    List<String> all = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < question.answerIds().size(); i++) {
      int other = question.rankOf(i);
      if (other != last && Math.abs(other - rank) == 1) {
        all.add(question.answerIds().get(i));
      }
      last = other;
    }
    return all;
  }

  private Question question(String id) {
    return questions.at(questions.placeOf(id));
  }
}
