package vermilion.cli;

/// Finds where a member stands in a JSON text that has been read already, so that a mistake in it
/// can be told by line and column.
final class JsonPlaces {
  private final String text;
  private int offset;

  private JsonPlaces(String text) {
    this.text = text;
  }

  /// `line:column` of a character, each from 1.
  static String place(String text, int offset) {
    int line = 1;
    int lineBegins = 0;
    for (int i = 0; i < offset; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineBegins = i + 1;
      }
    }
    return line + ":" + (text.codePointCount(lineBegins, offset) + 1);
  }

  /// The offset of the member at a path such as `massage.where[2]`, or of the innermost value on
  /// the way to it that is there.
  static int offsetOf(String text, String path) {
    JsonPlaces walk = new JsonPlaces(text);
    walk.space();
    int found = walk.offset;
    for (String step : path.replace("]", "").split("[.\\[]", -1)) {
      int next = walk.isAt('[') ? walk.item(step) : walk.member(step);
      if (next < 0) {
        return found;
      }
      found = next;
    }
    return found;
  }

  /// Moves to the value of a member; the offset of its name, or -1.
  private int member(String name) {
    if (!isAt('{')) {
      return -1;
    }
    offset++;
    space();
    while (!isAt('}')) {
      int begins = offset;
      string();
      boolean wanted = text.substring(begins + 1, offset - 1).equals(name);
      space();
      offset++; // the colon
      space();
      if (wanted) {
        return begins;
      }
      next();
    }
    return -1;
  }

  /// Moves to an item; its offset, or -1.
  private int item(String index) {
    offset++;
    space();
    for (int i = 0; !isAt(']'); i++) {
      if (Integer.toString(i).equals(index)) {
        return offset;
      }
      next();
    }
    return -1;
  }

  /// Passes a value and the comma behind it.
  private void next() {
    int depth = 0;
    do {
      char c = text.charAt(offset);
      if (c == '"') {
        string();
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        offset++;
      }
    } while (depth > 0 || !(isAt(',') || isAt('}') || isAt(']')));
    if (isAt(',')) {
      offset++;
    }
    space();
  }

  private void string() {
    offset++;
    while (!isAt('"')) {
      offset += isAt('\\') ? 2 : 1;
    }
    offset++;
  }

  private void space() {
    while (isAt(' ') || isAt('\n') || isAt('\r') || isAt('\t')) {
      offset++;
    }
  }

  private boolean isAt(char c) {
    return text.charAt(Math.min(offset, text.length() - 1)) == c;
  }
}
