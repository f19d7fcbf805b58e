package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Urgency;
import vermilion.proof.Property;
import vermilion.testing.Fault;
import vermilion.triage.Condition;
import vermilion.triage.Rule;
import vermilion.triage.SafetyFloor;

/// Says whether a faulty protocol breaks a property, slowly and without the proof: it tries patient
/// after patient about everything that the fault can touch.
///
/// It leans on the protocol without the fault being sound: only alternatives that read a question
/// that the fault is about are tried.
public final class SlowJudge {

  private static final Map<SlowReading.Line, Set<String>> KNOWN = new ConcurrentHashMap<>();

  /// A fault that is about more questions than this is about all alike.
  private static final int MOST_TOUCHED = 6;

  private final Fault fault;
  private final Questions questions;
  private final SlowReading reading;
  private final List<SlowReading.Line> added = new ArrayList<>();
  private final List<SlowReading.Line> removed = new ArrayList<>();
  private final List<SlowReading.Line> changed = new ArrayList<>();
  private final Set<String> touched = new HashSet<>();
  private final Map<Property, String> verdict = new EnumMap<>(Property.class);

  private SlowJudge(Fault sound, Fault fault) {
    this.fault = fault;
    this.questions = fault.questions();
    this.reading = new SlowReading(fault.questions(), fault.rules());
    noteChanges(sound);
  }

  /// Every property that is broken, with a tale in which it is.
  public static Map<Property, String> verdict(Fault sound, Fault fault) {
    SlowJudge judge = new SlowJudge(sound, fault);
    judge.floorQuestions();
    if (judge.verdict.isEmpty()) {
      judge.rulesThatNeverFire();
      judge.levelsNeverReached();
      judge.floor();
      judge.monotone();
    }
    return judge.verdict;
  }

  private void noteChanges(Fault sound) {
    removed.addAll(SlowReading.linesOf(sound.rules()));
    for (SlowReading.Line line : SlowReading.linesOf(fault.rules())) {
      if (!removed.remove(line)) {
        added.add(line);
      }
    }
    changed.addAll(added);
    changed.addAll(removed);
    changed.forEach(line -> touched.addAll(questionsOf(line)));
    for (int place = 0; place < questions.size(); place++) {
      if (!questions.at(place).equals(sound.questions().at(place))) {
        touched.add(questions.at(place).id());
      }
    }
    for (int i = 0; i < fault.forms().size(); i++) {
      Set<Form.Item> items = new HashSet<>(fault.forms().get(i).items());
      Set<Form.Item> other = new HashSet<>(sound.forms().get(i).items());
      items.stream().filter(item -> !other.contains(item)).forEach(this::noteItem);
      other.stream().filter(item -> !items.contains(item)).forEach(this::noteItem);
    }
  }

  private void noteItem(Form.Item item) {
    touched.add(item.question());
    item.onlyIf().ifPresent(onlyIf -> touched.add(onlyIf.question()));
  }

  /// Whether the fault can have taken something from under an alternative: it is new, or one at
  /// least as urgent is gone, or the fault is in the forms.
  private boolean canSink(SlowReading.Line line) {
    return changed.isEmpty()
        || added.contains(line)
        || removed.stream().anyMatch(gone -> gone.level().atLeast(line.level()));
  }

  private boolean isTouched(SlowReading.Line line) {
    return canSink(line) && questionsOf(line).stream().anyMatch(touched::contains);
  }

  private static Set<String> questionsOf(SlowReading.Line line) {
    return KNOWN.computeIfAbsent(
        line,
        _ -> {
          Set<String> ids = new TreeSet<>();
          line.allOf().forEach(condition -> noteQuestion(condition, ids));
          return ids;
        });
  }

  private static void noteQuestion(Condition condition, Set<String> ids) {
    switch (condition) {
      case Condition.AtLeast c -> ids.add(c.question());
      case Condition.Below c -> ids.add(c.question());
      case Condition.Is c -> ids.add(c.question());
      case Condition.RoseBy c -> ids.add(c.question());
      case Condition.SaidBefore c -> ids.add(c.question());
      case Condition.Not c -> noteQuestion(c.condition(), ids);
      default -> {}
    }
  }

  /// The places that an alternative reads, and those that the fault is about.
  private Set<Integer> placesWithTouched(SlowReading.Line line) {
    Set<Integer> places = places(line);
    if (touched.size() < MOST_TOUCHED) {
      touched.forEach(id -> places.add(questions.placeOf(id)));
    }
    return places;
  }

  private Set<Integer> places(SlowReading.Line line) {
    Set<Integer> places = new TreeSet<>();
    questionsOf(line).forEach(id -> places.add(questions.placeOf(id)));
    return places;
  }

  /// What to try for an alternative: about its own bounds, and those of all that share a question
  /// with it.
  private Scope scope(SlowReading.Line line) {
    Scope scope = new Scope(reading);
    Set<String> mine = questionsOf(line);
    List<SlowReading.Line> near = new ArrayList<>(reading.lines);
    near.addAll(changed);
    near.removeIf(other -> questionsOf(other).stream().noneMatch(mine::contains));
    near.add(line);
    near.forEach(scope::addBounds);
    scope.addHistory(line);
    changed.forEach(scope::addHistory);
    return scope;
  }

