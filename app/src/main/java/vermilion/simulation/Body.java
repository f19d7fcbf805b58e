package vermilion.simulation;

import java.util.Optional;

/// One patient's hidden truth: the usual course of treated lips, and at most one complication.
///
/// What a source says is named; shares of people without one are assumed [SD].
final class Body {
  private static final double DAY = 24;
  private static final double HALF = 0.5;

  /// Shares of people; all assumed.
  private static final double BRUISES = 0.45;

  private static final double BRUISES_BESIDE = 0.1;
  private static final double LUMPS = 0.3;
  private static final double LUMPS_STAY = 0.05;
  private static final double LUMPS_TENDER = 0.2;
  private static final double UNEVEN = 0.4;
  private static final double MARKEDLY_UNEVEN = 0.06;
  private static final double STAYS_UNEVEN = 0.08;
  private static final double TINT = 0.01;
  private static final double FALLS_ILL = 0.05;
  private static final double LONGER_NUMB = 0.1;

  private final Dice dice;
  private final Optional<Complication> complication;
  private final double onset;
  private final double numbUntil;
  private final double peakHour;
  private final double peakDegree;
  private final double swellingHalves;
  private final double soreness;
  private final double sorenessHalves;
  private final double bruiseFrom;
  private final double bruiseUntil;
  private final double lumpFrom;
  private final double lumpUntil;
  private final double illFrom;

  /// @param forced the complication that she has whatever the rates say
  Body(Dice dice, Optional<Complication> forced) {
    this.dice = dice;
    this.complication = forced.isPresent() ? forced : drawn(dice);
    this.onset = complication.map(one -> one.onset(dice)).orElse(Double.POSITIVE_INFINITY);
    // Numb for 1 to 2 h [S94a]; up to 6 h after a block.
    this.numbUntil =
        dice.comes(LONGER_NUMB, "long-numb")
            ? dice.between(2, 6, "numb")
            : dice.between(1, 2, "numb");
    // The peak lies at 24 to 72 h [S43] [S44] [S94b] [S94c].
    this.peakHour = dice.between(24, 72, "peak");
    this.peakDegree = Math.max(0.3, 1.8 + 0.5 * dice.bell("peak-degree", 0));
    // Largely gone on day 7, in some on day 14 [S51] [S50] [S96].
    this.swellingHalves = Math.max(18, 36 + 12 * dice.bell("swelling-halves", 0));
    this.soreness = Math.max(0, 2 + dice.bell("soreness", 0));
    this.sorenessHalves = Math.max(8, 20 + 6 * dice.bell("soreness-halves", 0));
    boolean bruised = dice.comes(BRUISES, "bruise");
    // Darkens in the first day, gone by about day 10 [S42] [S44].
    this.bruiseFrom = bruised ? dice.between(1, DAY, "bruise-from") : Double.POSITIVE_INFINITY;
    this.bruiseUntil = dice.between(5 * DAY, 10 * DAY, "bruise-until");
    boolean lumpy = dice.comes(LUMPS, "lump");
    // Felt from day 2 or 3, most gone at 2 to 4 weeks [S42] [S43] [S98].
    this.lumpFrom = lumpy ? dice.between(2 * DAY, 5 * DAY, "lump-from") : Double.POSITIVE_INFINITY;
    this.lumpUntil =
        dice.comes(LUMPS_STAY, "lump-stays")
            ? dice.between(28 * DAY, 90 * DAY, "lump-until")
            : dice.between(7 * DAY, 28 * DAY, "lump-until");
    this.illFrom =
        dice.comes(FALLS_ILL, "ill")
            ? dice.between(0, 28 * DAY, "ill-from")
            : Double.POSITIVE_INFINITY;
  }

  /// At most one complication, each at its rate.
  static Optional<Complication> drawn(Dice dice) {
    double share = dice.at("complication");
    for (Complication one : Complication.values()) {
      if (share < one.rate()) {
        return Optional.of(one);
      }
      share -= one.rate();
    }
    return Optional.empty();
  }

  /// What she has; nothing: a usual course.
  Optional<Complication> complication() {
    return complication;
  }

  /// The hour at which it begins; never, without one.
  double onset() {
    return onset;
  }

  /// Whether her record says that she has had cold sores: one in five, and most of those who get
  /// one.
  boolean knownColdSores() {
    boolean gets = complication.filter(one -> one == Complication.COLD_SORE).isPresent();
    return dice.comes(gets ? 0.7 : 0.2, "known-cold-sores");
  }

  /// What is true at an hour.
  ///
  /// @param treated the hour at which a complication was treated; never: infinity
  Signs at(double hour, double treated) {
    Signs signs = new Signs();
    swelling(signs, hour);
    pain(signs, hour);
    bruise(signs, hour);
    lump(signs, hour);
    signs.numb = hour < numbUntil;
    signs.skin = hour < 48 ? "dots" : "whole";
    unevenness(signs, hour);
    signs.tint = hour >= 14 * DAY && dice.comes(TINT, "tint");
    if (hour >= illFrom && hour < illFrom + 2 * DAY) {
      signs.fever = dice.comes(0.4, "measures-fever") ? "yes" : "hot";
    }
    if (hour >= onset && hour < treated) {
      complication.ifPresent(one -> Illness.show(one, hour - onset, dice, signs));
    }
    return signs;
  }

  private void swelling(Signs signs, double hour) {
    if (hour < peakHour) {
      signs.swelling = peakDegree * (HALF + HALF * hour / peakHour);
      signs.swellingCourse = hour < peakHour - 6 ? "growing" : "steady";
    } else {
      double since = hour - peakHour;
      signs.swelling = peakDegree * StrictMath.pow(HALF, since / swellingHalves);
      signs.swellingCourse = since < 6 ? "steady" : "easing";
    }
  }

  /// Sore from the needle once the anaesthetic ends, less each day.
  private void pain(Signs signs, double hour) {
    if (hour < numbUntil) {
      signs.pain = 0;
      signs.painCourse = "none";
      return;
    }
    double since = hour - numbUntil;
    signs.pain = soreness * StrictMath.pow(HALF, since / sorenessHalves);
    signs.painCourse = since < 3 ? "steady" : "easing";
    if (signs.pain < Signs.PAINLESS) {
      signs.painCourse = "none";
    }
  }

  private void bruise(Signs signs, double hour) {
    if (hour >= bruiseFrom && hour < bruiseUntil) {
      signs.colour = "bruised";
      if (dice.comes(BRUISES_BESIDE, "bruise-beside")) {
        signs.elsewhere = "bruised";
      }
    }
  }

  private void lump(Signs signs, double hour) {
    if (hour >= lumpFrom && hour < lumpUntil) {
      boolean tender = hour < 7 * DAY && dice.comes(LUMPS_TENDER, "lump-tender");
      signs.lump = tender ? "tender" : dice.comes(HALF, "lump-firm") ? "firm" : "soft";
    }
  }

  /// Early unevenness is mostly swelling [S37] [S95].
  private void unevenness(Signs signs, double hour) {
    boolean stays = dice.comes(STAYS_UNEVEN, "stays-uneven");
    if ((hour < 10 * DAY && dice.comes(UNEVEN, "uneven")) || stays) {
      boolean marked = hour < 5 * DAY && dice.comes(MARKEDLY_UNEVEN, "markedly-uneven");
      signs.asymmetry = marked ? "marked" : "slight";
    }
  }
}
