package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import vermilion.clinical.Question;
import vermilion.triage.Condition;

/// Says of each condition of the rule grammar in which states it holds, as cubes of which at least
/// one holds; written apart from the engine, so that each can be held against the other.
final class ConditionCubes {

  private final Space space;

  ConditionCubes(Space space) {
    this.space = space;
  }

  /// The states in which all conditions of a line hold.
  List<Cube> line(List<Condition> allOf) {
    List<Cube> cubes = List.of(space.all());
    for (Condition condition : allOf) {
      cubes = both(cubes, where(condition));
    }
    return cubes;
  }

  /// The states in which a line holds, or would for milder answers or had less been said before.
  List<Cube> widenedLine(List<Condition> allOf) {
    List<Cube> cubes = List.of(space.all());
    for (Condition condition : allOf) {
      cubes = both(cubes, widened(condition));
    }
    return cubes;
  }

  private static List<Cube> both(List<Cube> some, List<Cube> others) {
    List<Cube> all = new ArrayList<>();
    for (Cube one : some) {
      for (Cube other : others) {
        Cube and = one.and(other);
        if (!and.isEmpty()) {
          all.add(and);
        }
      }
    }
    return all;
  }

  private List<Cube> where(Condition condition) {
    return switch (condition) {
      case Condition.AtLeast c ->
          ranks(c.question(), rank -> rank >= rank(c.question(), c.answer()));
      case Condition.Below c -> ranks(c.question(), rank -> rank < rank(c.question(), c.answer()));
      case Condition.Is c -> one(space.answer(c.question()), accepted(c));
      case Condition.From c -> one(space.hour, hour -> space.secondOf(hour) >= c.bound().seconds());
      case Condition.Before c ->
          one(space.hour, hour -> space.secondOf(hour) < c.bound().seconds());
      case Condition.ColdSoreHistory _ -> one(space.coldSores, value -> value == Space.YES);
      case Condition.RecentTrigger _ -> one(space.trigger, value -> value == Space.YES);
      case Condition.HyaluronidaseGiven _ -> one(space.hyaluronidase, value -> value == Space.YES);
      case Condition.FillerIs c ->
          one(space.filler, value -> c.families().stream().anyMatch(f -> f.ordinal() == value));
      case Condition.SaidBefore c -> {
        int rank = rank(c.question(), c.answer());
        yield some(space.bandsWithin(c.question(), c.within().seconds()), v -> v > rank);
      }
      case Condition.ConcernBefore c ->
          some(space.bandsWithin(c.concern(), c.within().seconds()), v -> v == Space.YES);
      case Condition.RoseBy c -> rose(c);
      case Condition.Not c -> whereNot(c.condition());
    };
  }

  private List<Cube> whereNot(Condition condition) {
    return switch (condition) {
      case Condition.Not c -> where(c.condition());
      case Condition.RoseBy c -> notRose(c);
      case Condition.SaidBefore c -> {
        int rank = rank(c.question(), c.answer());
        yield none(space.bandsWithin(c.question(), c.within().seconds()), v -> v > rank);
      }
      case Condition.ConcernBefore c ->
          none(space.bandsWithin(c.concern(), c.within().seconds()), v -> v == Space.YES);
      default -> complement(where(condition).getFirst());
    };
  }

  /// The states outside a cube that asks for something in one dimension alone.
  private List<Cube> complement(Cube cube) {
    for (int i = 0; i < space.size(); i++) {
      if (cube.count(i) < space.at(i).size()) {
        int dimension = i;
        return List.of(space.all().keeping(i, value -> !cube.allows(dimension, value)));
      }
    }
    return List.of();
  }

  /// Held wherever the condition holds, or would for a milder answer, or for less history.
  private List<Cube> widened(Condition condition) {
    return switch (condition) {
      case Condition.Below c -> ranks(c.question(), _ -> true);
      case Condition.Is c -> {
        int least = leastRank(c, true);
        yield ranks(c.question(), rank -> rank >= least);
      }
      case Condition.Not c -> notWidened(c.condition());
      default -> where(condition);
    };
  }

