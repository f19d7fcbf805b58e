package vermilion.oracle;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rule table of the brief (section 3), one method per rule, for one entry and what came
/// before.
final class SlowRules {
  /// A rule that does not fire has this level.
  private static final String NOTHING = "";

  private final Entry now;
  private final List<Entry> earlier;
  private final Map<String, String> answers;

  private SlowRules(Entry now, List<Entry> earlier) {
    this.now = now;
    this.earlier = earlier;
    this.answers = Questions.counted(now);
  }

  /// The rules that fire, each with its level, in the order of the table.
  static Map<String, String> fired(Entry now, List<Entry> earlier) {
    Map<String, String> fired = new LinkedHashMap<>();
    if (!now.kind().equals("answered")) {
      fired.putAll(new SlowRules(now, earlier).all());
      fired.values().removeIf(NOTHING::equals);
    }
    return fired;
  }

  /// Whether some lump is told of, however bad.
  static boolean hasAnyLump(Entry entry) {
    String lump = Questions.counted(entry).getOrDefault("lump", "none");
    return !lump.equals("none");
  }

  /// Whether the row "cold-sore" would fire had some of her answers been milder and had she said
  /// less before: the skin is a cold sore or worse, and the other three were answered, anyhow.
  static boolean couldHaveBeenAColdSoreLikePastOnes(Entry entry) {
    SlowRules rules = new SlowRules(entry, List.of());
    return (rules.is("skin", "cold-sore") || rules.skinIsBlistersOrWorse())
        && entry.facts().hasColdSoreHistory()
        && rules.answers.keySet().containsAll(List.of("colour", "colour-elsewhere", "pain"));
  }

