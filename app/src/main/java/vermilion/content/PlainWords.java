package vermilion.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the English texts that a child of eleven could not read with ease (decision 23).
///
/// A text of twelve words or more is measured alone. No formula says anything about a label, so
/// shorter texts are measured together with the other short ones of their screen (one question, one
/// rule, one piece of advice), and where those are still fewer words, with all such of their
/// section. What then has fewer than twelve words is not measured.
final class PlainWords {
  /// The oldest reading age that passes: the health services aim at 9 to 11 [S83].
  static final double OLDEST = 11;

  /// In fewer words one syllable counted wrong moves the age by more than a year.
  static final int FEWEST_WORDS = 12;

  private PlainWords() {}

  /// Texts that are measured together.
  ///
  /// @param paths where each stands, its keys with dots between
  /// @param lines all their lines
  record Passage(List<String> paths, List<String> lines) {}

  /// A passage that is too hard.
  ///
  /// @param age in years
  /// @param heavy the words that weigh most
  record Hard(Passage passage, double age, List<String> heavy) {
    /// What is wrong, in words; an age just above the limit is not rounded to it.
    String found() {
      String together =
          passage.paths().size() > 1 ? " of " + passage.paths().size() + " texts" : "";
      double shown = Math.ceil(age * 10) / 10;
      String words = heavy.isEmpty() ? "long sentences" : String.join(", ", heavy);
      return "a reading age of " + shown + together + " (" + words + ")";
    }
  }

  /// What is too hard, in the order of the texts.
  ///
  /// @param texts lines by path, in order; only what patients read
  static List<Hard> tooHard(Map<String, List<String>> texts) {
    List<Hard> hard = new ArrayList<>();
    for (Passage passage : passages(texts)) {
      double age = ReadingAge.of(passage.lines());
      if (age > OLDEST) {
        hard.add(new Hard(passage, age, ReadingAge.heaviest(passage.lines())));
      }
    }
    return hard;
  }

  /// What is measured together, each passage of twelve words or more.
  static List<Passage> passages(Map<String, List<String>> texts) {
    List<Passage> passages = new ArrayList<>();
    List<Passage> left = new ArrayList<>();
    texts.forEach((path, lines) -> left.add(new Passage(List.of(path), lines)));
    // A whole text, then a screen, then a section.
    for (int keys : new int[] {Integer.MAX_VALUE, 2, 1}) {
      Map<String, Passage> together = new LinkedHashMap<>();
      for (Passage one : left) {
        together.merge(firstOf(one.paths().getFirst(), keys), one, PlainWords::joined);
      }
      left.clear();
      for (Passage one : together.values()) {
        (ReadingAge.count(one.lines()) >= FEWEST_WORDS ? passages : left).add(one);
      }
    }
    return passages;
  }

  private static Passage joined(Passage one, Passage other) {
    List<String> paths = new ArrayList<>(one.paths());
    paths.addAll(other.paths());
    List<String> lines = new ArrayList<>(one.lines());
    lines.addAll(other.lines());
    return new Passage(paths, lines);
  }

  private static String firstOf(String path, int keys) {
    int end = -1;
    for (int i = 0; i < keys; i++) {
      end = path.indexOf('.', end + 1);
      if (end < 0) {
        return path;
      }
    }
    return path.substring(0, end);
  }
}
