package vermilion.triage;

import java.util.Optional;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Concern;
import vermilion.clinical.Facts;

/// All that one assessment is made from.
///
/// @param atSecond when the answer was given, in seconds of any clock that `history` uses too
/// @param timing the hour after the injection
/// @param report how it reached the clinic: a check-in or a contact
/// @param form the id of the form that was asked, or `none`
/// @param complete whether the form was completed; what a half-filled form left empty is not yet
///   asked
/// @param named what a contact without a form says it is about
/// @param facts what the record knows
/// @param answers what was answered
/// @param history what came before; later entries in it are left out
public record Situation(
    long atSecond,
    Timing timing,
    Report report,
    String form,
    boolean complete,
    Optional<Concern> named,
    Facts facts,
    AnswerSheet answers,
    History history) {

  /// The same report at the reading of another clock, with what came before by that clock.
  public Situation at(long otherSecond, History otherHistory) {
    return new Situation(
        otherSecond, timing, report, form, complete, named, facts, answers, otherHistory);
  }
}
