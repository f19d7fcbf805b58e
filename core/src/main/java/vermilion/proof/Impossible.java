package vermilion.proof;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Unsure;
import vermilion.time.Elapsed;

/// The states that can never be: a question that a completed form asked and of which nothing is
/// known, and an earlier answer that would lie before the injection.
final class Impossible {

  private final Space space;
  private final List<Cube> cubes = new ArrayList<>();

  private Impossible(Space space) {
    this.space = space;
  }

  static List<Cube> in(Space space) {
    Impossible impossible = new Impossible(space);
    for (int form = 0; form < space.forms.size(); form++) {
      for (Form.Item item : space.forms.get(form).items()) {
        impossible.addUnknown(form, item);
      }
    }
    for (Space.Band band : space.bands()) {
      impossible.cubes.add(
          space
              .all()
              .keeping(band.dimension(), value -> value != 0)
              .keeping(space.hour, hour -> space.secondOf(hour) < band.possibleFrom()));
    }
    return impossible.cubes.stream().filter(cube -> !cube.isEmpty()).toList();
  }

  /// Where a form asks a question: its hours, and its condition on another answer.
  static Cube asked(Space space, int form, Form.Item item) {
    Cube asked =
        space
            .all()
            .keepingOnly(space.form, form)
            .keeping(space.hour, hour -> item.isAskedAt(new Elapsed(space.secondOf(hour))));
    if (item.onlyIf().isEmpty()) {
      return asked;
    }
    Form.OnlyIf onlyIf = item.onlyIf().get();
    int dimension = space.answer(onlyIf.question());
    Question other = space.questions.at(space.placeOf(dimension));
    int least = other.rankOf(other.indexOf(onlyIf.atLeast()));
    return asked.keeping(
        dimension, value -> value < other.answerIds().size() && other.rankOf(value) >= least);
  }

  /// What leaving a question empty counts as: the value of its dimension.
  static int emptyValue(Space space, int place) {
    Question question = space.questions.at(place);
    int index =
        question.ifEmpty() == Question.IfEmpty.WORST
            ? question.worstIndex()
            : question.unsureIndex();
    return index < 0 ? space.unknown(place) : index;
  }

  private void addUnknown(int form, Form.Item item) {
    int place = space.questions.placeOf(item.question());
    boolean saysNothing = space.questions.at(place).unsure() instanceof Unsure.NoEffect;
    if (!saysNothing && emptyValue(space, place) != space.unknown(place)) {
      cubes.add(asked(space, form, item).keepingOnly(space.answer(place), space.unknown(place)));
    }
  }
}
