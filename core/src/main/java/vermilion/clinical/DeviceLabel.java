package vermilion.clinical;

import java.util.Optional;

/// What the code on a product's box or syringe says, as GS1 defines it.
///
/// @param gtin the 14 digits that name the product and its packing, the last one a check digit
/// @param expiry the last day on which it may be used, as YYYY-MM-DD, or empty text
/// @param lot the lot, or empty text
/// @param serial the serial number, or empty text
/// @param made the day on which it was made, as YYYY-MM-DD, or empty text
public record DeviceLabel(String gtin, String expiry, String lot, String serial, String made) {

  /// The most characters of a code that are read.
  public static final int MOST_CHARS = 200;

  /// Ends an element of no fixed length: what a reader gives for FNC1.
  public static final char SEPARATOR = 29;

  private static final int WEIGHT = 3;

  /// What came of reading a code.
  public sealed interface Reading {
    /// It was read.
    ///
    /// @param label what it says
    record Read(DeviceLabel label) implements Reading {}

    /// It cannot be read.
    ///
    /// @param at the place of the first wrong character, from 1
    /// @param value what stands there
    /// @param expected what was expected in its place
    record Wrong(int at, String value, String expected) implements Reading {
      /// The problem as a sentence.
      public String sentence() {
        String found = value.isEmpty() ? "the code ends" : "the code has \"" + value + "\"";
        return "At character " + at + " " + found + ". Expected: " + expected + ".";
      }
    }
  }

  /// Reads a code as a scanner gives it, or as it is printed below the bars with brackets.
  ///
  /// @param thisYear tells the century of years that have two digits
  public static Reading read(String text, int thisYear) {
    return new LabelReader(text, thisYear).read();
  }

  /// The check digit that belongs after digits: each second one from the right counts three times.
  public static char checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? WEIGHT * digit : digit;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }

  /// The label as text with brackets, as it is printed; it reads as the same label again, in a year
  /// near its own, unless an element has a bracket of its own.
  public String printed() {
    StringBuilder out = new StringBuilder("(01)").append(gtin);
    dated(made).ifPresent(day -> out.append("(11)").append(day));
    dated(expiry).ifPresent(day -> out.append("(17)").append(day));
    if (!lot.isEmpty()) {
      out.append("(10)").append(lot);
    }
    if (!serial.isEmpty()) {
      out.append("(21)").append(serial);
    }
    return out.toString();
  }

  private static Optional<String> dated(String date) {
    return date.isEmpty()
        ? Optional.empty()
        : Optional.of(date.substring(2, 4) + date.substring(5, 7) + date.substring(8, 10));
  }
}