  private List<Cube> notWidened(Condition condition) {
    return switch (condition) {
      case Condition.Not c -> widened(c.condition());
      case Condition.AtLeast _, Condition.RoseBy _ -> List.of(space.all());
      case Condition.SaidBefore _, Condition.ConcernBefore _ -> List.of(space.all());
      case Condition.Is c -> {
        int least = leastRank(c, false);
        yield complement(ranks(c.question(), rank -> rank < least).getFirst());
      }
      default -> whereNot(condition);
    };
  }

  private List<Cube> rose(Condition.RoseBy rose) {
    int dimension = space.answer(rose.question());
    Question question = question(rose.question());
    int last = question.rankOf(question.worstIndex());
    List<Cube> cubes = new ArrayList<>();
    for (Space.Band band : bandsOf(rose)) {
      for (int milder = 0; milder + rose.by() <= last; milder++) {
        int before = milder;
        Cube was = space.all().keeping(band.dimension(), v -> v > 0 && last - (v - 1) <= before);
        cubes.add(was.keeping(dimension, ranksOf(question, rank -> rank >= before + rose.by())));
      }
    }
    return cubes;
  }

  private List<Cube> notRose(Condition.RoseBy rose) {
    int dimension = space.answer(rose.question());
    Question question = question(rose.question());
    int last = question.rankOf(question.worstIndex());
    List<Cube> cubes = new ArrayList<>();
    cubes.add(
        space
            .all()
            .keeping(
                dimension,
                value ->
                    value == question.answerIds().size() || question.rankOf(value) < rose.by()));
    for (int now = rose.by(); now <= last; now++) {
      int rank = now;
      Cube cube = space.all().keeping(dimension, ranksOf(question, one -> one == rank));
      for (Space.Band band : bandsOf(rose)) {
        cube = cube.keeping(band.dimension(), v -> v == 0 || rank - (last - (v - 1)) < rose.by());
      }
      cubes.add(cube);
    }
    return cubes;
  }

  private List<Space.Band> bandsOf(Condition.RoseBy rose) {
    return space.bandsWithin(
        new Bounds.Baseline(rose.question(), rose.givenFrom().seconds()), rose.within().seconds());
  }

  private List<Cube> one(int dimension, IntPredicate values) {
    return List.of(space.all().keeping(dimension, values));
  }

  private List<Cube> some(List<Space.Band> bands, IntPredicate values) {
    return bands.stream().map(band -> space.all().keeping(band.dimension(), values)).toList();
  }

  private List<Cube> none(List<Space.Band> bands, IntPredicate values) {
    Cube cube = space.all();
    for (Space.Band band : bands) {
      cube = cube.keeping(band.dimension(), values.negate());
    }
    return List.of(cube);
  }

  private List<Cube> ranks(String question, IntPredicate ranks) {
    return one(space.answer(question), ranksOf(question(question), ranks));
  }

  private static IntPredicate ranksOf(Question question, IntPredicate ranks) {
    return value -> value < question.answerIds().size() && ranks.test(question.rankOf(value));
  }

  private IntPredicate accepted(Condition.Is is) {
    Question question = question(is.question());
    return value ->
        value < question.answerIds().size()
            && is.answers().contains(question.answerIds().get(value));
  }

  /// The least rank of the accepted answers, or of the others.
  private int leastRank(Condition.Is is, boolean ofAccepted) {
    Question question = question(is.question());
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < question.answerIds().size(); i++) {
      if (is.answers().contains(question.answerIds().get(i)) == ofAccepted) {
        least = Math.min(least, question.rankOf(i));
      }
    }
    return least;
  }

  private int rank(String question, String answer) {
    Question one = question(question);
    int index = one.indexOf(answer);
    if (index == Question.NO_INDEX) {
      throw new IllegalArgumentException(answer + " is no answer of " + question);
    }
    return one.rankOf(index);
  }

  private Question question(String id) {
    return space.questions.at(space.placeOf(space.answer(id)));
  }
}
