package vermilion.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class OneTimeCodesTest {

  /// The secret of RFC 6238, appendix B: "12345678901234567890".
  private static final Bytes SECRET = Bytes.ofText("12345678901234567890");

  @Test
  void the_codes_are_those_of_the_standard() {
    assertThat(OneTimeCodes.codeAt(SECRET, Instant.ofEpochSecond(59))).isEqualTo("287082");
    assertThat(OneTimeCodes.codeAt(SECRET, Instant.ofEpochSecond(1_111_111_109L)))
        .isEqualTo("081804");
    assertThat(OneTimeCodes.codeAt(SECRET, Instant.ofEpochSecond(20_000_000_000L)))
        .isEqualTo("353130");
  }

  @Test
  void a_code_counts_in_its_step_and_in_the_steps_beside_it() {
    String code = OneTimeCodes.codeAt(SECRET, Instant.ofEpochSecond(300));
    for (int second : new int[] {270, 299, 300, 329, 330, 359}) {
      assertThat(OneTimeCodes.stepOf(SECRET, code, Instant.ofEpochSecond(second)))
          .isEqualTo(OptionalLong.of(10));
    }
    assertThat(OneTimeCodes.stepOf(SECRET, code, Instant.ofEpochSecond(269))).isEmpty();
    assertThat(OneTimeCodes.stepOf(SECRET, code, Instant.ofEpochSecond(360))).isEmpty();
    assertThat(OneTimeCodes.stepOf(SECRET, "", Instant.ofEpochSecond(300))).isEmpty();
  }

  @Test
  void a_secret_survives_being_typed() {
    String letters = OneTimeCodes.base32(SECRET.toArray());
    assertThat(letters).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(OneTimeCodes.secret("gezd gnbv gy3t qojq GEZDGNBVGY3TQOJQ")).contains(SECRET);
    assertThat(OneTimeCodes.secret("GEZDGNBVGY3TQOJ1GEZDGNBVGY3TQOJQ")).isEmpty();
    assertThat(OneTimeCodes.secret("GEZD")).isEmpty();
  }
}
