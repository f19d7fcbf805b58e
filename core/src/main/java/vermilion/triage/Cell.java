package vermilion.triage;

import vermilion.clinical.Concern;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;

/// A condition with its question, answer and bounds looked up once: what the engine evaluates.
sealed interface Cell {

  boolean holds(Scene scene);

  /// This condition, widened until neither a worse answer nor more history ends it: it holds where
  /// this one does, or would for a milder answer to the same question or had less been said before.
  default Cell widened() {
    return this;
  }

  /// The negation of this condition, widened so.
  default Cell negationWidened() {
    return new Negation(this);
  }

  /// Looks up a condition in the questions of a protocol.
  ///
  /// @throws IllegalArgumentException naming the question or answer that does not exist
  static Cell of(Condition condition, Questions questions) {
    return switch (condition) {
      case Condition.AtLeast c -> {
        int place = place(questions, c.question());
        yield new RankFrom(place, rank(questions, place, c.answer()));
      }
      case Condition.Below c -> {
        int place = place(questions, c.question());
        yield new RankBelow(place, rank(questions, place, c.answer()));
      }
      case Condition.Is c -> oneOf(c, questions);
      case Condition.From c -> new HourFrom(c.bound().seconds());
      case Condition.Before c -> new HourBefore(c.bound().seconds());
      case Condition.ColdSoreHistory _ -> new ColdSore();
      case Condition.RecentTrigger _ -> new Trigger();
      case Condition.HyaluronidaseGiven _ -> new Dissolved();
      case Condition.FillerIs c -> new Family(c);
      case Condition.RoseBy c -> {
        int place = place(questions, c.question());
        yield new Rise(place, c.by(), c.within().seconds(), c.givenFrom().seconds());
      }
      case Condition.SaidBefore c -> {
        int place = place(questions, c.question());
        yield new Said(place, rank(questions, place, c.answer()), c.within().seconds());
      }
      case Condition.ConcernBefore c -> new Raised(c.concern(), c.within().seconds());
      case Condition.Not c -> new Negation(of(c.condition(), questions));
    };
  }

  private static Cell oneOf(Condition.Is condition, Questions questions) {
    int place = place(questions, condition.question());
    boolean[] accepted = new boolean[questions.at(place).answerIds().size()];
    for (String answer : condition.answers()) {
      accepted[index(questions, place, answer)] = true;
    }
    int least = Integer.MAX_VALUE;
    int leastOther = Integer.MAX_VALUE;
    for (int i = 0; i < accepted.length; i++) {
      int rank = questions.at(place).rankOf(i);
      if (accepted[i]) {
        least = Math.min(least, rank);
      } else {
        leastOther = Math.min(leastOther, rank);
      }
    }
    return new OneOf(place, accepted, least, leastOther);
  }

  private static int place(Questions questions, String id) {
    int place = questions.placeOf(id);
    if (place < 0) {
      throw new IllegalArgumentException("no question has the id " + id);
    }
    return place;
  }

  private static int index(Questions questions, int place, String answer) {
    int index = questions.at(place).indexOf(answer);
    if (index == Question.NO_INDEX) {
      throw new IllegalArgumentException(answer + " is no answer of " + questions.at(place).id());
    }
    return index;
  }

  private static int rank(Questions questions, int place, String answer) {
    return questions.at(place).rankOf(index(questions, place, answer));
  }

  /// The answer worries this much or more.
  record RankFrom(int place, int rank) implements Cell {
    @Override
    public boolean holds(Scene scene) {
      return scene.rankAt(place) >= rank;
    }

    @Override
    public Cell negationWidened() {
      return new Always();
    }
  }

  /// The answer is known and worries less.
  record RankBelow(int place, int rank) implements Cell {
    @Override
    public boolean holds(Scene scene) {
      return scene.index[place] >= 0 && scene.rankAt(place) < rank;
    }

    @Override
    public Cell widened() {
      return new RankFrom(place, 0);
    }
  }

  /// The answer is one of some.
  @SuppressWarnings(
      "ArrayRecordComponent") // never handed out, never compared; boxing would cost the speed
  record OneOf(int place, boolean[] accepted, int leastRank, int leastOtherRank) implements Cell {
    @Override
    public boolean holds(Scene scene) {
      return scene.index[place] >= 0 && accepted[scene.index[place]];
    }

