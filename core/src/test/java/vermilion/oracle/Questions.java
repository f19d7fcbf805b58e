package vermilion.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The question table of the brief (section 2), retyped.
final class Questions {
  private Questions() {}

  static final List<String> IN_ORDER =
      List.of(
          "vision",
          "stroke",
          "airway",
          "collapse",
          "hives",
          "colour",
          "colour-elsewhere",
          "pain",
          "pain-course",
          "cool",
          "refill",
          "skin",
          "bleeding",
          "swelling",
          "swelling-course",
          "fever",
          "redness",
          "pus",
          "numb",
          "lump",
          "asymmetry",
          "tint",
          "worry",
          "self-harm",
          "other");

  static final Set<String> OPTIONAL = Set.of("cool", "refill", "other");

  private static final Set<String> FULL = Set.copyOf(IN_ORDER);

  private static final Set<String> LOOK =
      Set.of("vision", "airway", "colour", "colour-elsewhere", "pain", "pain-course", "numb");

  private static final Set<String> LATE =
      Set.of(
          "vision",
          "airway",
          "colour",
          "pain",
          "skin",
          "swelling",
          "fever",
          "redness",
          "pus",
          "lump",
          "tint",
          "worry",
          "self-harm",
          "other");

  private static final Set<String> GATE =
      Set.of(
          "vision",
          "stroke",
          "airway",
          "collapse",
          "hives",
          "colour",
          "colour-elsewhere",
          "pain",
          "pain-course",
          "cool",
          "skin",
          "fever",
          "redness",
          "pus",
          "swelling-course",
          "bleeding",
          "lump");

  /// Answers from least to most worrying; answers of the same rank stand in one list.
  static List<List<String>> ranks(String question) {
    return switch (question) {
      case "vision", "stroke", "airway", "collapse", "hives", "bleeding", "pus", "numb", "tint" ->
          List.of(List.of("no"), List.of("yes", "unsure"));
      case "colour" ->
          List.of(
              List.of("usual"),
              List.of("bruised"),
              List.of("pale", "grey", "dusky", "patchy", "unsure"));
      case "colour-elsewhere" ->
          List.of(
              List.of("no"),
              List.of("bruised"),
              List.of("pale", "grey", "dusky", "patchy", "unsure"));
      case "pain" -> painRanks();
      case "pain-course" ->
          List.of(
              List.of("none"),
              List.of("easing"),
              List.of("steady"),
              List.of("rising", "returned", "unsure"));
      case "cool" -> List.of(List.of("no", "unsure"), List.of("yes"));
      case "refill" -> List.of(List.of("same", "unsure"), List.of("slow"));
      case "skin" ->
          List.of(
              List.of("whole"),
              List.of("dots"),
              List.of("cold-sore"),
              List.of("blisters", "scab", "black", "unsure"));
      default -> ranksOfTheRest(question);
    };
  }

  private static List<List<String>> ranksOfTheRest(String question) {
    return switch (question) {
      case "swelling" ->
          List.of(
              List.of("none"), List.of("mild"), List.of("moderate", "unsure"), List.of("severe"));
      case "swelling-course" ->
          List.of(
              List.of("easing"),
              List.of("steady"),
              List.of("growing", "unsure"),
              List.of("growing-fast"));
      case "fever" -> List.of(List.of("no"), List.of("hot", "unsure"), List.of("yes"));
      case "redness" -> List.of(List.of("none"), List.of("warm", "unsure"), List.of("spreading"));
      case "lump" ->
          List.of(
              List.of("none"),
              List.of("soft"),
              List.of("firm"),
              List.of("tender", "unsure"),
              List.of("inflamed"));
      case "asymmetry" -> List.of(List.of("none"), List.of("slight", "unsure"), List.of("marked"));
      case "worry" -> List.of(List.of("0"), List.of("1"), List.of("2", "unsure"), List.of("3"));
      case "self-harm" -> List.of(List.of("no"), List.of("unsure"), List.of("yes"));
      case "other" -> List.of(List.of("a line is showing"));
      default -> throw new IllegalArgumentException("no question " + question);
    };
  }

  private static List<List<String>> painRanks() {
    List<List<String>> ranks = new ArrayList<>();
    for (int pain = 0; pain <= 10; pain++) {
      ranks.add(pain == 5 ? List.of("5", "unsure") : List.of(Integer.toString(pain)));
    }
    return ranks;
  }

  static String calmest(String question) {
    return ranks(question).getFirst().getFirst();
  }

  /// What an empty answer of a completed form counts as; "" where it has no effect.
  static String emptyCountsAs(String question) {
    return switch (question) {
      case "cool", "refill", "other" -> "";
      case "self-harm" -> "unsure";
      default -> ranks(question).getLast().getFirst();
    };
  }

  /// The column "not sure =" of the table; "" where it has no effect.
  static String unsureCountsAs(String question) {
    return switch (question) {
      case "vision", "stroke", "airway", "collapse", "hives", "bleeding", "pus", "numb", "tint" ->
          "yes";
      case "colour", "colour-elsewhere" -> "patchy";
      case "pain" -> "5";
      case "pain-course" -> "rising";
      case "cool", "refill" -> "";
      case "skin" -> "blisters";
      case "swelling" -> "moderate";
      case "swelling-course" -> "growing";
      case "fever" -> "hot";
      case "redness" -> "warm";
      case "lump" -> "tender";
      case "asymmetry" -> "slight";
      case "worry" -> "2";
      case "self-harm" -> "unsure";
      case "other" -> "";
      default -> throw new IllegalArgumentException("no question " + question);
    };
  }

  /// Whether the form of this entry asks the question at this hour, given the other answers.
  static boolean asks(Entry entry, String question) {
    if (entry.kind().equals("answered") || !formHas(entry.form(), question)) {
      return false;
    }
    return switch (question) {
      case "pain-course" -> !Objects.equals(entry.answers().get("pain"), "0");
      case "bleeding" -> entry.seconds() < 72 * 3600L;
      case "tint" -> entry.form().equals("late") || entry.seconds() >= 14 * 24 * 3600L;
      case "self-harm" -> {
        String worry = entry.answers().get("worry");
        yield worry == null || worry.equals("3");
      }
      default -> true;
    };
  }

  private static boolean formHas(String form, String question) {
    return switch (form) {
      case "full" -> FULL.contains(question);
      case "look" -> LOOK.contains(question);
      case "late" -> LATE.contains(question);
      case "gate" -> GATE.contains(question);
      case "none" -> false;
      default -> throw new IllegalArgumentException("no form " + form);
    };
  }

  /// Asked and left empty in a completed form; optional questions are never missing.
  static List<String> missing(Entry entry) {
    List<String> missing = new ArrayList<>();
    for (String question : IN_ORDER) {
      if (entry.complete()
          && asks(entry, question)
          && !entry.answers().containsKey(question)
          && !OPTIONAL.contains(question)) {
        missing.add(question);
      }
    }
    return missing;
  }

  /// The answers as they count: given ones, not sure as the table says, empty ones as the worst.
  static Map<String, String> counted(Entry entry) {
    Map<String, String> counted = new LinkedHashMap<>();
    for (String question : IN_ORDER) {
      String given = entry.answers().get(question);
      String counts;
      if (given == null) {
        counts = entry.complete() && asks(entry, question) ? emptyCountsAs(question) : "";
      } else if (given.equals("unsure")) {
        counts = unsureCountsAs(question);
      } else {
        counts = given;
      }
      if (!counts.isEmpty()) {
        counted.put(question, counts);
      }
    }
    return counted;
  }
}
