package vermilion.phone;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Concern;
import vermilion.clinical.Facts;
import vermilion.clinical.Filler;
import vermilion.clinical.Question;
import vermilion.clinical.Trigger;
import vermilion.time.Elapsed;
import vermilion.triage.AskAgain;
import vermilion.triage.Assessment;
import vermilion.triage.BriefRules;
import vermilion.triage.History;
import vermilion.triage.Report;
import vermilion.triage.Situation;
import vermilion.triage.Timing;
import vermilion.triage.Triage;

/// Makes seeded situations with their history, triages them, and writes down everything that an
/// assessment says. It runs on the JVM and, compiled, in JavaScript.
public final class Agreement {

  /// Hours at which the rules and forms of the brief begin or end, in seconds; a second either side
  /// is tried too.
  private static final int[] EDGE_HOURS = {
    0, 1, 2, 4, 12, 24, 36, 48, 72, 84, 96, 168, 336, 672, 720, 4320
  };

  private static final List<String> FORMS = List.of("full", "full", "look", "late", "gate", "none");

  private static final Triage TRIAGE = BriefRules.triage();

  private static @Nullable Situation made;

  private Agreement() {}

  /// Only makes this class the root of what is compiled; the work is in [#lines].
  public static void main(String[] arguments) {}

  /// One line for each of `count` seeds from `first` on.
  @JSExport
  public static String lines(int first, int count) {
    StringBuilder lines = new StringBuilder();
    for (int seed = first; seed < first + count; seed++) {
      write(lines.append(seed).append(' '), assessmentOf(seed));
    }
    return lines.toString();
  }

  /// Makes the situation of a seed ready for [#triage].
  @JSExport
  public static void make(int seed) {
    made = situationOf(seed);
  }

  /// Triages the situation that was made, and says how many rules fire.
  @JSExport
  public static int triage() {
    Situation situation = made;
    return situation == null ? 0 : TRIAGE.assess(situation).fired().size();
  }

  /// The assessment of the situation that a seed makes, after its history.
  static Assessment assessmentOf(long seed) {
    return TRIAGE.assess(situationOf(seed));
  }

  private static Situation situationOf(long seed) {
    Dice dice = new Dice(seed);
    long second = hour(dice);
    Facts facts = facts(dice);
    History history = History.NONE;
    long earlier = second;
    for (int left = dice.below(5); left > 0; left--) {
      earlier = Math.max(0, earlier - dice.below(left * 40 * 3600));
      if (dice.chance(15)) {
        history = history.plusAnswered(earlier);
      } else {
        Situation past = situation(dice, earlier, facts, history);
        history = history.plus(past, TRIAGE.assess(past));
      }
    }
    return situation(dice, second, facts, history);
  }

  private static Situation situation(Dice dice, long second, Facts facts, History history) {
    String form = dice.pick(FORMS);
    boolean contact = form.equals("none") || dice.chance(35);
    return new Situation(
        second,
        timing(dice, second),
        contact ? Report.CONTACT : Report.CHECK_IN,
        form,
        dice.chance(65),
        dice.chance(50) ? Optional.of(dice.pick(List.of(Concern.values()))) : Optional.empty(),
        facts,
        answers(dice),
        history);
  }

  private static AnswerSheet answers(Dice dice) {
    int filled = dice.pick(List.of(30, 95, 100, 100));
    int calm = dice.pick(List.of(40, 85, 95, 98));
    AnswerSheet.Builder sheet = new AnswerSheet.Builder(TRIAGE.questions());
    for (int place = 0; place < TRIAGE.questions().size(); place++) {
      if (dice.chance(filled)) {
        Question question = TRIAGE.questions().at(place);
        String answer =
            dice.chance(calm) ? question.answerIds().getFirst() : dice.pick(question.answerIds());
        // A question that offers no "not sure" refuses it; then its place stays empty.
        var _ = sheet.answer(question.id(), dice.chance(2) ? Question.UNSURE : answer);
      }
    }
    return sheet.sheet();
  }

  private static Facts facts(Dice dice) {
    return new Facts(
        dice.pick(List.of(Filler.values())),
        dice.chance(50),
        dice.chance(10),
        dice.chance(20) ? List.of(dice.pick(List.of(Trigger.values()))) : List.of());
  }

  private static Timing timing(Dice dice, long second) {
    Elapsed elapsed = new Elapsed(second);
    return switch (dice.below(20)) {
      case 0 -> Timing.unknown();
      case 1 -> Timing.either(elapsed, new Elapsed(second - 86_400));
      default -> Timing.at(elapsed);
    };
  }

  private static long hour(Dice dice) {
    return dice.chance(50)
        ? EDGE_HOURS[dice.below(EDGE_HOURS.length)] * 3600L + dice.below(3) - 1
        : dice.below(200 * 24 * 3600);
  }

  /// Everything that an assessment says, short: the files of 100,000 lines are compared whole.
  private static void write(StringBuilder line, Assessment assessment) {
    line.append(assessment.level().id()).append(assessment.hold() ? " hold" : "");
    for (Assessment.Fired fired : assessment.fired()) {
      line.append(' ').append(fired.rule()).append('=').append(fired.level().id());
      line.append(':').append(fired.concern().id()).append(fired.inputs().size());
    }
    line.append(" missing");
    for (String question : assessment.missing()) {
      line.append(' ').append(question);
    }
    for (Assessment.Raise raise : assessment.raises()) {
      line.append(' ').append(raise.reason().id()).append(':').append(raise.concern().id());
    }
    for (AskAgain again : assessment.askAgain()) {
      line.append(' ').append(again);
    }
    for (Concern concern : assessment.concerns()) {
      line.append(' ').append(concern.id());
    }
    line.append(" baseline");
    for (int place = 0; place < TRIAGE.questions().size(); place++) {
      line.append(' ').append(assessment.baselineAt(place));
    }
    line.append('\n');
  }
}
