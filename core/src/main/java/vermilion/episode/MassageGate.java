package vermilion.episode;

import java.time.Instant;
import java.util.Optional;
import vermilion.protocol.MassageOrder;
import vermilion.schedule.Occurrence;

/// Whether a massage session may begin now, and if not, why and until when. Nothing else may start
/// one.
public sealed interface MassageGate {

  /// A session may begin once the gate's questions are answered clear.
  ///
  /// @param occurrence the planned session
  /// @param order what was ordered
  /// @param form the form that is the gate now: `gate`, or `full` where a check-in is due
  /// @param doneToday sessions begun on this date
  record Open(Occurrence occurrence, MassageOrder order, String form, int doneToday)
      implements MassageGate {}

  /// No session may begin.
  ///
  /// @param reason why
  /// @param detail what exactly, for a suspension the id of its [Cause]; empty where the reason
  ///   says it all
  /// @param until when this ends by itself, where it does
  /// @param order what was ordered, if anything ever was
  /// @param doneToday sessions begun today
  record Refused(
      Reason reason,
      String detail,
      Optional<Instant> until,
      Optional<MassageOrder> order,
      int doneToday)
      implements MassageGate {}

  /// Why no session may begin.
  enum Reason {
    /// No practitioner has ordered a massage.
    NOT_ORDERED("not-ordered"),
    /// The practitioner stopped it.
    STOPPED("stopped"),
    /// The ordered days are over.
    EXPIRED("expired"),
    /// A finding holds all massage until a clinician lifts the hold.
    HELD("held"),
    /// She has stopped her check-ins: nobody would be told of a sign.
    NOT_FOLLOWED("not-followed"),
    /// Something known of the patient suspends it; `detail` says what.
    SUSPENDED("suspended"),
    /// Today's sessions are done.
    DONE_TODAY("done-today"),
    /// The last session is less than two hours ago.
    TOO_SOON("too-soon"),
    /// The next window is not open yet.
    NOT_YET("not-yet");

    private final String id;

    Reason(String id) {
      this.id = id;
    }

    /// The id used in JSON and texts.
    public String id() {
      return id;
    }
  }

  /// What suspends massage, beside a finding that holds it (clinical brief 4).
  enum Cause {
    /// A filler that is not surely hyaluronic acid.
    FILLER("filler"),
    /// The filler was dissolved, wholly or partly.
    HYALURONIDASE("hyaluronidase"),
    /// A clinician still has to look at a photo or see her.
    REVIEW_PENDING("review-pending"),
    /// Dental work in the last two days.
    DENTAL_WORK("dental-work"),
    /// A blood thinner or older filler, and an order that gives no reason to go on.
    RISK("risk"),
    /// An open sign of infection, however mild.
    INFECTION("infection"),
    /// The last colour was bruised or worse, and the order gives no reason to go on.
    BRUISE("bruise");

    private final String id;

    Cause(String id) {
      this.id = id;
    }

    /// The id used in JSON and texts.
    public String id() {
      return id;
    }
  }
}
