package vermilion.proof.answers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Answers;
import vermilion.clinical.Concern;
import vermilion.clinical.Facts;
import vermilion.clinical.Filler;
import vermilion.clinical.Question;
import vermilion.clinical.Trigger;
import vermilion.json.Json;
import vermilion.time.Elapsed;
import vermilion.triage.Assessment;
import vermilion.triage.History;
import vermilion.triage.Report;
import vermilion.triage.Situation;
import vermilion.triage.Timing;
import vermilion.triage.Triage;

/// Plays a state of the proof through the engine itself: makes the answer sheet, and an earlier
/// report for each thing that was said before.
final class Reenactment {

  private final Space space;
  private final Triage engine;

  Reenactment(Space space, Triage engine) {
    this.space = space;
    this.engine = engine;
  }

  /// Something that was said before.
  ///
  /// @param age how long before now, in seconds
  /// @param question the one question that was answered
  /// @param answer what
  record Earlier(long age, String question, String answer) {}

  /// What the engine says of a state, with these earlier reports.
  Assessment assess(int[] state, List<Earlier> earlier) {
    return assess(engine, state, earlier);
  }

  Assessment assess(Triage by, int[] state, List<Earlier> earlier) {
    long now = space.secondOf(state[space.hour]);
    History history = History.NONE;
    for (Earlier one : inOrder(earlier)) {
      Situation past = past(state, one, now, history);
      history = history.plus(past, by.assess(past));
    }
    boolean complete = state[space.form] != space.halfFilled();
    Situation situation =
        new Situation(
            now,
            Timing.at(new Elapsed(now)),
            Report.CHECK_IN,
            formOf(state),
            complete,
            Optional.empty(),
            facts(state),
            sheet(state),
            history);
    return by.assess(situation);
  }

  private static List<Earlier> inOrder(List<Earlier> earlier) {
    List<Earlier> sorted = new ArrayList<>(earlier);
    sorted.sort(Comparator.comparingLong(Earlier::age).reversed());
    return sorted;
  }

  /// What the engine says of an earlier report before which nothing was said.
  Assessment assessEarlier(int[] state, Earlier one) {
    return engine.assess(past(state, one, space.secondOf(state[space.hour]), History.NONE));
  }

  private Situation past(int[] state, Earlier one, long now, History history) {
    long then = now - one.age();
    AnswerSheet.Builder sheet = new AnswerSheet.Builder(space.questions);
    sheet.answer(one.question(), one.answer());
    return new Situation(
        then,
        Timing.at(new Elapsed(then)),
        Report.CHECK_IN,
        space.forms.getFirst().id(),
        false,
        Optional.empty(),
        facts(state),
        sheet.sheet(),
        history);
  }

  String formOf(int[] state) {
    int form = state[space.form];
    return space.forms.get(form == space.halfFilled() ? 0 : form).id();
  }

  private Facts facts(int[] state) {
    return new Facts(
        Filler.values()[state[space.filler]],
        state[space.coldSores] == Space.YES,
        state[space.hyaluronidase] == Space.YES,
        state[space.trigger] == Space.YES ? List.of(Trigger.ILLNESS) : List.of());
  }

  /// The sheet: where a completed form asked and nothing is known, the patient was not sure.
  private AnswerSheet sheet(int[] state) {
    AnswerSheet.Builder sheet = new AnswerSheet.Builder(space.questions);
    answers(state).forEach(answer -> sheet.answer(answer.question(), answer.value()));
    return sheet.sheet();
  }

  private record Answer(String question, String value) {}

  private List<Answer> answers(int[] state) {
    List<Answer> answers = new ArrayList<>();
    for (int place = 0; place < space.questions.size(); place++) {
      Question question = space.questions.at(place);
      int value = state[space.answer(place)];
      if (value < question.answerIds().size()) {
        answers.add(new Answer(question.id(), words(question, value)));
      } else if (Impossible.isAsked(space, state, place)
          && question.ifEmpty() == Question.IfEmpty.WORST) {
        answers.add(new Answer(question.id(), Question.UNSURE));
      }
    }
    return answers;
  }

  /// An answer as a sheet takes it; to a text question, no words or any.
  private static String words(Question question, int value) {
    return question.answers() instanceof Answers.Text && value == 0
        ? ""
        : question.answerIds().get(value);
  }

