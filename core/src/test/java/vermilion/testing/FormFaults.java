package vermilion.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.time.Elapsed;

/// Every mistake that can be put into what a form asks and when.
final class FormFaults {

  private static final Elapsed DAY = Elapsed.ofDays(1);

  private final Questions questions;
  private final List<Form> forms;
  private final List<Changed> made = new ArrayList<>();

  /// Forms with a mistake in them.
  record Changed(String where, List<Form> forms) {}

  private FormFaults(Questions questions, List<Form> forms) {
    this.questions = questions;
    this.forms = forms;
  }

  static List<Changed> all(Questions questions, List<Form> forms) {
    FormFaults faults = new FormFaults(questions, forms);
    for (int i = 0; i < forms.size(); i++) {
      int items = forms.get(i).items().size();
      for (int j = 0; j < items; j++) {
        faults.addOf(i, j);
      }
    }
    return faults.made;
  }

  private void addOf(int form, int item) {
    Form.Item one = forms.get(form).items().get(item);
    String where = forms.get(form).id() + ", " + one.question();
    add(where + " is gone", form, item, Optional.empty());
    add(
        where + " from day 1",
        form,
        item,
        Optional.of(new Form.Item(one.question(), DAY, one.before(), one.onlyIf())));
    for (Elapsed before : sooner(one)) {
      add(
          where + " before hour " + before.hours(),
          form,
          item,
          Optional.of(
              new Form.Item(one.question(), one.from(), Optional.of(before), one.onlyIf())));
    }
    if (one.onlyIf().isPresent()) {
      add(where + " always", form, item, Optional.of(Form.Item.always(one.question())));
      for (Form.OnlyIf other : moved(one.onlyIf().get())) {
        Form.Item changed =
            new Form.Item(one.question(), one.from(), one.before(), Optional.of(other));
        add(where + " only if " + other.atLeast(), form, item, Optional.of(changed));
      }
    }
  }

  private static List<Elapsed> sooner(Form.Item item) {
    return item.before().isEmpty()
        ? List.of(Elapsed.ofDays(21))
        : List.of(
            new Elapsed(item.before().get().seconds() - DAY.seconds()),
            new Elapsed(item.before().get().seconds() + DAY.seconds()));
  }

  private List<Form.OnlyIf> moved(Form.OnlyIf onlyIf) {
    Question other = questions.at(questions.placeOf(onlyIf.question()));
    int index = other.indexOf(onlyIf.atLeast());
    List<Form.OnlyIf> all = new ArrayList<>();
    for (int by : new int[] {-1, 1}) {
      if (index + by >= 0 && index + by < other.answerIds().size()) {
        all.add(new Form.OnlyIf(onlyIf.question(), other.answerIds().get(index + by)));
      }
    }
    return all;
  }

  private void add(String where, int form, int item, Optional<Form.Item> other) {
    List<Form> changed = new ArrayList<>(forms);
    List<Form.Item> items = new ArrayList<>(forms.get(form).items());
    if (other.isPresent()) {
      items.set(item, other.get());
    } else {
      items.remove(item);
    }
    changed.set(form, new Form(forms.get(form).id(), List.of(new Form.Group("all", items))));
    made.add(new Changed(where, changed));
  }
}
