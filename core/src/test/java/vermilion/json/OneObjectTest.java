package vermilion.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OneObjectTest {

  private static OneObject<Integer> read(String text) {
    return OneObject.read(text, in -> in.whole("days", 1, 7) * 24);
  }

  private static String refusal(String text) {
    return switch (read(text)) {
      case OneObject.Read<Integer>(Integer value) -> "read as " + value;
      case OneObject.Refused<Integer>(String sentence) -> sentence;
    };
  }

  @Test
  void an_object_is_what_its_members_say() {
    assertThat(read(" {\"days\": 2} ")).isEqualTo(new OneObject.Read<>(48));
  }

  @Test
  void the_first_thing_that_is_wrong_is_told() {
    assertThat(refusal("{\"days\":9,\"weeks\":1}"))
        .isEqualTo("days is 9, expected a whole number from 1 to 7");
    assertThat(refusal("{\"days\":2,\"day\":1}"))
        .isEqualTo("day is 1, expected no such field; did you mean days?");
  }

  @Test
  void any_other_text_is_none() {
    assertThat(refusal("[1]")).isEqualTo("a value, expected an object");
    assertThat(refusal("{\"days\":2")).isEqualTo("character 9, expected a comma or }");
  }
}
