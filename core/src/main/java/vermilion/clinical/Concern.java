package vermilion.clinical;

/// What a finding is about; contacts, deadlines and lowerings are counted per concern.
public enum Concern {
  /// A blocked vessel: pain, colour, coolness, refill, skin.
  OCCLUSION("occlusion"),
  /// Swelling, bleeding, airway.
  SWELLING("swelling"),
  /// Fever, redness, pus, cold sore.
  INFECTION("infection"),
  /// Lasting numbness.
  NUMB("numb"),
  /// Lumps.
  LUMP("lump"),
  /// Asymmetry, tint.
  LOOK("look"),
  /// Worry, self-harm.
  DISTRESS("distress"),
  /// Anything else the patient wrote.
  OTHER("other"),
  /// Nothing heard from the patient.
  SILENCE("silence");

  private final String id;

  Concern(String id) {
    this.id = id;
  }

  /// The id used in protocols and JSON.
  public String id() {
    return id;
  }
}
