package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Form;
import vermilion.clinical.Question;

/// One thing that gets worse, or one more thing that was said before, with all that follows from it
/// on the form: a question that is asked only then, and left empty.
///
/// @param changes what changes; the first one is the cause
/// @param where the states that it can happen in, apart from the changed values
record Step(List<Change> changes, Cube where) {

  Step {
    changes = List.copyOf(changes);
  }

  /// A value that becomes another one.
  record Change(int dimension, int from, int to) {}

  /// Every step of a space.
  static List<Step> all(Space space) {
    List<Step> steps = new ArrayList<>();
    for (int place = 0; place < space.questions.size(); place++) {
      for (Change change : worse(space, place)) {
        steps.add(new Step(List.of(change), space.all()));
        for (int form = 0; form < space.forms.size(); form++) {
          addAsked(space, form, change, steps);
        }
      }
    }
    for (int i = 0; i < space.size(); i++) {
      for (int value = 1; space.at(i).isHistory() && value < space.at(i).size(); value++) {
        steps.add(new Step(List.of(new Change(i, value - 1, value)), space.all()));
      }
    }
    return steps;
  }

  /// Each answer to the next worse ones, and to those that worry as much.
  private static List<Change> worse(Space space, int place) {
    Question question = space.questions.at(place);
    int dimension = space.answer(place);
    List<Change> changes = new ArrayList<>();
    for (int from = 0; from < question.answerIds().size(); from++) {
      for (int to = 0; to < question.answerIds().size(); to++) {
        int by = question.rankOf(to) - question.rankOf(from);
        if (from != to && (by == 0 || by == 1)) {
          changes.add(new Change(dimension, from, to));
        }
      }
    }
    return changes;
  }

  /// The same change where it makes a form ask further questions, which stay empty.
  private static void addAsked(Space space, int form, Change cause, List<Step> steps) {
    List<Step> grown = new ArrayList<>();
    grown.add(new Step(List.of(cause), space.all().keepingOnly(space.form, form)));
    for (Form.Item item : space.forms.get(form).items()) {
      if (item.onlyIf().isPresent()) {
        for (Step step : List.copyOf(grown)) {
          step.alsoAsking(space, form, item, grown);
        }
      }
    }
    steps.addAll(grown.subList(1, grown.size()));
  }

  private void alsoAsking(Space space, int form, Form.Item item, List<Step> grown) {
    int place = space.questions.placeOf(item.question());
    int unknown = space.unknown(place);
    int empty = Impossible.emptyValue(space, place);
    int other = space.answer(item.onlyIf().orElseThrow().question());
    Cube asked = Impossible.asked(space, form, item);
    for (Change change : changes) {
      boolean newlyAsked =
          change.dimension() == other
              && !asked.allows(other, change.from())
              && asked.allows(other, change.to());
      if (newlyAsked && empty != unknown) {
        List<Change> more = new ArrayList<>(changes);
        more.add(new Change(space.answer(place), unknown, empty));
        grown.add(new Step(more, where.and(asked.freeing(other))));
      }
    }
  }

  /// Whether the step can lead out of a cube: it lies where the step begins, and not where it ends.
  boolean leaves(Cube cube) {
    boolean leaves = false;
    for (Change change : changes) {
      if (!cube.allows(change.dimension(), change.from())) {
        return false;
      }
      leaves |= !cube.allows(change.dimension(), change.to());
    }
    return leaves;
  }

  /// The states of a cube that the step can happen in.
  Cube before(Cube cube) {
    Cube before = cube.and(where);
    for (Change change : changes) {
      before = before.keepingOnly(change.dimension(), change.from());
    }
    return before;
  }

  /// The same states after the step.
  Cube after(Cube before) {
    Cube after = before;
    for (Change change : changes) {
      after = after.freeing(change.dimension()).keepingOnly(change.dimension(), change.to());
    }
    return after;
  }

  /// Whether the step can happen in a state.
  boolean fits(int[] state) {
    for (Change change : changes) {
      if (state[change.dimension()] != change.from()) {
        return false;
      }
    }
    return where.holds(state);
  }

  int[] applied(int[] state) {
    int[] after = state.clone();
    for (Change change : changes) {
      after[change.dimension()] = change.to();
    }
    return after;
  }

  int[] undone(int[] state) {
    int[] before = state.clone();
    for (Change change : changes) {
      before[change.dimension()] = change.from();
    }
    return before;
  }

  Change cause() {
    return changes.getFirst();
  }
}
