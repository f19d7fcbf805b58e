package vermilion.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.time.Elapsed;
import vermilion.triage.AskAgain;
import vermilion.triage.Condition;
import vermilion.triage.Rule;
import vermilion.triage.SafetyFloor;

/// Reads the rules of a protocol: a table of who, about what, how urgent, when.
final class RuleSection {
  private static final List<String> ONE_CASE =
      List.of("id", "concern", "level", "when", "ask-again", "sources");
  private static final List<String> MANY_CASES = List.of("id", "concern", "cases", "sources");
  private static final List<String> CASE = List.of("level", "when", "ask-again");
  private static final int MOST_RULES = 256;
  private static final String WHEN = "lines such as: pain at least 4, pain-course rising or worse";
  private static final String ASK_AGAIN =
      "a form and when, such as: full after 3 h; or: airway after 15 min, then every 15 min until 2 h";

  private final Vocabulary vocabulary;
  private final Problems problems;
  private final ConditionLine conditions;
  private final Citations citations;
  private final Map<String, Place> places = new HashMap<>();

  RuleSection(Vocabulary vocabulary, Citations citations) {
    this.vocabulary = vocabulary;
    this.problems = vocabulary.problems();
    this.conditions = new ConditionLine(vocabulary);
    this.citations = citations;
  }

  /// The rules, in order; what is wrong with them is told.
  List<Rule> read(Yaml value) {
    List<Rule> rules = new ArrayList<>();
    for (Yaml item : Section.itemsOf(value)) {
      boolean many = item instanceof Yaml.Fields fields && fields.find("cases").isPresent();
      Section.of(item, problems, many ? MANY_CASES : ONE_CASE)
          .flatMap(section -> rule(section, many))
          .ifPresent(rules::add);
    }
    if (rules.size() > MOST_RULES) {
      problems.tell(value.place(), rules.size() + " rules", "at most " + MOST_RULES + " rules");
    }
    tellOfFloor(rules, value.place());
    return rules;
  }

  /// Where each rule stands, by its id.
  Map<String, Place> places() {
    return places;
  }

  private Optional<Rule> rule(Section section, boolean many) {
    Optional<Yaml.Scalar> id =
        section.requireWord("id", Ids.SHAPE).filter(word -> Ids.isFree(word, places, problems));
    id.ifPresent(word -> places.put(word.text(), word.place()));
    Optional<Concern> concern =
        section
            .requireWord("concern", Named.CONCERNS)
            .flatMap(word -> Named.concern(asWord(word), problems));
    id.ifPresent(word -> citations.add("rule." + word.text(), section));
    List<Rule.Case> cases = new ArrayList<>();
    int before = problems.count();
    if (many) {
      for (Yaml item : section.items("cases")) {
        Section.of(item, problems, CASE).flatMap(this::oneCase).ifPresent(cases::add);
      }
    } else {
      oneCase(section).ifPresent(cases::add);
    }
    if (problems.count() == before && (cases.isEmpty() || cases.size() > Rule.MOST_CASES)) {
      problems.tell(section.place(), cases.size() + " cases", "1 to " + Rule.MOST_CASES + " cases");
    }
    return id.isEmpty() || concern.isEmpty() || problems.count() > before
        ? Optional.empty()
        : Optional.of(new Rule(id.get().text(), concern.get(), cases));
  }

  private Optional<Rule.Case> oneCase(Section section) {
    int before = problems.count();
    Optional<Urgency> level =
        section
            .requireWord("level", Named.LEVELS)
            .flatMap(word -> Named.level(asWord(word), problems));
    section.require("when", WHEN);
    List<List<Condition>> anyOf = new ArrayList<>();
    List<Yaml.Scalar> lines = section.words("when", WHEN);
    for (Yaml.Scalar line : lines) {
      conditions.read(line).filter(allOf -> isShort(allOf, line)).ifPresent(anyOf::add);
    }
    if (lines.size() > Rule.MOST_TERMS) {
      problems.tell(
          section.place(), lines.size() + " lines", "at most " + Rule.MOST_TERMS + " lines");
    }
    Optional<AskAgain> askAgain = section.word("ask-again", ASK_AGAIN).flatMap(this::askAgain);
    if (level.isEmpty() || problems.count() > before) {
      return Optional.empty();
    }
    if (anyOf.isEmpty()) {
      problems.tell(section.place(), "no line", WHEN);
      return Optional.empty();
    }
    return Optional.of(new Rule.Case(level.get(), anyOf, askAgain));
  }

