package vermilion.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Filler;
import vermilion.clinical.Question;
import vermilion.time.Elapsed;
import vermilion.triage.Condition;

/// Reads one line of a rule: conditions between commas, all of which must hold.
///
/// The grammar is closed and has one way to say each thing; docs/protocol-language.md lists it.
final class ConditionLine {
  private static final List<Fact> FACTS =
      List.of(
          new Fact("cold sores in the past", new Condition.ColdSoreHistory()),
          new Fact("a recent trigger", new Condition.RecentTrigger()),
          new Fact("hyaluronidase given", new Condition.HyaluronidaseGiven()));

  private final Vocabulary vocabulary;
  private final Problems problems;

  ConditionLine(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.problems = vocabulary.problems();
  }

  /// A condition that is always said in the same words.
  private record Fact(String words, Condition condition) {}

  /// The conditions of a line, or nothing where one of them is wrong.
  Optional<List<Condition>> read(Yaml.Scalar line) {
    List<Condition> conditions = new ArrayList<>();
    boolean whole = true;
    Optional<Elapsed> from = Optional.empty();
    for (Words part : Words.parts(line, problems)) {
      Place place = part.place();
      Optional<Condition> condition =
          term(part).filter(_ -> part.end("a comma, or the end of the line"));
      whole &= condition.isPresent();
      condition.ifPresent(conditions::add);
      if (condition.isPresent() && condition.get() instanceof Condition.From later) {
        from = Optional.of(later.bound());
      } else if (condition.isPresent()
          && condition.get() instanceof Condition.Before before
          && from.isPresent()
          && !from.get().isBefore(before.bound())) {
        problems.tell(
            place, "a window that ends before it begins", "a time after " + Said.point(from.get()));
        whole = false;
      }
    }
    return whole ? Optional.of(conditions) : Optional.empty();
  }

  private Optional<Condition> term(Words words) {
    if (words.take("not")) {
      if (words.peek().equals("not")) {
        words.fail("not once");
        return Optional.empty();
      }
      return term(words).map(Condition.Not::new);
    }
    if (words.take("from")) {
      return Times.point(words, problems).map(Condition.From::new);
    }
    if (words.take("before")) {
      return before(words);
    }
    if (words.take("filler")) {
      return fillers(words);
    }
    if (words.take("concern")) {
      return concern(words);
    }
    for (Fact fact : FACTS) {
      if (fact.words().startsWith(words.peek() + " ")) {
        return fact(words, fact);
      }
    }
    return answer(words);
  }

  private static Optional<Condition> fact(Words words, Fact fact) {
    if (words.take(fact.words().split(" ", -1))) {
      return Optional.of(fact.condition());
    }
    words.fail(fact.words());
    return Optional.empty();
  }

  private Optional<Condition> before(Words words) {
    Place place = words.place();
    Optional<Elapsed> bound = Times.point(words, problems);
    if (bound.isPresent() && bound.get().seconds() == 0) {
      problems.tell(place, "a window that ends before it begins", "a time after the treatment");
      return Optional.empty();
    }
    return bound.map(Condition.Before::new);
  }

  private Optional<Condition> fillers(Words words) {
    if (!words.take("is")) {
      words.fail("is and a family, as in: filler is unknown");
      return Optional.empty();
    }
    List<Filler> families = new ArrayList<>();
    do {
      Optional<Filler> family =
          words.word(Named.FILLERS).flatMap(word -> Named.filler(word, problems));
      if (family.isEmpty()) {
        return Optional.empty();
      }
      families.add(family.get());
    } while (words.take("or"));
    return Optional.of(new Condition.FillerIs(families));
  }

  private Optional<Condition> concern(Words words) {
    Optional<Concern> concern =
        words.word(Named.CONCERNS).flatMap(word -> Named.concern(word, problems));
    if (concern.isEmpty()) {
      return Optional.empty();
    }
    return within(words).map(back -> new Condition.ConcernBefore(concern.get(), back));
  }

  private Optional<Condition> answer(Words words) {
    Optional<Words.Word> name =
        words.word("a condition: a question, from, before, not, concern, filler, a recent trigger");
    Optional<Question> question =
        name.flatMap(word -> vocabulary.question(word.text(), word.place()));
    if (question.isEmpty()) {
      return Optional.empty();
    }
    AnswerWords answers = new AnswerWords(question.get(), words, problems);
    String id = question.get().id();
    if (words.take("is")) {
      return answers.listed().map(list -> new Condition.Is(id, list));
    }
    if (words.peek().equals("under") || words.peek().equals("better")) {
      return answers.below().map(bound -> new Condition.Below(id, bound));
    }
    if (words.take("rose", "by")) {
      return rose(id, answers, words);
    }
    if (words.take("was")) {
      return answers
          .atLeast()
          .flatMap(least -> back(words).map(back -> new Condition.SaidBefore(id, least, back)));
    }
    return answers.atLeast().map(least -> new Condition.AtLeast(id, least));
  }

  private Optional<Condition> rose(String question, AnswerWords answers, Words words) {
    Optional<Integer> by = answers.ranks();
    if (by.isEmpty()) {
      return Optional.empty();
    }
    if (!words.take("or", "more")) {
      words.fail("or more within, as in: rose by 2 or more within 36 h");
      return Optional.empty();
    }
    Optional<Elapsed> back = within(words);
    Optional<Elapsed> given =
        words.take("against", "an", "answer", "from")
            ? Times.point(words, problems)
            : Optional.of(Elapsed.ofHours(0));
    return back.isEmpty() || given.isEmpty()
        ? Optional.empty()
        : Optional.of(new Condition.RoseBy(question, by.get(), back.get(), given.get()));
  }

  private Optional<Elapsed> back(Words words) {
    return words.take("at", "any", "time") ? Optional.of(Times.LIFE) : within(words);
  }

  private Optional<Elapsed> within(Words words) {
    if (words.take("within")) {
      return Times.length(words, problems);
    }
    words.fail("within and a length, as in: within 36 h");
    return Optional.empty();
  }
}
