package vermilion.protocol;

/// Judges the few words that a practitioner writes in an order.
final class OrderText {
  private OrderText() {}

  /// Whether there is a letter or a digit in it: a dash, a space or an invisible mark says nothing.
  static boolean saysSomething(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
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

  /// The words in lower case, with one space before, between and after them.
  private static String words(String text) {
    var words = new StringBuilder(text.length() + 2).append(' ');
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        words.append(Character.toLowerCase(c));
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
