package vermilion.triage;

import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.time.Elapsed;

/// One situation at one possible hour, with every answer resolved to the index that counts. Made
/// and thrown away inside one assessment.
final class Scene {

  final Questions questions;
  final Situation situation;
  final long elapsedSeconds;
  final int historyCount;

  /// The index that counts, or -1 where nothing is known.
  final int[] index;

  /// Whether the question was asked and left empty in a completed form.
  final boolean[] empty;

  Scene(Questions questions, Situation situation, Elapsed elapsed, int historyCount) {
    this.questions = questions;
    this.situation = situation;
    this.elapsedSeconds = elapsed.seconds();
    this.historyCount = historyCount;
    this.index = new int[questions.size()];
    this.empty = new boolean[questions.size()];
    for (int place = 0; place < index.length; place++) {
      int mark = situation.answers().markAt(place);
      index[place] =
          mark == AnswerSheet.NOT_SURE ? questions.at(place).unsureIndex() : Math.max(mark, -1);
    }
  }

  /// Gives every asked and empty question the answer that its emptiness counts as.
  void fillEmpty(AskedItem[] form, Elapsed elapsed) {
    for (AskedItem item : form) {
      if (situation.answers().markAt(item.place()) == AnswerSheet.ABSENT
          && item.item().isAskedAt(elapsed)
          && item.isAskedAfter(this)) {
        Question question = questions.at(item.place());
        empty[item.place()] = true;
        index[item.place()] =
            question.ifEmpty() == Question.IfEmpty.WORST
                ? question.worstIndex()
                : question.unsureIndex();
      }
    }
  }

  /// The rank of the answer that counts, or -1 where nothing is known.
  int rankAt(int place) {
    return index[place] < 0 ? -1 : questions.at(place).rankOf(index[place]);
  }

  /// A question of a form with its places looked up once.
  record AskedItem(Form.Item item, int place, int otherPlace, int otherRank) {

    static AskedItem of(Form.Item item, Questions questions) {
      int place = required(questions, item.question());
      if (item.onlyIf().isEmpty()) {
        return new AskedItem(item, place, -1, 0);
      }
      Form.OnlyIf onlyIf = item.onlyIf().get();
      int other = required(questions, onlyIf.question());
      int answer = questions.at(other).indexOf(onlyIf.atLeast());
      if (answer < 0) {
        throw new IllegalArgumentException(
            onlyIf.atLeast() + " is no answer of " + onlyIf.question());
      }
      return new AskedItem(item, place, other, questions.at(other).rankOf(answer));
    }

    private boolean isAskedAfter(Scene scene) {
      return otherPlace < 0 || scene.rankAt(otherPlace) >= otherRank;
    }

    private static int required(Questions questions, String id) {
      int place = questions.placeOf(id);
      if (place < 0) {
        throw new IllegalArgumentException("no question has the id " + id);
      }
      return place;
    }
  }
}
