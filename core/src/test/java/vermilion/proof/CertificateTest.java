package vermilion.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.json.OneObject;

final class CertificateTest {

  private static final Certificate ONE =
      new Certificate(
          "lip-ha",
          3,
          "c".repeat(64),
          "e".repeat(64),
          "2026a",
          412,
          List.of(new Proved(Property.FLOOR, "it holds", BigInteger.TEN.pow(22))),
          List.of("a note"));

  @Test
  void it_goes_through_its_text_unchanged() {
    assertThat(Certificate.read(ONE.json().text())).isEqualTo(new OneObject.Read<>(ONE));
  }

  @Test
  void it_is_for_one_content_one_engine_and_one_database_of_zones() {
    assertThat(ONE.isFor("c".repeat(64), "e".repeat(64), "2026a")).isTrue();
    assertThat(ONE.isFor("d".repeat(64), "e".repeat(64), "2026a")).isFalse();
    assertThat(ONE.isFor("c".repeat(64), "f".repeat(64), "2026a")).isFalse();
    assertThat(ONE.isFor("c".repeat(64), "e".repeat(64), "2026b")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | a value, expected an object",
        "{ | character 1",
        "{} | protocol",
        "10000000000000000000000 | object",
        "\"states\":\"1e22\" | states",
        "\"states\":\"0\" | states",
        "\"property\":\"flor\" | property",
      })
  void what_is_none_is_refused(String text, String part) {
    String changed =
        text.startsWith("\"")
            ? ONE.json()
                .text()
                .replaceFirst(text.substring(0, text.indexOf(':') + 1) + "\"\\w+\"", text)
            : text;

    assertThat(Certificate.read(changed))
        .isInstanceOfSatisfying(
            OneObject.Refused.class, refused -> assertThat(refused.sentence()).contains(part));
  }
}
