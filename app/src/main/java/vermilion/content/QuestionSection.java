package vermilion.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.Answers;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Unsure;
import vermilion.triage.SafetyFloor;

/// Reads the questions of a protocol, and holds them to the safety floor.
final class QuestionSection {
  private static final List<String> KEYS =
      List.of("id", "red-flag", "answers", "not-sure", "left-empty");
  private static final String ANSWERS =
      "answers from least to most worrying, such as: no, yes; or a = b where they worry equally;"
          + " or a scale such as 0..10; or: words, at most 2000";
  private static final int MOST_SCALE = 100;
  private static final int MOST_CHARS = 2000;

  private final Vocabulary vocabulary;
  private final Problems problems;

  QuestionSection(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.problems = vocabulary.problems();
  }

  /// The questions, or nothing where one of them is wrong.
  Optional<Questions> read(Yaml value) {
    List<Question> questions = new ArrayList<>();
    int before = problems.count();
    List<Yaml> items = Section.itemsOf(value);
    for (Yaml item : items) {
      question(item).ifPresent(questions::add);
    }
    if (items.size() > Questions.MOST) {
      problems.tell(
          value.place(), items.size() + " questions", "at most " + Questions.MOST + " questions");
    }
    if (problems.count() > before) {
      return Optional.empty();
    }
    Questions all = new Questions(questions);
    tellOfFloor(value.place(), all);
    return Optional.of(all);
  }

  private Optional<Question> question(Yaml item) {
    Optional<Section> found = Section.of(item, problems, KEYS);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Section section = found.get();
    Optional<Yaml.Scalar> id =
        section
            .requireWord("id", Ids.SHAPE)
            .filter(word -> Ids.isQuestion(word, vocabulary.questionPlaces(), problems));
    id.ifPresent(word -> vocabulary.declareQuestion(word.text(), word.place()));
    Optional<Answers> answers = section.requireWord("answers", ANSWERS).flatMap(this::answers);
    boolean redFlag = redFlag(section);
    Question.IfEmpty ifEmpty = ifEmpty(section);
    if (id.isEmpty() || answers.isEmpty()) {
      return Optional.empty();
    }
    Optional<Unsure> unsure = unsure(section, answers.get());
    if (unsure.isEmpty()) {
      return Optional.empty();
    }
    Question question =
        new Question(id.get().text(), redFlag, ifEmpty, answers.get(), unsure.get());
    vocabulary.define(question);
    return Optional.of(question);
  }

  private boolean redFlag(Section section) {
    Optional<Yaml.Scalar> word = section.word("red-flag", "yes or no");
    if (word.isPresent() && !List.of("yes", "no").contains(word.get().text())) {
      problems.add(word.get().place(), word.get().text(), "yes or no");
    }
    return word.isPresent() && word.get().text().equals("yes");
  }

  private Question.IfEmpty ifEmpty(Section section) {
    String expected = "worst, not-sure or optional";
    Optional<Yaml.Scalar> word = section.word("left-empty", expected);
    if (word.isEmpty()) {
      return Question.IfEmpty.WORST;
    }
    return switch (word.get().text()) {
      case "worst" -> Question.IfEmpty.WORST;
      case "not-sure" -> Question.IfEmpty.UNSURE;
      case "optional" -> Question.IfEmpty.OPTIONAL;
      default -> {
        problems.unknown(
            word.get().place(),
            word.get().text(),
            expected,
            List.of("worst", "not-sure", "optional"));
        yield Question.IfEmpty.WORST;
      }
    };
  }

  private Optional<Unsure> unsure(Section section, Answers answers) {
    List<String> known = new ArrayList<>(List.of("no-effect", "not-offered"));
    String expected = "an answer of this question, no-effect or not-offered";
    Optional<Yaml.Scalar> word = section.requireWord("not-sure", expected);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    String text = word.get().text();
    if (text.equals("no-effect")) {
      return Optional.of(new Unsure.NoEffect());
    }
    if (text.equals("not-offered")) {
      return Optional.of(new Unsure.NotOffered());
    }
    List<String> ids =
        new Question("any", false, Question.IfEmpty.WORST, answers, new Unsure.NotOffered())
            .answerIds();
    if (ids.contains(text)) {
      return Optional.of(new Unsure.CountsAs(text));
    }
    known.addAll(ids);
    problems.unknown(word.get().place(), text, expected, known);
    return Optional.empty();
  }

  private Optional<Answers> answers(Yaml.Scalar line) {
    String text = line.text();
    if (text.startsWith("0..")) {
      return bounded(line, text.substring(3), MOST_SCALE, "a scale from 0..1 to 0..100")
          .map(Answers.Scale::new);
    }
    Words words = Words.of(line, problems);
    if (words.take("words,", "at", "most")) {
      return bounded(line, words.peek(), MOST_CHARS, "words, at most 1 to 2000")
          .map(Answers.Text::new);
    }
    return choice(line);
  }

  private Optional<Integer> bounded(Yaml.Scalar line, String number, int most, String expected) {
    int value = Times.isNumber(number) ? Integer.parseInt(number) : 0;
    if (value < 1 || value > most) {
      problems.add(line.place(), line.text(), expected);
      return Optional.empty();
    }
    return Optional.of(value);
  }

  private Optional<Answers> choice(Yaml.Scalar line) {
    int before = problems.count();
    List<List<String>> ranks = new ArrayList<>();
    Map<String, Place> taken = new HashMap<>();
    for (Words part : Words.parts(line, problems)) {
      List<String> tied = new ArrayList<>();
      do {
        part.word("an answer").ifPresent(word -> addAnswer(word, taken, tied));
      } while (part.take("="));
      part.end("a comma, =, or the end of the line");
      ranks.add(tied);
    }
    if (problems.count() == before && ranks.size() < 2) {
      problems.add(line.place(), line.text(), ANSWERS);
    }
    if (problems.count() == before && taken.size() > Question.MOST_ANSWERS) {
      problems.tell(
          line.place(), taken.size() + " answers", "at most " + Question.MOST_ANSWERS + " answers");
    }
    return problems.count() > before ? Optional.empty() : Optional.of(new Answers.Choice(ranks));
  }

  private void addAnswer(Words.Word word, Map<String, Place> taken, List<String> tied) {
    if (!Ids.isAnswer(word.text())) {
      problems.add(word.place(), word.text(), Ids.SHAPE);
    } else if (taken.putIfAbsent(word.text(), word.place()) != null) {
      problems.add(word.place(), word.text(), "each answer once");
    } else {
      tied.add(word.text());
    }
  }

  private void tellOfFloor(Place place, Questions questions) {
    List<String> found = SafetyFloor.problems(questions);
    for (Question floor : SafetyFloor.questions()) {
      if (found.stream().noneMatch(problem -> problem.startsWith("question " + floor.id() + " "))) {
        continue;
      }
      String expected =
          "what the safety floor reads: answers: "
              + Said.answers(floor.answers())
              + "; not-sure: "
              + Said.unsure(floor.unsure())
              + "; left-empty: "
              + Said.ifEmpty(floor.ifEmpty())
              + "; red-flag: "
              + (floor.redFlag() ? "yes" : "no");
      Optional<Place> own = Optional.ofNullable(vocabulary.questionPlaces().get(floor.id()));
      problems.tell(
          own.orElse(place),
          own.isPresent() ? "another meaning of " + floor.id() : "no question " + floor.id(),
          expected);
    }
  }
}
