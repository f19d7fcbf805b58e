package vermilion.episode;

import java.time.Duration;

/// A way in which a patient leaves, each by a button of her own. How long each may wait for the
/// clinic is our own proposal [SD].
public enum Leave {
  /// No check-ins any more; whatever she tells of herself counts as before.
  CHECK_INS("check-ins", Duration.ofDays(2)),
  /// Another clinic follows her up, once this one has handed her over.
  CLINIC("clinic", Duration.ofDays(2)),
  /// All that is kept of her is to be erased.
  ERASURE("erasure", Duration.ofDays(14));

  private final String id;
  private final Duration within;

  Leave(String id, Duration within) {
    this.id = id;
    this.within = within;
  }

  /// The id used in JSON and texts.
  public String id() {
    return id;
  }

  /// Within what the clinic answers.
  public Duration within() {
    return within;
  }
}
