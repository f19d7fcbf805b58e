package vermilion.proof.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.AnswerSheet;
import vermilion.clinical.Question;
import vermilion.clinical.Questions;
import vermilion.episode.Assessed;
import vermilion.episode.EpisodeEvent;

/// The answers before a massage: when they were given, and whether they and all since were clear.
///
/// @param form the form that was completed
/// @param at when, by the earlier of two clocks
/// @param clear whether no answer of it or since then worries
/// @param clearButBruise the same, a bruise left aside
record EpisodeGateAnswers(String form, Instant at, boolean clear, boolean clearButBruise) {

  static final EpisodeGateAnswers NONE = new EpisodeGateAnswers("", Instant.MIN, false, false);

  /// How old they may be.
  static final Duration FRESH = Duration.ofMinutes(15);

  private static final List<String> COLOURS = List.of("colour", "colour-elsewhere");

  /// The mildest answer to each question with which nobody massages (clinical brief 4).
  private static final Map<String, String> WORRYING =
      Map.ofEntries(
          Map.entry("vision", "yes"),
          Map.entry("stroke", "yes"),
          Map.entry("airway", "yes"),
          Map.entry("collapse", "yes"),
          Map.entry("hives", "yes"),
          Map.entry("colour", "bruised"),
          Map.entry("colour-elsewhere", "bruised"),
          Map.entry("pain", "4"),
          Map.entry("pain-course", "rising"),
          Map.entry("cool", "yes"),
          Map.entry("refill", "slow"),
          Map.entry("skin", "dots"),
          Map.entry("fever", "hot"),
          Map.entry("redness", "warm"),
          Map.entry("pus", "yes"),
          Map.entry("swelling-course", "growing"),
          Map.entry("bleeding", "yes"),
          Map.entry("lump", "tender"));

  /// What stands after further answers.
  EpisodeGateAnswers after(Assessed one) {
    boolean plain = isClear(one, false);
    boolean lenient = isClear(one, true);
    boolean asked = one.form().equals("gate") || one.form().equals("full");
    return asked && one.complete() && one.entry().event() instanceof EpisodeEvent.CheckedIn
        ? new EpisodeGateAnswers(one.form(), one.entry().moment(), plain, lenient)
        : new EpisodeGateAnswers(form, at, clear && plain, clearButBruise && lenient);
  }

  /// Whether the lip was bruised or worse, where the answers say anything of its colour.
  static Optional<Boolean> bruised(Assessed one) {
    int place = one.sheet().questions().placeOf("colour");
    int mark = one.sheet().markAt(place);
    return mark == AnswerSheet.ABSENT
        ? Optional.empty()
        : Optional.of(worries(one.sheet(), "colour", "bruised"));
  }

  private static boolean isClear(Assessed one, boolean bruiseAllowed) {
    if (!one.assessment().missing().isEmpty()) {
      return false;
    }
    for (Map.Entry<String, String> sign : WORRYING.entrySet()) {
      boolean lenient = bruiseAllowed && COLOURS.contains(sign.getKey());
      if (worries(one.sheet(), sign.getKey(), lenient ? "pale" : sign.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean worries(AnswerSheet sheet, String question, String from) {
    Questions questions = sheet.questions();
    int place = questions.placeOf(question);
    int mark = sheet.markAt(place);
    Question asked = questions.at(place);
    return mark == AnswerSheet.NOT_SURE
        || (mark >= 0 && asked.rankOf(mark) >= asked.rankOf(asked.indexOf(from)));
  }

  /// What of it can matter later.
  String footprint(Instant now) {
    return at.plus(FRESH).isBefore(now)
        ? "old"
        : form + EpisodeMemory.ago(at, now) + clear + clearButBruise;
  }
}
