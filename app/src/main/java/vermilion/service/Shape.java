package vermilion.service;

import java.util.List;

/// What the ports accept as an id or a short text: checked where a value enters, so that no store
/// has to.
final class Shape {

  static final int ID_CHARS_MAX = 64;
  static final int ACTOR_CHARS_MAX = 128;
  static final int DETAIL_CHARS_MAX = 500;

  private Shape() {}

  /// Lower-case letters, digits and hyphens, starting with a letter or digit: safe in an address, a
  /// file name and a log line.
  static String id(String what, String text) {
    if (text.isEmpty() || text.length() > ID_CHARS_MAX) {
      throw refusal(what, text, "1 to " + ID_CHARS_MAX + " characters");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!plain && (c != '-' || i == 0)) {
        throw refusal(what, text, "a-z, 0-9 and inner hyphens");
      }
    }
    return text;
  }

  /// Whether a text is an id: what [#id] takes.
  static boolean isId(String text) {
    boolean plain = !text.isEmpty() && text.length() <= ID_CHARS_MAX && text.charAt(0) != '-';
    for (int i = 0; plain && i < text.length(); i++) {
      char c = text.charAt(i);
      plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }
    return plain;
  }

  /// One line of text without control characters, at least one character long.
  static String line(String what, String text, int charsMax) {
    if (text.isEmpty()) {
      throw refusal(what, text, "some text");
    }
    return lineOrEmpty(what, text, charsMax);
  }

  static String lineOrEmpty(String what, String text, int charsMax) {
    if (text.length() > charsMax) {
      throw new IllegalArgumentException(
          what + " has " + text.length() + " characters; expected at most " + charsMax);
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
        throw new IllegalArgumentException(
            what
                + " holds character "
                + (int) text.charAt(i)
                + " at "
                + i
                + "; expected plain text");
      }
    }
    return text;
  }

  static <T> List<T> atMost(String what, List<T> list, int most) {
    if (list.size() > most) {
      throw new IllegalArgumentException(
          what + " has " + list.size() + " entries; expected at most " + most);
    }
    return List.copyOf(list);
  }

  private static IllegalArgumentException refusal(String what, String text, String expected) {
    String shown = text.length() > ID_CHARS_MAX ? text.substring(0, ID_CHARS_MAX) + "..." : text;
    return new IllegalArgumentException(what + " is \"" + shown + "\"; expected " + expected);
  }
}
