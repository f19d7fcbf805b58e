package vermilion.triage;

import java.util.ArrayList;
import java.util.List;
import vermilion.clinical.Answers;
import vermilion.clinical.Question;
import vermilion.clinical.Question.IfEmpty;
import vermilion.clinical.Unsure;

/// The questions that the safety floor reads, with the answers and ranks that it relies on
/// (clinical brief 2). A protocol must carry each of them with the same meaning.
final class FloorQuestions {

  static final List<Question> ALL =
      List.of(
          yesNo("vision"),
          yesNo("stroke"),
          yesNo("airway"),
          yesNo("collapse"),
          yesNo("hives"),
          flag("colour", "patchy", ranks("usual", "bruised", "pale grey dusky patchy")),
          flag("colour-elsewhere", "patchy", ranks("no", "bruised", "pale grey dusky patchy")),
          new Question(
              "pain", true, IfEmpty.WORST, new Answers.Scale(10), new Unsure.CountsAs("5")),
          flag("pain-course", "rising", ranks("none", "easing", "steady", "rising returned")),
          extra("cool", ranks("no", "yes")),
          extra("refill", ranks("same", "slow")),
          flag("skin", "blisters", ranks("whole", "dots", "cold-sore", "blisters scab black")),
          yesNo("bleeding"),
          plain("swelling", "moderate", ranks("none", "mild", "moderate", "severe")),
          plain("swelling-course", "growing", ranks("easing", "steady", "growing", "growing-fast")),
          plain("fever", "hot", ranks("no", "hot", "yes")),
          plain("redness", "warm", ranks("none", "warm", "spreading")),
          plain("pus", "yes", ranks("no", "yes")),
          plain("lump", "tender", ranks("none", "soft", "firm", "tender", "inflamed")),
          new Question(
              "self-harm",
              false,
              IfEmpty.UNSURE,
              new Answers.Choice(ranks("no", "unsure", "yes")),
              new Unsure.CountsAs("unsure")));

  private FloorQuestions() {}

  private static Question yesNo(String id) {
    return flag(id, "yes", ranks("no", "yes"));
  }

  private static Question flag(String id, String unsure, List<List<String>> ranks) {
    return new Question(
        id, true, IfEmpty.WORST, new Answers.Choice(ranks), new Unsure.CountsAs(unsure));
  }

  private static Question extra(String id, List<List<String>> ranks) {
    return new Question(
        id, true, IfEmpty.OPTIONAL, new Answers.Choice(ranks), new Unsure.NoEffect());
  }

  private static Question plain(String id, String unsure, List<List<String>> ranks) {
    return new Question(
        id, false, IfEmpty.WORST, new Answers.Choice(ranks), new Unsure.CountsAs(unsure));
  }

  /// Ranks from words; answers that worry equally stand in one word group, split at spaces.
  private static List<List<String>> ranks(String... groups) {
    return List.of(groups).stream().map(FloorQuestions::words).toList();
  }

  private static List<String> words(String group) {
    List<String> words = new ArrayList<>();
    int begin = 0;
    for (int space = group.indexOf(' '); space >= 0; space = group.indexOf(' ', begin)) {
      words.add(group.substring(begin, space));
      begin = space + 1;
    }
    words.add(group.substring(begin));
    return words;
  }
}
