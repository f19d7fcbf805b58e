package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Unsure;
import vermilion.time.Elapsed;

/// The states that can never be: a question that a completed form asked and of which nothing is
/// known, an earlier answer that would lie before the injection, and earlier answers of which two
/// rules would have to know differently.
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
    for (Space.Band band : space.bands()) {
      for (Space.Band other : space.bands()) {
        if (band.key() instanceof Bounds.Baseline one && band.youngest() == other.youngest()) {
          impossible.addDisagreeing(band, one, other);
        }
      }
    }
    return impossible.cubes.stream().filter(cube -> !cube.isEmpty()).toList();
  }

  /// An earlier answer that counts for one rise counts for another that begins sooner, and for the
  /// other way round once the whole band lies after both beginnings; and the mildest answer is no
  /// worse than the worst.
  private void addDisagreeing(Space.Band band, Bounds.Baseline one, Space.Band other) {
    int last = space.at(band.dimension()).size() - 1;
    for (int value = 1; value <= last; value++) {
      int least = value;
      Cube milder = space.all().keeping(band.dimension(), v -> v >= least);
      if (other.key() instanceof Bounds.Baseline sooner
          && sooner.question().equals(one.question())) {
        Cube cube = milder.keeping(other.dimension(), v -> v < least);
        cubes.add(
            sooner.fromSecond() < one.fromSecond()
                ? cube
                : cube.keeping(
                    space.hour,
                    hour -> space.secondOf(hour) >= sooner.fromSecond() + band.oldest()));
      } else if (one.question().equals(other.key())) {
        // Ranks run down in one and up in the other, each after "none".
        int rank = last - value;
        cubes.add(
            space
                .all()
                .keeping(band.dimension(), v -> v >= 1 && last - v >= rank)
                .keeping(other.dimension(), v -> v - 1 < rank));
      }
    }
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

  /// Whether the form of a state asks the question at a place.
  static boolean isAsked(Space space, int[] state, int place) {
    int form = state[space.form];
    if (form == space.halfFilled()) {
      return false;
    }
    String id = space.questions.at(place).id();
    for (Form.Item item : space.forms.get(form).items()) {
      if (item.question().equals(id)) {
        return asked(space, form, item).holds(state);
      }
    }
    return false;
  }

  /// Whether a state can never be.
  ///
  /// @param impossible what [#in] gave for its space
  static boolean excludes(List<Cube> impossible, int[] state) {
    return impossible.stream().anyMatch(cube -> cube.holds(state));
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
