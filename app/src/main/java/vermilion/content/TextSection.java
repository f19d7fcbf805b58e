package vermilion.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.protocol.Texts;

/// Reads the words of a protocol in each language, and finds those that are missing.
///
/// English must have every text. Another language may still be growing: what it lacks is shown in
/// English, and is told as a warning (H-7).
final class TextSection {
  /// The language that is complete, and that others are translated from.
  static final String ENGLISH = "en";

  /// The key under which a language says whether its red-flag texts were reviewed.
  static final String REVIEWED = "reviewed";

  private static final int LONGEST = 1000;
  private static final int MOST_LINES = 16;
  private static final int MOST_LANGUAGES = 32;

  private final Problems problems;
  private final String file;
  private final Map<String, Place> said = new HashMap<>();
  private final Map<String, Place> notReviewed = new LinkedHashMap<>();

  /// Reads for a file; what a base says beyond what this file uses is not its mistake.
  TextSection(Problems problems, String file) {
    this.problems = problems;
    this.file = file;
  }

  /// The texts, English first.
  List<Texts> read(Yaml value, List<WantedTexts.Wanted> wanted) {
    if (!(value instanceof Yaml.Fields languages)
        || languages.find(ENGLISH).isEmpty()
        || languages.fields().size() > MOST_LANGUAGES) {
      problems.tell(value.place(), "no texts under en", "en, and at most 31 other languages");
      return List.of();
    }
    Node root = Node.of(wanted);
    List<Texts> all = new ArrayList<>();
    Texts english = language(languages.find(ENGLISH).get(), root, Map.of());
    all.add(english);
    tellOfHardWords(wanted, english, value.place());
    for (Yaml.Field field : languages.fields()) {
      if (!field.key().text().equals(ENGLISH)) {
        tellOfTag(field.key());
        all.add(language(field, root, english.words()));
      }
    }
    tellOfReviews();
    return all;
  }

  private Texts language(Yaml.Field field, Node root, Map<String, List<String>> english) {
    Map<String, List<String>> words = new HashMap<>();
    boolean reviewed = false;
    if (field.value() instanceof Yaml.Fields fields) {
      Optional<Yaml.Scalar> word =
          fields.find(REVIEWED).flatMap(f -> Section.wordIn(f.value(), "yes or no", problems));
      if (word.isEmpty() || !List.of("yes", "no").contains(word.get().text())) {
        problems.tell(
            word.map(Yaml.Scalar::place).orElse(fields.place()),
            word.map(w -> Problem.quoted(w.text())).orElse("no key reviewed"),
            "reviewed: yes or no, whether a clinician has read the red-flag texts");
      }
      reviewed = word.isPresent() && word.get().text().equals("yes");
      word.filter(w -> w.text().equals("no"))
          .ifPresent(w -> notReviewed.put(field.key().text(), w.place()));
      walk(fields, root, words);
    } else {
      problems.tell(field.value().place(), "no keys", "title, note, always, levels and so on");
    }
    tellOfMissing(field, root, words, !english.isEmpty());
    english.forEach(words::putIfAbsent);
    return new Texts(field.key().text(), reviewed, words);
  }

  private void walk(Yaml.Fields fields, Node node, Map<String, List<String>> words) {
    for (Yaml.Field field : fields.fields()) {
      if (node.isRoot() && field.key().text().equals(REVIEWED)) {
        continue;
      }
      Node child = node.children.get(field.key().text());
      if (child == null) {
        tellOfUnused(field.key(), node);
      } else if (child.wanted.isPresent()) {
        lines(field.value(), child.wanted.get())
            .ifPresent(lines -> {
              words.put(child.wanted.get().key(), lines);
              said.put(String.join(".", child.wanted.get().path()), field.value().place());
            });
      } else if (field.value() instanceof Yaml.Fields below) {
        walk(below, child, words);
      } else {
        problems.tell(field.value().place(), "no keys", String.join(", ", child.children.keySet()));
      }
    }
  }

  private void tellOfUnused(Yaml.Scalar key, Node node) {
    if (key.place().file().equals(file)) {
      problems.unknown(
          key.place(), key.text(), "a text that this protocol uses", node.children.keySet());
    }
  }

