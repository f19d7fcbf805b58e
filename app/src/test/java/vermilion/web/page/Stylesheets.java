package vermilion.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The style files as rules, read closely enough to check every colour pair in them.
///
/// @param light the tokens of the light scheme, by name
/// @param dark the tokens of the dark scheme: the light ones, overridden
/// @param rules every rule outside the token blocks
record Stylesheets(Map<String, String> light, Map<String, String> dark, List<Rule> rules) {

  /// One rule: `.soft { color: var(--soft); }`.
  record Rule(String selector, Map<String, String> declarations) {}

  /// Where the style files live in the source tree.
  static final Path FOLDER = Path.of("src/main/resources/web/static");

  /// All style files of the product.
  static Stylesheets ofTheProduct() {
    return of(all().values().stream().reduce("", (one, other) -> one + "\n" + other));
  }

  /// The text of every style file, by file name.
  static Map<String, String> all() {
    var texts = new TreeMap<String, String>();
    try (var files = Files.list(FOLDER)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".css")).toList()) {
        texts.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the styles in " + FOLDER, failure);
    }
    return texts;
  }

  /// Reads style text.
  static Stylesheets of(String css) {
    var light = new HashMap<String, String>();
    var dark = new HashMap<String, String>();
    var rules = new ArrayList<Rule>();
    read(css.replaceAll("(?s)/\\*.*?\\*/", ""), "", new Found(light, dark, rules));
    var whole = new HashMap<>(light);
    whole.putAll(dark);
    return new Stylesheets(light, whole, rules);
  }

  private record Found(Map<String, String> light, Map<String, String> dark, List<Rule> rules) {}

  private static void read(String css, String media, Found found) {
    int at = 0;
    while (true) {
      int open = css.indexOf('{', at);
      if (open < 0) {
        return;
      }
      int close = closeOf(css, open);
      String head = css.substring(at, open).strip();
      String body = css.substring(open + 1, close);
      if (head.startsWith("@media")) {
        read(body, head, found);
      } else if (head.equals(":root")) {
        (media.contains("dark") ? found.dark : found.light).putAll(declarations(body));
      } else if (!head.startsWith("@")) {
        found.rules.add(new Rule(head, declarations(body)));
      }
      at = close + 1;
    }
  }

  private static int closeOf(String css, int open) {
    int depth = 0;
    for (int at = open; at < css.length(); at++) {
      depth += css.charAt(at) == '{' ? 1 : css.charAt(at) == '}' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    throw new IllegalArgumentException("a brace at " + open + " is never closed");
  }

  private static Map<String, String> declarations(String body) {
    var found = new HashMap<String, String>();
    for (String part : body.split(";", -1)) {
      int colon = part.indexOf(':');
      if (colon > 0) {
        found.put(part.substring(0, colon).strip(), part.substring(colon + 1).strip());
      }
    }
    return found;
  }
}
