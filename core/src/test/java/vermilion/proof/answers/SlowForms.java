package vermilion.proof.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.time.Elapsed;

/// Fills in completed forms for the judge of the faults: what is left empty counts as the protocol
/// says, and an answer may make a form ask something more.
final class SlowForms {

  private final SlowReading reading;
  private final Questions questions;
  private final List<Form> forms;
  private final Scope scope;

  SlowForms(SlowReading reading, List<Form> forms, Scope scope) {
    this.reading = reading;
    this.questions = reading.questions;
    this.forms = forms;
    this.scope = scope;
  }

  /// A completed form in which an alternative holds, and that a worse answer, or one left out,
  /// takes below its level. Only forms that ask something only after some answers are looked at:
  /// elsewhere an answer left out is the worst one.
  @Nullable Tale lowered(SlowReading.Line line, Set<Integer> places) {
    List<SlowReading.Test> tests = reading.tests(line);
    for (Form form : forms) {
      Set<Integer> read = new TreeSet<>(places);
      boolean matters = false;
      for (Form.Item item : form.items()) {
        if (item.onlyIf().isPresent()) {
          int other = questions.placeOf(item.onlyIf().get().question());
          boolean asked = places.contains(questions.placeOf(item.question()));
          matters |= asked || places.contains(other);
          if (asked) {
            read.add(other);
          }
        }
      }
      Tale tale =
          matters
              ? scope.findSheet(
                  line, read, sheet -> isLowered(line, tests, new Filling(form, sheet, read)))
              : null;
      if (tale != null) {
        return tale;
      }
    }
    return null;
  }

  /// A form, what was put on it, and the questions that it turns on.
  private record Filling(Form form, Tale sheet, Set<Integer> read) {}

  private boolean isLowered(SlowReading.Line line, List<SlowReading.Test> tests, Filling filling) {
    Form form = filling.form();
    Tale sheet = filling.sheet();
    if (!SlowReading.all(tests, filled(form, sheet))) {
      return false;
    }
    for (int place : filling.read()) {
      int answer = sheet.answers()[place];
      if (answer != Tale.UNKNOWN) {
        for (int other : worse(questions.at(place), answer)) {
          Tale after = filled(form, sheet.with(place, other));
          // A question that the form does not ask is not left out.
          boolean happens = after.answers()[place] != Tale.UNKNOWN;
          if (happens
              && !SlowReading.all(tests, after)
              && !reading.level(after).atLeast(line.level())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// The answers that worry as much or more; and none, where that counts as the worst.
  private static List<Integer> worse(Question question, int answer) {
    List<Integer> worse = new ArrayList<>();
    for (int i = 0; i < question.answerIds().size(); i++) {
      if (i != answer && question.rankOf(i) >= question.rankOf(answer)) {
        worse.add(i);
      }
    }
    if (question.ifEmpty() == Question.IfEmpty.WORST) {
      worse.add(Tale.UNKNOWN);
    }
    return worse;
  }

  /// What counts once a sheet is handed in as complete.
  Tale filled(Form form, Tale sheet) {
    int[] answers = sheet.answers().clone();
    for (Form.Item item : form.items()) {
      int place = questions.placeOf(item.question());
      if (answers[place] == Tale.UNKNOWN
          && item.isAskedAt(new Elapsed(sheet.second()))
          && isAskedAfter(item, answers)) {
        Question question = questions.at(place);
        answers[place] =
            question.ifEmpty() == Question.IfEmpty.WORST
                ? question.answerIds().size() - 1
                : question.unsureIndex();
      }
    }
    return sheet.withAnswers(answers);
  }

  private boolean isAskedAfter(Form.Item item, int[] answers) {
    if (item.onlyIf().isEmpty()) {
      return true;
    }
    int place = questions.placeOf(item.onlyIf().get().question());
    Question other = questions.at(place);
    int least = other.rankOf(other.indexOf(item.onlyIf().get().atLeast()));
    return answers[place] != Tale.UNKNOWN && other.rankOf(answers[place]) >= least;
  }
}
