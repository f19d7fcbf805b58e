package vermilion.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words of one line, or of one part of it, taken one after the other from the left.
final class Words {
  private final List<Word> words;
  private final Place end;
  private final Problems problems;
  private int next;

  private Words(List<Word> words, Place end, Problems problems) {
    this.words = words;
    this.end = end;
    this.problems = problems;
  }

  /// One word.
  ///
  /// @param text the word
  /// @param place where it begins
  record Word(String text, Place place) {}

  /// All words of a line.
  static Words of(Yaml.Scalar line, Problems problems) {
    return part(line, 0, line.text().length(), problems);
  }

  /// The parts of a line between its commas.
  static List<Words> parts(Yaml.Scalar line, Problems problems) {
    List<Words> parts = new ArrayList<>();
    int begin = 0;
    for (int comma = line.text().indexOf(','); comma >= 0; ) {
      parts.add(part(line, begin, comma, problems));
      begin = comma + 1;
      comma = line.text().indexOf(',', begin);
    }
    parts.add(part(line, begin, line.text().length(), problems));
    return parts;
  }

  private static Words part(Yaml.Scalar line, int begin, int until, Problems problems) {
    List<Word> words = new ArrayList<>();
    int first = -1;
    for (int i = begin; i <= until; i++) {
      boolean space = i == until || Character.isWhitespace(line.text().charAt(i));
      if (!space && first < 0) {
        first = i;
      } else if (space && first >= 0) {
        words.add(new Word(line.text().substring(first, i), placeOf(line, first)));
        first = -1;
      }
    }
    return new Words(words, placeOf(line, until), problems);
  }

  private static Place placeOf(Yaml.Scalar line, int offset) {
    return line.at(line.text().codePointCount(0, offset));
  }

  /// Where the next word begins, or the line ends.
  Place place() {
    return next < words.size() ? words.get(next).place() : end;
  }

  /// The next word, or an empty one at the end.
  String peek() {
    return next < words.size() ? words.get(next).text() : "";
  }

  /// Whether no word is left.
  boolean ended() {
    return next == words.size();
  }

  /// Takes these words if they come next.
  boolean take(String... expected) {
    if (next + expected.length > words.size()) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (!words.get(next + i).text().equals(expected[i])) {
        return false;
      }
    }
    next += expected.length;
    return true;
  }

  /// The next word, taken; where none is left, that is told.
  Optional<Word> word(String expected) {
    if (ended()) {
      fail(expected);
      return Optional.empty();
    }
    return Optional.of(words.get(next++));
  }

  /// Tells that something else was expected here.
  void fail(String expected) {
    if (ended()) {
      problems.tell(place(), "the end", expected);
    } else {
      problems.add(place(), peek(), expected);
    }
  }

  /// Whether no word is left; where one is, that is told.
  boolean end(String expected) {
    if (!ended()) {
      fail(expected);
    }
    return ended();
  }
}
