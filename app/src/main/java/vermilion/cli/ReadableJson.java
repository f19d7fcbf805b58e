package vermilion.cli;

import vermilion.json.Json;

/// JSON laid out for people: a line for each value, deeper ones further in, no brackets and no
/// quotation marks. Nothing is left out.
final class ReadableJson {
  private static final String STEP = "  ";

  private final StringBuilder out = new StringBuilder();

  private ReadableJson() {}

  static String of(Json.Obj object) {
    ReadableJson page = new ReadableJson();
    page.members(object, "");
    return page.out.toString().stripTrailing();
  }

  private void members(Json.Obj object, String indent) {
    for (Json.Member member : object.members()) {
      out.append(indent).append(member.name()).append(':');
      value(member.value(), indent);
    }
  }

  private void value(Json value, String indent) {
    switch (value) {
      case Json.Null _ -> line("-");
      case Json.Bool(boolean yes) -> line(yes ? "yes" : "no");
      case Json.Num(String number) -> line(number);
      case Json.Str(String text) -> line(text.replace("\n", "\n" + indent + STEP));
      case Json.Obj object -> {
        out.append('\n');
        members(object, indent + STEP);
      }
      case Json.Arr array -> {
        out.append('\n');
        for (int i = 0; i < array.items().size(); i++) {
          out.append(indent).append(STEP).append(i + 1).append('.');
          value(array.items().get(i), indent + STEP);
        }
      }
    }
  }

  private void line(String text) {
    out.append(' ').append(text).append('\n');
  }
}
