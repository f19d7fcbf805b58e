package vermilion.time;

import java.time.Instant;
import java.util.Optional;

/// Instants as text: `2026-03-28T15:00:00Z`, always UTC, with milliseconds only where there are
/// any.
///
/// Written by hand because the phone would otherwise carry a date library (H-6).
public final class UtcText {

  /// Years outside 1970 to 2199 are somebody's mistake.
  private static final int FIRST_YEAR = 1970;

  private static final int LAST_YEAR = 2199;
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private UtcText() {}

  /// The instant as text; what is finer than milliseconds is dropped.
  ///
  /// @throws IllegalArgumentException outside the years 1970 to 2199
  public static String of(Instant instant) {
    if (!isWithin(instant.getEpochSecond())) {
      throw new IllegalArgumentException(
          "second " + instant.getEpochSecond() + " lies outside the years 1970 to 2199");
    }
    long day = Math.floorDiv(instant.getEpochSecond(), 86_400L);
    int second = (int) Math.floorMod(instant.getEpochSecond(), 86_400L);
    StringBuilder text = new StringBuilder(24);
    date(day, text);
    text.append('T');
    two(second / 3600, text).append(':');
    two(second / 60 % 60, text).append(':');
    two(second % 60, text);
    int millis = instant.getNano() / 1_000_000;
    if (millis > 0) {
      text.append('.').append((char) ('0' + millis / 100));
      two(millis % 100, text);
    }
    return text.append('Z').toString();
  }

  /// The instant that a text says, or nothing: `YYYY-MM-DDThh:mm[:ss[.fraction]]` and `Z` or an
  /// offset such as `+01:00`. Digits beyond milliseconds are dropped.
  public static Optional<Instant> parse(String text) {
    Reader reader = new Reader(text);
    int year = reader.number(4);
    int month = reader.after('-', 2);
    int day = reader.after('-', 2);
    int hour = reader.after('T', 2);
    int minute = reader.after(':', 2);
    int second = reader.peek() == ':' ? reader.after(':', 2) : 0;
    int millis = reader.peek() == '.' ? reader.millis() : 0;
    int offsetMinutes = reader.offset();
    boolean real =
        reader.atEnd()
            && year >= FIRST_YEAR
            && year <= LAST_YEAR
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= daysIn(year, month)
            && hour < 24
            && minute < 60
            && second < 60;
    if (!real) {
      return Optional.empty();
    }
    long seconds =
        epochDay(year, month, day) * 86_400
            + hour * 3600L
            + minute * 60L
            + second
            - offsetMinutes * 60L;
    // An offset may carry the first and the last hours out of those years.
    return isWithin(seconds)
        ? Optional.of(Instant.ofEpochSecond(seconds, millis * 1_000_000L))
        : Optional.empty();
  }

  private static boolean isWithin(long epochSecond) {
    return epochSecond >= 0 && epochSecond < epochDay(LAST_YEAR + 1, 1, 1) * 86_400;
  }

  private static void date(long epochDay, StringBuilder text) {
    int year = (int) (FIRST_YEAR + epochDay / 366);
    while (epochDay(year + 1, 1, 1) <= epochDay) {
      year++;
    }
    int day = (int) (epochDay - epochDay(year, 1, 1));
    int month = 1;
    while (day >= daysIn(year, month)) {
      day -= daysIn(year, month);
      month++;
    }
    two(year / 100, text);
    two(year % 100, text).append('-');
    two(month, text).append('-');
    two(day + 1, text);
  }

  private static StringBuilder two(int number, StringBuilder text) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static long epochDay(int year, int month, int day) {
    int before = year - 1;
    long days =
        365L * (year - FIRST_YEAR) + (before / 4 - 492) - (before / 100 - 19) + (before / 400 - 4);
    for (int m = 1; m < month; m++) {
      days += daysIn(year, m);
    }
    return days + day - 1;
  }

  private static int daysIn(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }

  /// Reads digits and signs one after the other, and remembers the first mistake.
  private static final class Reader {

    private final String text;
    private int place;
    private boolean broken;

    Reader(String text) {
      this.text = text;
    }

    char peek() {
      return place < text.length() ? text.charAt(place) : ' ';
    }

    boolean atEnd() {
      return !broken && place == text.length();
    }

    int after(char sign, int digits) {
      broken |= peek() != sign;
      place++;
      return number(digits);
    }

    int number(int digits) {
      int value = 0;
      for (int i = 0; i < digits; i++) {
        char digit = peek();
        broken |= digit < '0' || digit > '9';
        value = value * 10 + (digit - '0');
        place++;
      }
      return broken ? 0 : value;
    }

    int millis() {
      place++;
      int value = 0;
      int digits = 0;
      while (peek() >= '0' && peek() <= '9') {
        if (digits < 3) {
          value = value * 10 + (peek() - '0');
        }
        digits++;
        place++;
      }
      broken |= digits == 0 || digits > 9;
      for (int i = digits; i < 3; i++) {
        value *= 10;
      }
      return value;
    }

    int offset() {
      char sign = peek();
      if (sign == 'Z') {
        place++;
        return 0;
      }
      broken |= sign != '+' && sign != '-';
      place++;
      int hours = number(2);
      int minutes = after(':', 2);
      broken |= hours > 18 || minutes > 59;
      return (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
    }
  }
}
