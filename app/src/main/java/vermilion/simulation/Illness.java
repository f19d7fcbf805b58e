package vermilion.simulation;

/// How a complication shows itself as the hours pass, over the usual course.
///
/// The order of signs follows the sources; the shares of people and the strengths are assumed [SD].
final class Illness {
  private static final double DAY = 24;

  private Illness() {}

  /// Puts the signs of a complication on top of those of the usual course.
  ///
  /// @param hours since it began
  /// @param signs those of the usual course; numbness in them hides pain [S94a]
  static void show(Complication one, double hours, Dice dice, Signs signs) {
    switch (one) {
      case OCCLUSION -> occlusion(hours, dice, signs);
      case EYE -> signs.vision = true;
      case HAEMATOMA -> haematoma(hours, dice, signs);
      case ALLERGY -> allergy(hours, dice, signs);
      case INFECTION -> infection(hours, dice, signs);
      case COLD_SORE -> {
        if (hours < 8 * DAY) {
          signs.skin = "cold-sore";
          signs.hurt(2, "steady");
        }
      }
      case NUMBNESS -> signs.numb = hours < dice.between(1 * DAY, 14 * DAY, "numb-for");
      case LATE_REACTION -> late(hours, dice, signs);
    }
  }

  /// Pale for minutes to hours, then mottled or dusky to about 24 h, blisters at two to three days,
  /// a dark crust at five to ten [S22] [S25]; in one of five away from the lips [S22]. Pain out of
  /// proportion [S16], but not in all.
  private static void occlusion(double hours, Dice dice, Signs signs) {
    String colour = hours < 2 ? "pale" : dice.comes(0.5, "mottled") ? "patchy" : "dusky";
    if (dice.comes(0.2, "elsewhere")) {
      signs.elsewhere = colour;
    } else {
      signs.colour = colour;
    }
    signs.cool = hours >= 1 && dice.comes(0.8, "cool");
    signs.slowRefill = dice.comes(0.9, "refill");
    double most =
        dice.comes(0.15, "painless") ? dice.between(0, 3, "pain") : 5 + 4 * dice.at("pain");
    if (!signs.numb) {
      signs.hurt(most * Math.min(1, 0.3 + hours / 6), hours < 12 ? "rising" : "steady");
    }
    if (hours >= dice.between(5 * DAY, 10 * DAY, "crust-at")) {
      signs.skin = dice.comes(0.5, "crust") ? "scab" : "black";
    } else if (hours >= dice.between(2 * DAY, 3 * DAY, "blisters-at")) {
      signs.skin = "blisters";
    }
  }

  /// Grows within minutes to hours, tight and one-sided [S29].
  private static void haematoma(double hours, Dice dice, Signs signs) {
    boolean grows = hours < dice.between(2, 10, "grows-for");
    signs.swell(grows ? 2.2 : 2.8, grows ? "growing-fast" : "steady");
    signs.colour = "bruised";
    signs.hurt(3 + 2 * dice.at("pain"), grows ? "rising" : "steady");
    signs.bleeding = hours < 2 && dice.comes(0.2, "bleeds");
  }

  /// Three to four times the volume in the first hour, growing to 12 h [S18].
  private static void allergy(double hours, Dice dice, Signs signs) {
    if (hours >= 3 * DAY) {
      return;
    }
    signs.swell(3, hours < 12 ? "growing-fast" : "steady");
    signs.hives = hours < DAY && dice.comes(0.3, "hives");
    signs.airway = hours >= 1 && hours < DAY && dice.comes(0.1, "airway");
  }

  /// Red, warm and throbbing, worse after day 2 or 3; pus, a tender lump and a fever in some [S5].
  private static void infection(double hours, Dice dice, Signs signs) {
    boolean spreads = hours >= 2 * DAY && dice.comes(0.3, "spreads");
    signs.redness = spreads ? "spreading" : "warm";
    signs.pus = hours >= 2 * DAY && dice.comes(0.4, "pus");
    if (hours >= DAY && dice.comes(0.5, "hot-lump")) {
      signs.lump = "inflamed";
    }
    if (hours >= 1.5 * DAY && dice.comes(0.4, "fever")) {
      signs.fever = "yes";
    }
    signs.hurt(3 + 2 * dice.at("pain"), "rising");
    signs.swell(1.8, "growing");
  }

  /// A firm or tender lump, red and hot in some, or a swelling without one [S6] [S8].
  private static void late(double hours, Dice dice, Signs signs) {
    if (hours >= dice.between(14 * DAY, 90 * DAY, "stays-for")) {
      return;
    }
    double form = dice.at("late-form");
    if (form < 0.2) {
      signs.lump = "inflamed";
    } else if (form < 0.7) {
      signs.lump = form < 0.45 ? "tender" : "firm";
    } else {
      signs.swell(2.2, "steady");
    }
  }
}