  private boolean isShort(List<Condition> allOf, Yaml.Scalar line) {
    if (allOf.size() > Rule.MOST_TERMS) {
      problems.tell(
          line.place(),
          allOf.size() + " conditions",
          "at most " + Rule.MOST_TERMS + " conditions in a line");
    }
    return allOf.size() <= Rule.MOST_TERMS;
  }

  private Optional<AskAgain> askAgain(Yaml.Scalar line) {
    List<Words> parts = Words.parts(line, problems);
    Words first = parts.getFirst();
    Optional<Words.Word> form = first.word(ASK_AGAIN);
    boolean known = form.isPresent() && vocabulary.knowsForm(form.get().text(), form.get().place());
    if (!first.take("after")) {
      first.fail("after, as in: full after 3 h");
      return Optional.empty();
    }
    Optional<Integer> after = minutes(first);
    if (after.isEmpty() || !first.end("a comma, or the end of the line")) {
      return Optional.empty();
    }
    if (parts.size() == 1) {
      return known
          ? Optional.of(AskAgain.once(form.orElseThrow().text(), after.get()))
          : Optional.empty();
    }
    Optional<Repeats> repeats = repeats(parts, after.get());
    if (!known || repeats.isEmpty()) {
      return Optional.empty();
    }
    Repeats again = repeats.get();
    return Optional.of(
        new AskAgain(
            form.orElseThrow().text(), after.get(), again.everyMinutes, again.untilMinutes));
  }

  private record Repeats(int everyMinutes, int untilMinutes) {}

  private Optional<Repeats> repeats(List<Words> parts, int afterMinutes) {
    Words then = parts.get(1);
    if (parts.size() > 2 || !then.take("then", "every")) {
      then.fail("then every, as in: then every 15 min until 2 h");
      return Optional.empty();
    }
    Optional<Integer> every = minutes(then);
    if (every.isEmpty() || !then.take("until")) {
      then.fail("until and a length, as in: until 2 h");
      return Optional.empty();
    }
    Place place = then.place();
    Optional<Integer> until = minutes(then);
    if (until.isEmpty() || !then.end("the end of the line")) {
      return Optional.empty();
    }
    if (until.get() < afterMinutes) {
      problems.tell(place, "repeats that end before they begin", "a length of at least the first");
      return Optional.empty();
    }
    return Optional.of(new Repeats(every.get(), until.get()));
  }

  private Optional<Integer> minutes(Words words) {
    Place place = words.place();
    Optional<Elapsed> length = Times.length(words, problems);
    if (length.isPresent() && Elapsed.ofHours(24).isBefore(length.get())) {
      problems.tell(place, Said.length(length.get()), "at most 24 h");
      return Optional.empty();
    }
    return length.map(time -> Math.toIntExact(time.seconds() / 60));
  }

  private static Words.Word asWord(Yaml.Scalar scalar) {
    return new Words.Word(scalar.text(), scalar.place());
  }

  /// A rule that shares the floor's name must be about the same thing: contacts are counted by it.
  private void tellOfFloor(List<Rule> rules, Place place) {
    for (Rule floor : SafetyFloor.rules()) {
      Optional<Rule> own = rules.stream().filter(rule -> rule.id().equals(floor.id())).findFirst();
      Place at = places.getOrDefault(floor.id(), place);
      if (own.isEmpty()) {
        problems.warn(
            at, "no rule " + floor.id(), "it written down; the safety floor applies it anyway");
      } else if (own.get().concern() != floor.concern()) {
        problems.add(
            at,
            floor.id() + " about " + own.get().concern().id(),
            "the concern " + floor.concern().id() + ", as in the safety floor");
      } else if (!own.get().cases().containsAll(floor.cases()) && !isFloorAsked(own.get(), floor)) {
        problems.warn(
            at,
            "a rule " + floor.id() + " unlike the safety floor's",
            "its cases written down; the safety floor applies them anyway");
      }
    }
  }

  /// Whether each case of the floor stands in the rule, apart from what it asks again.
  private static boolean isFloorAsked(Rule own, Rule floor) {
    for (Rule.Case wanted : floor.cases()) {
      boolean there =
          own.cases().stream()
              .anyMatch(one -> one.level() == wanted.level() && one.anyOf().equals(wanted.anyOf()));
      if (!there) {
        return false;
      }
    }
    return true;
  }
}
