package vermilion.content;

import java.util.Optional;
import vermilion.time.Elapsed;

/// Reads times as people say them: points after the treatment (`48 h`, `day 7`, `month 2`) and
/// lengths (`36 h`, `7 days`, `15 min`).
final class Times {
  /// What is expected where a point in time stands.
  static final String POINT = "a time from 0 on, such as 48 h, day 7 or month 2";

  /// What is expected where a length stands.
  static final String LENGTH = "a length, such as 36 h, 7 days or 15 min";

  /// A life, for what holds at any time.
  static final Elapsed LIFE = Elapsed.ofDays(36_500);

  private static final int DAYS_PER_MONTH = 30;
  private static final int LONGEST_NUMBER = 7;

  private Times() {}

  /// A point in time after the treatment.
  static Optional<Elapsed> point(Words words, Problems problems) {
    Place place = words.place();
    if (words.take("day")) {
      return within(place, number(words, POINT).map(Elapsed::ofDays), problems);
    }
    if (words.take("month")) {
      return within(
          place, number(words, POINT).map(n -> Elapsed.ofDays(DAYS_PER_MONTH * n)), problems);
    }
    return within(place, counted(words, POINT, false), problems);
  }

  /// A length of time.
  static Optional<Elapsed> length(Words words, Problems problems) {
    Place place = words.place();
    Optional<Elapsed> length = counted(words, LENGTH, true);
    if (length.isPresent() && length.get().seconds() == 0) {
      problems.tell(place, "no time", LENGTH);
      return Optional.empty();
    }
    return within(place, length, problems);
  }

  private static Optional<Elapsed> counted(Words words, String expected, boolean days) {
    Optional<Long> number = number(words, expected);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (words.take("h")) {
      return number.map(Elapsed::ofHours);
    }
    if (words.take("min")) {
      return number.map(minutes -> new Elapsed(60 * minutes));
    }
    if (days && (words.take("days") || words.take("day"))) {
      return number.map(Elapsed::ofDays);
    }
    words.fail(expected);
    return Optional.empty();
  }

  private static Optional<Long> number(Words words, String expected) {
    if (!isNumber(words.peek())) {
      words.fail(expected);
      return Optional.empty();
    }
    return words.word(expected).map(word -> Long.parseLong(word.text()));
  }

  /// Whether a word is a whole number from 0.
  static boolean isNumber(String word) {
    return !word.isEmpty()
        && word.length() <= LONGEST_NUMBER
        && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<Elapsed> within(Place place, Optional<Elapsed> time, Problems problems) {
    if (time.isPresent() && LIFE.isBefore(time.get())) {
      problems.tell(place, "a time after 100 years", "at most day 36500");
      return Optional.empty();
    }
    return time;
  }
}
