package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Concern;
import vermilion.clinical.Form;
import vermilion.clinical.Questions;
import vermilion.clinical.Urgency;
import vermilion.json.Json;
import vermilion.proof.Counterexample;
import vermilion.proof.Findings;
import vermilion.proof.Property;
import vermilion.proof.Proved;
import vermilion.protocol.Protocol;
import vermilion.triage.Rule;
import vermilion.triage.SafetyFloor;
import vermilion.triage.Triage;

/// Decides what must hold of every answer: total, above the safety floor, monotone.
///
/// The space is every form, complete or not, times every hour, times what the record knows, times
/// every answer, "not sure" and empty place, times all that a rule can ask of what was said before.
/// Rules are conjunctions over it, cubes, so each property is a question whether some cubes cover
/// another one, decided exactly by [Covering]. Two readings of the hour (H-6) and an unknown time
/// of treatment take the worst of several states; what holds of each of them holds of the worst.
public final class AnswersProof {

  private final Subject subject;
  private final Space space;
  private final Table table;
  private final Table floor;
  private final List<Cube> impossible;
  private final List<Step> steps;
  private final Reenactment engine;
  private final Shrink shrink;
  private final Story story;
  private final List<Proved> proved = new ArrayList<>();
  private final List<Counterexample> broken = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  /// What is decided about.
  ///
  /// @param questions what may be asked
  /// @param forms which questions are asked together
  /// @param table every rule that the engine applies, those of the floor with them
  /// @param floor the rules that nothing may be below
  public record Subject(Questions questions, List<Form> forms, List<Rule> table, List<Rule> floor) {

    /// Copies the lists.
    public Subject {
      forms = List.copyOf(forms);
      table = List.copyOf(table);
      floor = List.copyOf(floor);
    }

    /// A protocol as the engine applies it: over the built-in floor.
    public static Subject of(Protocol protocol) {
      return new Subject(
          protocol.questions(),
          protocol.forms(),
          SafetyFloor.under(protocol.rules()),
          SafetyFloor.rules());
    }

    /// A table of rules as it stands, without a floor put under it.
    public static Subject ofTable(Questions questions, List<Form> forms, List<Rule> table) {
      return new Subject(questions, forms, table, SafetyFloor.rules());
    }
  }

  private AnswersProof(Subject subject) {
    this.subject = subject;
    List<Rule> all = new ArrayList<>(subject.table());
    all.addAll(subject.floor());
    this.space = new Space(subject.questions(), subject.forms(), new Bounds(subject.forms(), all));
    this.table = new Table(space, subject.table());
    this.floor = new Table(space, subject.floor());
    this.impossible = Impossible.in(space);
    this.steps = Step.all(space);
    this.engine =
        new Reenactment(
            space, Triage.ofTable(subject.questions(), subject.forms(), subject.table()));
    this.shrink = new Shrink(space);
    this.story = new Story(space);
  }

  /// Decides all of it. Where a question of the floor is missing or means something else, the floor
  /// cannot be read, and nothing further is decided.
  public static Findings decide(Subject subject) {
    List<String> problems = SafetyFloor.problems(subject.questions());
    if (!problems.isEmpty()) {
      return new Findings(
          List.of(), problems.stream().map(AnswersProof::floorUnreadable).toList(), List.of());
    }
    AnswersProof proof = new AnswersProof(subject);
    proof.everyRuleFires();
    proof.everyLevelIsReached();
    proof.noLevelIsBelowTheFloor();
    proof.nothingWorseLowersALevel();
    proof.nothingWorseCountsForLess();
    return new Findings(proof.proved, proof.broken, proof.notices);
  }

  private static Counterexample floorUnreadable(String problem) {
    return new Counterexample(
        Property.FLOOR,
        "every question of the built-in safety floor is asked with its meaning",
        "The safety floor cannot be read: " + problem + ".",
        List.of(),
        Json.object().put("floor", problem).build());
  }

