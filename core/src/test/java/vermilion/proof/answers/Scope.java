package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Facts;
import vermilion.clinical.Filler;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Trigger;
import vermilion.triage.Condition;

/// The tales that the judge of the faults looks through for one alternative of a rule: every answer
/// to every question that it reads, every second about every bound of its neighbours, the record
/// and at most one earlier answer, all other answers mild or all unknown.
final class Scope {

  private static final long LONG = 30L * 24 * 3600;

  final List<Tale.Said> saids = new ArrayList<>();
  private final SlowReading reading;
  private final Questions questions;
  private final TreeSet<Long> seconds = new TreeSet<>();
  private boolean readsColdSores;
  private boolean readsTriggers;

  Scope(SlowReading reading) {
    this.reading = reading;
    this.questions = reading.questions;
    seconds.add(0L);
  }

  /// Adds the seconds about the bounds of an alternative, and what it reads of the record.
  void addBounds(SlowReading.Line line) {
    line.allOf().forEach(this::addBounds);
  }

  private void addBounds(Condition condition) {
    switch (condition) {
      case Condition.Not c -> addBounds(c.condition());
      case Condition.From c -> addSecond(c.bound().seconds());
      case Condition.Before c -> addSecond(c.bound().seconds());
      case Condition.ColdSoreHistory _ -> readsColdSores = true;
      case Condition.RecentTrigger _ -> readsTriggers = true;
      default -> {}
    }
  }

  void addSecond(long bound) {
    seconds.add(Math.max(0, bound - 1));
    seconds.add(bound);
  }

  /// Adds the earlier answers that an alternative looks back at, from each side of its window.
  void addHistory(SlowReading.Line line) {
    line.allOf().forEach(this::addHistory);
  }

  private void addHistory(Condition condition) {
    switch (condition) {
      case Condition.Not c -> addHistory(c.condition());
      case Condition.RoseBy c -> {
        for (int answer : firstOfEachRank(c.question())) {
          addSaid(c.within().seconds(), c.givenFrom().seconds(), c.question(), answer);
        }
      }
      case Condition.SaidBefore c -> {
        for (int answer : firstOfEachRank(c.question())) {
          addSaid(c.within().seconds(), 0, c.question(), answer);
        }
      }
      case Condition.ConcernBefore c -> {
        Tale.Said raising = raising(c);
        if (raising != null) {
          String question = questions.at(raising.place()).id();
          addSaid(c.within().seconds(), 0, question, raising.answer());
        }
      }
      default -> {}
    }
  }

  private List<Integer> firstOfEachRank(String id) {
    Question question = question(id);
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < question.answerIds().size(); i++) {
      if (i == 0 || question.rankOf(i) != question.rankOf(i - 1)) {
        all.add(i);
      }
    }
    return all;
  }

  private void addSaid(long within, long from, String question, int answer) {
    for (long ago : new long[] {0, within, within + 1}) {
      Tale.Said said = new Tale.Said(ago, questions.placeOf(question), answer);
      if (ago >= 0 && !saids.contains(said)) {
        saids.add(said);
      }
      if (ago >= 0 && ago < 10 * LONG) {
        addSecond(ago);
        addSecond(ago + from);
      }
    }
  }

  /// An answer that raises a concern at any hour.
  private Tale.@Nullable Said raising(Condition.ConcernBefore before) {
    for (int place = 0; place < questions.size(); place++) {
      for (int answer = 0; answer < questions.at(place).answerIds().size(); answer++) {
        Tale.Said said = new Tale.Said(0, place, answer);
        Tale early = new Tale(0, facts(false, false), unknown(), List.of()).then(said);
        Tale late = new Tale(LONG, facts(false, false), unknown(), List.of()).then(said);
        if (reading.raises(early, before.concern()) && reading.raises(late, before.concern())) {
          return said;
        }
      }
    }
    return null;
  }

  /// A tale in which an alternative holds and something else is so too, if there is one.
  @Nullable Tale find(SlowReading.Line line, Set<Integer> places, Predicate<Tale> found) {
    return find(line, places, found, false);
  }

  /// The same of a sheet with empty places, in which the alternative may hold once they count.
  @Nullable Tale findSheet(SlowReading.Line line, Set<Integer> places, Predicate<Tale> found) {
    return find(line, places, found, true);
  }

  private @Nullable Tale find(
      SlowReading.Line line, Set<Integer> places, Predicate<Tale> found, boolean orEmpty) {
    List<Integer> order = List.copyOf(places);
    List<SlowReading.Test> always = reading.testsAt(line, Tale.UNKNOWN);
    List<List<SlowReading.Test>> tests = new ArrayList<>();
    order.forEach(place -> tests.add(reading.testsAt(line, place)));
    for (Tale context : contexts()) {
      if (SlowReading.all(always, context)) {
        Tale tale = new Search(order, tests, found, orEmpty).from(context, 0);
        if (tale != null) {
          return tale;
        }
      }
    }
    return null;
  }

  private final class Search {
    private final List<Integer> places;
    private final List<List<SlowReading.Test>> tests;
    private final Predicate<Tale> found;
    private final boolean orEmpty;

    Search(
        List<Integer> places,
        List<List<SlowReading.Test>> tests,
        Predicate<Tale> found,
        boolean orEmpty) {
      this.places = places;
      this.tests = tests;
      this.found = found;
      this.orEmpty = orEmpty;
    }

    @Nullable Tale from(Tale tale, int depth) {
      if (depth == places.size()) {
        return found.test(tale) ? tale : null;
      }
      int place = places.get(depth);
      for (int i = Tale.UNKNOWN; i < questions.at(place).answerIds().size(); i++) {
        Tale next = tale.with(place, i);
        boolean empty = orEmpty && i == Tale.UNKNOWN;
        if (empty || SlowReading.all(tests.get(depth), next)) {
          Tale deeper = from(next, depth + 1);
          if (deeper != null) {
            return deeper;
          }
        }
      }
      return null;
    }
  }

  /// Each second, record, earlier answer or none, with all answers unknown and with all mild.
  List<Tale> contexts() {
    List<Tale> contexts = new ArrayList<>();
    for (int[] background : List.of(new int[questions.size()], unknown())) {
      for (long second : seconds) {
        for (Facts facts : facts()) {
          contexts.add(new Tale(second, facts, background, List.of()));
          for (Tale.Said said : saids) {
            if (said.ago() <= second) {
              contexts.add(new Tale(second, facts, background, List.of(said)));
            }
          }
        }
      }
    }
    return contexts;
  }

  int[] unknown() {
    int[] unknown = new int[questions.size()];
    Arrays.fill(unknown, Tale.UNKNOWN);
    return unknown;
  }

  private List<Facts> facts() {
    List<Facts> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      boolean coldSores = (i & 1) != 0;
      boolean trigger = (i & 2) != 0;
      if ((readsColdSores || !coldSores) && (readsTriggers || !trigger)) {
        all.add(facts(coldSores, trigger));
      }
    }
    return all;
  }

  private static Facts facts(boolean coldSores, boolean trigger) {
    return new Facts(
        Filler.HYALURONIC_ACID, coldSores, false, trigger ? List.of(Trigger.ILLNESS) : List.of());
  }

  private Question question(String id) {
    return questions.at(questions.placeOf(id));
  }
}
