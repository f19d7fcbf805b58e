package vermilion.clinical;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was answered to each question of a protocol: an answer, "not sure", or nothing. Immutable.
public final class AnswerSheet {

  /// The mark of an empty place.
  public static final int ABSENT = -1;

  /// The mark of "not sure".
  public static final int NOT_SURE = -2;

  /// No words were given: sheets without any share this.
  private static final @Nullable String[] NO_TEXTS = new String[0];

  private final Questions questions;
  private final int[] marks;

  /// The words by place, or none at all.
  private final @Nullable String[] texts;

  private AnswerSheet(Questions questions, int[] marks, @Nullable String[] texts) {
    this.questions = questions;
    this.marks = marks;
    this.texts = texts;
  }

  /// A sheet with nothing on it.
  public static AnswerSheet empty(Questions questions) {
    return new Builder(questions).sheet();
  }

  /// The questions that this sheet has places for.
  public Questions questions() {
    return questions;
  }

  /// What stands at a place: the index of an answer, [#NOT_SURE] or [#ABSENT].
  public int markAt(int place) {
    return marks[place];
  }

  /// The words given to a text question, or nothing.
  public Optional<String> textAt(int place) {
    return Optional.ofNullable(wordsAt(place));
  }

  private @Nullable String wordsAt(int place) {
    return texts.length == 0 ? null : texts[place];
  }

  /// The answer at a place as protocols and JSON write it, or nothing.
  public Optional<String> valueAt(int place) {
    int mark = marks[place];
    if (mark == ABSENT) {
      return Optional.empty();
    }
    String words = wordsAt(place);
    if (words != null) {
      return Optional.of(words);
    }
    return Optional.of(
        mark == NOT_SURE ? Question.UNSURE : questions.at(place).answerIds().get(mark));
  }

  /// Whether nothing was answered.
  public boolean isEmpty() {
    for (int mark : marks) {
      if (mark != ABSENT) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AnswerSheet that
        && questions.equals(that.questions)
        && Arrays.equals(marks, that.marks)
        && Arrays.equals(texts, that.texts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(marks);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int place = 0; place < marks.length; place++) {
      if (marks[place] != ABSENT) {
        text.append(text.length() > 1 ? ", " : "")
            .append(questions.at(place).id())
            .append('=')
            .append(valueAt(place).orElse(""));
      }
    }
    return text.append('}').toString();
  }

  /// Why an answer cannot be taken.
  ///
  /// @param question what was named as the question
  /// @param value what was given
  /// @param expected what would have been taken
  public record Refusal(String question, String value, String expected) {}

  /// Fills a sheet, answer by answer.
  public static final class Builder {

    private final Questions questions;
    private final int[] marks;
    private final @Nullable String[] texts;

    /// Starts with every place empty.
    public Builder(Questions questions) {
      this.questions = questions;
      this.marks = new int[questions.size()];
      this.texts = new String[questions.size()];
      Arrays.fill(marks, ABSENT);
    }

    /// Puts an answer in its place, over any earlier one.
    ///
    /// @param question the id of the question
    /// @param value an answer's id, a number as decimal text, `unsure`, or free words
    /// @return why it was not taken, or nothing
    public Optional<Refusal> answer(String question, String value) {
      int place = questions.placeOf(question);
      if (place < 0) {
        return Optional.of(new Refusal(question, value, expectedQuestion(question)));
      }
      Question asked = questions.at(place);
      if (asked.answers() instanceof Answers.Text text) {
        return words(place, text, value);
      }
      int index = asked.indexOf(value);
      if (index == Question.NO_INDEX && value.equals(Question.UNSURE) && offersUnsure(asked)) {
        index = NOT_SURE;
      }
      if (index == Question.NO_INDEX) {
        return Optional.of(new Refusal(question, value, expectedAnswer(asked, value)));
      }
      marks[place] = index;
      return Optional.empty();
    }

    /// The sheet as filled so far.
    public AnswerSheet sheet() {
      return new AnswerSheet(questions, marks.clone(), hasWords() ? texts.clone() : NO_TEXTS);
    }

    private boolean hasWords() {
      for (String words : texts) {
        if (words != null) {
          return true;
        }
      }
      return false;
    }

    private Optional<Refusal> words(int place, Answers.Text text, String value) {
      if (value.length() > text.maxChars()) {
        return Optional.of(
            new Refusal(
                questions.at(place).id(),
                value.length() + " characters",
                "at most " + text.maxChars() + " characters"));
      }
      boolean blank = value.isBlank();
      marks[place] = blank ? 0 : 1;
      texts[place] = blank ? null : value;
      return Optional.empty();
    }

    private String expectedQuestion(String question) {
      return "a question of this protocol" + hint(NearMiss.of(question, questions.ids()));
    }

    private static boolean offersUnsure(Question question) {
      return !(question.unsure() instanceof Unsure.NotOffered);
    }

    private static String expectedAnswer(Question question, String value) {
      if (question.answers() instanceof Answers.Scale scale) {
        return "a whole number from 0 to "
            + scale.most()
            + (offersUnsure(question) ? " or " + Question.UNSURE : "");
      }
      StringBuilder expected = new StringBuilder("one of ");
      for (String answer : question.answerIds()) {
        expected.append(answer).append(", ");
      }
      if (offersUnsure(question) && question.indexOf(Question.UNSURE) == Question.NO_INDEX) {
        expected.append(Question.UNSURE).append(", ");
      }
      expected.setLength(expected.length() - 2);
      return expected.append(hint(NearMiss.of(value, question.answerIds()))).toString();
    }

    private static String hint(Optional<String> nearest) {
      return nearest.map(word -> "; did you mean " + word + "?").orElse("");
    }
  }
}