    @Override
    public Cell widened() {
      return new RankFrom(place, leastRank);
    }

    @Override
    public Cell negationWidened() {
      return new Negation(new RankBelow(place, leastOtherRank));
    }
  }

  /// The hour is this or later.
  record HourFrom(long second) implements Cell {
    @Override
    public boolean holds(Scene scene) {
      return scene.elapsedSeconds >= second;
    }
  }

  /// The hour is earlier.
  record HourBefore(long second) implements Cell {
    @Override
    public boolean holds(Scene scene) {
      return scene.elapsedSeconds < second;
    }
  }

  /// Cold sores are known.
  record ColdSore() implements Cell {
    @Override
    public boolean holds(Scene scene) {
      return scene.situation.facts().coldSoreHistory();
    }
  }

  /// A trigger is recent.
  record Trigger() implements Cell {
    @Override
    public boolean holds(Scene scene) {
      return scene.situation.facts().hasRecentTrigger();
    }
  }

  /// Hyaluronidase was given.
  record Dissolved() implements Cell {
    @Override
    public boolean holds(Scene scene) {
      return scene.situation.facts().hyaluronidaseGiven();
    }
  }

  /// The filler is of some families.
  record Family(Condition.FillerIs families) implements Cell {
    @Override
    public boolean holds(Scene scene) {
      return families.families().contains(scene.situation.facts().filler());
    }
  }

  /// The answer rose against an earlier one.
  record Rise(int place, int by, long withinSeconds, long givenFromSecond) implements Cell {
    @Override
    public Cell negationWidened() {
      return new Always();
    }

    @Override
    public boolean holds(Scene scene) {
      int rank = scene.rankAt(place);
      if (rank < by) {
        return false;
      }
      long now = scene.situation.atSecond();
      History history = scene.situation.history();
      for (int i = scene.historyCount - 1; i >= 0; i--) {
        Past past = history.at(i);
        long ago = now - past.atSecond();
        if (ago > withinSeconds) {
          return false;
        }
        int baseline = past.baselineAt(place);
        if (baseline >= 0
            && rank - scene.questions.at(place).rankOf(baseline) >= by
            && scene.elapsedSeconds - ago >= givenFromSecond) {
          return true;
        }
      }
      return false;
    }
  }

  /// It was said before.
  record Said(int place, int rank, long withinSeconds) implements Cell {
    @Override
    public Cell negationWidened() {
      return new Always();
    }

    @Override
    public boolean holds(Scene scene) {
      long now = scene.situation.atSecond();
      History history = scene.situation.history();
      for (int i = scene.historyCount - 1; i >= 0; i--) {
        Past past = history.at(i);
        if (now - past.atSecond() > withinSeconds) {
          return false;
        }
        int baseline = past.baselineAt(place);
        if (baseline >= 0 && scene.questions.at(place).rankOf(baseline) >= rank) {
          return true;
        }
      }
      return false;
    }
  }

  /// A concern was raised before.
  record Raised(Concern concern, long withinSeconds) implements Cell {
    @Override
    public Cell negationWidened() {
      return new Always();
    }

    @Override
    public boolean holds(Scene scene) {
      long now = scene.situation.atSecond();
      History history = scene.situation.history();
      for (int i = scene.historyCount - 1; i >= 0; i--) {
        Past past = history.at(i);
        if (now - past.atSecond() > withinSeconds) {
          return false;
        }
        if (past.raised(concern.ordinal())) {
          return true;
        }
      }
      return false;
    }
  }

  /// The condition does not hold.
  record Negation(Cell cell) implements Cell {
    @Override
    public boolean holds(Scene scene) {
      return !cell.holds(scene);
    }

    @Override
    public Cell widened() {
      return cell.negationWidened();
    }

    @Override
    public Cell negationWidened() {
      return cell.widened();
    }
  }

  /// Nothing is asked.
  record Always() implements Cell {
    @Override
    public boolean holds(Scene scene) {
      return true;
    }
  }
}
