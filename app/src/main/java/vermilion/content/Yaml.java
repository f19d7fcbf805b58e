package vermilion.content;

import java.util.List;
import java.util.Optional;

/// A YAML value that knows where it stands. Scalars are kept as written: what a word means is said
/// by the key that it stands under, never guessed from its look.
sealed interface Yaml {

  /// Where it begins.
  Place place();

  /// A word, a number or a line.
  ///
  /// @param place where it begins
  /// @param text what it says
  /// @param letters where its first letter stands, or empty where its letters cannot be counted on:
  ///   it runs over several lines, or has escapes
  record Scalar(Place place, String text, Optional<Place> letters) implements Yaml {
    /// Where a letter of the text stands; where the text begins, if that cannot be known.
    Place at(int offset) {
      return letters.map(first -> first.right(offset)).orElse(place);
    }
  }

  /// A list.
  ///
  /// @param place where it begins
  /// @param items its items, in order
  record Items(Place place, List<Yaml> items) implements Yaml {}

  /// Keys with their values.
  ///
  /// @param place where they begin
  /// @param fields in order, no key twice
  record Fields(Place place, List<Field> fields) implements Yaml {
    /// The field of a key.
    Optional<Field> find(String key) {
      for (Field field : fields) {
        if (field.key().text().equals(key)) {
          return Optional.of(field);
        }
      }
      return Optional.empty();
    }
  }

  /// One key with its value.
  ///
  /// @param key the key
  /// @param value the value
  record Field(Scalar key, Yaml value) {}
}
