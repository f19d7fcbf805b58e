package vermilion.service;

import vermilion.episode.EpisodeEvent;

/// One thing that a person at a clinic may be allowed to do (decision 30).
public enum Capability {
  /// See who waits.
  SEE_WORKLIST,
  /// See every patient's record.
  SEE_PATIENT,
  /// Open one record for a short time, with a reason that the medical lead reads.
  BREAK_GLASS,
  /// Take alerts, write to patients, add to the record.
  ANSWER,
  /// Ask a patient on the telephone, and record what she says.
  TAKE_CALL,
  /// Record a treatment.
  TREAT,
  /// Sign an order of massage.
  ORDER,
  /// Stop massage: the safe direction.
  STOP_MASSAGE,
  /// Say that massage is safe again.
  LIFT_HOLD,
  /// Lower a level.
  LOWER,
  /// Let a patient's phone in, end one, send her a test message.
  LET_IN,
  /// Answer a patient who leaves.
  ANSWER_LEAVING,
  /// See which mails could not be sent.
  SEE_MAILS,
  /// See who did what.
  SEE_AUDIT,
  /// Make and end accounts.
  MANAGE_PEOPLE;

  /// What somebody of the staff needs to write an event.
  public static Capability neededFor(EpisodeEvent event) {
    return switch (event) {
      case EpisodeEvent.OrderSigned _ -> ORDER;
      case EpisodeEvent.OrderStopped _ -> STOP_MASSAGE;
      case EpisodeEvent.HoldLifted _ -> LIFT_HOLD;
      case EpisodeEvent.LevelLowered _ -> LOWER;
      case EpisodeEvent.Contacted _ -> TAKE_CALL;
      case EpisodeEvent.LeaveAnswered _ -> ANSWER_LEAVING;
      case EpisodeEvent.ConfidantEnded _ -> LET_IN;
      default -> ANSWER;
    };
  }
}
