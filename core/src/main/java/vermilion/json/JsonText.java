package vermilion.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads and writes JSON text (RFC 8259), strictly: no comments, no trailing comma, no name twice.
public final class JsonText {

  /// The deepest nesting that is read.
  public static final int DEEPEST = 32;

  /// The most members of one object: each name is compared with all before it.
  public static final int MOST_MEMBERS = 1_000;

  private static final String HEX = "0123456789abcdef";

  private final String text;
  private int place;

  private JsonText(String text) {
    this.text = text;
  }

  /// What came of reading.
  public sealed interface Reading {
    /// The value.
    ///
    /// @param value what the text says
    record Value(Json value) implements Reading {}

    /// The text is not JSON.
    ///
    /// @param offset where, in characters from 0
    /// @param expected what would have been right there
    record Broken(int offset, String expected) implements Reading {}
  }

  /// Reads one value that fills the whole text.
  public static Reading read(String text) {
    JsonText reader = new JsonText(text);
    Step step = reader.value(0);
    if (step.value() == null) {
      return new Reading.Broken(reader.place, step.expected());
    }
    reader.space();
    return reader.place == text.length()
        ? new Reading.Value(step.value())
        : new Reading.Broken(reader.place, "the end");
  }

  /// A value, or what was expected in its place.
  private record Step(@Nullable Json value, String expected) {
    static Step of(Json value) {
      return new Step(value, "");
    }

    static Step broken(String expected) {
      return new Step(null, expected);
    }
  }

