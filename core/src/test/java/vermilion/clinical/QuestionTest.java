package vermilion.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Question.IfEmpty;
import vermilion.time.Elapsed;

final class QuestionTest {

  private static final Answers COLOURS =
      new Answers.Choice(List.of(List.of("usual"), List.of("pale", "grey")));

  private static Question question(String id, Answers answers, Unsure unsure) {
    return new Question(id, true, IfEmpty.WORST, answers, unsure);
  }

  @Test
  void tied_answers_differ_in_index_and_share_a_rank() {
    Question question = question("colour", COLOURS, new Unsure.CountsAs("pale"));

    assertThat(question.answerIds()).containsExactly("usual", "pale", "grey");
    assertThat(question.indexOf("grey")).isEqualTo(2);
    assertThat(question.indexOf("blue")).isEqualTo(Question.NO_INDEX);
    assertThat(question.rankOf(1)).isEqualTo(1).isEqualTo(question.rankOf(2));
    assertThat(question.worstIndex()).isEqualTo(2);
    assertThat(question.unsureIndex()).isEqualTo(1);
    assertThat(question.redFlag()).isTrue();
    assertThat(question.ifEmpty()).isEqualTo(IfEmpty.WORST);
    assertThat(question.answers()).isEqualTo(COLOURS);
    assertThat(question).hasToString("Question[colour [usual, pale, grey]]");
  }

  @Test
  void a_scale_counts_from_none_and_words_are_worse_than_nothing() {
    assertThat(question("pain", new Answers.Scale(2), new Unsure.NoEffect()).answerIds())
        .containsExactly("0", "1", "2");
    Question text = question("other", new Answers.Text(9), new Unsure.NotOffered());
    assertThat(text.answerIds()).containsExactly("nothing", "text");
    assertThat(text.unsureIndex()).isEqualTo(Question.NO_INDEX);
  }

