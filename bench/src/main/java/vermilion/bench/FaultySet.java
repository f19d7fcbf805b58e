package vermilion.bench;

import java.util.ArrayList;
import java.util.List;
import vermilion.proof.answers.AnswersProof;
import vermilion.proof.answers.SlowJudge;
import vermilion.testing.Fault;
import vermilion.testing.FaultMaker;
import vermilion.triage.BriefForms;
import vermilion.triage.BriefRules;
import vermilion.triage.Rule;
import vermilion.triage.SafetyFloor;

/// The faulty variants that the tests of the core put into its tables, the very same seeded choice:
/// half of them in the whole table, half in a protocol that the safety floor lies under.
final class FaultySet {
  /// The rules of the brief with the floor, without a fault.
  static final List<Rule> SOUND = SafetyFloor.under(BriefRules.RULES);

  private static final int OF_EACH = 160;
  private static final long SEED = 8;

  private FaultySet() {}

  /// A variant.
  ///
  /// @param fault the protocol with a mistake in it
  /// @param harmful whether the slow judge, which knows nothing of the proof, found a patient or a
  ///   rule that it harms
  record Variant(Fault fault, boolean harmful) {
    AnswersProof.Subject subject() {
      return AnswersProof.Subject.ofTable(fault.questions(), fault.forms(), fault.rules());
    }
  }

  /// The whole table of the brief, without a fault.
  static Variant sound() {
    return new Variant(over(Fault.Kind.RULE_DROPPED, "none", SOUND), false);
  }

  static List<Variant> all() {
    var faults = new ArrayList<>(chosen(SOUND));
    chosen(BriefRules.RULES).forEach(one -> faults.add(one.overTheFloor()));
    var sound = sound().fault();
    return faults.parallelStream()
        .map(fault -> new Variant(fault, !SlowJudge.verdict(sound, fault).isEmpty()))
        .toList();
  }

  private static List<Fault> chosen(List<Rule> rules) {
    var all = FaultMaker.all(BriefForms.QUESTIONS, BriefForms.FORMS, rules);
    return FaultMaker.chosen(all, OF_EACH, SEED);
  }

  private static Fault over(Fault.Kind kind, String where, List<Rule> rules) {
    return new Fault(kind, where, BriefForms.QUESTIONS, BriefForms.FORMS, rules);
  }
}
