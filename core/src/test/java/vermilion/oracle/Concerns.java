package vermilion.oracle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a rule, a check-in or a contact is about.
final class Concerns {
  private Concerns() {}

  /// What a check-in or contact is about: the rules that fire in it, and what it names itself.
  static Set<String> of(Entry entry, List<Entry> earlier) {
    Set<String> concerns = new LinkedHashSet<>();
    for (String rule : SlowRules.fired(entry, earlier).keySet()) {
      concerns.add(ofRule(rule));
    }
    if (entry.kind().equals("contact") && entry.form().equals("none")) {
      concerns.add(entry.concern() == null ? "other" : entry.concern());
    }
    return concerns;
  }

  /// What a contact is counted about: what it is about, and what it would be about had she answered
  /// more mildly, or said less before. Two rows of the table end when an answer gets worse and
  /// another concern takes over: a lump that is inflamed is no longer one that is tender, and skin
  /// that has broken, or a cold sore beside pale skin or pain or soon after an occlusion concern,
  /// is no longer a cold sore like past ones.
  static Set<String> counted(Entry entry, List<Entry> earlier) {
    Set<String> concerns = of(entry, earlier);
    if (SlowRules.hasAnyLump(entry)) {
      concerns.add("lump");
    }
    if (SlowRules.couldHaveBeenAColdSoreLikePastOnes(entry)) {
      concerns.add("infection");
    }
    return concerns;
  }

  /// The last column of the rule table.
  private static String ofRule(String rule) {
    return switch (rule) {
      case "eye",
          "brain",
          "occlusion-colour",
          "late-colour",
          "occlusion-pain",
          "occlusion-feel",
          "tissue",
          "cold-sore-first",
          "pain-stays",
          "pain-rising",
          "bruise" ->
          "occlusion";
      case "airway",
          "hives-late",
          "haematoma",
          "balloon",
          "swelling-late",
          "swelling-peak",
          "late-swelling" ->
          "swelling";
      case "infection-severe", "fever", "infection-local", "cold-sore" -> "infection";
      case "numb" -> "numb";
      case "lump-tender", "lump-early", "lump-late" -> "lump";
      case "tint-late", "uneven" -> "look";
      case "distress" -> "distress";
      case "other" -> "other";
      default -> throw new IllegalArgumentException("no rule " + rule);
    };
  }
}
