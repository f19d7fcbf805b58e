package vermilion.simulation;

import java.util.Optional;

/// What one patient makes of her own signs, question by question: what she overlooks, takes for
/// something else, or sees though it is not there. Every share and chance is assumed [SD].
final class Perception {
  /// Signs that nobody overlooks as easily.
  private static final double PLAIN = 0.2;

  private static final double DARK_SKIN = 0.2;
  private static final double WRITES = 0.35;

  private final Reader reader;
  private final Dice dice;
  private final Reader.Misreading misreading;
  private final double painBias;
  private final double sizeBias;
  private final boolean bruiseIsDark;
  private final boolean tightIsNumb;
  private final boolean markIsScab;
  private final boolean wordsAreStrong;

  /// @param misreading how this patient misreads, all in all
  Perception(Reader reader, Dice dice, Reader.Misreading misreading) {
    this.reader = reader;
    this.dice = dice;
    this.misreading = misreading;
    Reader.Bias bias = reader.bias();
    this.painBias = bias.pain() + bias.painSpread() * dice.bell("pain-bias", 0);
    this.sizeBias = bias.pain() / 4 + bias.painSpread() * 0.35 * dice.bell("size-bias", 0);
    this.bruiseIsDark = dice.comes(misreading.bruise(), "bruise-is-dark");
    this.tightIsNumb = dice.comes(misreading.tight(), "tight-is-numb");
    this.markIsScab = dice.comes(misreading.mark(), "mark-is-scab");
    this.wordsAreStrong = dice.comes(misreading.word(), "strong-words");
  }

  /// The moment of an answer.
  ///
  /// @param hour after the treatment
  /// @param moment names the form that is answered
  /// @param signs what is true
  record Look(double hour, long moment, Signs signs) {}

  /// Her answer, or nothing: the least worrying one.
  Optional<String> of(String question, Look look) {
    Signs signs = look.signs();
    return switch (question) {
      case "vision" -> flag(question, signs.vision, look);
      case "airway" -> flag(question, signs.airway, look);
      case "hives" -> flag(question, signs.hives, look);
      case "stroke", "collapse" -> flag(question, false, look);
      case "bleeding" -> flag(question, signs.bleeding, look);
      case "colour" -> colour(question, signs.colour, look);
      case "colour-elsewhere" -> colour(question, signs.elsewhere, look);
      case "pain" -> Optional.of(Long.toString(pain(look)));
      case "pain-course" -> painCourse(look);
      case "cool" -> felt(question, signs.cool, "yes", look);
      case "refill" -> felt(question, signs.slowRefill, "slow", look);
      case "skin" -> skin(look);
      case "swelling" -> swelling(look);
      case "swelling-course" -> swellingCourse(look);
      case "fever" -> alarm(question, 20, look) ? Optional.of("hot") : noted(signs.fever, look);
      case "redness" -> redness(look);
      case "pus" -> signs.pus || !alarm(question, 5, look) ? yes(signs.pus, look) : yes();
      case "numb" -> numb(look);
      case "lump" -> noted(signs.lump, look);
      case "asymmetry" -> noted(signs.asymmetry, look);
      case "tint" -> yes(signs.tint, look);
      case "worry" -> Optional.of(Integer.toString(worry(look)));
      case "self-harm" -> selfHarm(look);
      default -> Optional.empty();
    };
  }

  /// What she writes in her own words, if anything.
  Optional<String> words(long moment) {
    return dice.comes(reader.worries() * WRITES, "writes", moment)
        ? Optional.of("A question about my lips.")
        : Optional.empty();
  }

  private static Optional<String> yes() {
    return Optional.of("yes");
  }

  private Optional<String> yes(boolean is, Look look) {
    return is ? noted("yes", look) : Optional.empty();
  }

  private Optional<String> flag(String question, boolean is, Look look) {
    if (is) {
      return overlooks(PLAIN, question, look) ? Optional.empty() : yes();
    }
    return alarm(question, 1, look) ? yes() : Optional.empty();
  }

  private Optional<String> felt(String question, boolean is, String sign, Look look) {
    boolean tries = dice.comes(reader.bias().feels(), "tries-" + question, look.moment());
    if (!tries) {
      return Optional.empty();
    }
    boolean feels = is ? !overlooks(1, question, look) : alarm(question, 10, look);
    return feels ? Optional.of(sign) : Optional.empty();
  }

