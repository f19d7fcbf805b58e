package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Urgency;
import vermilion.json.Json;
import vermilion.protocol.Protocol;
import vermilion.triage.Rule;
import vermilion.triage.SafetyFloor;
import vermilion.triage.Triage;

/// What changes for patients from one version of a protocol to another: every class of answers
/// whose level, hold or words differ, exactly, each with its smallest example.
///
/// Answers are compared as they count: where "not sure" or an empty place came to count as another
/// answer, that is a change of the question and told by `vermilion diff` beside these.
public final class ProtocolDiff {

  private final Space space;
  private final Table before;
  private final Table after;
  private final List<Cube> impossible;
  private final Reenactment engine;
  private final Shrink shrink;
  private final Story story;
  private final List<Change> changes = new ArrayList<>();
  private final Set<Group> known = new LinkedHashSet<>();

  private ProtocolDiff(Questions questions, List<Form> forms, List<Rule> old, List<Rule> now) {
    List<Rule> both = new ArrayList<>(old);
    both.addAll(now);
    this.space = new Space(questions, forms, new Bounds(forms, both));
    this.before = new Table(space, old);
    this.after = new Table(space, now);
    this.impossible = Impossible.in(space);
    this.engine = new Reenactment(space, Triage.ofTable(questions, forms, now));
    this.shrink = new Shrink(space);
    this.story = new Story(space);
  }

  /// Which way a class of answers goes.
  public enum Kind {
    /// A higher level than before.
    RAISED("raised"),
    /// A lower level than before; to be signed with a reason.
    LOWERED("lowered"),
    /// The same level, in other words: another rule fires.
    REWORDED("reworded");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /// The id used in JSON.
    public String id() {
      return id;
    }
  }

  /// A class of answers that is decided differently.
  ///
  /// @param kind which way
  /// @param from the level before
  /// @param to the level after
  /// @param rule the rule that makes the difference: of the later version where it is raised, of
  ///   the earlier one where it is lowered
  /// @param story the smallest example
  /// @param situation the same for machines
  public record Change(
      Kind kind, Urgency from, Urgency to, String rule, String story, Json.Obj situation) {

    /// Whether massage was held and no longer is, or the other way round.
    public boolean changesHold() {
      return from.holdsMassage() != to.holdsMassage();
    }
  }

  /// Every class of answers that changes: raised first, then lowered, then reworded.
  ///
  /// @return nothing where the questions of the two cannot be compared: one question has other
  ///   answers in each
  public static Optional<List<Change>> between(Protocol old, Protocol now) {
    Optional<Questions> questions = together(old.questions(), now.questions());
    if (questions.isEmpty()) {
      return Optional.empty();
    }
    // Only the forms that stayed the same ask alike; for the rest a half-filled form says it all.
    List<Form> forms = old.forms().stream().filter(now.forms()::contains).toList();
    ProtocolDiff diff =
        new ProtocolDiff(
            questions.get(),
            forms.isEmpty() ? old.forms() : forms,
            SafetyFloor.under(old.rules()),
            SafetyFloor.under(now.rules()));
    diff.raised();
    diff.lowered();
    diff.reworded();
    return Optional.of(List.copyOf(diff.changes));
  }

  /// The questions of both, those of the later version first.
  private static Optional<Questions> together(Questions old, Questions now) {
    List<Question> all = new ArrayList<>();
    now.forEach(all::add);
    for (Question question : old) {
      Optional<Question> same = now.find(question.id());
      if (same.isEmpty()) {
        all.add(question);
      } else if (!same.get().answers().equals(question.answers())) {
        return Optional.empty();
      }
    }
    return Optional.of(new Questions(all));
  }

  private void raised() {
    for (Table.Line line : changed(after, before)) {
      for (Urgency from : Urgency.values()) {
        if (!from.atLeast(line.level())) {
          add(
              new Group(Kind.RAISED, from, line.level(), line.rule().id()),
              pick(line, after, from, before));
        }
      }
    }
  }

  private void lowered() {
    for (Table.Line line : changed(before, after)) {
      for (Urgency to : Urgency.values()) {
        if (!to.atLeast(line.level())) {
          add(
              new Group(Kind.LOWERED, line.level(), to, line.rule().id()),
              pick(line, before, to, after));
        }
      }
    }
  }

