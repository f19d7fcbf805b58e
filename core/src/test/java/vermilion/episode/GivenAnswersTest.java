package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Answers;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Unsure;
import vermilion.testing.Seeded;

/// Answers in memory are the map that was given, in less room.
final class GivenAnswersTest {

  private static final Questions PROTOCOL =
      new Questions(
          List.of(
              new Question(
                  "colour",
                  true,
                  Question.IfEmpty.WORST,
                  new Answers.Choice(List.of(List.of("usual"), List.of("pale"))),
                  new Unsure.CountsAs("pale")),
              new Question(
                  "other",
                  false,
                  Question.IfEmpty.OPTIONAL,
                  new Answers.Text(200),
                  new Unsure.NotOffered())));

  @Seeded(50)
  void they_are_the_map_that_was_given(SplittableRandom random) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = random.nextInt(0, 30); i > 0; i--) {
      given.put("q" + random.nextInt(40), "a" + random.nextInt(5));
    }
    GivenAnswers answers = GivenAnswers.of(given);
    assertThat(answers).isEqualTo(given).hasSameHashCodeAs(given);
    assertThat(given).isEqualTo(answers);
    assertThat(answers.entrySet()).containsExactlyElementsOf(given.entrySet());
    for (int i = 0; i < 40; i++) {
      assertThat(answers.get("q" + i)).isEqualTo(given.get("q" + i));
      assertThat(answers.containsKey("q" + i)).isEqualTo(given.containsKey("q" + i));
    }
    List<String> visited = new ArrayList<>();
    answers.forEach((question, answer) -> visited.add(question + "=" + answer));
    assertThat(visited).isEqualTo(given.entrySet().stream().map(Object::toString).toList());
  }

  @Test
  void a_change_of_what_was_given_changes_nothing() {
    Map<String, String> given = new LinkedHashMap<>(Map.of("colour", "pale"));
    GivenAnswers answers = GivenAnswers.of(given);
    given.put("colour", "usual");
    assertThat(answers).containsExactlyEntriesOf(Map.of("colour", "pale"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> answers.put("colour", "usual"));
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(answers::clear);
    Iterator<?> all = answers.entrySet().iterator();
    all.next();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(all::next);
  }

  @Test
  void the_words_of_the_protocol_are_its_own_and_all_others_stay() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put(copy("colour"), copy("pale"));
    given.put(copy("other"), copy("my lip hurts"));
    given.put(copy("unknown"), copy("pale"));
    GivenAnswers shared = GivenAnswers.of(given).inWordsOf(PROTOCOL);
    assertThat(shared).isEqualTo(given);
    assertThat(shared.keySet().iterator().next()).isSameAs(PROTOCOL.at(0).id());
    assertThat(shared.get("colour")).isSameAs(PROTOCOL.at(0).answerIds().get(1));
    Map<String, String> unsure = Map.of("colour", copy(Question.UNSURE));
    assertThat(GivenAnswers.of(unsure).inWordsOf(PROTOCOL).get("colour")).isSameAs(Question.UNSURE);
  }

  private static String copy(String word) {
    return String.valueOf(word.toCharArray());
  }
}
