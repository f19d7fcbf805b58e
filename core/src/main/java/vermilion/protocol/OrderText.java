package vermilion.protocol;

/// Judges the few words that a practitioner writes in an order.
final class OrderText {
  /// First and last of the ranges beyond U+00C0 that hold no letter: times and divided, marks on
  /// letters, Arabic signs, punctuation and symbols, those of East Asia, and all that has no shape.
  private static final int[] NO_LETTERS = {
    0xd7, 0xd7, 0xf7, 0xf7, 0x300, 0x36f, 0x600, 0x61f, 0x64b, 0x65f, 0x66a, 0x66d, 0x2000, 0x2bff,
    0x2e00, 0x2e7f, 0x3000, 0x3020, 0xd800, 0xf8ff, 0xfe00, 0xfe6f, 0xfeff, 0xff0f, 0xffe0, 0xffff
  };

  private OrderText() {}

  /// Whether there is a letter or a digit in it: a dash, a space or an invisible mark says nothing.
  /// Of the rarer scripts a sign may pass for a letter; the tables that know each of them would be
  /// a twenty-fifth of all that a phone loads.
  static boolean saysSomething(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (isWord(text.charAt(i)) || isOtherLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isOtherLetter(char c) {
    for (var i = 0; i < NO_LETTERS.length; i += 2) {
      if (c >= NO_LETTERS[i] && c <= NO_LETTERS[i + 1]) {
        return false;
      }
    }
    return c >= 0xc0;
  }

  /// Whether it holds a control character; a patient's page is one line of plain text.
  static boolean hasControl(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || (text.charAt(i) >= 0x7f && text.charAt(i) < 0xa0)) {
        return true;
      }
    }
    return false;
  }

  /// Whether it names everything rather than a spot, such as "the whole lips" or "all over".
  static boolean namesEverything(String spot) {
    var words = words(spot);
    return words.contains(" whole ")
        || words.contains(" entire ")
        || words.contains(" everywhere ")
        || words.contains(" all over ")
        || words.contains(" both lips ")
        || words.equals(" lips ")
        || words.equals(" the lips ")
        || words.equals(" all ");
  }

  /// The English words in lower case, with one space before, between and after them.
  private static String words(String text) {
    var words = new StringBuilder(text.length() + 2).append(' ');
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (isWord(c)) {
        words.append(c >= 'A' && c <= 'Z' ? (char) (c + ' ') : c);
      } else if (words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    if (words.charAt(words.length() - 1) != ' ') {
      words.append(' ');
    }
    return words.toString();
  }
}
