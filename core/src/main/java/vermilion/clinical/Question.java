package vermilion.clinical;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// One question that a patient may be asked, with its answers in order of worry.
///
/// An answer is held as its place in that order (its index). Answers that worry equally differ in
/// index and share a rank. Immutable.
public final class Question {

  /// The most answers that a question may have.
  public static final int MOST_ANSWERS = 101;

  /// The word for "not sure" in protocols and JSON.
  public static final String UNSURE = "unsure";

  /// What an empty answer in a completed form counts as.
  public enum IfEmpty {
    /// The worst answer; it is listed as missing.
    WORST,
    /// "Not sure"; it is listed as missing.
    UNSURE,
    /// "Not sure"; nothing is missing, since nobody has to answer it.
    OPTIONAL
  }

  private final String id;
  private final boolean redFlag;
  private final IfEmpty ifEmpty;
  private final Answers answers;
  private final Unsure unsure;
  private final List<String> ids;
  private final int[] ranks;
  private final int unsureIndex;

  /// Makes a question.
  ///
  /// @param id how rules, forms and JSON name it
  /// @param redFlag whether it is asked first in every full check-in
  /// @param ifEmpty what leaving it empty in a completed form counts as
  /// @param answers what may be answered
  /// @param unsure what "not sure" means
  public Question(String id, boolean redFlag, IfEmpty ifEmpty, Answers answers, Unsure unsure) {
    this.id = id;
    this.redFlag = redFlag;
    this.ifEmpty = ifEmpty;
    this.answers = answers;
    this.unsure = unsure;
    this.ids = idsOf(answers);
    this.ranks = ranksOf(answers, ids.size());
    this.unsureIndex =
        unsure instanceof Unsure.CountsAs counts ? required(counts.answer()) : NO_INDEX;
  }

  /// The index of no answer.
  public static final int NO_INDEX = -1;

  /// How rules, forms and JSON name this question.
  public String id() {
    return id;
  }

  /// Whether it is asked first in every full check-in.
  public boolean redFlag() {
    return redFlag;
  }

  /// What leaving it empty in a completed form counts as.
  public IfEmpty ifEmpty() {
    return ifEmpty;
  }

  /// What may be answered.
  public Answers answers() {
    return answers;
  }

  /// What "not sure" means here.
  public Unsure unsure() {
    return unsure;
  }

  /// The ids of all answers, least worrying first; numbers as decimal text.
  public List<String> answerIds() {
    return ids;
  }

  /// The index of an answer, or [#NO_INDEX] for an answer that this question does not have.
  public int indexOf(String answer) {
    for (int i = 0; i < ids.size(); i++) {
      if (ids.get(i).equals(answer)) {
        return i;
      }
    }
    return NO_INDEX;
  }

  /// How much the answer at `index` worries, from 0; equal for answers that worry equally.
  public int rankOf(int index) {
    return ranks[index];
  }

  /// The index of the last, most worrying answer.
  public int worstIndex() {
    return ids.size() - 1;
  }

  /// The index that "not sure" counts as, or [#NO_INDEX] where it has no effect or is not offered.
  public int unsureIndex() {
    return unsureIndex;
  }

  private int required(String answer) {
    int index = indexOf(answer);
    if (index == NO_INDEX) {
      throw new IllegalArgumentException(
          "question "
              + id
              + ": not sure counts as "
              + answer
              + ", which is none of ["
              + String.join(", ", ids)
              + "]");
    }
    return index;
  }

  private static List<String> idsOf(Answers answers) {
    List<String> ids = new ArrayList<>();
    switch (answers) {
      case Answers.Choice choice -> choice.ranks().forEach(ids::addAll);
      case Answers.Scale scale -> {
        for (int number = 0; number <= scale.most(); number++) {
          ids.add(Integer.toString(number));
        }
      }
      case Answers.Text _ -> {
        ids.add("nothing");
        ids.add("text");
      }
    }
    if (ids.size() > MOST_ANSWERS) {
      throw new IllegalArgumentException(
          "a question has at most " + MOST_ANSWERS + " answers, not " + ids.size());
    }
    return List.copyOf(ids);
  }

  private static int[] ranksOf(Answers answers, int count) {
    int[] ranks = new int[count];
    if (answers instanceof Answers.Choice choice) {
      int index = 0;
      for (int rank = 0; rank < choice.ranks().size(); rank++) {
        for (int tied = 0; tied < choice.ranks().get(rank).size(); tied++) {
          ranks[index++] = rank;
        }
      }
    } else {
      for (int i = 0; i < count; i++) {
        ranks[i] = i;
      }
    }
    return ranks;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Question that
        && id.equals(that.id)
        && redFlag == that.redFlag
        && ifEmpty == that.ifEmpty
        && answers.equals(that.answers)
        && unsure.equals(that.unsure);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, redFlag, ifEmpty, answers, unsure);
  }

  @Override
  public String toString() {
    return "Question[" + id + " " + ids + "]";
  }
}
