package vermilion.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vermilion.testing.Seeded;

final class JsonTextTest {

  private static Json read(String text) {
    return switch (JsonText.read(text)) {
      case JsonText.Reading.Value value -> value.value();
      case JsonText.Reading.Broken broken -> throw new AssertionError(text + ": " + broken);
    };
  }

  private static String broken(String text) {
    return switch (JsonText.read(text)) {
      case JsonText.Reading.Value value -> "read as " + value.value().text();
      case JsonText.Reading.Broken broken -> broken.offset() + " " + broken.expected();
    };
  }

  @Test
  void every_kind_of_value_is_read_and_written_as_it_was() {
    for (String text :
        List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-12",
            "1.50",
            "1e9",
            "2E+05",
            "3.25e-2",
            "\"\"",
            "\"a b\"",
            "[]",
            "[1,[2],{}]",
            "{}",
            "{\"a\":null,\"b\":[true,false],\"c\":{\"d\":\"e\"}}")) {
      assertThat(read(text).text()).isEqualTo(text);
    }
  }

  @Test
  void space_around_values_is_read_over() {
    assertThat(read(" \t\r\n{ \"a\" : [ 1 , 2 ] , \"b\" : { } } \n").text())
        .isEqualTo("{\"a\":[1,2],\"b\":{}}");
    assertThat(read("[ ]").text()).isEqualTo("[]");
  }

  @Test
  void escapes_are_read_and_the_needed_ones_written() {
    assertThat(read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u00E9\\u000a\""))
        .isEqualTo(new Json.Str("\"\\/\b\f\n\r\tA\u00e9\u00e9\n"));
    assertThat(new Json.Str("\"\\/\b\f\n\r\t\u0001\u001f\u2028\u2029\u00e9\u007f").text())
        .isEqualTo("\"\\\"\\\\/\\u0008\\u000c\\n\\r\\t\\u0001\\u001f\\u2028\\u2029\u00e9\u007f\"");
  }

  @Test
  void a_whole_character_of_two_halves_is_written_as_it_is_and_a_half_by_its_number() {
    assertThat(new Json.Str("\ud83d\ude00").text()).isEqualTo("\"\ud83d\ude00\"");
    assertThat(new Json.Str("a\ud83d").text()).isEqualTo("\"a\\ud83d\"");
    assertThat(new Json.Str("\ud83dx").text()).isEqualTo("\"\\ud83dx\"");
    assertThat(new Json.Str("\ude00x").text()).isEqualTo("\"\\ude00x\"");
    assertThat(new Json.Str("x\ude00").text()).isEqualTo("\"x\\ude00\"");
    assertThat(read("\"\\ud83d\"")).isEqualTo(new Json.Str("\ud83d"));
  }

  @Test
  void what_is_not_json_is_refused_with_its_place() {
    assertThat(broken("")).isEqualTo("0 a value");
    assertThat(broken("  ")).isEqualTo("2 a value");
    assertThat(broken("tru")).isEqualTo("0 a value");
    assertThat(broken("nul")).isEqualTo("0 a value");
    assertThat(broken("falsy")).isEqualTo("0 a value");
    assertThat(broken("1 2")).isEqualTo("2 the end");
    assertThat(broken("[1,]")).isEqualTo("3 a value");
    assertThat(broken("[1 2]")).isEqualTo("3 a comma or ]");
    assertThat(broken("{\"a\":1,}")).isEqualTo("7 a name in quotes");
    assertThat(broken("{a:1}")).isEqualTo("1 a name in quotes");
    assertThat(broken("{\"a\" 1}")).isEqualTo("5 a colon");
    assertThat(broken("{\"a\":}")).isEqualTo("5 a value");
    assertThat(broken("{\"a\":1 \"b\":2}")).isEqualTo("7 a comma or }");
    assertThat(broken("{\"a\\q\":1}")).isEqualTo("4 a known escape");
    assertThat(broken("// no comment\n1")).isEqualTo("0 a value");
    assertThat(broken("\ufeff1")).isEqualTo("0 a value");
    assertThat(broken("\uffff")).isEqualTo("0 a value");
  }

  @Test
  void numbers_are_those_of_the_standard() {
    for (String text :
        List.of(
            "01", "+1", ".5", "1.", "1.e2", "1e", "1e+", "-", "--1", "NaN", "Infinity", "0x10")) {
      assertThat(broken(text)).as(text).doesNotContain("read");
    }
    assertThat(broken("1.x")).isEqualTo("2 a digit");
    assertThat(broken("1ex")).isEqualTo("2 a digit");
  }

  @Test
  void strings_are_those_of_the_standard() {
    assertThat(broken("\"a")).isEqualTo("2 a closing quote");
    assertThat(broken("\"a\\")).endsWith("a known escape");
    assertThat(broken("\"a\nb\"")).isEqualTo("2 no bare control character");
    assertThat(broken("\"\\x\"")).endsWith("a known escape");
    assertThat(broken("\"\\u12\"")).endsWith("a known escape");
    assertThat(broken("\"\\u12g4\"")).endsWith("a known escape");
    assertThat(broken("\"\\u12G4\"")).endsWith("a known escape");
    // Digits of other scripts are digits to Java, not to JSON.
    assertThat(broken("\"\\u\u0661\u0661\u0661\u0661\"")).endsWith("a known escape");
    assertThat(broken("'a'")).isEqualTo("0 a value");
  }

  @Test
  void a_name_stands_once_in_an_object() {
    assertThat(broken("{\"a\":1,\"a\":2}")).isEqualTo("10 the name a once");
    assertThat(broken("{\"a\":1,\"\\u0061\":2}")).endsWith("the name a once");
    assertThat(read("{\"a\":{\"a\":1}}").text()).isEqualTo("{\"a\":{\"a\":1}}");
  }

  @Test
  void nesting_has_an_end() {
    int most = JsonText.DEEPEST;
    assertThat(read("[".repeat(most) + "1" + "]".repeat(most)).text()).hasSize(2 * most + 1);
    assertThat(broken("[".repeat(most + 1) + "1" + "]".repeat(most + 1)))
        .isEqualTo((most + 1) + " at most 32 levels");
    assertThat(broken("{\"a\":".repeat(1_000_000))).endsWith("at most 32 levels");
  }

  @Test
  void an_object_has_at_most_a_thousand_members() {
    assertThat(read(members(1_000))).isInstanceOf(Json.Obj.class);
    assertThat(broken(members(1_001))).endsWith("at most 1000 members");
  }

  private static String members(int count) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",").append("\"").append(i).append("\":1");
    }
    return text.append('}').toString();
  }

  @Test
  void whole_numbers_are_those_that_fit() {
    assertThat(new Json.Num("-0").wholeNumber()).contains(0L);
    assertThat(new Json.Num("-12").wholeNumber()).contains(-12L);
    assertThat(new Json.Num("999999999999999999").wholeNumber()).contains(999999999999999999L);
    assertThat(new Json.Num("1000000000000000000").wholeNumber()).isEmpty();
    assertThat(new Json.Num("1.0").wholeNumber()).isEmpty();
    assertThat(new Json.Num("1e3").wholeNumber()).isEmpty();
    assertThat(new Json.Str("1").wholeNumber()).isEmpty();
    assertThat(Json.Num.of(7)).isEqualTo(new Json.Num("7"));
  }

  @Test
  void decimals_are_exact_and_never_blow_up() {
    assertThat(new Json.Num("6.50").decimal()).contains(new BigDecimal("6.50"));
    assertThat(new Json.Num("-1e2").decimal()).contains(new BigDecimal("-1e2"));
    assertThat(new Json.Num("1E-99").decimal()).contains(new BigDecimal("1E-99"));
    assertThat(new Json.Num("1e+10").decimal()).contains(new BigDecimal("1e10"));
    assertThat(new Json.Num("1e100").decimal()).isEmpty();
    assertThat(new Json.Num("1e99999999999999999999").decimal()).isEmpty();
    assertThat(new Json.Num("1e-999").decimal()).isEmpty();
    assertThat(new Json.Num("1" + "0".repeat(39)).decimal()).isPresent();
    assertThat(new Json.Num("1" + "0".repeat(40)).decimal()).isEmpty();
    assertThat(new Json.Bool(true).decimal()).isEmpty();
  }

  @Seeded(50)
  void what_is_written_is_read_as_the_same(SplittableRandom random) {
    for (int i = 0; i < 50; i++) {
      Json value = value(random, 4);
      assertThat(read(value.text())).isEqualTo(value);
    }
  }

  @Seeded(20)
  void text_cut_or_changed_anywhere_never_throws(SplittableRandom random) {
    String text = value(random, 4).text();
    for (int end = 0; end <= text.length(); end++) {
      JsonText.read(text.substring(0, end));
      if (end < text.length()) {
        char other = "\"\\{}[]:,0e-u\u0000".charAt(random.nextInt(13));
        JsonText.read(text.substring(0, end) + other + text.substring(end + 1));
      }
    }
  }

  private static Json value(SplittableRandom random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> random.nextBoolean() ? new Json.Null() : new Json.Bool(random.nextBoolean());
      case 1 -> Json.Num.of(random.nextLong());
      case 2 -> new Json.Num(Integer.toString(random.nextInt()) + ".5e-3");
      case 3 -> new Json.Str(words(random));
      case 4 -> {
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(value(random, depth - 1));
        }
        yield new Json.Arr(items);
      }
      default -> {
        Json.Builder object = Json.object();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.put(i + words(random), value(random, depth - 1));
        }
        yield object.build();
      }
    };
  }

  /// Any characters, halves of characters and controls with them.
  private static String words(SplittableRandom random) {
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      words.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(65536)));
    }
    return words.toString();
  }
}
