package vermilion.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vermilion.bench.CheckInMaker.Earlier;
import vermilion.bench.CheckInMaker.Made;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.triage.Condition;

/// Works out, before the clock runs, what a DMN model is given of a check-in: every answer resolved
/// (what is asked, empty or not sure), and the facts about earlier answers.
///
/// It is written from the brief and not from the engine, so a wrong reading of either shows when
/// the levels are compared.
final class DmnInputs {
  private final LipHa lipHa;
  private final Questions questions;
  private final List<Condition> history;

  DmnInputs(LipHa lipHa, List<Condition> history) {
    this.lipHa = lipHa;
    this.questions = lipHa.questions();
    this.history = history;
  }

  Map<String, Object> of(Made made) {
    var inputs = new HashMap<String, Object>();
    var situation = made.situation();
    var resolved = resolved(made);
    for (var place = 0; place < resolved.length; place++) {
      inputs.put(DmnRow.answerInput(questions.at(place).id()), (long) resolved[place]);
    }
    inputs.put(DmnRow.SECOND, situation.timing().readings().getFirst().seconds());
    inputs.put(DmnRow.COLD_SORES, situation.facts().coldSoreHistory());
    inputs.put(DmnRow.TRIGGER, situation.facts().hasRecentTrigger());
    inputs.put(DmnRow.HYALURONIDASE, situation.facts().hyaluronidaseGiven());
    inputs.put(DmnRow.FILLER, DmnRow.fillerName(situation.facts().filler()));
    for (var i = 0; i < history.size(); i++) {
      inputs.put(DmnRow.historyInput(i), held(history.get(i), made, resolved));
    }
    return inputs;
  }

  private int[] resolved(Made made) {
    var situation = made.situation();
    var indexes = new int[questions.size()];
    Arrays.setAll(indexes, place -> index(place, situation.answers().markAt(place)));
    if (situation.complete()) {
      for (var item : lipHa.protocol().form(situation.form()).orElseThrow().items()) {
        fillEmpty(item, made, indexes);
      }
    }
    return indexes;
  }

  private int index(int place, int mark) {
    if (mark == AnswerSheet.NOT_SURE) {
      return questions.at(place).unsureIndex();
    }
    return mark == AnswerSheet.ABSENT ? -1 : mark;
  }

  private void fillEmpty(Form.Item item, Made made, int[] indexes) {
    var place = questions.placeOf(item.question());
    var elapsed = made.situation().timing().readings().getFirst();
    if (made.situation().answers().markAt(place) != AnswerSheet.ABSENT
        || !item.isAskedAt(elapsed)
        || !isAskedAfter(item, indexes)) {
      return;
    }
    var question = questions.at(place);
    indexes[place] =
        question.ifEmpty() == Question.IfEmpty.WORST
            ? question.worstIndex()
            : question.unsureIndex();
  }

  private boolean isAskedAfter(Form.Item item, int[] indexes) {
    if (item.onlyIf().isEmpty()) {
      return true;
    }
    var onlyIf = item.onlyIf().get();
    var place = questions.placeOf(onlyIf.question());
    return rank(place, indexes[place]) >= rank(place, onlyIf.atLeast());
  }

  private boolean held(Condition condition, Made made, int[] resolved) {
    return switch (condition) {
      case Condition.RoseBy c -> rose(c, made, resolved);
      case Condition.SaidBefore c -> {
        var place = questions.placeOf(c.question());
        yield made.earlier().stream()
            .filter(one -> ago(made, one) <= c.within().seconds())
            .anyMatch(
                one -> rank(place, one.assessment().baselineAt(place)) >= rank(place, c.answer()));
      }
      case Condition.ConcernBefore c ->
          made.earlier().stream()
              .filter(one -> ago(made, one) <= c.within().seconds())
              .anyMatch(one -> one.assessment().concerns().contains(c.concern()));
      default -> throw new IllegalStateException("not about earlier answers: " + condition);
    };
  }

  private boolean rose(Condition.RoseBy condition, Made made, int[] resolved) {
    var place = questions.placeOf(condition.question());
    for (var one : made.earlier()) {
      var baseline = one.assessment().baselineAt(place);
      if (baseline >= 0
          && ago(made, one) <= condition.within().seconds()
          && one.situation().atSecond() >= condition.givenFrom().seconds()
          && rank(place, resolved[place]) - rank(place, baseline) >= condition.by()) {
        return true;
      }
    }
    return false;
  }

  private static long ago(Made made, Earlier one) {
    return made.situation().atSecond() - one.situation().atSecond();
  }

  private int rank(int place, String answer) {
    return rank(place, questions.at(place).indexOf(answer));
  }

  private int rank(int place, int index) {
    return index < 0 ? -1 : questions.at(place).rankOf(index);
  }
}
