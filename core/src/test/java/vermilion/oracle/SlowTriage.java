package vermilion.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The whole verdict: the rules of the entry, and what repeating a worry adds.
final class SlowTriage {
  /// Worst first.
  static final List<String> LEVELS =
      List.of("emergency", "urgent", "same-day", "soon", "routine", "self-care");

  private final Entry now;
  private final List<Entry> earlier;

  private SlowTriage(Story story) {
    this.now = story.now();
    this.earlier = story.earlier();
  }

  static Verdict judge(Story story) {
    return new SlowTriage(story).verdict();
  }

  static boolean isWorse(String level, String than) {
    return LEVELS.indexOf(level) < LEVELS.indexOf(than);
  }

  static String worseOf(String one, String other) {
    return isWorse(one, other) ? one : other;
  }

  private Verdict verdict() {
    Map<String, String> fired = SlowRules.fired(now, earlier);
    List<String> worstFirst = new ArrayList<>();
    for (String level : LEVELS) {
      for (Map.Entry<String, String> rule : fired.entrySet()) {
        if (rule.getValue().equals(level)) {
          worstFirst.add(rule.getKey());
        }
      }
    }
    String level = "self-care";
    for (String ofRule : fired.values()) {
      level = worseOf(ofRule, level);
    }
    if (now.kind().equals("contact")) {
      level = asAContact(level);
    }
    boolean hold = !isWorse("same-day", level);
    return new Verdict(level, List.copyOf(worstFirst), Questions.missing(now), hold);
  }

  private String asAContact(String levelOfRules) {
    String level = levelOfRules;
    if (now.form().equals("none")) {
      level = worseOf(level, "soon");
    }
    String raised = level;
    for (String concern : concernsAt(earlier.size())) {
      raised = worseOf(raised, repeatedWithin24Hours(concern, level));
    }
    if (concernsAt(earlier.size()).contains("occlusion")) {
      raised = worseOf(raised, occlusionRepeatedWithin72Hours());
    }
    return raised;
  }

  private String repeatedWithin24Hours(String concern, String level) {
    int times = 0;
    for (List<List<Integer>> groups : waysToGroup(24, concern)) {
      times = Math.max(times, groups.size());
    }
    if (times < 2) {
      return level;
    }
    String raised = worseOf(oneClassUpAtMostUrgent(level), "soon");
    return times == 2 ? raised : worseOf(raised, "same-day");
  }

  private String occlusionRepeatedWithin72Hours() {
    boolean repeated = false;
    boolean moreThanABruise = false;
    for (List<List<Integer>> groups : waysToGroup(72, "occlusion")) {
      repeated = repeated || groups.size() > 1;
      for (List<Integer> group : groups) {
        for (int contact : group) {
          moreThanABruise = moreThanABruise || !onlyABruiseWithPainUnderFour(contact);
        }
      }
    }
    if (!repeated) {
      return "self-care";
    }
    return moreThanABruise ? "urgent" : "same-day";
  }

  private boolean onlyABruiseWithPainUnderFour(int index) {
    String pain = entry(index).answers().getOrDefault("pain", "not said");
    return rulesAt(index).equals(Set.of("bruise")) && List.of("0", "1", "2", "3").contains(pain);
  }

  private static String oneClassUpAtMostUrgent(String level) {
    return switch (level) {
      case "self-care" -> "routine";
      case "routine" -> "soon";
      case "soon" -> "same-day";
      case "same-day", "urgent" -> "urgent";
      default -> level;
    };
  }

  /// Where the last hours cut through a run of contacts, nobody can say with which of them the
  /// first of a group begins; so every beginning is tried. Each way gives the groups that have a
  /// contact within the last hours; this contact is in the last of them.
  private List<List<List<Integer>>> waysToGroup(long hours, String concern) {
    List<Integer> recent = new ArrayList<>();
    List<Integer> before = new ArrayList<>();
    for (int i = 0; i <= earlier.size(); i++) {
      if (entry(i).kind().equals("contact") && concernsAt(i).contains(concern)) {
        (now.seconds() - entry(i).seconds() <= hours * 3600 ? recent : before).add(i);
      }
    }
    List<List<List<Integer>>> ways = new ArrayList<>();
    ways.add(groups(recent));
    for (int first : before) {
      if (isOneWith(first, recent.getFirst())) {
        List<Integer> contacts = new ArrayList<>(recent);
        contacts.addFirst(first);
        ways.add(groups(contacts));
      }
    }
    return ways;
  }

  /// Contacts about one concern within 60 min of the first of them, with no human answer between,
  /// are one. The numbers are places in the story, now being the last.
  private List<List<Integer>> groups(List<Integer> contacts) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int i : contacts) {
      if (!groups.isEmpty() && isOneWith(groups.getLast().getFirst(), i)) {
        groups.getLast().add(i);
      } else {
        groups.add(new ArrayList<>(List.of(i)));
      }
    }
    return groups;
  }

  private boolean isOneWith(int first, int contact) {
    boolean near = entry(contact).seconds() - entry(first).seconds() <= 60 * 60;
    boolean answeredBetween = false;
    for (int i = first + 1; i < contact; i++) {
      answeredBetween = answeredBetween || entry(i).kind().equals("answered");
    }
    return near && !answeredBetween;
  }

  private Set<String> concernsAt(int index) {
    return Concerns.counted(entry(index), before(index));
  }

  private Set<String> rulesAt(int index) {
    return SlowRules.fired(entry(index), before(index)).keySet();
  }

  private List<Entry> before(int index) {
    return earlier.subList(0, index);
  }

  private Entry entry(int index) {
    return index == earlier.size() ? now : earlier.get(index);
  }
}