  private void floorQuestions() {
    for (Question floor : SafetyFloor.questions()) {
      Question own = questions.at(questions.placeOf(floor.id()));
      boolean same =
          own.answers().equals(floor.answers())
              && own.unsure().equals(floor.unsure())
              && own.ifEmpty() == floor.ifEmpty();
      if (!same) {
        verdict.put(Property.FLOOR, floor.id() + " no longer means what the floor reads");
      }
    }
  }

  private void rulesThatNeverFire() {
    for (Rule rule : fault.rules()) {
      List<SlowReading.Line> own = new ArrayList<>(reading.lines);
      own.removeIf(line -> !line.rule().equals(rule.id()));
      boolean asBefore = own.stream().noneMatch(changed::contains);
      if (!asBefore && own.stream().noneMatch(this::canHold)) {
        verdict.put(Property.TOTAL, rule.id() + " never fires");
      }
    }
  }

  private boolean canHold(SlowReading.Line line) {
    return scope(line).find(line, places(line), _ -> true) != null;
  }

  private void levelsNeverReached() {
    for (Urgency level : Urgency.values()) {
      boolean reached = level == Urgency.SELF_CARE;
      for (SlowReading.Line line : reading.lines) {
        reached =
            reached
                || (line.level() == level
                    && scope(line)
                            .find(
                                line, placesWithTouched(line), tale -> reading.level(tale) == level)
                        != null);
      }
      if (!reached) {
        verdict.put(Property.TOTAL, level.id() + " is never reached");
      }
    }
  }

  private void floor() {
    for (SlowReading.Line line : SlowReading.linesOf(SafetyFloor.rules())) {
      if (isTouched(line)) {
        Tale tale =
            scope(line)
                .find(
                    line,
                    placesWithTouched(line),
                    one -> !reading.level(one).atLeast(line.level()));
        if (tale != null) {
          verdict.put(Property.FLOOR, line.rule() + " " + line.level() + ": " + told(tale));
        }
      }
    }
  }

  private void monotone() {
    for (SlowReading.Line line : reading.lines) {
      if (isTouched(line) && canEnd(line) && !verdict.containsKey(Property.MONOTONE)) {
        List<SlowReading.Test> tests = reading.tests(line);
        Scope scope = scope(line);
        Tale tale =
            scope.find(
                line, placesWithTouched(line), one -> isLoweredByOneMore(one, line, tests, scope));
        if (tale == null) {
          tale = new SlowForms(reading, fault.forms(), scope).lowered(line, places(line));
        }
        if (tale != null) {
          verdict.put(Property.MONOTONE, line.rule() + " " + line.level() + ": " + told(tale));
        }
      }
    }
  }

  /// Whether a worse answer, or one more thing said before, takes a tale below the level of an
  /// alternative that holds in it.
  private boolean isLoweredByOneMore(
      Tale tale, SlowReading.Line line, List<SlowReading.Test> tests, Scope scope) {
    for (int place : places(line)) {
      int answer = tale.answers()[place];
      Question question = questions.at(place);
      for (int worse = 0; answer >= 0 && worse < question.answerIds().size(); worse++) {
        if (worse != answer && question.rankOf(worse) >= question.rankOf(answer)) {
          if (isLower(tale.with(place, worse), line, tests)) {
            return true;
          }
        }
      }
    }
    // Only an alternative that asks for nothing to have been said is ended by more history.
    for (Tale.Said said : asksForNoHistory(line) ? scope.saids : List.<Tale.Said>of()) {
      if (said.ago() <= tale.second() && isLower(tale.with(said), line, tests)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a worse answer or more history can end an alternative at all.
  private boolean canEnd(SlowReading.Line line) {
    return line.allOf().stream().anyMatch(this::canEnd);
  }

  private boolean canEnd(Condition condition) {
    return switch (condition) {
      case Condition.Below _ -> true;
      case Condition.Is c -> {
        Question question = questions.at(questions.placeOf(c.question()));
        int mildest = Integer.MAX_VALUE;
        for (String answer : c.answers()) {
          mildest = Math.min(mildest, question.rankOf(question.indexOf(answer)));
        }
        int least = mildest;
        yield question.answerIds().stream()
            .anyMatch(answer ->
                question.rankOf(question.indexOf(answer)) >= least
                    && !c.answers().contains(answer));
      }
      case Condition.Not c ->
          !(c.condition() instanceof Condition.From)
              && !(c.condition() instanceof Condition.Before)
              && !(c.condition() instanceof Condition.Below)
              && !(c.condition() instanceof Condition.ColdSoreHistory);
      default -> false;
    };
  }

  private static boolean asksForNoHistory(SlowReading.Line line) {
    return line.allOf().stream()
        .filter(Condition.Not.class::isInstance)
        .map(not -> ((Condition.Not) not).condition())
        .anyMatch(inner ->
            inner instanceof Condition.SaidBefore
                || inner instanceof Condition.ConcernBefore
                || inner instanceof Condition.RoseBy
                || inner instanceof Condition.Not);
  }

  private boolean isLower(Tale tale, SlowReading.Line line, List<SlowReading.Test> tests) {
    return !SlowReading.all(tests, tale) && !reading.level(tale).atLeast(line.level());
  }

  private String told(@Nullable Tale tale) {
    if (tale == null) {
      return "nobody";
    }
    StringBuilder text = new StringBuilder("second " + tale.second() + " " + tale.earlier());
    for (int place = 0; place < questions.size(); place++) {
      int answer = tale.answers()[place];
      if (answer > 0) {
        text.append(", " + questions.at(place).id())
            .append(" " + questions.at(place).answerIds().get(answer));
      }
    }
    return text.toString();
  }
}
