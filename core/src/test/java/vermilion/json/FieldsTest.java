package vermilion.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Urgency;

final class FieldsTest {

  private final List<Fields.Problem> problems = new ArrayList<>();

  private Fields of(String json) {
    if (JsonText.read(json) instanceof JsonText.Reading.Value value
        && value.value() instanceof Json.Obj object) {
      return Fields.of(object, problems);
    }
    throw new AssertionError(json);
  }

  private String problem() {
    assertThat(problems).hasSize(1);
    return problems.getFirst().sentence();
  }

  @Test
  void right_members_read_as_what_they_say() {
    Fields in =
        of(
            "{\"t\":\"x\",\"w\":-3,\"f\":true,\"i\":\"2026-01-13T10:00Z\",\"u\":\"soon\","
                + "\"l\":[\"a\",\"\"],\"a\":{\"pain\":3,\"colour\":\"pale\",\"lump\":null},"
                + "\"n\":0.5,\"m\":\"1.5\",\"o\":{\"t\":\"y\"},\"z\":null}");

    assertThat(in.text("t", 1)).isEqualTo("x");
    assertThat(in.optionalText("t", 1)).contains("x");
    assertThat(in.whole("w", -3, 5)).isEqualTo(-3);
    assertThat(in.flag("f", false)).isTrue();
    assertThat(in.instant("i")).isEqualTo(Instant.parse("2026-01-13T10:00:00Z"));
    assertThat(in.oneOf("u", Urgency.values(), Urgency::id)).isEqualTo(Urgency.SOON);
    assertThat(in.texts("l", 2, 1)).containsExactly("a", "");
    assertThat(in.answers("a", 3, 4)).isEqualTo(Map.of("pain", "3", "colour", "pale"));
    assertThat(in.numberText("n")).contains("0.5");
    assertThat(in.numberText("m")).contains("1.5");
    String inside = in.object("o", inner -> inner.text("t", 1));
    assertThat(inside).isEqualTo("y");
    assertThat(in.has("t")).isTrue();
    assertThat(in.has("z")).isFalse();
    in.skip("z");
    in.noOthers();
    assertThat(problems).isEmpty();
  }

  @Test
  void absent_and_null_members_read_as_nothing_where_they_may() {
    Fields in = of("{\"a\":null}");

    assertThat(in.optionalText("a", 9)).isEmpty();
    assertThat(in.optionalText("b", 9)).isEmpty();
    assertThat(in.flag("a", true)).isTrue();
    assertThat(in.texts("b", 1, 1)).isEmpty();
    assertThat(in.answers("a", 1, 1)).isEmpty();
    assertThat(in.numberText("a")).isEmpty();
    assertThat(in.optionalOneOf("a", Urgency.values(), Urgency::id)).isEmpty();
    assertThat(in.optionalObject("a", inner -> inner.text("x", 1))).isEmpty();
    assertThat(in.optionalObject("c", inner -> inner.text("x", 1))).isEqualTo(Optional.empty());
    in.noOthers();
    assertThat(problems).isEmpty();
  }

  @Test
  void a_required_text_says_something() {
    assertThat(of("{}").text("t", 5)).isEmpty();
    assertThat(problem()).isEqualTo("t is absent, expected text of 1 to 5 characters");
    for (String text : List.of("\"\"", "\" \\n\"", "\"123456\"", "7", "[]", "null")) {
      problems.clear();
      assertThat(of("{\"t\":" + text + "}").text("t", 5)).isEmpty();
      assertThat(problem()).as(text).startsWith("t is ").contains("1 to 5 characters");
    }
  }

  @Test
  void an_optional_text_may_be_blank_and_not_too_long() {
    assertThat(of("{\"t\":\"  \"}").optionalText("t", 5)).isEmpty();
    assertThat(problems).isEmpty();
    of("{\"t\":\"123456\"}").optionalText("t", 5);
    assertThat(problem()).isEqualTo("t is \"123456\", expected text of at most 5 characters");
  }

