package vermilion.simulation;

import java.util.List;
import java.util.Map;
import vermilion.clinical.Urgency;

/// What may go wrong with a treatment: how often, when it begins, and what an answer says that
/// shows it.
///
/// A rate with a source stands in docs/sources.md; one without has none, and is assumed [SD].
public enum Complication {
  /// A blocked vessel of the skin: 1 in 6,410 syringes by needle [S12], one syringe a treatment.
  OCCLUSION("occlusion", 1.0 / 6410, "S12", Urgency.URGENT),
  /// A blocked vessel of the eye: 1 to 2 in a million [S13].
  EYE("eye", 1.5e-6, "S13", Urgency.EMERGENCY),
  /// A haematoma that grows. No rate was found.
  HAEMATOMA("haematoma", 0.002, "SD", Urgency.URGENT),
  /// Lips that balloon within hours; one case is published [S18], no rate.
  ALLERGY("allergy", 0.0005, "SD", Urgency.URGENT),
  /// A local infection. No rate was found.
  INFECTION("infection", 0.002, "SD", Urgency.SAME_DAY),
  /// A cold sore set off by the treatment; it happens [S53], no rate was found.
  COLD_SORE("cold-sore", 0.01, "SD", Urgency.SAME_DAY),
  /// Numbness that stays. No rate was found.
  NUMBNESS("numbness", 0.005, "SD", Urgency.SAME_DAY),
  /// A lump or swelling after four weeks: 0.3 to 4.25 % [S20], 0.6 to 0.8 % [S8]; 1 % is inside.
  LATE_REACTION("late-reaction", 0.01, "S20", Urgency.SOON);

  private final String id;
  private final double rate;
  private final String source;
  private final Urgency level;

  Complication(String id, double rate, String source, Urgency level) {
    this.id = id;
    this.rate = rate;
    this.source = source;
    this.level = level;
  }

  /// The id used in JSON.
  public String id() {
    return id;
  }

  /// How many treatments of one have it.
  public double rate() {
    return rate;
  }

  /// Where the rate comes from; `SD`: it is assumed.
  public String source() {
    return source;
  }

  /// The level that a patient who shows it must at least get.
  public Urgency level() {
    return level;
  }

  /// The hour after the treatment at which it begins.
  double onset(Dice dice) {
    return switch (this) {
      case OCCLUSION -> occlusion(dice);
      case EYE -> dice.between(0.05, 2, "onset");
      case HAEMATOMA -> dice.between(0.2, 12, "onset");
      // The swelling of the published case came within the first hour [S18].
      case ALLERGY -> dice.between(0.1, 1, "onset");
      case INFECTION -> dice.between(48, 240, "onset");
      // Day 1 to 3 [S30].
      case COLD_SORE -> dice.between(24, 72, "onset");
      // Up to a day the anaesthetic and the swelling explain it; then it counts.
      case NUMBNESS -> 24;
      // Delayed means after 4 weeks [S5] [S6].
      case LATE_REACTION -> dice.between(28 * 24, 180 * 24, "onset");
    };
  }

  /// Minutes to hours, and later forms up to the 72 h that one clinic has its patients watch [S24]
  /// [S25] [S27]. The shares are assumed.
  private static double occlusion(Dice dice) {
    double share = dice.at("onset-share");
    if (share < 0.5) {
      return dice.between(0.05, 1, "onset");
    }
    return share < 0.8 ? dice.between(1, 12, "onset") : dice.between(12, 72, "onset");
  }

  /// How many of those who have it come by themselves because of it, and the mean time until then;
  /// assumed [SD].
  Noticing noticing() {
    return switch (this) {
      case OCCLUSION -> new Noticing(0.7, 4, false);
      case EYE -> new Noticing(0.95, 0.3, true);
      case HAEMATOMA -> new Noticing(0.7, 2, true);
      case ALLERGY -> new Noticing(0.8, 1.5, true);
      case INFECTION -> new Noticing(0.5, 24, false);
      case COLD_SORE -> new Noticing(0.4, 18, false);
      case NUMBNESS -> new Noticing(0.3, 24, false);
      case LATE_REACTION -> new Noticing(0.5, 120, false);
    };
  }

  /// How a complication is noticed.
  ///
  /// @param share how many of one come by themselves
  /// @param meanHours after it began
  /// @param wakes whether it lets nobody sleep
  record Noticing(double share, double meanHours, boolean wakes) {}

  /// The answers that show it: whoever has it and gives one of them has reported it.
  List<Sign> signs() {
    return switch (this) {
      case OCCLUSION ->
          List.of(
              Sign.of("colour", "pale", "grey", "dusky", "patchy"),
              Sign.of("colour-elsewhere", "pale", "grey", "dusky", "patchy"),
              Sign.of("pain", "7", "8", "9", "10"),
              Sign.of("cool", "yes"),
              Sign.of("refill", "slow"),
              Sign.of("skin", "blisters", "scab", "black"));
      case EYE -> List.of(Sign.of("vision", "yes"));
      case HAEMATOMA ->
          List.of(Sign.of("swelling-course", "growing-fast"), Sign.of("bleeding", "yes"));
      case ALLERGY ->
          List.of(
              Sign.of("swelling-course", "growing-fast"),
              Sign.of("hives", "yes"),
              Sign.of("airway", "yes"));
      case INFECTION ->
          List.of(
              Sign.of("redness", "warm", "spreading"),
              Sign.of("pus", "yes"),
              Sign.of("lump", "inflamed"));
      case COLD_SORE -> List.of(Sign.of("skin", "cold-sore", "blisters"));
      case NUMBNESS -> List.of(Sign.of("numb", "yes"));
      case LATE_REACTION ->
          List.of(
              Sign.of("lump", "soft", "firm", "tender", "inflamed"),
              Sign.of("swelling", "moderate", "severe"));
    };
  }

  /// Whether answers show it.
  boolean isShownBy(Map<String, String> answers) {
    for (Sign sign : signs()) {
      String said = answers.get(sign.question());
      if (said != null && sign.answers().contains(said)) {
        return true;
      }
    }
    return false;
  }

  /// An answer that shows something.
  ///
  /// @param question the question
  /// @param answers those of its answers that show it
  record Sign(String question, List<String> answers) {
    static Sign of(String question, String... answers) {
      return new Sign(question, List.of(answers));
    }
  }
}
