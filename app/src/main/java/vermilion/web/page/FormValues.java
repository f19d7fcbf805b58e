package vermilion.web.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What somebody typed into a form, and what is wrong with it, field by field.
///
/// @param given the values by field name, as they came
/// @param wrong why a field was refused: the value and what was expected, in one sentence
public record FormValues(Map<String, List<String>> given, Map<String, String> wrong) {

  /// A form that nobody has touched.
  public static final FormValues EMPTY = new FormValues(Map.of(), Map.of());

  /// Copies both, in the order given.
  public FormValues {
    given = Map.copyOf(given);
    wrong = Collections.unmodifiableMap(new LinkedHashMap<>(wrong));
  }

  /// The first value of a field, or nothing.
  public String value(String name) {
    return given.getOrDefault(name, List.of()).stream().findFirst().orElse("");
  }

  /// The first value of a field, or `usual` where the form was not sent yet.
  public String valueOr(String name, String usual) {
    return given.isEmpty() ? usual : value(name);
  }

  /// Whether a field holds `value`; before the form was sent, whether it is the `usual` one.
  public boolean has(String name, String value, String usual) {
    return given.isEmpty()
        ? value.equals(usual)
        : given.getOrDefault(name, List.of()).contains(value);
  }

  /// Why a field was refused.
  public Optional<String> wrong(String name) {
    return Optional.ofNullable(wrong.get(name));
  }
}
