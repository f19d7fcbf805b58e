package vermilion.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds every text colour and every ground that can meet under the styles, and how far apart they
/// are.
final class Contrast {

  /// WCAG 2.2, 1.4.3: the least ratio for text of any size.
  static final double LEAST = 4.5;

  /// A rule that sets only a text colour may land on any of these; so every text token must bear
  /// them all.
  static final List<String> GROUNDS =
      List.of(
          "paper", "card", "accent-soft", "ok-soft", "soon-soft", "same-day-soft", "urgent-soft");

  private Contrast() {}

  /// Every pair below [#LEAST], as a line naming rule, scheme, tokens and ratio.
  static List<String> faults(Stylesheets styles) {
    var faults = new ArrayList<String>();
    for (String pair : pairs(styles)) {
      String[] names = pair.split(" on ", -1);
      check("light: " + pair, ratio(names, styles.light()), faults);
      check("dark: " + pair, ratio(names, styles.dark()), faults);
    }
    return faults;
  }

  /// Every pair that the rules can bring together, as `text on ground`.
  static Set<String> pairs(Stylesheets styles) {
    var pairs = new TreeSet<String>();
    for (Stylesheets.Rule rule : styles.rules()) {
      String text = token(rule, "color");
      text = text.isEmpty() && rule.selector().contains("label") ? token(rule, "fill") : text;
      String ground = token(rule, "background");
      if (!text.isEmpty() && !ground.isEmpty()) {
        pairs.add(text + " on " + ground);
      } else if (!text.isEmpty()) {
        for (String each : GROUNDS) {
          pairs.add(text + " on " + each);
        }
      } else if (GROUNDS.contains(ground)) {
        pairs.add("ink on " + ground);
        pairs.add("soft on " + ground);
      }
    }
    return pairs;
  }

  /// The ratio of two colours, 1 to 21, by the formula of WCAG 2.2.
  static double ratio(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double ratio(String[] names, Map<String, String> tokens) {
    return ratio(colour(tokens, names[0]), colour(tokens, names[1]));
  }

  private static void check(String pair, double ratio, List<String> faults) {
    if (ratio < LEAST) {
      faults.add(pair + " is " + ratio + ":1");
    }
  }

  private static String colour(Map<String, String> tokens, String name) {
    String value = tokens.get("--" + name);
    if (value == null) {
      throw new IllegalArgumentException("no token --" + name);
    }
    return value;
  }

  private static String token(Stylesheets.Rule rule, String property) {
    String value = rule.declarations().getOrDefault(property, "");
    return value.startsWith("var(--") ? value.substring(6, value.indexOf(')')) : "";
  }

  private static double luminance(String hex) {
    if (!hex.matches("#[0-9a-f]{6}")) {
      throw new IllegalArgumentException(hex + " is not a colour such as #6d2740");
    }
    return 0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
  }

  private static double linear(String hex, int at) {
    double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
