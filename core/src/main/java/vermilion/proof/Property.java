package vermilion.proof;

/// What must hold of a protocol before it reaches a patient.
public enum Property {
  /// Every state has one level; every rule can fire; every level and every text is reached.
  TOTAL("total"),
  /// No level is below the one of the built-in safety floor.
  FLOOR("floor"),
  /// A worse or missing answer, or more history, never lowers the level.
  MONOTONE("monotone"),
  /// No massage starts, and none is reminded of, while it is held or suspended.
  HELD("held"),
  /// Deadlines reach a human, and only a named clinician lowers a level.
  TIME("time"),
  /// Every order inside the limits gives windows inside the limits, in every zone.
  SCHEDULE("schedule"),
  /// No two pieces of advice contradict each other; of two treatments the stricter counts.
  ADVICE("advice");

  private final String id;

  Property(String id) {
    this.id = id;
  }

  /// The id used in certificates and JSON.
  public String id() {
    return id;
  }
}