  private Optional<List<String>> lines(Yaml value, WantedTexts.Wanted wanted) {
    if (!wanted.lines() && !(value instanceof Yaml.Scalar)) {
      problems.tell(value.place(), "a list or keys", "one text");
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    for (Yaml.Scalar line : Section.wordsIn(value, "words", problems)) {
      if (line.text().length() > LONGEST) {
        problems.add(line.place(), line.text(), "at most " + LONGEST + " characters");
      }
      lines.add(line.text().strip());
    }
    if (lines.size() > MOST_LINES) {
      problems.tell(value.place(), lines.size() + " lines", "at most " + MOST_LINES + " lines");
    }
    return Optional.of(lines);
  }

  private void tellOfMissing(
      Yaml.Field language, Node root, Map<String, List<String>> words, boolean falls) {
    int missing = 0;
    for (WantedTexts.Wanted wanted : root.leaves()) {
      if (!wanted.required() || words.containsKey(wanted.key())) {
        continue;
      }
      missing++;
      if (!falls) {
        problems.tell(
            nearest(language.value(), wanted.path()),
            "no text " + String.join(".", wanted.path()),
            "the words for it in English");
      }
    }
    if (falls && missing > 0) {
      problems.warn(
          language.key().place(),
          missing + " texts missing in " + language.key().text(),
          "all; English is shown in their place");
    }
  }

  /// The place of the deepest key on the way to a text that is not there.
  private static Place nearest(Yaml value, List<String> path) {
    Yaml deepest = value;
    Place place = value.place();
    for (String key : path) {
      Optional<Yaml.Field> field =
          deepest instanceof Yaml.Fields fields ? fields.find(key) : Optional.empty();
      if (field.isEmpty()) {
        return place;
      }
      place = field.get().key().place();
      deepest = field.get().value();
    }
    return place;
  }

  /// Of the English alone: the formula counts English syllables.
  private void tellOfHardWords(List<WantedTexts.Wanted> wanted, Texts english, Place texts) {
    Map<String, List<String>> read = new LinkedHashMap<>();
    for (WantedTexts.Wanted text : wanted) {
      if (text.isForPatients() && english.words().containsKey(text.key())) {
        read.put(String.join(".", text.path()), english.lines(text.key()));
      }
    }
    for (PlainWords.Hard hard : PlainWords.tooHard(read)) {
      problems.warn(
          said.getOrDefault(hard.passage().paths().getFirst(), texts),
          hard.found(),
          "at most "
              + (int) PlainWords.OLDEST
              + ": shorter sentences, or words of fewer syllables");
    }
  }

  private void tellOfReviews() {
    if (!notReviewed.isEmpty()) {
      problems.warn(
          notReviewed.values().iterator().next(),
          "reviewed: no under " + String.join(", ", notReviewed.keySet()),
          "yes, once a clinician has read the red-flag texts in that language");
    }
  }

  private void tellOfTag(Yaml.Scalar tag) {
    String text = tag.text();
    boolean right =
        text.length() >= 2
            && text.length() <= 35
            && text.chars().allMatch(c -> c == '-' || (c < 128 && Character.isLetterOrDigit(c)));
    if (!right) {
      problems.add(tag.place(), text, "a language tag such as en or pt-BR");
    }
  }

  /// A key on the way to texts.
  private static final class Node {
    private final Map<String, Node> children = new LinkedHashMap<>();
    private final List<WantedTexts.Wanted> leaves = new ArrayList<>();
    private Optional<WantedTexts.Wanted> wanted = Optional.empty();

    static Node of(List<WantedTexts.Wanted> all) {
      Node root = new Node();
      for (WantedTexts.Wanted one : all) {
        Node node = root;
        for (String key : one.path()) {
          node = node.children.computeIfAbsent(key, _ -> new Node());
        }
        node.wanted = Optional.of(one);
        root.leaves.add(one);
      }
      return root;
    }

    boolean isRoot() {
      return !leaves.isEmpty();
    }

    List<WantedTexts.Wanted> leaves() {
      return leaves;
    }
  }
}
