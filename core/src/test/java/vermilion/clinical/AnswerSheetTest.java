package vermilion.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Question.IfEmpty;

final class AnswerSheetTest {

  private static final Questions QUESTIONS =
      new Questions(
          List.of(
              new Question(
                  "colour",
                  true,
                  IfEmpty.WORST,
                  new Answers.Choice(List.of(List.of("usual"), List.of("pale", "grey"))),
                  new Unsure.CountsAs("grey")),
              new Question(
                  "pain", true, IfEmpty.WORST, new Answers.Scale(10), new Unsure.CountsAs("5")),
              new Question(
                  "cool",
                  true,
                  IfEmpty.OPTIONAL,
                  new Answers.Choice(List.of(List.of("no"), List.of("yes"))),
                  new Unsure.NoEffect()),
              new Question(
                  "harm",
                  false,
                  IfEmpty.UNSURE,
                  new Answers.Choice(List.of(List.of("no"), List.of("unsure"), List.of("yes"))),
                  new Unsure.CountsAs("unsure")),
              new Question(
                  "weeks", false, IfEmpty.WORST, new Answers.Scale(3), new Unsure.NotOffered()),
              new Question(
                  "other", false, IfEmpty.OPTIONAL, new Answers.Text(5), new Unsure.NotOffered())));

  private final AnswerSheet.Builder builder = new AnswerSheet.Builder(QUESTIONS);

  private String refusal(String question, String value) {
    return builder
        .answer(question, value)
        .map(no -> no.question() + " " + no.value() + ": " + no.expected())
        .orElse("taken");
  }

  @Test
  void answers_take_their_places() {
    assertThat(refusal("colour", "grey")).isEqualTo("taken");
    assertThat(refusal("pain", "10")).isEqualTo("taken");
    assertThat(refusal("cool", "unsure")).isEqualTo("taken");
    assertThat(refusal("harm", "unsure")).isEqualTo("taken");
    assertThat(refusal("other", "hello")).isEqualTo("taken");
    AnswerSheet sheet = builder.sheet();

    assertThat(sheet.markAt(0)).isEqualTo(2);
    assertThat(sheet.markAt(1)).isEqualTo(10);
    assertThat(sheet.markAt(2)).isEqualTo(AnswerSheet.NOT_SURE);
    assertThat(sheet.markAt(3)).isEqualTo(1);
    assertThat(sheet.markAt(4)).isEqualTo(AnswerSheet.ABSENT);
    assertThat(sheet.markAt(5)).isEqualTo(1);
    assertThat(sheet.valueAt(0)).contains("grey");
    assertThat(sheet.valueAt(2)).contains("unsure");
    assertThat(sheet.valueAt(4)).isEmpty();
    assertThat(sheet.valueAt(5)).contains("hello");
    assertThat(sheet.textAt(5)).contains("hello");
    assertThat(sheet.textAt(0)).isEmpty();
    assertThat(sheet.questions()).isSameAs(QUESTIONS);
    assertThat(sheet).hasToString("{colour=grey, pain=10, cool=unsure, harm=unsure, other=hello}");
  }

  @Test
  void the_last_answer_to_a_question_counts_and_a_sheet_stays_as_it_was() {
    builder.answer("pain", "3");
    AnswerSheet first = builder.sheet();
    builder.answer("pain", "4");

    assertThat(first.valueAt(1)).contains("3");
    assertThat(builder.sheet().valueAt(1)).contains("4");
  }

  @Test
  void what_is_no_answer_is_refused_with_what_would_have_been() {
    assertThat(refusal("color", "pale"))
        .isEqualTo("color pale: a question of this protocol; did you mean colour?");
    assertThat(refusal("zzzzzz", "pale")).isEqualTo("zzzzzz pale: a question of this protocol");
    assertThat(refusal("colour", "palle"))
        .isEqualTo("colour palle: one of usual, pale, grey, unsure; did you mean pale?");
    assertThat(refusal("pain", "11")).isEqualTo("pain 11: a whole number from 0 to 10 or unsure");
    assertThat(refusal("pain", "03")).contains("a whole number");
    assertThat(refusal("weeks", "unsure")).isEqualTo("weeks unsure: a whole number from 0 to 3");
    assertThat(refusal("harm", "maybe")).isEqualTo("harm maybe: one of no, unsure, yes");
    assertThat(refusal("other", "hello!")).isEqualTo("other 6 characters: at most 5 characters");
    assertThat(builder.sheet().isEmpty()).isTrue();
  }

  @Test
  void blank_words_say_nothing() {
    builder.answer("other", " \n");

    assertThat(builder.sheet().markAt(5)).isZero();
    assertThat(builder.sheet().textAt(5)).isEmpty();
    assertThat(builder.sheet().valueAt(5)).contains("nothing");
  }

  @Test
  void sheets_are_equal_by_what_stands_on_them() {
    AnswerSheet empty = AnswerSheet.empty(QUESTIONS);
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty).isEqualTo(builder.sheet()).hasSameHashCodeAs(builder.sheet());
    assertThat(empty).hasToString("{}").isNotEqualTo("{}");
    builder.answer("pain", "1");
    AnswerSheet pain = builder.sheet();
    assertThat(pain).isNotEqualTo(empty);
    assertThat(pain.isEmpty()).isFalse();
    builder.answer("other", "a");
    AnswerSheet a = builder.sheet();
    builder.answer("other", "b");
    assertThat(builder.sheet()).isNotEqualTo(a);
    assertThat(AnswerSheet.empty(new Questions(List.of(QUESTIONS.at(0))))).isNotEqualTo(empty);
  }
}
