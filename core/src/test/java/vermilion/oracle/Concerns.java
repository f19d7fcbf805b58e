package vermilion.oracle;

/// The last column of the rule table.
final class Concerns {
  private Concerns() {}

  static String of(String rule) {
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