  /// Pallor is harder to see on dark skin [S26].
  private Optional<String> colour(String question, String is, Look look) {
    if (is.equals("bruised")) {
      return bruiseIsDark ? Optional.of("dusky") : noted(is, look);
    }
    if (is.equals("usual") || is.equals("no")) {
      return Optional.empty();
    }
    double harder = dice.comes(DARK_SKIN, "dark-skin") ? 2 : 1;
    if (overlooks(harder, question, look)) {
      return Optional.empty();
    }
    return Optional.of(overlooks(harder, question + "-as-bruise", look) ? "bruised" : is);
  }

  private long pain(Look look) {
    double jitter = reader.bias().jitter() * dice.bell("pain-jitter", look.moment());
    if (look.signs().pain < Signs.PAINLESS) {
      return 0;
    }
    return Math.round(Math.clamp(look.signs().pain + painBias + jitter, 0, 10));
  }

  private Optional<String> painCourse(Look look) {
    String is = look.signs().painCourse;
    if (is.equals("rising")) {
      return Optional.of(overlooks(1, "pain-course", look) ? "steady" : is);
    }
    if (is.equals("steady") && wordsAreStrong && look.hour() < 12) {
      return Optional.of("returned");
    }
    double chance = misreading.word() / 20;
    return Optional.of(dice.comes(chance, "says-rising", look.moment()) ? "rising" : is);
  }

  private Optional<String> skin(Look look) {
    String is = look.signs().skin;
    if (is.equals("dots")) {
      return Optional.of(markIsScab && look.hour() >= 6 ? "scab" : "dots");
    }
    if (is.equals("cold-sore") && dice.comes(0.3, "sore-is-blisters")) {
      return Optional.of("blisters");
    }
    return noted(is, look);
  }

  private double size(Look look) {
    double jitter = reader.bias().jitter() / 4 * dice.bell("size-jitter", look.moment());
    return look.signs().swelling + sizeBias + jitter;
  }

  private Optional<String> swelling(Look look) {
    double size = size(look);
    if (size < 0.5) {
      return Optional.of("none");
    }
    return Optional.of(size < 1.4 ? "mild" : size < 2.5 ? "moderate" : "severe");
  }

  private Optional<String> swellingCourse(Look look) {
    String is = look.signs().swellingCourse;
    if (is.equals("growing-fast")) {
      return Optional.of(overlooks(1, "swelling-course", look) ? "growing" : is);
    }
    if (is.equals("growing")) {
      boolean strong = wordsAreStrong && dice.comes(0.4, "says-fast", look.moment());
      return Optional.of(strong ? "growing-fast" : is);
    }
    double chance = misreading.word() / 10;
    boolean says = size(look) >= 0.5 && dice.comes(chance, "says-growing", look.moment());
    return Optional.of(says ? "growing" : is);
  }

  private Optional<String> redness(Look look) {
    String is = look.signs().redness;
    boolean warm = wordsAreStrong && dice.comes(0.3, "says-warm", look.moment());
    return is.equals("none") && warm && size(look) >= 1.4 ? Optional.of("warm") : noted(is, look);
  }

  private Optional<String> numb(Look look) {
    boolean tight = tightIsNumb && size(look) >= 1.4;
    return look.signs().numb || tight ? noted("yes", look) : Optional.empty();
  }

  /// Most on the days of the strongest swelling; more with a complication she can see.
  private int worry(Look look) {
    double most = reader.worries() / 16;
    double share = dice.at("worry", look.moment());
    if (look.signs().pain >= 5) {
      share /= 4;
    }
    if (share < most) {
      return 3;
    }
    return share < 0.1 ? 2 : share < 0.5 && look.hour() < 96 ? 1 : 0;
  }

  private Optional<String> selfHarm(Look look) {
    double share = dice.at("self-harm", look.moment());
    return share < 0.005 ? yes() : Optional.of(share < 0.02 ? "unsure" : "no");
  }

  private Optional<String> noted(String is, Look look) {
    return overlooks(1, is, look) ? Optional.empty() : Optional.of(is);
  }

  private boolean overlooks(double weight, String what, Look look) {
    double chance = misreading.overlooks() * weight;
    return dice.comes(Math.min(0.9, chance), "overlooks-" + what, look.moment());
  }

  private boolean alarm(String question, double weight, Look look) {
    double chance = misreading.alarm() * weight;
    return dice.comes(chance, "alarm-" + question, look.moment());
  }
}