  @Test
  void not_sure_counts_as_an_answer_that_there_is() {
    assertThatThrownBy(() -> question("colour", COLOURS, new Unsure.CountsAs("blue")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "question colour: not sure counts as blue, which is none of [usual, pale, grey]");
  }

  @Test
  void answers_have_bounds() {
    assertThatThrownBy(() -> new Answers.Choice(List.of(List.of("one"))))
        .hasMessageContaining("two ranks or more");
    assertThatThrownBy(() -> new Answers.Choice(List.of(List.of("one"), List.of())))
        .hasMessageContaining("is empty");
    for (int most : new int[] {0, 101}) {
      assertThatThrownBy(() -> new Answers.Scale(most)).hasMessageContaining("not at " + most);
    }
    for (int chars : new int[] {0, 2001}) {
      assertThatThrownBy(() -> new Answers.Text(chars)).hasMessageContaining("not " + chars);
    }
    assertThat(new Answers.Scale(100).most()).isEqualTo(100);
    assertThat(new Answers.Text(2000).maxChars()).isEqualTo(2000);
  }

  @Test
  void a_question_has_at_most_a_hundred_and_one_answers() {
    List<List<String>> many = new ArrayList<>();
    for (int i = 0; i < 102; i++) {
      many.add(List.of("a" + i));
    }
    assertThatThrownBy(() -> question("q", new Answers.Choice(many), new Unsure.NoEffect()))
        .hasMessage("a question has at most 101 answers, not 102");
    assertThat(question("q", new Answers.Choice(many.subList(0, 101)), new Unsure.NoEffect()))
        .isNotNull();
  }

  @Test
  void questions_are_equal_by_all_that_they_mean() {
    Question one = question("a", COLOURS, new Unsure.NoEffect());
    assertThat(one)
        .isEqualTo(question("a", COLOURS, new Unsure.NoEffect()))
        .hasSameHashCodeAs(question("a", COLOURS, new Unsure.NoEffect()))
        .isNotEqualTo(question("b", COLOURS, new Unsure.NoEffect()))
        .isNotEqualTo(question("a", new Answers.Scale(3), new Unsure.NoEffect()))
        .isNotEqualTo(question("a", COLOURS, new Unsure.NotOffered()))
        .isNotEqualTo(new Question("a", false, IfEmpty.WORST, COLOURS, new Unsure.NoEffect()))
        .isNotEqualTo(new Question("a", true, IfEmpty.OPTIONAL, COLOURS, new Unsure.NoEffect()))
        .isNotEqualTo("a");
  }

  @Test
  void questions_stand_in_their_order_under_names_of_their_own() {
    Question a = question("a", COLOURS, new Unsure.NoEffect());
    Question b = question("b", COLOURS, new Unsure.NoEffect());
    Questions both = new Questions(List.of(a, b));

    assertThat(both).containsExactly(a, b);
    assertThat(both.ids()).containsExactly("a", "b");
    assertThat(both.size()).isEqualTo(2);
    assertThat(both.placeOf("b")).isEqualTo(1);
    assertThat(both.placeOf("c")).isEqualTo(-1);
    assertThat(both.find("a")).contains(a);
    assertThat(both.find("c")).isEmpty();
    assertThat(both).isEqualTo(new Questions(List.of(a, b)));
    assertThat(both).hasSameHashCodeAs(new Questions(List.of(a, b))).isNotEqualTo(List.of(a, b));
    assertThat(both).isNotEqualTo(new Questions(List.of(b, a)));
    assertThat(both.toString()).startsWith("[Question[a");
    assertThatThrownBy(() -> new Questions(List.of(a, a)))
        .hasMessage("two questions have the id a");
  }

  @Test
  void there_are_at_most_sixty_four_questions() {
    List<Question> many = new ArrayList<>();
    for (int i = 0; i < 65; i++) {
      many.add(question("q" + i, COLOURS, new Unsure.NoEffect()));
    }
    assertThat(new Questions(many.subList(0, 64)).size()).isEqualTo(64);
    assertThatThrownBy(() -> new Questions(many)).hasMessage("at most 64 questions, not 65");
  }

  @Test
  void a_form_asks_at_its_hours() {
    Form.Item item =
        new Form.Item("q", Elapsed.ofHours(2), Optional.of(Elapsed.ofHours(4)), Optional.empty());
    assertThat(item.isAskedAt(new Elapsed(7199))).isFalse();
    assertThat(item.isAskedAt(Elapsed.ofHours(2))).isTrue();
    assertThat(item.isAskedAt(new Elapsed(4 * 3600 - 1))).isTrue();
    assertThat(item.isAskedAt(Elapsed.ofHours(4))).isFalse();
    // A clock before the injection counts as hour 0.
    assertThat(Form.Item.always("q").isAskedAt(new Elapsed(-5))).isTrue();
    assertThat(item.isAskedAt(new Elapsed(-5))).isFalse();
  }

  @Test
  void a_form_has_at_most_twelve_screens() {
    List<Form.Group> groups = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      groups.add(new Form.Group("g" + i, List.of(Form.Item.always("q" + i))));
    }
    assertThat(new Form("f", groups.subList(0, 12)).items()).hasSize(12);
    assertThatThrownBy(() -> new Form("f", groups)).hasMessage("form f has 13 groups, at most 12");
  }

  @Test
  void urgency_rises_to_its_ceiling_and_no_further() {
    assertThat(Urgency.SELF_CARE.raisedUpTo(Urgency.URGENT)).isEqualTo(Urgency.ROUTINE);
    assertThat(Urgency.SAME_DAY.raisedUpTo(Urgency.URGENT)).isEqualTo(Urgency.URGENT);
    assertThat(Urgency.URGENT.raisedUpTo(Urgency.URGENT)).isEqualTo(Urgency.URGENT);
    assertThat(Urgency.EMERGENCY.raisedUpTo(Urgency.URGENT)).isEqualTo(Urgency.EMERGENCY);
    assertThat(Urgency.SOON.worse(Urgency.ROUTINE)).isEqualTo(Urgency.SOON);
    assertThat(Urgency.SOON.worse(Urgency.SAME_DAY)).isEqualTo(Urgency.SAME_DAY);
    assertThat(Urgency.SOON.holdsMassage()).isFalse();
    assertThat(Urgency.SAME_DAY.holdsMassage()).isTrue();
  }
}
