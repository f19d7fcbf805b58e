package vermilion.clinical;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.DeviceLabel.Reading;

/// Reads the elements of a GS1 code one after the other.
final class LabelReader {

  private static final String LOT = "10";
  private static final String GTIN = "01";
  private static final String MADE = "11";
  private static final String EXPIRY = "17";
  private static final String SERIAL = "21";

  /// How many characters an element of a fixed length has after its identifier.
  private static final Map<String, Integer> FIXED =
      Map.of(GTIN, 14, MADE, 6, "13", 6, "15", 6, "16", 6, EXPIRY, 6, "20", 2);

  /// How many it has at most, of those whose end a separator marks.
  private static final Map<String, Integer> VARIABLE =
      Map.of(LOT, 20, SERIAL, 20, "22", 20, "30", 8, "240", 30, "241", 30, "250", 30, "251", 30);

  private static final String KNOWN =
      "an identifier of a medical product: 01, 10, 11, 13, 15, 16, 17, 20, 21, 22, 30, 240, 241,"
          + " 250 or 251";

  private static final int MOST_SHOWN = 30;
  private static final int CENTURY = 100;
  private static final int LONG_PAST = 51;
  private static final int FAR_AHEAD = -50;

  private final String text;
  private final int thisYear;
  private final Map<String, String> elements = new HashMap<>();
  private int next;
  private Optional<Reading.Wrong> wrong = Optional.empty();

  LabelReader(String text, int thisYear) {
    this.text = text.strip();
    this.thisYear = thisYear;
  }

  Reading read() {
    if (text.length() > DeviceLabel.MOST_CHARS) {
      return new Reading.Wrong(
          DeviceLabel.MOST_CHARS + 1,
          text.length() + " characters",
          "at most " + DeviceLabel.MOST_CHARS + " characters");
    }
    skipSymbology();
    boolean bracketed = next < text.length() && text.charAt(next) == '(';
    while (next < text.length() && wrong.isEmpty()) {
      if (text.charAt(next) == DeviceLabel.SEPARATOR) {
        next++;
      } else {
        element(bracketed);
      }
    }
    if (wrong.isEmpty() && !elements.containsKey(GTIN)) {
      refuse(text.length(), "", "a product number, 01 and 14 digits");
    }
    return wrong.isPresent() ? wrong.get() : new Reading.Read(label());
  }

  private DeviceLabel label() {
    return new DeviceLabel(
        elements.getOrDefault(GTIN, ""),
        elements.getOrDefault(EXPIRY, ""),
        elements.getOrDefault(LOT, ""),
        elements.getOrDefault(SERIAL, ""),
        elements.getOrDefault(MADE, ""));
  }

  /// A scanner may say before the code which kind of bars it saw.
  private void skipSymbology() {
    for (String kind : new String[] {"]d2", "]C1", "]Q3", "]e0", "]J1"}) {
      if (text.startsWith(kind)) {
        next = kind.length();
      }
    }
  }

  private void element(boolean bracketed) {
    int start = next;
    if (bracketed && text.charAt(next) != '(') {
      refuse(next, rest(next), "an identifier in brackets, such as (17)");
      return;
    }
    int from = bracketed ? next + 1 : next;
    Optional<String> found = identifier(from, bracketed);
    if (found.isEmpty()) {
      refuse(start, rest(start), KNOWN);
      return;
    }
    String identifier = found.get();
    next = from + identifier.length() + (bracketed ? 1 : 0);
    int at = next;
    int end = end(identifier, bracketed);
    String value = text.substring(next, end);
    next = end;
    take(identifier, bracketed ? value.strip() : value, at);
  }

  /// The known identifier at a place; the longest, so that 240 is no 24.
  private Optional<String> identifier(int from, boolean bracketed) {
    for (int length = 3; length >= 2; length--) {
      int end = from + length;
      if (end <= text.length()) {
        String identifier = text.substring(from, end);
        boolean closed = !bracketed || (end < text.length() && text.charAt(end) == ')');
        if (closed && (FIXED.containsKey(identifier) || VARIABLE.containsKey(identifier))) {
          return Optional.of(identifier);
        }
      }
    }
    return Optional.empty();
  }

