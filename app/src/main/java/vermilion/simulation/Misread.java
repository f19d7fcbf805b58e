package vermilion.simulation;

import java.util.Optional;

/// The ways of misreading that a session with people can measure (docs/comprehension).
///
/// The others of [Reader] are so rare in life, less than one in a thousand answers, that no session
/// of some dozen people says anything about them: they stay assumed.
public enum Misread {
  /// A bruise is taken for a pale, grey, dark or blotchy patch.
  BRUISE_AS_DARK("bruise-as-dark"),
  /// Tight lips are called numb.
  TIGHT_AS_NUMB("tight-as-numb"),
  /// The mark of a needle is taken for a scab, a blister or a black spot.
  MARK_AS_SCAB("mark-as-scab"),
  /// A word of degree is taken for a stronger one: growing for growing fast.
  STRONG_WORDS("strong-words"),
  /// A true sign is not noted.
  OVERLOOKED("overlooked");

  private final String id;

  Misread(String id) {
    this.id = id;
  }

  /// The id used in files and in JSON.
  public String id() {
    return id;
  }

  static Optional<Misread> find(String id) {
    for (Misread one : values()) {
      if (one.id.equals(id)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