  private void everyRuleFires() {
    int before = broken.size();
    List<Table.Line> live =
        table.lines.stream().filter(line -> !Covering.covers(impossible, line.cube())).toList();
    for (Rule rule : subject.table()) {
      List<Table.Line> own = live.stream().filter(line -> line.isOf(rule)).toList();
      if (own.isEmpty()) {
        broken.add(
            new Counterexample(
                Property.TOTAL,
                "every rule can fire",
                "Rule " + rule.id() + " can never fire: nothing can be so at once.",
                List.of(rule.id()),
                Json.object().put("rule", rule.id()).build()));
      } else if (own.stream().noneMatch(this::decidesAlone)) {
        notices.add("rule " + rule.id() + " never decides alone: another one is always as urgent");
      }
      tellOfDeadLines(rule, own);
    }
    if (broken.size() == before) {
      prove(Property.TOTAL, "every rule can fire");
    }
  }

  private boolean decidesAlone(Table.Line line) {
    return !Covering.covers(and(table.atLeastWithout(line.rule(), line.level())), line.cube());
  }

  /// @param own the lines of the rule that can hold
  private void tellOfDeadLines(Rule rule, List<Table.Line> own) {
    for (int i = 0; i < rule.cases().size(); i++) {
      for (int j = 0; j < rule.cases().get(i).anyOf().size(); j++) {
        int inCase = i;
        int inLine = j;
        if (own.stream().noneMatch(line -> line.inCase() == inCase && line.inLine() == inLine)) {
          notices.add(
              "rule " + rule.id() + ", case " + (i + 1) + ", line " + (j + 1) + " can never hold");
        }
      }
    }
  }

  private void everyLevelIsReached() {
    int before = broken.size();
    for (Urgency level : Urgency.values()) {
      boolean reached = false;
      for (Cube cube : level == Urgency.SELF_CARE ? List.of(space.all()) : table.atLeast(level)) {
        reached |= !Covering.covers(and(table.above(level)), cube);
      }
      if (!reached) {
        broken.add(
            new Counterexample(
                Property.TOTAL,
                "every level is reached",
                "No answers have the level " + level.id() + "; its words would never be read.",
                List.of(),
                Json.object().put("level", level.id()).build()));
      }
    }
    if (broken.size() == before) {
      prove(Property.TOTAL, "every state has one level, and every level is reached");
    }
  }

  private List<Cube> and(List<Cube> cubes) {
    List<Cube> all = new ArrayList<>(cubes);
    all.addAll(impossible);
    return all;
  }

  private void noLevelIsBelowTheFloor() {
    String statement = "no level is below the built-in safety floor";
    List<Cube> before = new ArrayList<>();
    int failures = broken.size();
    for (Table.Line line : floor.lines) {
      int[] state = Covering.leftOut(line.cube(), and(table.atLeast(line.level())));
      if (state != null && before.stream().noneMatch(known -> known.holds(state))) {
        before.add(line.cube());
        belowFloor(statement, state, line);
      }
    }
    if (broken.size() == failures) {
      prove(Property.FLOOR, statement);
    }
  }

  private void belowFloor(String statement, int[] found, Table.Line line) {
    int[] state =
        shrink.shrink(
            found,
            one ->
                isPossible(one)
                    && floor.level(one).atLeast(line.level())
                    && !table.level(one).atLeast(line.level()));
    List<Reenactment.Earlier> earlier = engine.history(state);
    Urgency said = engine.assess(state, earlier).level();
    List<String> rules = joined(List.of(line.rule().id()), table.deciding(state));
    broken.add(
        new Counterexample(
            Property.FLOOR,
            statement,
            story.of(state)
                + " The level is "
                + Story.level(said, table.deciding(state))
                + ", although the safety floor says "
                + Story.level(line.level(), List.of(line.rule().id()))
                + "."
                + unconfirmed(!said.atLeast(line.level())),
            rules,
            engine.json(state, earlier)));
  }

  private static String unconfirmed(boolean confirmed) {
    return confirmed ? "" : " (Not confirmed: no such history could be made.)";
  }

  private boolean isPossible(int[] state) {
    return !Impossible.excludes(impossible, state);
  }

