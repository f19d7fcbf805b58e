package vermilion.episode;

import java.util.List;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.triage.Assessment;

/// An answer of the patient with what triage said of it.
///
/// @param entry the event
/// @param form the form that was asked, or `none`
/// @param complete whether it was completed
/// @param contact whether the patient brought it by herself
/// @param sheet the answers
/// @param assessment what the rules say
/// @param findings what it comes to, concern by concern, after what clinicians have lowered
public record Assessed(
    Entry entry,
    String form,
    boolean complete,
    boolean contact,
    AnswerSheet sheet,
    Assessment assessment,
    List<Finding> findings) {

  /// Copies the findings.
  public Assessed {
    findings = List.copyOf(findings);
  }

  /// The worst level of all findings: what counts.
  public Urgency level() {
    Urgency level = Urgency.SELF_CARE;
    for (Finding finding : findings) {
      level = level.worse(finding.level());
    }
    return level;
  }

  /// What one answer comes to for one concern.
  ///
  /// @param concern about what
  /// @param level how urgent
  /// @param rules the rules that fired, worst first
  /// @param ring whether a human rings within the hour
  public record Finding(Concern concern, Urgency level, List<String> rules, boolean ring) {
    /// Copies the rules.
    public Finding {
      rules = List.copyOf(rules);
    }
  }
}
