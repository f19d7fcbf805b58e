package vermilion.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What became of a text that should be one JSON object with known members, and nothing else.
///
/// @param <T> what the object stands for
public sealed interface OneObject<T> {

  /// It is one.
  ///
  /// @param value what it says
  record Read<T>(T value) implements OneObject<T> {}

  /// It is none.
  ///
  /// @param sentence the first thing that is wrong with it, in words
  record Refused<T>(String sentence) implements OneObject<T> {}

  /// Reads a text whose members `reader` takes; any other member is refused.
  static <T> OneObject<T> read(String text, Function<Fields, T> reader) {
    return switch (JsonText.read(text)) {
      case JsonText.Reading.Value(Json.Obj object) -> read(object, reader);
      case JsonText.Reading.Value _ -> new Refused<>("a value, expected an object");
      case JsonText.Reading.Broken(int offset, String expected) ->
          new Refused<>("character " + offset + ", expected " + expected);
    };
  }

  private static <T> OneObject<T> read(Json.Obj object, Function<Fields, T> reader) {
    List<Fields.Problem> problems = new ArrayList<>();
    Fields in = Fields.of(object, problems);
    T value = reader.apply(in);
    in.noOthers();
    return problems.isEmpty() ? new Read<>(value) : new Refused<>(problems.getFirst().sentence());
  }
}
