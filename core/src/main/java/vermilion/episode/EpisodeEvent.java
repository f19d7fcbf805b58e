package vermilion.episode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.protocol.Order;

/// Something that happened to one patient after one treatment. Events are never changed and never
/// removed; everything that is shown follows from them.
public sealed interface EpisodeEvent
    permits CareEvent,
        EpisodeEvent.Opened,
        EpisodeEvent.CheckedIn,
        EpisodeEvent.Contacted,
        EpisodeEvent.MassageStarted,
        EpisodeEvent.MassageEnded,
        EpisodeEvent.OrderSigned,
        EpisodeEvent.OrderStopped,
        EpisodeEvent.HoldLifted,
        EpisodeEvent.LevelLowered,
        EpisodeEvent.Acknowledged,
        EpisodeEvent.ZoneChanged,
        EpisodeEvent.FactRecorded,
        EpisodeEvent.PhotoTaken,
        EpisodeEvent.MessageSent,
        EpisodeEvent.RemindersSet,
        EpisodeEvent.Noted,
        EpisodeEvent.LeaveAsked,
        EpisodeEvent.LeaveTakenBack,
        EpisodeEvent.LeaveAnswered,
        EpisodeEvent.ConfidantLetIn,
        EpisodeEvent.ConfidantEnded {

  /// The name of the kind of event in JSON.
  String type();

  /// The treatment was recorded, and the follow-up began.
  ///
  /// @param patient who
  /// @param treatment what was done
  /// @param protocol the id of the protocol that follows it up
  /// @param protocolVersion the exact version
  /// @param known what is known of her from before
  record Opened(
      Patient patient, Treatment treatment, String protocol, int protocolVersion, KnownBefore known)
      implements EpisodeEvent {
    @Override
    public String type() {
      return "opened";
    }
  }

  /// What was known at the treatment that rules or the massage gate use.
  ///
  /// @param coldSores whether she has had cold sores; unknown counts as never
  /// @param bloodThinner whether she takes one
  /// @param olderFiller whether older or unknown filler is in the lip
  record KnownBefore(boolean coldSores, boolean bloodThinner, boolean olderFiller) {
    /// Nothing is known.
    public static final KnownBefore NOTHING = new KnownBefore(false, false, false);
  }

  /// The patient answered a check-in that the plan asked for, or the gate before a massage.
  ///
  /// @param form the form asked
  /// @param complete whether it was completed
  /// @param answers the answers by question, as the protocol writes them
  record CheckedIn(String form, boolean complete, Map<String, String> answers)
      implements EpisodeEvent {
    /// Copies the answers, keeping their order.
    public CheckedIn {
      answers = ordered(answers);
    }

    @Override
    public String type() {
      return "check-in";
    }
  }

  /// The patient brought a worry: "I am worried now", a message, a call that staff recorded.
  ///
  /// @param form the form asked, or `none`
  /// @param complete whether the form was completed
  /// @param answers the answers by question
  /// @param concern what it is about, as named by the patient or by staff
  /// @param text what was said, in words
  /// @param called the number that she tapped to call; nobody knows whether anybody spoke
  record Contacted(
      String form,
      boolean complete,
      Map<String, String> answers,
      Optional<Concern> concern,
      Optional<String> text,
      Optional<String> called)
      implements EpisodeEvent {
    /// Copies the answers, keeping their order.
    public Contacted {
      answers = ordered(answers);
    }

    /// A worry that did not come by a call button.
    public Contacted(
        String form,
        boolean complete,
        Map<String, String> answers,
        Optional<Concern> concern,
        Optional<String> text) {
      this(form, complete, answers, concern, text, Optional.empty());
    }

    @Override
    public String type() {
      return "contact";
    }
  }

  /// A massage session began.
  ///
  /// @param occurrence the id of the planned session
  record MassageStarted(String occurrence) implements EpisodeEvent {
    @Override
    public String type() {
      return "massage-started";
    }
  }

  /// A massage session ended.
  ///
  /// @param seconds how long it was
  /// @param stopped whether the patient stopped it early
  /// @param answers how it felt: pain and colour
  record MassageEnded(int seconds, boolean stopped, Map<String, String> answers)
      implements EpisodeEvent {
    /// Copies the answers, keeping their order.
    public MassageEnded {
      answers = ordered(answers);
    }

    @Override
    public String type() {
      return "massage-ended";
    }
  }

  /// A practitioner signed what this patient is to do, in place of any earlier order.
  ///
  /// @param order the order
  record OrderSigned(Order order) implements EpisodeEvent {
    @Override
    public String type() {
      return "order-signed";
    }
  }

  /// A practitioner stopped the order.
  ///
  /// @param reason why
  record OrderStopped(String reason) implements EpisodeEvent {
    @Override
    public String type() {
      return "order-stopped";
    }
  }

  /// A clinician lifted the hold on massage that earlier findings set.
  ///
  /// @param reason why
  record HoldLifted(String reason) implements EpisodeEvent {
    @Override
    public String type() {
      return "hold-lifted";
    }
  }

  /// A clinician lowered the urgency of one concern.
  ///
  /// @param concern which
  /// @param level to what
  /// @param until it covers the same finding, unchanged or better, until then
  /// @param seen whether the clinician has seen the patient
  /// @param reason why
  record LevelLowered(Concern concern, Urgency level, Instant until, boolean seen, String reason)
      implements EpisodeEvent {
    @Override
    public String type() {
      return "level-lowered";
    }
  }

  /// A human has seen an alert, or is dealing with it.
  ///
  /// @param alert the id of the alert
  /// @param how what the human did
  record Acknowledged(String alert, How how) implements EpisodeEvent {
    @Override
    public String type() {
      return "acknowledged";
    }
  }

  /// What a human did about an alert.
  enum How {
    /// Has read it.
    SEEN("seen"),
    /// Speaks to the patient, or is on the way: the patient has been answered.
    SPEAKING("speaking");

    private final String id;

    How(String id) {
      this.id = id;
    }

    /// The id used in JSON.
    public String id() {
      return id;
    }
  }

  /// The patient is in another zone, or keeps other hours.
  ///
  /// @param zone the tz database name
  /// @param waking her waking hours, as 07:30-22:30
  record ZoneChanged(String zone, String waking) implements EpisodeEvent {
    @Override
    public String type() {
      return "zone-changed";
    }
  }

  /// Something became known that rules or the massage gate use.
  ///
  /// @param fact what
  /// @param holds whether it holds from now on
  record FactRecorded(RecordFact fact, boolean holds) implements EpisodeEvent {
    @Override
    public String type() {
      return "fact-recorded";
    }
  }

  /// The patient took a photo: one that the plan asked for, or one that she sends by herself.
  ///
  /// @param occurrence the id of the planned photo; none for one that she sends by herself
  /// @param picture what the clinic keeps of it, under the id of this event; none where it stayed
  ///   on her phone
  record PhotoTaken(Optional<String> occurrence, Optional<Picture> picture)
      implements EpisodeEvent {
    /// A planned photo that stayed on her phone.
    public PhotoTaken(String occurrence) {
      this(Optional.of(occurrence), Optional.empty());
    }

    @Override
    public String type() {
      return "photo-taken";
    }
  }

  /// What is known of a photo whose bytes are kept apart.
  ///
  /// @param view from where it was taken
  /// @param hash the SHA-256 of the photo as the phone sent it, in lower-case hex; what is kept is
  ///   bound to it
  /// @param message the id of the message that it goes with
  record Picture(View view, String hash, Optional<String> message) {
    /// The characters of a hash.
    public static final int HASH_CHARS = 64;
  }

  /// From where a photo was taken; sides are the patient's own.
  enum View {
    /// From the front.
    FRONT("front"),
    /// From her left.
    LEFT("left"),
    /// From her right.
    RIGHT("right"),
    /// Anything else, such as a spot that she worries about.
    OTHER("other");

    private final String id;

    View(String id) {
      this.id = id;
    }

    /// The id used in JSON.
    public String id() {
      return id;
    }
  }

  /// The clinic wrote to the patient.
  ///
  /// @param text the words
  record MessageSent(String text) implements EpisodeEvent {
    @Override
    public String type() {
      return "message-sent";
    }
  }

  /// By what the patient is reminded of her check-ins from now on.
  ///
  /// @param by the way; none ends it
  /// @param to her number or address; nothing where she is not reminded
  record RemindersSet(ReminderWay by, Optional<String> to) implements EpisodeEvent {
    @Override
    public String type() {
      return "reminders-set";
    }
  }

  /// Words for the record; they change nothing.
  ///
  /// @param text the words
  record Noted(String text) implements EpisodeEvent {
    @Override
    public String type() {
      return "note";
    }
  }

  /// The patient leaves in one way, by a button of her own.
  ///
  /// @param leave in which way
  /// @param text what she adds, such as the clinic that is to follow her up from now on
  record LeaveAsked(Leave leave, Optional<String> text) implements EpisodeEvent {
    @Override
    public String type() {
      return "leave-asked";
    }
  }

  /// The patient takes back that she leaves in one way.
  ///
  /// @param leave in which way
  record LeaveTakenBack(Leave leave) implements EpisodeEvent {
    @Override
    public String type() {
      return "leave-taken-back";
    }
  }

  /// The clinic answers a patient who leaves: that what was open is handed over, and to whom; of an
  /// erasure it can only say why not, for what is erased keeps no answer.
  ///
  /// @param leave in which way she leaves
  /// @param text what she reads
  record LeaveAnswered(Leave leave, String text) implements EpisodeEvent {
    @Override
    public String type() {
      return "leave-answered";
    }
  }

  /// The patient let a helper in.
  ///
  /// @param name a first name
  /// @param phone the telephone number, where the clinic may call
  /// @param may what the helper may do, in the order of [Confidant.Right]
  record ConfidantLetIn(String name, Optional<String> phone, List<Confidant.Right> may)
      implements EpisodeEvent {
    /// Copies the rights.
    public ConfidantLetIn {
      may = List.copyOf(may);
    }

    @Override
    public String type() {
      return "helper-let-in";
    }
  }

  /// A helper may do nothing any more.
  ///
  /// @param helper the id of the event that let this person in
  record ConfidantEnded(String helper) implements EpisodeEvent {
    @Override
    public String type() {
      return "helper-ended";
    }
  }

  private static Map<String, String> ordered(Map<String, String> answers) {
    return GivenAnswers.of(answers);
  }
}
