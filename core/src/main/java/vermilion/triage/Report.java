package vermilion.triage;

/// How an answer reached the clinic.
public enum Report {
  /// An answer to a check-in that the plan asked for.
  CHECK_IN("check-in"),
  /// A worry that the patient brings by themselves: "I am worried now", a message, a call.
  CONTACT("contact"),
  /// A human answered the patient; it carries no answers.
  ANSWERED("answered");

  private final String id;

  Report(String id) {
    this.id = id;
  }

  /// The id used in JSON.
  public String id() {
    return id;
  }
}