  @Test
  void a_whole_number_has_bounds() {
    for (String number : List.of("0", "6", "1.5", "\"3\"", "99999999999999999999", "null")) {
      problems.clear();
      assertThat(of("{\"w\":" + number + "}").whole("w", 1, 5)).isEqualTo(1);
      assertThat(problem()).as(number).contains("a whole number from 1 to 5");
    }
    problems.clear();
    assertThat(of("{\"w\":5}").whole("w", 1, 5)).isEqualTo(5);
    assertThat(of("{\"w\":1}").whole("w", 1, 5)).isEqualTo(1);
    assertThat(problems).isEmpty();
  }

  @Test
  void wrong_members_are_named_each_with_what_was_expected() {
    Fields in =
        of(
            "{\"f\":\"true\",\"i\":\"yesterday\",\"j\":5,\"u\":\"son\",\"v\":4,\"l\":[1],\"k\":\"x\","
                + "\"n\":true,\"o\":[]}");
    assertThat(in.flag("f", false)).isFalse();
    assertThat(in.instant("i")).isEqualTo(Instant.EPOCH);
    assertThat(in.instant("j")).isEqualTo(Instant.EPOCH);
    assertThat(in.oneOf("u", Urgency.values(), Urgency::id)).isEqualTo(Urgency.SELF_CARE);
    in.optionalOneOf("v", Urgency.values(), Urgency::id);
    in.oneOf("w", Urgency.values(), Urgency::id);
    assertThat(in.texts("l", 2, 1)).isEmpty();
    in.texts("k", 2, 1);
    in.numberText("n");
    String inside = in.object("o", inner -> inner.text("t", 1));
    assertThat(inside).isEmpty();

    assertThat(problems.stream().map(Fields.Problem::sentence))
        .containsExactly(
            "f is \"true\", expected true or false",
            "i is \"yesterday\", expected an instant such as 2026-03-28T15:00:00Z",
            "j is 5, expected an instant such as 2026-03-28T15:00:00Z",
            "u is \"son\", expected one of [self-care, routine, soon, same-day, urgent, emergency];"
                + " did you mean soon?",
            "v is 4, expected one of [self-care, routine, soon, same-day, urgent, emergency]",
            "w is absent, expected one of [self-care, routine, soon, same-day, urgent, emergency]",
            "l is [1], expected at most 2 texts of at most 1 characters",
            "k is \"x\", expected at most 2 texts of at most 1 characters",
            "n is true, expected a number",
            "o is [], expected an object");
  }

  @Test
  void lists_numbers_and_answers_have_bounds() {
    of("{\"l\":[\"a\",\"b\",\"c\"]}").texts("l", 2, 1);
    of("{\"l\":[\"ab\"]}").texts("l", 2, 1);
    of("{\"n\":" + "1".repeat(41) + "}").numberText("n");
    of("{\"n\":\"" + "1".repeat(41) + "\"}").numberText("n");
    of("{\"a\":{\"x\":1,\"y\":2}}").answers("a", 1, 5);
    of("{\"a\":[]}").answers("a", 1, 5);
    assertThat(problems).hasSize(6);
    problems.clear();

    Map<String, String> answers =
        of("{\"a\":{\"pain\":1.5,\"skin\":true,\"other\":\"123456\",\"lump\":\"soft\"}}")
            .answers("a", 9, 5);
    assertThat(answers).isEqualTo(Map.of("lump", "soft"));
    assertThat(problems.stream().map(Fields.Problem::field))
        .containsExactly("a.pain", "a.skin", "a.other");
  }

  @Test
  void members_that_nothing_asked_for_are_refused_with_a_near_miss() {
    Fields in = of("{\"reson\":1,\"x\":\"" + "y".repeat(80) + "\",\"o\":{\"q\":1}}");
    in.optionalText("reason", 5);
    in.object("o", inner -> inner.flag("p", true));
    in.noOthers();

    assertThat(problems.stream().map(Fields.Problem::sentence))
        .containsExactly(
            "o.q is 1, expected no such field; did you mean p?",
            "reson is 1, expected no such field; did you mean reason?",
            "x is \"" + "y".repeat(56) + "..., expected no such field; did you mean o?");
  }
}
