package vermilion.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One group of keys of a protocol file; refuses keys that it does not know.
final class Section {
  private final Yaml.Fields fields;
  private final Problems problems;

  private Section(Yaml.Fields fields, Problems problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /// Takes a value as keys, each of which must be one of `keys`.
  static Optional<Section> of(Yaml value, Problems problems, List<String> keys) {
    if (!(value instanceof Yaml.Fields fields)) {
      problems.tell(value.place(), described(value), "the keys " + String.join(", ", keys));
      return Optional.empty();
    }
    for (Yaml.Field field : fields.fields()) {
      if (!keys.contains(field.key().text())) {
        problems.unknown(
            field.key().place(), field.key().text(), "one of " + String.join(", ", keys), keys);
      }
    }
    return Optional.of(new Section(fields, problems));
  }

  /// Where the section begins.
  Place place() {
    return fields.place();
  }

  /// The value of a key that may be left out.
  Optional<Yaml> find(String key) {
    return fields.find(key).map(Yaml.Field::value);
  }

  /// The value of a key that may not be left out.
  Optional<Yaml> require(String key, String expected) {
    Optional<Yaml> value = find(key);
    if (value.isEmpty()) {
      problems.tell(place(), "no key " + key, key + ": " + expected);
    }
    return value;
  }

  /// The words of a key that may be left out.
  Optional<Yaml.Scalar> word(String key, String expected) {
    return find(key).flatMap(value -> wordIn(value, expected, problems));
  }

  /// The words of a key that may not be left out.
  Optional<Yaml.Scalar> requireWord(String key, String expected) {
    return require(key, expected).flatMap(value -> wordIn(value, expected, problems));
  }

  /// The items of a key: a list, or one value alone; none where it is left out.
  List<Yaml> items(String key) {
    return find(key).map(Section::itemsOf).orElse(List.of());
  }

  /// The words in a list, or one alone; what is not a word is told.
  List<Yaml.Scalar> words(String key, String expected) {
    return find(key).map(value -> wordsIn(value, expected, problems)).orElse(List.of());
  }

  /// A value as words.
  static Optional<Yaml.Scalar> wordIn(Yaml value, String expected, Problems problems) {
    if (value instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(scalar);
    }
    problems.tell(value.place(), described(value), expected);
    return Optional.empty();
  }

  /// A value as a list of words.
  static List<Yaml.Scalar> wordsIn(Yaml value, String expected, Problems problems) {
    List<Yaml.Scalar> words = new ArrayList<>();
    for (Yaml item : itemsOf(value)) {
      wordIn(item, expected, problems).ifPresent(words::add);
    }
    return words;
  }

  /// A value as a list; a value alone is a list of one.
  static List<Yaml> itemsOf(Yaml value) {
    return value instanceof Yaml.Items list ? list.items() : List.of(value);
  }

  private static String described(Yaml value) {
    return switch (value) {
      case Yaml.Scalar scalar ->
          scalar.text().isBlank() ? "nothing" : Problem.quoted(scalar.text());
      case Yaml.Items _ -> "a list";
      case Yaml.Fields _ -> "keys";
    };
  }
}
