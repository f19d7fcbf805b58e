package vermilion.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Concern;
import vermilion.clinical.Facts;
import vermilion.triage.Report;

/// One check-in, contact or human answer as a line of `vermilion triage` tells it.
///
/// @param hours exact hours after the injection
/// @param form the id of the form that was asked, or `none`
/// @param report how it reached the clinic
/// @param complete whether the form was completed
/// @param concern what a contact without a form says it is about
/// @param facts what the record knows
/// @param answers what was answered
/// @param earlier what came before, by hours
record ReportLine(
    BigDecimal hours,
    String form,
    Report report,
    boolean complete,
    Optional<Concern> concern,
    Facts facts,
    AnswerSheet answers,
    List<ReportLine> earlier) {

  /// Hours as whole seconds, rounded down: 71.9999999 h lies before 72 h.
  long second() {
    return ExactHours.second(hours);
  }
}
