package vermilion.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Facts;
import vermilion.clinical.Filler;
import vermilion.clinical.Question;
import vermilion.clinical.Trigger;
import vermilion.clinical.Unsure;
import vermilion.time.Elapsed;
import vermilion.triage.Assessment;
import vermilion.triage.History;
import vermilion.triage.Report;
import vermilion.triage.Situation;
import vermilion.triage.Timing;

/// Makes check-ins from a seed: mostly calm answers at hours that a plan asks at, with up to three
/// check-ins before them.
final class CheckInMaker {
  /// Hours of the plan and of the brief's bounds, and hours between.
  private static final List<Integer> HOURS =
      List.of(
          2, 4, 12, 23, 24, 36, 47, 48, 71, 72, 84, 96, 120, 144, 168, 240, 336, 504, 671, 672,
          1440, 2160, 8640);

  private final LipHa lipHa;
  private final SplittableRandom random;

  CheckInMaker(LipHa lipHa, SplittableRandom random) {
    this.lipHa = lipHa;
    this.random = random;
  }

  /// A check-in and what came before it.
  ///
  /// @param situation what triage is given
  /// @param earlier the check-ins of its history, in order of time
  record Made(Situation situation, List<Earlier> earlier) {}

  /// An earlier check-in.
  record Earlier(Situation situation, Assessment assessment) {}

  /// The next check-in.
  Made next() {
    var now = HOURS.get(random.nextInt(HOURS.size())) * 3600L + random.nextInt(3600);
    var facts = facts();
    var times = new ArrayList<Long>();
    for (var i = random.nextInt(4); i > 0; i--) {
      var ago = random.nextInt(4) == 0 ? random.nextInt(9 * 86_400) : random.nextInt(40 * 3600);
      if (ago <= now) {
        times.add(now - ago);
      }
    }
    times.sort(null);
    var history = History.NONE;
    var earlier = new ArrayList<Earlier>();
    for (var time : times) {
      var before = situation(time, facts, history);
      var assessment = lipHa.triage().assess(before);
      history = history.plus(before, assessment);
      earlier.add(new Earlier(before, assessment));
    }
    return new Made(situation(now, facts, history), List.copyOf(earlier));
  }

  private Facts facts() {
    return new Facts(
        Filler.HYALURONIC_ACID,
        random.nextInt(5) == 0,
        random.nextInt(20) == 0,
        random.nextInt(10) == 0 ? List.of(Trigger.ILLNESS) : List.of());
  }

  /// The seconds of the injection are 0, so that hours and the clock are one.
  private Situation situation(long second, Facts facts, History history) {
    var form = second < 4 * 3600 ? "look" : second < 1000 * 3600 ? "full" : "late";
    return new Situation(
        second,
        Timing.at(new Elapsed(second)),
        Report.CHECK_IN,
        form,
        random.nextInt(20) > 0,
        Optional.empty(),
        facts,
        answers(form),
        history);
  }

  private AnswerSheet answers(String form) {
    var sheet = new AnswerSheet.Builder(lipHa.questions());
    // One in three has nothing to tell; the others worry about some of it.
    var calmOf100 = random.nextInt(3) == 0 ? 98 : 85;
    for (var item : lipHa.protocol().form(form).orElseThrow().items()) {
      var question = lipHa.questions().at(lipHa.questions().placeOf(item.question()));
      var value = value(question, random.nextInt(100) < calmOf100);
      if (!value.isEmpty()) {
        sheet
            .answer(question.id(), value)
            .ifPresent(refusal -> {
              throw new IllegalStateException(refusal.toString());
            });
      }
    }
    return sheet.sheet();
  }

  /// An answer, or nothing where the question is left empty.
  private String value(Question question, boolean calm) {
    var ids = question.answerIds();
    if (calm) {
      // A text question has no answer to give when there is nothing to say.
      return question.unsure() instanceof Unsure.NotOffered ? "" : ids.getFirst();
    }
    return switch (random.nextInt(8)) {
      case 0 -> "";
      case 1 -> question.unsure() instanceof Unsure.NotOffered ? "" : Question.UNSURE;
      default -> ids.get(random.nextInt(ids.size()));
    };
  }
}