  private void nothingWorseLowersALevel() {
    String statement = "a worse or missing answer, or more history, never lowers the level";
    int failures = broken.size();
    for (Step step : steps) {
      List<Cube> never = never(step);
      for (Table.Line line : table.lines) {
        int[] after = lowered(step, line.cube(), table.atLeast(line.level()), never);
        if (after != null && addLowered(statement, step, step.undone(after))) {
          break;
        }
      }
    }
    if (broken.size() == failures) {
      prove(Property.MONOTONE, statement);
    }
  }

  /// What cannot be after a step: what can never be, and what could not be before it.
  private List<Cube> never(Step step) {
    List<Cube> never = new ArrayList<>(impossible);
    for (Cube one : impossible) {
      Cube here = step.before(one);
      if (!here.isEmpty()) {
        never.add(step.after(here));
      }
    }
    return never;
  }

  /// A state of a cube that the step takes out of all of these cubes, as it is afterwards.
  private static int @Nullable [] lowered(
      Step step, Cube cube, List<Cube> cover, List<Cube> never) {
    if (!step.leaves(cube)) {
      return null;
    }
    Cube before = step.before(cube);
    if (before.isEmpty()) {
      return null;
    }
    List<Cube> all = new ArrayList<>(cover);
    all.addAll(never);
    return Covering.leftOut(step.after(before), all);
  }

  /// @return whether this is another story than those told
  private boolean addLowered(String statement, Step step, int[] found) {
    Predicate<int[]> holds =
        one ->
            step.fits(one)
                && isPossible(one)
                && isPossible(step.applied(one))
                && !table.level(step.applied(one)).atLeast(table.level(one));
    int[] state = shrink.shrink(found, holds);
    int[] after = step.applied(state);
    List<String> rules = joined(table.deciding(state), table.deciding(after));
    if (isTold(Property.MONOTONE, rules)) {
      return false;
    }
    List<Reenactment.Earlier> earlier = engine.history(state);
    List<Reenactment.Earlier> more = new ArrayList<>(earlier);
    if (space.at(step.cause().dimension()).isHistory()) {
      more.add(engine.said(after, space.bandOf(step.cause().dimension())));
    }
    Urgency one = engine.assess(state, earlier).level();
    Urgency other = engine.assess(after, more).level();
    broken.add(
        new Counterexample(
            Property.MONOTONE,
            statement,
            story.of(state)
                + " The level is "
                + Story.level(one, table.deciding(state))
                + ". With "
                + story.of(step)
                + " it is only "
                + Story.level(other, table.deciding(after))
                + "."
                + unconfirmed(!other.atLeast(one)),
            rules,
            Json.object()
                .put("before", engine.json(state, earlier))
                .put("after", engine.json(after, more))
                .build()));
    return true;
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }

  private boolean isTold(Property property, List<String> rules) {
    return broken.stream().anyMatch(one -> one.property() == property && one.rules().equals(rules));
  }

  /// A contact is weighed by its level, by the concerns that it is counted about and by how often
  /// there was one before; with all three growing, it never weighs less.
  private void nothingWorseCountsForLess() {
    String statement = "a worse answer or more history never makes a contact count for less";
    Optional<String> less = countedForLess();
    if (less.isEmpty()) {
      prove(Property.MONOTONE, statement);
    } else {
      broken.add(
          new Counterexample(
              Property.MONOTONE, statement, less.get(), List.of(), Json.object().build()));
    }
  }

  private Optional<String> countedForLess() {
    for (Step step : steps) {
      List<Cube> never = never(step);
      for (Concern concern : Concern.values()) {
        List<Cube> counted = table.counted(concern);
        for (Cube cube : counted) {
          int[] after = lowered(step, cube, counted, never);
          if (after != null) {
            return Optional.of(
                story.of(step.undone(after))
                    + " This counts as a contact about "
                    + concern.id()
                    + ". With "
                    + story.of(step)
                    + " it does not.");
          }
        }
      }
    }
    return Optional.empty();
  }

  private void prove(Property property, String statement) {
    proved.add(new Proved(property, statement, space.states()));
  }
}
