package vermilion.triage;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;

/// What triage says of one situation, and why: the rules that fired, what they read, and what was
/// missing. Immutable.
public final class Assessment {

  private final Urgency level;
  private final List<Fired> fired;
  private final List<String> missing;
  private final List<Raise> raises;
  private final List<AskAgain> askAgain;
  private final Trace trace;

  Assessment(
      Urgency level,
      List<Fired> fired,
      List<String> missing,
      List<Raise> raises,
      List<AskAgain> askAgain,
      Trace trace) {
    this.level = level;
    this.fired = fired;
    this.missing = missing;
    this.raises = raises;
    this.askAgain = askAgain;
    this.trace = trace;
  }

  /// What the next assessments will look back at.
  @SuppressWarnings(
      "ArrayRecordComponent") // never handed out, never compared; boxing would cost the speed
  record Trace(int concerns, int counted, int[] baseline, boolean onlyMildBruise) {}

  /// How urgent it is: the worst of all.
  public Urgency level() {
    return level;
  }

  /// The rules that fired, worst first, then in the order of the protocol.
  public List<Fired> fired() {
    return fired;
  }

  /// The ids of the rules that fired, worst first.
  public List<String> rules() {
    return fired.stream().map(Fired::rule).toList();
  }

  /// The questions that were asked, must be answered and were left empty, in the order of the
  /// protocol.
  public List<String> missing() {
    return missing;
  }

  /// What raised the level above what the rules say.
  public List<Raise> raises() {
    return raises;
  }

  /// The looks that are asked for, sooner than the next check-in.
  public List<AskAgain> askAgain() {
    return askAgain;
  }

  /// Whether no massage may be done until a clinician lifts the hold.
  public boolean hold() {
    return level.holdsMassage();
  }

  /// What it is about, in the order of [Concern].
  public List<Concern> concerns() {
    List<Concern> all = new ArrayList<>();
    for (Concern concern : Concern.values()) {
      if ((trace.concerns & (1 << concern.ordinal())) != 0) {
        all.add(concern);
      }
    }
    return all;
  }

  /// The index of the answer that counts for the question at a place, or -1: what a later answer is
  /// compared with. A question that was asked and left empty counts as its least worrying answer
  /// here.
  public int baselineAt(int place) {
    return trace.baseline[place];
  }

  Past asPast(Situation situation) {
    return new Past(situation.atSecond(), situation.report(), trace);
  }

  @Override
  public String toString() {
    return "Assessment[" + level.id() + " " + rules() + " missing " + missing + " " + raises + "]";
  }

  /// A rule that fired.
  ///
  /// @param rule the id of the rule
  /// @param level how urgent it says it is
  /// @param concern what it is about
  /// @param inputs the questions that it reads
  public record Fired(String rule, Urgency level, Concern concern, List<String> inputs) {}

  /// Something other than a rule that raised the level.
  ///
  /// @param reason why
  /// @param concern about what
  public record Raise(Reason reason, Concern concern) {}

  /// Why a contact counts for more than its answers.
  public enum Reason {
    /// A message or call without a form: nobody knows how bad it is.
    MESSAGE("message"),
    /// The second contact about one concern in 24 h.
    SECOND_CONTACT("second-contact"),
    /// The third, or a later one: a human rings within the hour.
    THIRD_CONTACT("third-contact"),
    /// The second about occlusion in 72 h, also after reassurance [S15] (H-1).
    OCCLUSION_AGAIN("occlusion-again");

    private final String id;

    Reason(String id) {
      this.id = id;
    }

    /// The id used in JSON and texts.
    public String id() {
      return id;
    }
  }
}