  private Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("eye", eye());
    all.put("brain", brain());
    all.put("airway", airway());
    all.put("hives-late", hivesLate());
    all.put("occlusion-colour", occlusionColour());
    all.put("late-colour", lateColour());
    all.put("occlusion-pain", occlusionPain());
    all.put("occlusion-feel", occlusionFeel());
    all.put("tissue", tissue());
    all.put("haematoma", haematoma());
    all.put("balloon", balloon());
    all.put("infection-severe", infectionSevere());
    all.put("fever", fever());
    all.put("infection-local", infectionLocal());
    all.put("cold-sore", coldSore());
    all.put("cold-sore-first", coldSoreFirst());
    all.put("numb", numb());
    all.put("pain-stays", painStays());
    all.put("pain-rising", painRising());
    all.put("swelling-late", swellingLate());
    all.put("swelling-peak", swellingPeak());
    all.put("late-swelling", lateSwelling());
    all.put("lump-tender", lumpTender());
    all.put("lump-early", lumpEarly());
    all.put("lump-late", lumpLate());
    all.put("tint-late", tintLate());
    all.put("uneven", uneven());
    all.put("bruise", bruise());
    all.put("distress", distress());
    all.put("other", other());
    return all;
  }

  private String eye() {
    return is("vision", "yes") ? "emergency" : NOTHING;
  }

  private String brain() {
    return is("stroke", "yes") ? "emergency" : NOTHING;
  }

  private String airway() {
    boolean fires =
        is("airway", "yes") || is("collapse", "yes") || (is("hives", "yes") && beforeHour(24));
    return fires ? "emergency" : NOTHING;
  }

  private String hivesLate() {
    return is("hives", "yes") && fromHour(24) ? "urgent" : NOTHING;
  }

  private String occlusionColour() {
    return (colourIsPaleOrWorse() || elsewhereIsPaleOrWorse()) && beforeDay(28)
        ? "urgent"
        : NOTHING;
  }

  private String lateColour() {
    if (!(colourIsPaleOrWorse() || elsewhereIsPaleOrWorse()) || beforeDay(28)) {
      return NOTHING;
    }
    boolean worse =
        painAtLeast(4) || is("cool", "yes") || is("refill", "slow") || skinIsBlistersOrWorse();
    return worse ? "urgent" : "same-day";
  }

  private String occlusionPain() {
    boolean fires =
        painAtLeast(7)
            || (painAtLeast(4) && painIsRising())
            || (painAtLeast(4) && painIsUpByTwo())
            || (painAtLeast(5) && painIsNotEasing() && colourIsBruisedOrWorse());
    return fires ? "urgent" : NOTHING;
  }

  private String occlusionFeel() {
    return is("cool", "yes") || is("refill", "slow") ? "urgent" : NOTHING;
  }

  private String tissue() {
    if (!skinIsBlistersOrWorse()) {
      return NOTHING;
    }
    if (beforeDay(28)) {
      return "urgent";
    }
    return painAtLeast(4) || colourIsPaleOrWorse() ? "urgent" : "same-day";
  }

  private String haematoma() {
    return is("swelling-course", "growing-fast") || is("bleeding", "yes") ? "urgent" : NOTHING;
  }

  private String balloon() {
    return is("swelling", "severe") && beforeHour(24) ? "urgent" : NOTHING;
  }

  private String infectionSevere() {
    boolean withFever =
        rednessIsWarmOrWorse()
            || is("pus", "yes")
            || is("lump", "tender", "inflamed")
            || painAtLeast(4)
            || (swellingGrows() && fromHour(84));
    return is("redness", "spreading") || (is("fever", "yes") && withFever) ? "urgent" : NOTHING;
  }

  private String fever() {
    if (is("fever", "yes") && beforeDay(14)) {
      return "same-day";
    }
    if (is("fever", "yes")) {
      return "soon";
    }
    if (is("fever", "hot")) {
      return rednessIsWarmOrWorse() || is("pus", "yes") || is("lump", "inflamed")
          ? "same-day"
          : "soon";
    }
    return NOTHING;
  }

  private String infectionLocal() {
    boolean fires =
        (rednessIsWarmOrWorse() && fromHour(48)) || is("pus", "yes") || is("lump", "inflamed");
    return fires ? "same-day" : NOTHING;
  }

  private String coldSore() {
    return is("skin", "cold-sore") && coldSoreIsLikeThePastOnes() ? "same-day" : NOTHING;
  }

  private String coldSoreFirst() {
    if (!is("skin", "cold-sore") || coldSoreIsLikeThePastOnes()) {
      return NOTHING;
    }
    return beforeDay(28) ? "urgent" : "same-day";
  }

  private boolean coldSoreIsLikeThePastOnes() {
    return now.facts().hasColdSoreHistory()
        && is("colour", "usual")
        && is("colour-elsewhere", "no")
        && painUnder(4)
        && !anOcclusionConcernInTheLastSevenDays();
  }

  private String numb() {
    return is("numb", "yes") && fromHour(24) ? "same-day" : NOTHING;
  }

  private String painStays() {
    boolean fires =
        (painAtLeast(4) && fromHour(48)) || (painAtLeast(5) && painIsNotEasing() && fromHour(4));
    return fires ? "same-day" : NOTHING;
  }

  private String painRising() {
    if (!painIsRising() || beforeHour(24)) {
      return NOTHING;
    }
    return painAtLeast(3) || anAnswerOfTheLast36HoursSaidRisingToo() ? "same-day" : "routine";
  }

  private String swellingLate() {
    boolean fires =
        (swellingGrows() && fromHour(84))
            || (is("swelling", "severe") && fromHour(72))
            || (is("swelling", "severe") && swellingGrows() && fromHour(24));
    return fires ? "same-day" : NOTHING;
  }

  private String swellingPeak() {
    boolean severe = is("swelling", "severe") && fromHour(24);
    return severe && swellingLate().equals(NOTHING) ? "soon" : NOTHING;
  }

  private String lateSwelling() {
    boolean fires =
        (is("swelling", "moderate", "severe") && fromDay(7))
            || (is("swelling", "mild") && fromDay(28) && !now.facts().triggers().isEmpty());
    return fires ? "soon" : NOTHING;
  }

  private String lumpTender() {
    if (!is("lump", "tender")) {
      return NOTHING;
    }
    return beforeDay(7) ? "routine" : "soon";
  }

  private String lumpEarly() {
    return is("lump", "soft", "firm") && beforeDay(28) ? "routine" : NOTHING;
  }

  private String lumpLate() {
    return is("lump", "soft", "firm") && fromDay(28) ? "soon" : NOTHING;
  }

  private String tintLate() {
    return is("tint", "yes") && fromDay(14) ? "routine" : NOTHING;
  }

  private String uneven() {
    boolean fires = is("asymmetry", "marked") || (is("asymmetry", "slight") && fromDay(14));
    return fires ? "routine" : NOTHING;
  }

  private String bruise() {
    return is("colour", "bruised") || is("colour-elsewhere", "bruised") ? "routine" : NOTHING;
  }

  private String distress() {
    if (is("self-harm", "yes")) {
      return "emergency";
    }
    if (is("self-harm", "unsure")) {
      return "same-day";
    }
    return is("worry", "3") ? "soon" : NOTHING;
  }

  private String other() {
    if (!answers.containsKey("other")) {
      return NOTHING;
    }
    return beforeHour(72) ? "same-day" : "soon";
  }

  // What the rules ask of history.

  /// A baseline is an answer of the last 36 h that was itself given at 4 h or later.
  private boolean painIsUpByTwo() {
    for (Entry before : earlier) {
      boolean hasForm = !before.kind().equals("answered") && !before.form().equals("none");
      boolean recent = now.seconds() - before.seconds() <= 36 * 3600L;
      boolean afterTheFirstHours = before.seconds() >= 4 * 3600L;
      if (hasForm && recent && afterTheFirstHours) {
        String given = before.answers().get("pain");
        if (given == null && before.complete() && Questions.asks(before, "pain")) {
          given = "0"; // a missing earlier answer cannot hide a rise
        } else if (given != null && given.equals("unsure")) {
          given = "5";
        }
        if (given != null && painAtLeast(Integer.parseInt(given) + 2)) {
          return true;
        }
      }
    }
    return false;
  }

  /// A message or call without a form asks nothing and is looked back at for its concern alone.
  private boolean anAnswerOfTheLast36HoursSaidRisingToo() {
    for (Entry before : earlier) {
      boolean recent =
          !before.form().equals("none") && now.seconds() - before.seconds() <= 36 * 3600L;
      String given = before.answers().getOrDefault("pain-course", "not said");
      if (recent && List.of("rising", "returned", "unsure").contains(given)) {
        return true;
      }
    }
    return false;
  }

  private boolean anOcclusionConcernInTheLastSevenDays() {
    for (int i = 0; i < earlier.size(); i++) {
      Entry before = earlier.get(i);
      boolean recent = now.seconds() - before.seconds() <= 7 * 24 * 3600L;
      if (recent && Concerns.of(before, earlier.subList(0, i)).contains("occlusion")) {
        return true;
      }
    }
    return false;
  }

  // Words of the table. A question that has no answer makes each of them false.

  private boolean is(String question, String... wanted) {
    String answer = answers.get(question);
    return answer != null && Arrays.asList(wanted).contains(answer);
  }

  private boolean colourIsBruisedOrWorse() {
    return is("colour", "bruised", "pale", "grey", "dusky", "patchy");
  }

  private boolean colourIsPaleOrWorse() {
    return is("colour", "pale", "grey", "dusky", "patchy");
  }

  private boolean elsewhereIsPaleOrWorse() {
    return is("colour-elsewhere", "pale", "grey", "dusky", "patchy");
  }

  private boolean skinIsBlistersOrWorse() {
    return is("skin", "blisters", "scab", "black");
  }

  private boolean painIsRising() {
    return is("pain-course", "rising", "returned");
  }

  private boolean painIsNotEasing() {
    return is("pain-course", "steady", "rising", "returned");
  }

  private boolean swellingGrows() {
    return is("swelling-course", "growing", "growing-fast");
  }

  private boolean rednessIsWarmOrWorse() {
    return is("redness", "warm", "spreading");
  }

  private boolean painAtLeast(int least) {
    String pain = answers.get("pain");
    return pain != null && Integer.parseInt(pain) >= least;
  }

  private boolean painUnder(int bound) {
    String pain = answers.get("pain");
    return pain != null && Integer.parseInt(pain) < bound;
  }

  private boolean fromHour(long hour) {
    return now.seconds() >= hour * 3600;
  }

  private boolean beforeHour(long hour) {
    return now.seconds() < hour * 3600;
  }

  private boolean fromDay(long day) {
    return fromHour(24 * day);
  }

  private boolean beforeDay(long day) {
    return beforeHour(24 * day);
  }
}
