package vermilion.clinical;

/// How soon a human must act, from least to most urgent: the declaration order is the order.
///
/// Urgency rises by itself and falls only when a named clinician lowers it.
public enum Urgency {
  /// Commonly expected at this time; the next check-in stands.
  SELF_CARE("self-care"),
  /// A mark on the patient's page that never rings; looked at in the review.
  ROUTINE("routine"),
  /// A human answers within two days.
  SOON("soon"),
  /// A clinician answers today.
  SAME_DAY("same-day"),
  /// Be seen within the hour: the clinic's emergency line.
  URGENT("urgent"),
  /// The emergency number, now.
  EMERGENCY("emergency");

  private static final Urgency[] ALL = values();

  private final String id;

  Urgency(String id) {
    this.id = id;
  }

  /// The id used in protocols, JSON and on the command line.
  public String id() {
    return id;
  }

  /// The more urgent of the two.
  public Urgency worse(Urgency other) {
    return ordinal() >= other.ordinal() ? this : other;
  }

  /// Whether this is `other` or more urgent.
  public boolean atLeast(Urgency other) {
    return ordinal() >= other.ordinal();
  }

  /// The next more urgent class, never beyond `ceiling` and never below this one.
  public Urgency raisedUpTo(Urgency ceiling) {
    return atLeast(ceiling) ? this : ALL[ordinal() + 1];
  }

  /// Whether this level holds all massage until a clinician lifts the hold.
  public boolean holdsMassage() {
    return atLeast(SAME_DAY);
  }
}
