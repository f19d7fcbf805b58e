package vermilion.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words of a protocol in one language, by key: `question.colour.text`, `question.colour.help`,
/// `answer.colour.pale`, `group.full.eyes`, `level.urgent.title`, `advice.heat.text` and so on.
///
/// @param language a BCP 47 tag, for example `en`
/// @param reviewed whether the red-flag texts of this language have been reviewed
/// @param words the words by key
public record Texts(String language, boolean reviewed, Map<String, List<String>> words) {

  /// Copies the words.
  public Texts {
    words = Map.copyOf(words);
  }

  /// The words of a key that has one line.
  public Optional<String> find(String key) {
    List<String> lines = words.get(key);
    return lines == null || lines.isEmpty() ? Optional.empty() : Optional.of(lines.getFirst());
  }

  /// All lines of a key; none where it is unknown.
  public List<String> lines(String key) {
    return words.getOrDefault(key, List.of());
  }
}