  /// The lines of a table that the other one does not have at the same level or a higher one.
  private static List<Table.Line> changed(Table own, Table other) {
    return own.lines.stream()
        .filter(line ->
            other.atLeast(line.level()).stream().noneMatch(one -> one.contains(line.cube())))
        .toList();
  }

  /// A state in which a line decides in its own table, and the other table gives exactly a level.
  private int @Nullable [] pick(Table.Line line, Table own, Urgency level, Table other) {
    List<Cube> cover = new ArrayList<>(impossible);
    cover.addAll(own.above(line.level()));
    cover.addAll(other.above(level));
    for (Cube cube : exactly(other, level)) {
      int[] state = Covering.leftOut(line.cube().and(cube), cover);
      if (state != null) {
        return state;
      }
    }
    return null;
  }

  private List<Cube> exactly(Table table, Urgency level) {
    return level == Urgency.SELF_CARE
        ? List.of(space.all())
        : table.lines.stream().filter(line -> line.level() == level).map(Table.Line::cube).toList();
  }

  private void reworded() {
    for (Rule rule : before.rules) {
      firesOnlyIn(rule, before, after);
    }
    for (Rule rule : after.rules) {
      firesOnlyIn(rule, after, before);
    }
  }

  private void firesOnlyIn(Rule rule, Table own, Table other) {
    String says = own.equals(before) ? " no longer fires." : " now fires.";
    List<Cube> there =
        other.rules.stream()
            .filter(one -> one.id().equals(rule.id()))
            .flatMap(one -> other.of(one).stream())
            .toList();
    if (there.containsAll(own.of(rule))) {
      return;
    }
    for (Urgency level : Urgency.values()) {
      for (Table.Line line : own.lines) {
        if (line.isOf(rule) && level.atLeast(line.level())) {
          int[] state = sameLevel(rule, line, level, other);
          if (state != null) {
            // The mildest level is told: there the other words are seen first.
            tellReworded(rule, level, state, says);
            return;
          }
        }
      }
    }
  }

  /// A state of a line in which both tables give a level and the other one's rule does not fire.
  private int @Nullable [] sameLevel(Rule rule, Table.Line line, Urgency level, Table other) {
    List<Cube> cover = new ArrayList<>(impossible);
    other.rules.stream()
        .filter(one -> one.id().equals(rule.id()))
        .map(other::of)
        .forEach(cover::addAll);
    cover.addAll(before.above(level));
    cover.addAll(after.above(level));
    for (Cube one : exactly(before, level)) {
      for (Cube two : exactly(after, level)) {
        Cube both = line.cube().and(one).and(two);
        int[] state = both.isEmpty() ? null : Covering.leftOut(both, cover);
        if (state != null) {
          return state;
        }
      }
    }
    return null;
  }

  private void tellReworded(Rule rule, Urgency level, int[] found, String says) {
    Predicate<int[]> holds =
        one ->
            isPossible(one)
                && before.level(one) == level
                && after.level(one) == level
                && fires(before, rule, one) != fires(after, rule, one)
                && fires(before, rule, one) == fires(before, rule, found);
    int[] state = shrink.shrink(found, holds);
    changes.add(
        new Change(
            Kind.REWORDED,
            level,
            level,
            rule.id(),
            story.of(state) + " The level stays " + level.id() + ", and rule " + rule.id() + says,
            engine.json(state, engine.history(state))));
  }

  private static boolean fires(Table table, Rule rule, int[] state) {
    return table.lines.stream().anyMatch(line -> line.isOf(rule) && line.cube().holds(state));
  }

  /// Answers that go one way from one level to another by one rule.
  private record Group(Kind kind, Urgency from, Urgency to, String rule) {}

  private void add(Group group, int @Nullable [] found) {
    if (found == null || !known.add(group)) {
      return;
    }
    Table own = group.kind() == Kind.RAISED ? after : before;
    int[] state =
        shrink.shrink(
            found,
            one ->
                isPossible(one)
                    && before.level(one) == group.from()
                    && after.level(one) == group.to()
                    && own.deciding(one).contains(group.rule()));
    changes.add(
        new Change(
            group.kind(),
            group.from(),
            group.to(),
            group.rule(),
            story.of(state)
                + " The level was "
                + Story.level(group.from(), before.deciding(state))
                + " and is now "
                + Story.level(group.to(), after.deciding(state))
                + ".",
            engine.json(state, engine.history(state))));
  }

  private boolean isPossible(int[] state) {
    return !Impossible.excludes(impossible, state);
  }
}