  private Step value(int depth) {
    space();
    if (depth > DEEPEST) {
      return Step.broken("at most " + DEEPEST + " levels");
    }
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", new Json.Bool(true));
      case 'f' -> word("false", new Json.Bool(false));
      case 'n' -> word("null", new Json.Null());
      default -> number();
    };
  }

  private Step object(int depth) {
    place++;
    List<Json.Member> members = new ArrayList<>();
    space();
    if (take('}')) {
      return Step.of(new Json.Obj(members));
    }
    while (true) {
      space();
      Step name = peek() == '"' ? string() : Step.broken("a name in quotes");
      if (!(name.value() instanceof Json.Str key)) {
        return name;
      }
      if (members.size() >= MOST_MEMBERS) {
        return Step.broken("at most " + MOST_MEMBERS + " members");
      }
      if (isTwice(members, key.value())) {
        return Step.broken("the name " + key.value() + " once");
      }
      space();
      if (!take(':')) {
        return Step.broken("a colon");
      }
      Step value = value(depth + 1);
      if (value.value() == null) {
        return value;
      }
      members.add(new Json.Member(key.value(), value.value()));
      space();
      if (take('}')) {
        return Step.of(new Json.Obj(members));
      }
      if (!take(',')) {
        return Step.broken("a comma or }");
      }
    }
  }

  private static boolean isTwice(List<Json.Member> members, String name) {
    for (Json.Member member : members) {
      if (member.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private Step array(int depth) {
    place++;
    List<Json> items = new ArrayList<>();
    space();
    if (take(']')) {
      return Step.of(new Json.Arr(items));
    }
    while (true) {
      Step value = value(depth + 1);
      if (value.value() == null) {
        return value;
      }
      items.add(value.value());
      space();
      if (take(']')) {
        return Step.of(new Json.Arr(items));
      }
      if (!take(',')) {
        return Step.broken("a comma or ]");
      }
    }
  }

  private Step string() {
    place++;
    int begin = place;
    while (place < text.length() && isPlain(text.charAt(place))) {
      place++;
    }
    if (peek() == '"') {
      place++;
      return Step.of(new Json.Str(text.substring(begin, place - 1)));
    }
    StringBuilder out = new StringBuilder().append(text, begin, place);
    while (place < text.length()) {
      char c = text.charAt(place);
      if (c == '"') {
        place++;
        return Step.of(new Json.Str(out.toString()));
      }
      if (c < ' ') {
        return Step.broken("no bare control character");
      }
      place++;
      if (c != '\\') {
        out.append(c);
      } else if (!escape(out)) {
        return Step.broken("a known escape");
      }
    }
    return Step.broken("a closing quote");
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  private boolean escape(StringBuilder out) {
    char c = peek();
    place++;
    switch (c) {
      case '"', '\\', '/' -> out.append(c);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> {
        return unicode(out);
      }
      default -> {
        place--;
        return false;
      }
    }
    return true;
  }

  private boolean unicode(StringBuilder out) {
    if (place + 4 > text.length()) {
      return false;
    }
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = hexDigit(text.charAt(place + i));
      if (digit < 0) {
        return false;
      }
      code = code * 16 + digit;
    }
    place += 4;
    out.append((char) code);
    return true;
  }

  private static int hexDigit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return HEX.indexOf(c >= 'A' && c <= 'F' ? (char) (c + 32) : c);
  }

  private Step word(String word, Json value) {
    if (text.startsWith(word, place)) {
      place += word.length();
      return Step.of(value);
    }
    return Step.broken("a value");
  }

  private Step number() {
    int first = place;
    take('-');
    if (peek() == '0') {
      place++;
    } else if (digits() == 0) {
      place = first;
      return Step.broken("a value");
    }
    if (peek() == '.') {
      place++;
      if (digits() == 0) {
        return Step.broken("a digit");
      }
    }
    if (peek() == 'e' || peek() == 'E') {
      place++;
      if (peek() == '+' || peek() == '-') {
        place++;
      }
      if (digits() == 0) {
        return Step.broken("a digit");
      }
    }
    return Step.of(new Json.Num(text.substring(first, place)));
  }

  private int digits() {
    int first = place;
    while (peek() >= '0' && peek() <= '9') {
      place++;
    }
    return place - first;
  }

  private void space() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
      place++;
    }
  }

  private boolean take(char c) {
    if (peek() == c) {
      place++;
      return true;
    }
    return false;
  }

  /// The character here, or a character that no JSON has where the text is over.
  private char peek() {
    return place < text.length() ? text.charAt(place) : '\uffff';
  }

  static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Null _ -> out.append("null");
      case Json.Bool bool -> out.append(bool.value());
      case Json.Num number -> out.append(number.text());
      case Json.Str string -> quote(string.value(), out);
      case Json.Arr array -> {
        out.append('[');
        for (int i = 0; i < array.items().size(); i++) {
          if (i > 0) {
            out.append(',');
          }
          write(array.items().get(i), out);
        }
        out.append(']');
      }
      case Json.Obj object -> {
        out.append('{');
        for (int i = 0; i < object.members().size(); i++) {
          if (i > 0) {
            out.append(',');
          }
          quote(object.members().get(i).name(), out);
          out.append(':');
          write(object.members().get(i).value(), out);
        }
        out.append('}');
      }
    }
  }

  /// Nearly all texts need no escape and are taken over whole.
  private static void quote(String string, StringBuilder out) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < string.length(); i++) {
      if (needsEscape(string, i)) {
        out.append(string, written, i);
        escape(string.charAt(i), out);
        written = i + 1;
      }
    }
    if (written == 0) {
      out.append(string);
    } else {
      out.append(string, written, string.length());
    }
    out.append('"');
  }

  private static boolean needsEscape(String string, int i) {
    char c = string.charAt(i);
    if (c < '\u007f') {
      return !isPlain(c);
    }
    return c == '\u2028' || c == '\u2029' || isAlone(string, i);
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        out.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt((c >> 8) & 15));
        out.append(HEX.charAt((c >> 4) & 15)).append(HEX.charAt(c & 15));
      }
    }
  }

  /// Whether half of a character stands without its other half: its bytes would come back as
  /// another text.
  private static boolean isAlone(String string, int i) {
    char c = string.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == string.length() || !Character.isLowSurrogate(string.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(string.charAt(i - 1)));
  }
}
