package vermilion.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Answers;
import vermilion.clinical.NearMiss;
import vermilion.clinical.Question;

/// Reads the part of a condition that names answers of one question. A scale has numbers (`at least
/// 4`, `under 4`), a choice has words (`pale or worse`, `better than pale`).
final class AnswerWords {
  private final Question question;
  private final Words words;
  private final Problems problems;

  AnswerWords(Question question, Words words, Problems problems) {
    this.question = question;
    this.words = words;
    this.problems = problems;
  }

  /// One answer, or several between `or`.
  Optional<List<String>> listed() {
    List<String> answers = new ArrayList<>();
    do {
      Optional<String> answer = answer(0);
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      answers.add(answer.get());
    } while (words.take("or"));
    return Optional.of(answers);
  }

  /// The least worrying answer of `at least 4` or `pale or worse`.
  Optional<String> atLeast() {
    return switch (question.answers()) {
      case Answers.Scale _ -> {
        if (words.take("at", "least")) {
          yield answer(1);
        }
        words.fail("is, at least, under, rose by, or was");
        yield Optional.empty();
      }
      case Answers.Choice _ -> {
        if (question.indexOf(words.peek()) == Question.NO_INDEX && isFarFromAnswers()) {
          words.fail("is, better than, rose by, was, or " + expected(1) + ", and: or worse");
          yield Optional.empty();
        }
        Optional<String> answer = answer(1);
        if (answer.isPresent() && !words.take("or", "worse")) {
          words.fail("or worse; for this answer alone: " + question.id() + " is " + answer.get());
          yield Optional.empty();
        }
        yield answer;
      }
      case Answers.Text _ -> {
        words.fail("is text");
        yield Optional.empty();
      }
    };
  }

  /// The bound of `under 4` or `better than pale`.
  Optional<String> below() {
    boolean scale = question.answers() instanceof Answers.Scale;
    if (scale ? words.take("under") : words.take("better", "than")) {
      return answer(1);
    }
    words.fail(scale ? "under and a number" : "better than and an answer");
    return Optional.empty();
  }

  /// By how many ranks an answer rose.
  Optional<Integer> ranks() {
    int most = question.rankOf(question.worstIndex());
    String expected = "a whole number from 1 to " + most;
    Optional<Words.Word> word = words.word(expected);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    String text = word.get().text();
    int by = Times.isNumber(text) ? Integer.parseInt(text) : 0;
    if (by < 1 || by > most) {
      problems.add(word.get().place(), text, expected);
      return Optional.empty();
    }
    return Optional.of(by);
  }

  /// An answer of at least this rank: with rank 0 the bound would say nothing, or never hold.
  private Optional<String> answer(int leastRank) {
    Optional<Words.Word> word = words.word(expected(leastRank));
    if (word.isEmpty()) {
      return Optional.empty();
    }
    String answer = word.get().text();
    int index = question.indexOf(answer);
    if (index == Question.NO_INDEX || question.rankOf(index) < leastRank) {
      problems.unknown(word.get().place(), answer, expected(leastRank), named(leastRank));
      return Optional.empty();
    }
    return Optional.of(answer);
  }

  private String expected(int leastRank) {
    if (question.answers() instanceof Answers.Scale scale) {
      return "a whole number from " + leastRank + " to " + scale.most() + " for " + question.id();
    }
    return "an answer of " + question.id() + ": " + String.join(", ", named(leastRank));
  }

  /// The answers of at least a rank; none for a scale, whose numbers are no words.
  private List<String> named(int leastRank) {
    List<String> answers = new ArrayList<>();
    if (question.answers() instanceof Answers.Scale) {
      return answers;
    }
    for (String answer : question.answerIds()) {
      if (question.rankOf(question.indexOf(answer)) >= leastRank) {
        answers.add(answer);
      }
    }
    return answers;
  }

  private boolean isFarFromAnswers() {
    return NearMiss.of(words.peek(), question.answerIds()).isEmpty();
  }
}
