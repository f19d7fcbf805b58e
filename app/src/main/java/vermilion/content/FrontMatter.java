package vermilion.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lines before an article's text: `key: value` between two lines of three hyphens.
final class FrontMatter {

  private static final List<String> KEYS =
      List.of(
          "title",
          "summary",
          "language",
          "published",
          "updated",
          "order",
          "grade",
          "picture",
          "days",
          "sources");
  private static final String FENCE = "---";

  /// What stands behind a key.
  ///
  /// @param text without the blanks around it
  /// @param place where it begins
  record Value(String text, Place place) {}

  private final String file;
  private final Problems problems;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private int bodyLine = 1;
  private String body = "";

  private FrontMatter(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  static FrontMatter read(String file, String text, Problems problems) {
    FrontMatter front = new FrontMatter(file, problems);
    front.take(text);
    return front;
  }

  /// The text behind the lines.
  String body() {
    return body;
  }

  /// The number of the first line of the text.
  int bodyLine() {
    return bodyLine;
  }

  Place start() {
    return Place.first(file);
  }

  Optional<Value> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /// The value of a key that must be there; empty text, and the problem told, where it is not.
  Value required(String key) {
    Value value = values.get(key);
    if (value == null) {
      problems.tell(start(), "no " + key, "a line " + key + ": VALUE between two lines " + FENCE);
      return new Value("", start());
    }
    return value;
  }

  private void take(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(FENCE)) {
      problems.tell(start(), "no line " + FENCE, FENCE + " before the first key");
      return;
    }
    int end = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
    if (end == 0) {
      problems.tell(start(), "no second line " + FENCE, FENCE + " behind the last key");
      return;
    }
    for (int i = 1; i < end; i++) {
      take(lines.get(i), i + 1);
    }
    bodyLine = end + 2;
    body = String.join("\n", lines.subList(end + 1, lines.size())) + "\n";
  }

  private void take(String line, int number) {
    int colon = line.indexOf(':');
    Place start = new Place(file, number, 1);
    String key = colon < 0 ? line.strip() : line.substring(0, colon).strip();
    if (!KEYS.contains(key)) {
      problems.unknown(start, key, "one of " + String.join(", ", KEYS), KEYS);
      return;
    }
    String behind = colon < 0 ? "" : line.substring(colon + 1);
    Place place = start.right(colon + 1 + behind.length() - behind.stripLeading().length());
    if (behind.isBlank()) {
      problems.tell(start, "no value", key + ": a value");
    } else if (behind.codePoints().anyMatch(Character::isISOControl)) {
      problems.add(place, behind.strip(), "text without control characters");
    } else if (values.putIfAbsent(key, new Value(behind.strip(), place)) != null) {
      problems.tell(start, key + " again", "it once");
    }
  }
}
