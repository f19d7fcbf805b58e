package vermilion.episode;

/// Who wrote an event.
///
/// @param role in what capacity
/// @param name the person, or the part of the product
public record Author(Role role, String name) {

  /// The most characters of a name.
  public static final int MOST_CHARS = 120;

  /// Refuses a nameless author.
  public Author {
    if (name.isBlank() || name.length() > MOST_CHARS) {
      throw new IllegalArgumentException(
          "an author has a name of 1 to " + MOST_CHARS + " characters, not " + name.length());
    }
  }

  /// Whether it comes from her side: from the patient, or from a helper whom she let in.
  public boolean isHers() {
    return role.isHers();
  }

  /// In what capacity somebody writes.
  public enum Role {
    /// The patient of the episode.
    PATIENT("patient"),
    /// A helper whom the patient let in, who acts for her.
    CONFIDANT("helper"),
    /// A practitioner, nurse or medical lead.
    CLINICIAN("clinician"),
    /// The product itself, or a system that feeds it.
    SERVICE("service");

    private final String id;

    Role(String id) {
      this.id = id;
    }

    /// Whether it is the patient, or acts for her.
    public boolean isHers() {
      return this == PATIENT || this == CONFIDANT;
    }

    /// The id used in JSON and tokens.
    public String id() {
      return id;
    }
  }
}
