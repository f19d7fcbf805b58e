package vermilion.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says which words stand where they may not.
final class TextTidy {
  /// Nobody knows it of one patient; the words are "commonly expected now; call if ..." (H-1).
  private static final List<String> FALSE_COMFORT =
      List.of(
          "this is normal",
          "perfectly normal",
          "completely normal",
          "nothing to worry about",
          "no need to worry",
          "don't worry",
          "do not worry",
          "everything is fine",
          "you are fine");

  private static final Ban LEFT_OVER =
      new Ban(
          Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b(?! #\\d)"),
          "names no issue, as in #12");

  /// A directory of one machine; an address such as example.org/home/ is none.
  private static final Ban MACHINE_PATH =
      new Ban(
          Pattern.compile("(?<![\\w./$}-])/(work|root|home|tmp)/|[A-Z]:\\\\Users\\\\"),
          "is a path of one machine");

  private static final Ban SLEEP =
      new Ban(
          Pattern.compile("Thread\\.sl" + "eep|TimeUnit\\.\\w+\\.sl" + "eep"),
          "waits by the clock; wait for what happens");

  private TextTidy() {}

  /// What breaks a rule in any file.
  static List<String> anywhere(String path, String text) {
    List<String> findings = new ArrayList<>();
    findings.addAll(LEFT_OVER.broken(path, text));
    findings.addAll(MACHINE_PATH.broken(path, text));
    if (path.contains("src/test/")) {
      findings.addAll(SLEEP.broken(path, text));
    }
    return findings;
  }

  /// What may not be said to a patient.
  static List<String> toPatients(String path, String text) {
    List<String> findings = new ArrayList<>();
    String words = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replace('’', '\'');
    for (String comfort : FALSE_COMFORT) {
      if (words.contains(comfort)) {
        findings.add(path + ": \"" + comfort + "\" is never said of a patient");
      }
    }
    return findings;
  }

  /// Whether a patient may come to read this file.
  static boolean isReadByPatients(String path) {
    return path.startsWith("protocols/")
        || path.startsWith("articles/")
        || path.contains("src/main/resources/")
        || path.contains("src/main/jte/");
  }

  /// A pattern that may not match, and why.
  private record Ban(Pattern pattern, String why) {
    List<String> broken(String path, String text) {
      List<String> findings = new ArrayList<>();
      Matcher found = pattern.matcher(text);
      while (found.find()) {
        long line = text.substring(0, found.start()).chars().filter(c -> c == '\n').count() + 1;
        findings.add(path + ":" + line + ": " + found.group() + " " + why);
      }
      return findings;
    }
  }
}
