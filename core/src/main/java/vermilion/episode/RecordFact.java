package vermilion.episode;

/// Something about a patient that may become known, or come to pass, while she is followed up.
public enum RecordFact {
  /// She has had cold sores.
  COLD_SORES("cold-sores"),
  /// Hyaluronidase was given.
  HYALURONIDASE("hyaluronidase"),
  /// She takes a blood thinner.
  BLOOD_THINNER("blood-thinner"),
  /// Older or unknown filler is in the lip.
  OLDER_FILLER("older-filler"),
  /// She had dental work.
  DENTAL_WORK("dental-work"),
  /// She was ill.
  ILLNESS("illness"),
  /// She had a vaccine.
  VACCINE("vaccine"),
  /// A photo or consultation that the clinic asked for is pending.
  REVIEW_PENDING("review-pending");

  private final String id;

  RecordFact(String id) {
    this.id = id;
  }

  /// Whether it suspends massage while it holds (clinical brief 4).
  public boolean suspendsMassage() {
    return switch (this) {
      case HYALURONIDASE, BLOOD_THINNER, OLDER_FILLER, DENTAL_WORK, REVIEW_PENDING -> true;
      case COLD_SORES, ILLNESS, VACCINE -> false;
    };
  }

  /// The id used in JSON.
  public String id() {
    return id;
  }
}
