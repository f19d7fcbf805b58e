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
      if (entry.concern() != null) {
        concerns.add(entry.concern());
      } else if (concerns.isEmpty()) {
        concerns.add("other");
      }
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
