package vermilion.clinical;

/// A recent event that is known to set off late swelling [S17] [S20].
public enum Trigger {
  /// A recent illness.
  ILLNESS("illness"),
  /// A recent vaccine; never advised against.
  VACCINE("vaccine"),
  /// Recent dental work.
  DENTAL_WORK("dental-work");

  private final String id;

  Trigger(String id) {
    this.id = id;
  }

  /// The id used in JSON and records.
  public String id() {
    return id;
  }
}
