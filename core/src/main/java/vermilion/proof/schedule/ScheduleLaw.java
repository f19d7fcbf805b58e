package vermilion.proof.schedule;

/// What must hold of every plan, from the clinical brief, sections 4 and 5.
enum ScheduleLaw {
  APART("between the close of a massage window and the opening of the next lie at least 2 hours"),
  CAP("no date has more massage windows than sessions were ordered, and none has more than 4"),
  AWAKE("a massage window lies inside one waking day of its date, and its close is outside of it"),
  START("no massage window opens before hour 24, the ordered hour or the signature"),
  END("no massage window closes after day 14, and no order has more dates than it says"),
  NAMES("an id is there once, and names the same window in every plan"),
  ONCE(
      "every window of the order is there once: none is lost where the clocks go forward, none comes"
          + " twice where they go back"),
  CARRIED("a new version of a plan leaves what has opened as it was"),
  CHECK_IN(
      "every check-in and photo has one window, from its exact hour until half way to the next of"
          + " its kind, with at least 3 waking hours");

  private final String words;

  ScheduleLaw(String words) {
    this.words = words;
  }

  /// The law in plain words.
  String words() {
    return words;
  }

  /// A law that a plan breaks.
  ///
  /// @param law which
  /// @param how in what way, in words
  record Breach(ScheduleLaw law, String how) {}
}