  private int end(String identifier, boolean bracketed) {
    Integer fixed = FIXED.get(identifier);
    if (fixed != null && !bracketed) {
      return Math.min(next + fixed, text.length());
    }
    int end = next;
    while (end < text.length() && !endsAt(end, bracketed, fixed != null)) {
      end++;
    }
    return end;
  }

  private boolean endsAt(int place, boolean bracketed, boolean digits) {
    char c = text.charAt(place);
    return c == DeviceLabel.SEPARATOR
        || (bracketed && c == '(' && (digits || identifier(place + 1, true).isPresent()));
  }

  private void take(String identifier, String value, int at) {
    Integer fixed = FIXED.get(identifier);
    int most = fixed == null ? VARIABLE.getOrDefault(identifier, 0) : fixed;
    if (value.isEmpty() || value.length() > most || (fixed != null && value.length() < fixed)) {
      String length = fixed == null ? "1 to " + most + " characters" : fixed + " digits";
      refuse(at, shortened(value), length + " after " + identifier);
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      if (fixed == null ? !isAllowed(value.charAt(i)) : !isDigit(value.charAt(i))) {
        String expected = fixed == null ? "a letter, a digit or a sign of GS1's set" : "a digit";
        refuse(at + i, value.substring(i, i + 1), expected);
        return;
      }
    }
    Optional<String> meant = meaning(identifier, value, at);
    if (meant.isPresent()) {
      String before = elements.putIfAbsent(identifier, meant.get());
      if (before != null && !before.equals(meant.get())) {
        refuse(at, value, "the same as before after " + identifier + ": " + before);
      }
    }
  }

  private Optional<String> meaning(String identifier, String value, int at) {
    return switch (identifier) {
      case GTIN -> productNumber(value, at);
      case EXPIRY, MADE -> date(value, at);
      default -> Optional.of(value);
    };
  }

  private Optional<String> productNumber(String value, int at) {
    int last = value.length() - 1;
    char check = DeviceLabel.checkDigit(value.substring(0, last));
    if (value.charAt(last) != check) {
      refuse(
          at + last,
          value.substring(last),
          "the check digit " + check + " of " + value.substring(0, last) + "; read it once more");
      return Optional.empty();
    }
    return Optional.of(value);
  }

  /// A date as YYMMDD, where day 00 is the last day of the month.
  private Optional<String> date(String value, int at) {
    int month = number(value, 2);
    int day = number(value, 4);
    int year = year(number(value, 0));
    if (month < 1 || month > 12) {
      refuse(at + 2, value.substring(2, 4), "a month from 01 to 12");
      return Optional.empty();
    }
    int last = YearMonth.of(year, month).lengthOfMonth();
    if (day > last) {
      refuse(at + 4, value.substring(4), "a day from 00 to " + last);
      return Optional.empty();
    }
    return Optional.of(year + "-" + two(month) + "-" + two(day == 0 ? last : day));
  }

  /// GS1 General Specifications 7.12: the year of two digits that is from 49 years ago to 50 years
  /// ahead.
  private int year(int two) {
    int century = thisYear / CENTURY * CENTURY;
    int difference = two - thisYear % CENTURY;
    if (difference >= LONG_PAST) {
      return century - CENTURY + two;
    }
    return difference <= FAR_AHEAD ? century + CENTURY + two : century + two;
  }

  private static int number(String digits, int from) {
    return (digits.charAt(from) - '0') * 10 + digits.charAt(from + 1) - '0';
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// GS1's character set 82.
  private static boolean isAllowed(char c) {
    boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return letter || isDigit(c) || "!\"%&'()*+,-./:;<=>?_".indexOf(c) >= 0;
  }

  private String rest(int from) {
    return shortened(text.substring(from));
  }

  private static String shortened(String value) {
    return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "...";
  }

  private void refuse(int place, String value, String expected) {
    wrong = Optional.of(new Reading.Wrong(place + 1, value, expected));
  }
}
