package vermilion.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.Answers;
import vermilion.clinical.Form;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.clinical.Unsure;
import vermilion.time.Elapsed;

/// Turns what is true of one patient into the answers that she gives to a form.
///
/// A question that the model does not know gets its least worrying answer. Every share and chance
/// is assumed [SD].
final class Mind {
  private static final double LEAVES_HALFWAY = 0.04;

  private final Questions questions;
  private final Reader reader;
  private final Dice dice;
  private final Reader.Misreading misreading;
  private final Perception perception;

  /// @param misreading how this patient misreads, all in all
  Mind(Questions questions, Reader reader, Dice dice, Reader.Misreading misreading) {
    this.questions = questions;
    this.reader = reader;
    this.dice = dice;
    this.misreading = misreading;
    this.perception = new Perception(reader, dice, misreading);
  }

  /// What she sends.
  ///
  /// @param complete whether she came to the end of the form
  /// @param answers by question
  record Sheet(boolean complete, Map<String, String> answers) {}

  /// Her answers to a form at an hour.
  Sheet fill(Form form, double hour, Signs signs) {
    long moment = moment(form, hour);
    Elapsed elapsed = new Elapsed((long) (hour * Elapsed.SECONDS_PER_HOUR));
    Map<String, String> answers = new LinkedHashMap<>();
    boolean leaves =
        reader == Reader.CARELESS && dice.comes(LEAVES_HALFWAY, "leaves-half-way", moment);
    int groups = leaves ? Math.max(1, form.groups().size() / 2) : form.groups().size();
    for (Form.Group group : form.groups().subList(0, groups)) {
      for (Form.Item item : group.items()) {
        if (item.isAskedAt(elapsed) && isReached(item, answers)) {
          answer(item.question(), hour, signs, moment)
              .ifPresent(said -> answers.put(item.question(), said));
        }
      }
    }
    return new Sheet(groups == form.groups().size(), answers);
  }

  /// One name for all that is asked in one form.
  private static long moment(Form form, double hour) {
    long minute = (long) (hour * 60);
    return minute * 31 + form.id().length();
  }

  private boolean isReached(Form.Item item, Map<String, String> answers) {
    if (item.onlyIf().isEmpty()) {
      return true;
    }
    Form.OnlyIf only = item.onlyIf().get();
    Optional<Question> other = questions.find(only.question());
    String said = answers.get(only.question());
    if (other.isEmpty() || said == null) {
      return false;
    }
    Question asked = other.get();
    int index = said.equals(Question.UNSURE) ? asked.unsureIndex() : asked.indexOf(said);
    return index >= 0 && asked.rankOf(index) >= asked.rankOf(asked.indexOf(only.atLeast()));
  }

  private Optional<String> answer(String id, double hour, Signs signs, long moment) {
    Question question = questions.find(id).orElseThrow();
    if (question.answers() instanceof Answers.Text) {
      return perception.words(moment);
    }
    boolean offered = !(question.unsure() instanceof Unsure.NotOffered);
    double notSure = misreading.notSure();
    boolean ofColour = id.startsWith("colour");
    if (offered && dice.comes(ofColour ? 10 * notSure : notSure, "unsure-" + id, moment)) {
      return Optional.of(Question.UNSURE);
    }
    Optional<String> said = perception.of(id, new Perception.Look(hour, moment, signs));
    if (said.isEmpty() && question.ifEmpty() == Question.IfEmpty.OPTIONAL) {
      return Optional.empty();
    }
    String least = question.answerIds().getFirst();
    return Optional.of(said.filter(one -> question.indexOf(one) >= 0).orElse(least));
  }
}
