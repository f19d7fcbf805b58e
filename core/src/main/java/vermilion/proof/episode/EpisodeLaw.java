package vermilion.proof.episode;

import vermilion.proof.Property;

/// What must be true of every episode, whatever happens in it.
enum EpisodeLaw {
  /// A hold stands from the finding that set it until it is lifted.
  HOLD_STANDS(
      Property.HELD,
      "Whatever was reported as same-day or worse, or became so by time, holds all massage until"
          + " a clinician lifts the hold."),
  /// No gate is open while something forbids a massage.
  GATE_IS_SHUT(
      Property.HELD, "While massage is held, suspended, not ordered or not due, its gate is shut."),
  /// No session starts while something forbids it, nor with a sign in the answers before it.
  NO_START(
      Property.HELD,
      "No massage starts but at an open gate whose questions were answered clear a moment ago."),
  /// No reminder while something forbids a massage.
  NO_REMINDER(Property.HELD, "No reminder of a massage goes while its gate is shut."),
  /// Time raises.
  TIME_ONLY_RAISES(
      Property.TIME, "Time alone lowers no level, closes no alert, frees no hold, calms no alarm."),
  /// Somebody is always on the way to be called.
  DEADLINE_RUNS(
      Property.TIME,
      "Every open alert has been answered by a human, or has a deadline to come, or one that has"
          + " passed and rings."),
  /// What passes its deadline becomes more urgent, and rings.
  DEADLINE_ESCALATES(
      Property.TIME, "A deadline that passes with no answer raises the alert or rings."),
  /// Nothing changes unannounced.
  CHANGE_IS_ANNOUNCED(
      Property.TIME, "Whatever time will change is announced: until then nothing changes."),
  /// Who may lower what.
  ONLY_A_CLINICIAN_LOWERS(
      Property.TIME,
      "Only a named clinician lowers a level: never an emergency, an urgent one only after seeing"
          + " the patient and for a day at most, any other for three days at most."),
  /// What a lowering covers.
  COVER_ENDS(
      Property.TIME,
      "A lowering covers the same finding, unchanged or better, until its hour: any worse answer"
          + " ends it."),
  /// A report opens an alert at its level.
  REPORT_COUNTS(Property.TIME, "What an answer says is shown, at its level or a worse one."),
  /// No report calms.
  REPORT_NEVER_CALMS(
      Property.TIME,
      "No event of a patient or service, a repeat with them, lowers a level, closes an alert, or"
          + " stops a clock or sets it back."),
  /// Reading is not answering.
  SEEN_IS_NOT_ANSWERED(
      Property.TIME, "Reading an alert stops nothing that only an answer to the patient stops."),
  /// An answer is an answer.
  ANSWER_STOPS(
      Property.TIME, "An answer to the patient ends the ringing of its alert, and lowers nothing."),
  /// One trouble at a time.
  ONE_CONCERN(Property.TIME, "What is done about one concern leaves the alerts of others alone."),
  /// Silence.
  SILENCE_ENDS(Property.TIME, "Only a complete check-in closes a silence."),
  /// Who leaves is not chased.
  NOT_CHASED(
      Property.TIME, "From a stop of the check-ins on no silence begins, until she starts again."),
  /// Nobody is turned away.
  REPORT_IS_TAKEN(Property.TIME, "No check-in and no contact is refused."),
  /// What is kept.
  KEPT_AS_SENT(Property.TIME, "What is kept of an event is what was sent, and who sent it."),
  /// Who sends what.
  OWN_ROLE(
      Property.TIME,
      "Orders, liftings, lowerings, marks on an alert and the taking back of a suspension are a"
          + " clinician's alone; leaving and coming back are the patient's."),
  /// Twice is once.
  ONCE(Property.TIME, "The same event a second time changes nothing.");

  final Property property;
  final String statement;

  EpisodeLaw(Property property, String statement) {
    this.property = property;
    this.statement = statement;
  }
}
