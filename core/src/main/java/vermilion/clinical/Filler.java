package vermilion.clinical;

/// The family of a dermal filler; everything that is not surely hyaluronic acid is treated as the
/// riskiest.
public enum Filler {
  /// Hyaluronic acid, the usual lip filler; can be dissolved with hyaluronidase [S8] [S19].
  HYALURONIC_ACID("hyaluronic-acid"),
  /// Calcium hydroxylapatite; not a labelled lip product [S19].
  CALCIUM_HYDROXYLAPATITE("calcium-hydroxylapatite"),
  /// Poly-L-lactic acid; not for the red part of the lip [S56].
  POLY_L_LACTIC_ACID("poly-l-lactic-acid"),
  /// A known product of another family.
  OTHER("other"),
  /// Nobody knows what was injected.
  UNKNOWN("unknown");

  private final String id;

  Filler(String id) {
    this.id = id;
  }

  /// The id used in protocols, JSON and records.
  public String id() {
    return id;
  }
}