  /// An earlier report for each thing that a state says was said before.
  List<Earlier> history(int[] state) {
    List<Earlier> earlier = new ArrayList<>();
    for (Space.Band band : space.bands()) {
      if (state[band.dimension()] != 0) {
        earlier.add(said(state, band));
      }
    }
    return earlier;
  }

  /// The earlier report that one value of history stands for.
  Earlier said(int[] state, Space.Band band) {
    Dimension dimension = space.at(band.dimension());
    if (dimension.kind() == Dimension.Kind.CONCERN_BEFORE) {
      return raising(state, (Concern) band.key(), band.youngest());
    }
    return new Earlier(
        age(state, band), dimension.name(), dimension.values().get(state[band.dimension()]));
  }

  /// How long ago: as little as may be, unless that would count for a rise that begins later too.
  private long age(int[] state, Space.Band band) {
    if (band.key() instanceof Bounds.Baseline one) {
      for (Space.Band other : space.bands()) {
        if (other.key() instanceof Bounds.Baseline later
            && later.question().equals(one.question())
            && later.fromSecond() > one.fromSecond()
            && other.youngest() == band.youngest()
            && state[other.dimension()] != state[band.dimension()]) {
          long sinceFrom = space.secondOf(state[space.hour]) - one.fromSecond();
          return Math.min(band.oldest(), sinceFrom);
        }
      }
    }
    return band.youngest();
  }

  /// An earlier answer that raises a concern, to a question that nothing else looks back at if
  /// there is one.
  private Earlier raising(int[] state, Concern concern, long age) {
    Optional<Earlier> best = Optional.empty();
    for (Question question : space.questions) {
      for (String answer : question.answerIds()) {
        Earlier one = new Earlier(age, question.id(), answer);
        boolean raises = assessEarlier(state, one).concerns().contains(concern);
        if (raises && !isLookedBackAt(question.id())) {
          return one;
        }
        if (raises && best.isEmpty()) {
          best = Optional.of(one);
        }
      }
    }
    // A concern that no single answer raises: the report is empty, and the engine will not confirm.
    return best.orElse(new Earlier(age, space.questions.at(0).id(), ""));
  }

  private boolean isLookedBackAt(String question) {
    return space.bands().stream()
        .anyMatch(band -> space.at(band.dimension()).name().equals(question));
  }

  /// A state as `vermilion triage` reads it.
  Json.Obj json(int[] state, List<Earlier> earlier) {
    long now = space.secondOf(state[space.hour]);
    Json.Builder answers = Json.object();
    answers(state).forEach(answer -> put(answers, answer.question(), answer.value()));
    List<Json> before = new ArrayList<>();
    for (Earlier one : inOrder(earlier)) {
      Json.Builder said = Json.object();
      put(said, one.question(), one.answer());
      before.add(
          Json.object()
              .put("hours", hours(now - one.age()))
              .put("form", space.forms.getFirst().id())
              .put("complete", false)
              .put("record", record(state))
              .put("answers", said.build())
              .build());
    }
    return Json.object()
        .put("hours", hours(now))
        .put("form", formOf(state))
        .put("complete", state[space.form] != space.halfFilled())
        .put("record", record(state))
        .put("answers", answers.build())
        .put("earlier", new Json.Arr(before))
        .build();
  }

  private void put(Json.Builder answers, String question, String value) {
    int place = space.questions.placeOf(question);
    boolean number =
        space.questions.at(place).answers() instanceof Answers.Scale
            && !value.equals(Question.UNSURE);
    answers.put(question, number ? new Json.Num(value) : new Json.Str(value));
  }

  private Json.Obj record(int[] state) {
    Facts facts = facts(state);
    Json.Builder record =
        Json.object()
            .put("filler", facts.filler().id())
            .put("cold-sore-history", facts.coldSoreHistory())
            .put(
                "trigger", Json.Arr.ofStrings(facts.triggers().stream().map(Trigger::id).toList()));
    if (facts.hyaluronidaseGiven()) {
      record.put("hyaluronidase", true);
    }
    return record.build();
  }

  /// Hours such that rounding down to the second gives the second again.
  private static Json.Num hours(long second) {
    BigDecimal hours =
        BigDecimal.valueOf(second)
            .divide(BigDecimal.valueOf(Elapsed.SECONDS_PER_HOUR), 6, RoundingMode.CEILING);
    return new Json.Num(hours.stripTrailingZeros().toPlainString());
  }
}
