package vermilion.service;

/// A source that an article cites.
///
/// @param key as in the list of sources, such as S12
/// @param kind how far to trust it
/// @param title what it is, in our words
/// @param link where it is
public record Reference(String key, Kind kind, String title, String link) {

  /// How far a source can be trusted.
  public enum Kind {
    /// A paper or guideline, and the fact itself was seen in it.
    PAPER("paper", "Paper or guideline"),
    /// The same, of which we read only the beginning.
    PAPER_BEGINNING("paper-beginning", "Paper or guideline; we read only its beginning"),
    /// A regulator or a health service.
    REGULATOR("regulator", "Regulator or health service"),
    /// A maker's text.
    LABEL("label", "A maker's leaflet, read in a copy"),
    /// A clinic or an expert.
    PAGE("page", "Page of a clinic or an expert: an opinion");

    private final String id;
    private final String words;

    Kind(String id, String words) {
      this.id = id;
      this.words = words;
    }

    /// The word in the list of sources.
    public String id() {
      return id;
    }

    /// What the page says of it.
    public String words() {
      return words;
    }
  }
}
