package vermilion.episode;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;

/// Answers by question, in the order in which they were given. Immutable.
///
/// A check-in stays in memory for as long as its episode does, and there are many: two short rows
/// take a quarter of what a map of the library takes, and the words of the protocol are shared.
final class GivenAnswers extends AbstractMap<String, String> {

  private final String[] questions;
  private final String[] answers;

  private GivenAnswers(String[] questions, String[] answers) {
    this.questions = questions;
    this.answers = answers;
  }

  /// A copy in the order of `given`.
  static GivenAnswers of(Map<String, String> given) {
    if (given instanceof GivenAnswers known) {
      return known;
    }
    String[] questions = new String[given.size()];
    String[] answers = new String[given.size()];
    int i = 0;
    for (Map.Entry<String, String> one : given.entrySet()) {
      questions[i] = one.getKey();
      answers[i] = one.getValue();
      i++;
    }
    return new GivenAnswers(questions, answers);
  }

  /// The same answers, each word that a protocol has being the protocol's own.
  GivenAnswers inWordsOf(Questions protocol) {
    String[] shared = new String[questions.length];
    String[] words = new String[questions.length];
    for (int i = 0; i < questions.length; i++) {
      int place = protocol.placeOf(questions[i]);
      shared[i] = place < 0 ? questions[i] : protocol.at(place).id();
      words[i] = place < 0 ? answers[i] : wordOf(protocol.at(place), answers[i]);
    }
    return new GivenAnswers(shared, words);
  }

  private static String wordOf(Question question, String answer) {
    int index = question.indexOf(answer);
    if (index != Question.NO_INDEX) {
      return question.answerIds().get(index);
    }
    return answer.equals(Question.UNSURE) ? Question.UNSURE : answer;
  }

  @Override
  public int size() {
    return questions.length;
  }

  @Override
  public boolean containsKey(@Nullable Object question) {
    return placeOf(question) >= 0;
  }

  @Override
  public @Nullable String get(@Nullable Object question) {
    int place = placeOf(question);
    return place < 0 ? null : answers[place];
  }

  private int placeOf(@Nullable Object question) {
    for (int i = 0; i < questions.length; i++) {
      if (questions[i].equals(question)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super String> action) {
    for (int i = 0; i < questions.length; i++) {
      action.accept(questions[i], answers[i]);
    }
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new Pairs();
  }

  private final class Pairs extends AbstractSet<Map.Entry<String, String>> {

    @Override
    public int size() {
      return questions.length;
    }

    @Override
    public Iterator<Map.Entry<String, String>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < questions.length;
        }

        @Override
        public Map.Entry<String, String> next() {
          if (!hasNext()) {
            throw new NoSuchElementException("all " + next + " answers were read");
          }
          int place = next++;
          return new SimpleImmutableEntry<>(questions[place], answers[place]);
        }
      };
    }
  }
}
