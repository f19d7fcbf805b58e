package vermilion.testing;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Question;
import vermilion.clinical.Question.IfEmpty;
import vermilion.clinical.Questions;
import vermilion.clinical.Unsure;

/// Every mistake that can be put into what empty or "not sure" counts as.
final class QuestionFaults {

  private QuestionFaults() {}

  /// Questions with a mistake in them.
  record Changed(String where, Questions questions) {}

  static List<Changed> all(Questions questions) {
    List<Changed> all = new ArrayList<>();
    for (int place = 0; place < questions.size(); place++) {
      Question question = questions.at(place);
      for (IfEmpty other : IfEmpty.values()) {
        if (other != question.ifEmpty()) {
          all.add(changed(questions, place, with(question, other, question.unsure())));
        }
      }
      if (question.unsure() instanceof Unsure.CountsAs counts) {
        int index = question.indexOf(counts.answer());
        for (int by : new int[] {-1, 1}) {
          if (index + by >= 0 && index + by < question.answerIds().size()) {
            Unsure moved = new Unsure.CountsAs(question.answerIds().get(index + by));
            all.add(changed(questions, place, with(question, question.ifEmpty(), moved)));
          }
        }
        all.add(
            changed(questions, place, with(question, question.ifEmpty(), new Unsure.NoEffect())));
      }
    }
    return all;
  }

  private static Question with(Question question, IfEmpty ifEmpty, Unsure unsure) {
    return new Question(question.id(), question.redFlag(), ifEmpty, question.answers(), unsure);
  }

  private static Changed changed(Questions questions, int place, Question other) {
    List<Question> all = new ArrayList<>();
    questions.forEach(all::add);
    all.set(place, other);
    String where = other.id() + " empty is " + other.ifEmpty() + ", not sure " + other.unsure();
    return new Changed(where, new Questions(all));
  }
}
