package vermilion.cli;

import java.util.Optional;
import vermilion.clinical.NearMiss;
import vermilion.json.Json;

/// Why a line of `vermilion triage` is not answered.
///
/// @param field the path of the member, such as `answers.colour` or `earlier[0].hours`; empty: the
///   line as a whole
/// @param value what was given, long values shortened; null where nothing was
/// @param expected what would have been right
record LineRefusal(String field, Json value, String expected) {
  private static final int LONGEST = 60;
  private static final int LONGEST_NUMBER = 10;

  /// A refusal that shows a value of any size.
  static LineRefusal of(String field, Json value, String expected) {
    return new LineRefusal(shortened(field), shown(value), expected);
  }

  /// A refusal that shows a stretch of the line.
  static LineRefusal ofText(String text, String expected) {
    return new LineRefusal("", new Json.Str(shortened(text)), expected);
  }

  /// The question that follows an expectation where something near it exists.
  static String hint(Optional<String> nearest) {
    return nearest.map(word -> "; did you mean " + word + "?").orElse("");
  }

  /// One of some words, with the one that was probably meant.
  static String oneOf(Iterable<String> words, String given) {
    return "one of " + String.join(", ", words) + hint(NearMiss.of(given, words));
  }

  Json.Obj json(long line) {
    return Json.object()
        .put(
            "error",
            Json.object()
                .put("line", line)
                .put("field", field)
                .put("value", value)
                .put("expected", expected)
                .build())
        .build();
  }

  private static Json shown(Json value) {
    return switch (value) {
      case Json.Str text -> new Json.Str(shortened(text.value()));
      // A reader of this line could not hold such a number.
      case Json.Num number when number.text().length() > LONGEST_NUMBER ->
          new Json.Str(shortened(number.text()));
      case Json.Arr list -> new Json.Str(shortened(list.text()));
      case Json.Obj object -> new Json.Str(shortened(object.text()));
      case Json.Num number -> number;
      case Json.Bool bool -> bool;
      case Json.Null nothing -> nothing;
    };
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int cut = LONGEST - 3;
    return text.substring(0, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut)
        + "...";
  }
}
