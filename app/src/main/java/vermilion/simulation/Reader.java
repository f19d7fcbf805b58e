package vermilion.simulation;

/// How a patient reads questions and keeps check-ins.
///
/// Nothing is published about how people answer such questions, so every number here is assumed
/// [SD]. What follows from them is asked by halving and doubling all misreading at once.
public enum Reader {
  /// Reads every help text and looks twice.
  CAREFUL("careful"),
  /// Reads the question and not always the help.
  LAY("lay"),
  /// Wants to be done: takes "none of these" and leaves half-way.
  CARELESS("careless"),
  /// Fears the worst and would rather say too much.
  OVER_CAREFUL("over-careful"),
  /// Hardly ever answers.
  SILENT("silent");

  private final String id;

  Reader(String id) {
    this.id = id;
  }

  /// The id used on the command line and in JSON.
  public String id() {
    return id;
  }

  Keeping keeping() {
    return switch (this) {
      case CAREFUL -> new Keeping(0.97, 0.93, 0.85, 0.6, 0.7);
      case LAY -> new Keeping(0.92, 0.8, 0.65, 0.4, 1.5);
      case CARELESS -> new Keeping(0.8, 0.65, 0.45, 0.2, 2);
      case OVER_CAREFUL -> new Keeping(0.98, 0.96, 0.9, 0.7, 0.4);
      case SILENT -> new Keeping(0.15, 0.1, 0.06, 0.03, 3);
    };
  }

  Misreading misreading() {
    return switch (this) {
      case CAREFUL -> new Misreading(0.005, 0.0025, 0.001, 0.00002, 0.01, 0.02, 0.00002);
      case LAY, SILENT -> new Misreading(0.05, 0.025, 0.01, 0.0001, 0.05, 0.05, 0.0001);
      case CARELESS -> new Misreading(0.03, 0.015, 0.006, 0.0001, 0.04, 0.25, 0.0003);
      case OVER_CAREFUL -> new Misreading(0.1, 0.05, 0.02, 0.0005, 0.12, 0.01, 0.0005);
    };
  }

  Bias bias() {
    return switch (this) {
      case CAREFUL -> new Bias(0, 0.6, 0.3, 0.7);
      case LAY -> new Bias(0.4, 1.0, 0.6, 0.4);
      case CARELESS -> new Bias(0, 1.0, 0.9, 0.1);
      case OVER_CAREFUL -> new Bias(1.2, 1.2, 0.6, 0.8);
      case SILENT -> new Bias(0, 1.0, 0.6, 0.2);
    };
  }

  /// How many of one bring a worry by themselves in the first five days of a usual course.
  double worries() {
    return switch (this) {
      case CAREFUL, CARELESS -> 0.04;
      case LAY -> 0.08;
      case OVER_CAREFUL -> 0.3;
      case SILENT -> 0.02;
    };
  }

  /// The mix of a clinic: careful 30, lay 45, careless 12, over-careful 8, silent 5 %; assumed.
  static Reader of(Dice dice) {
    double share = dice.at("reader");
    if (share < 0.3) {
      return CAREFUL;
    }
    if (share < 0.75) {
      return LAY;
    }
    if (share < 0.87) {
      return CARELESS;
    }
    return share < 0.95 ? OVER_CAREFUL : SILENT;
  }

  /// How check-ins are kept.
  ///
  /// @param early the share answered in the first 72 h
  /// @param week the share up to day 7
  /// @param month the share up to day 28
  /// @param late the share after it
  /// @param delayHours the mean time from the reminder to the answer
  record Keeping(double early, double week, double month, double late, double delayHours) {
    double shareAt(double hour) {
      if (hour < 72) {
        return early;
      }
      if (hour < 7 * 24) {
        return week;
      }
      return hour < 29 * 24 ? month : late;
    }
  }

  /// How questions are misread.
  ///
  /// @param bruise the share of people who take a bruise for a dark patch, and stay with it
  /// @param tight the share who take tight for numb
  /// @param mark the share who take a needle mark for a scab
  /// @param notSure the chance of "not sure", by question and form; ten times this where a colour
  ///   is asked for
  /// @param word the share of people who misread a word of degree, such as growing fast
  /// @param overlooks the chance that a true sign is not noted in one form
  /// @param alarm the chance of a sign that is not there, by question and form; ten times this
  ///   where two sides are felt or pressed and compared
  record Misreading(
      double bruise,
      double tight,
      double mark,
      double notSure,
      double word,
      double overlooks,
      double alarm) {

    /// With every chance multiplied.
    Misreading times(double factor) {
      return new Misreading(
          bruise * factor,
          tight * factor,
          mark * factor,
          notSure * factor,
          word * factor,
          overlooks * factor,
          alarm * factor);
    }

    /// With what was measured in place of what is assumed: of whoever answers, however she reads,
    /// for those who were asked were a mix too.
    Misreading with(Measured measured) {
      return new Misreading(
          measured.chance(Misread.BRUISE_AS_DARK).orElse(bruise),
          measured.chance(Misread.TIGHT_AS_NUMB).orElse(tight),
          measured.chance(Misread.MARK_AS_SCAB).orElse(mark),
          notSure,
          measured.chance(Misread.STRONG_WORDS).orElse(word),
          measured.chance(Misread.OVERLOOKED).orElse(overlooks),
          alarm);
    }
  }

  /// How what is felt becomes a number or a degree.
  ///
  /// @param pain what is added to the pain
  /// @param painSpread how much people differ in that
  /// @param jitter how much one person's answers differ
  /// @param feels the share of forms in which the two optional questions are answered
  record Bias(double pain, double painSpread, double jitter, double feels) {}
}
