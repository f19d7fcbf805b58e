package vermilion.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vermilion.testing.Seeded;

final class UtcTextTest {

  private static final long END = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();

  @Seeded(50)
  void any_instant_is_written_as_java_writes_it_and_read_back(SplittableRandom random) {
    for (int i = 0; i < 200; i++) {
      Instant whole = Instant.ofEpochSecond(random.nextLong(END));
      Instant fine = whole.plusMillis(random.nextInt(1000));

      assertThat(UtcText.of(whole)).isEqualTo(whole.toString());
      assertThat(UtcText.of(fine)).isEqualTo(fine.toString());
      assertThat(UtcText.parse(UtcText.of(fine))).contains(fine);
      assertThat(UtcText.parse(UtcText.of(whole))).contains(whole);
    }
  }

  @Seeded(20)
  void any_offset_is_read_as_java_reads_it(SplittableRandom random) {
    for (int i = 0; i < 200; i++) {
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1));
      Instant instant = Instant.ofEpochSecond(random.nextLong(100_000, END - 100_000));
      OffsetDateTime there = instant.atOffset(offset);
      String text =
          there.toLocalDateTime().toString() + (offset.getTotalSeconds() == 0 ? "+00:00" : offset);

      assertThat(UtcText.parse(text)).as(text).contains(instant);
    }
  }

  @Test
  void every_day_of_four_centuries_edges_is_right() {
    for (String text :
        List.of(
            "1970-01-01T00:00:00Z",
            "1972-02-29T23:59:59Z",
            "1999-12-31T23:59:59Z",
            "2000-02-29T00:00:00Z",
            "2000-12-31T00:00:00Z",
            "2100-02-28T23:59:59Z",
            "2100-03-01T00:00:00Z",
            "2199-12-31T23:59:59Z")) {
      assertThat(UtcText.of(Instant.parse(text))).isEqualTo(text);
      assertThat(UtcText.parse(text)).contains(Instant.parse(text));
    }
  }

  @Test
  void seconds_and_fractions_may_be_left_out_and_are_cut_to_milliseconds() {
    assertThat(UtcText.parse("2026-01-13T10:00Z")).contains(Instant.parse("2026-01-13T10:00:00Z"));
    assertThat(UtcText.parse("2026-01-13T10:00:00.5Z"))
        .contains(Instant.parse("2026-01-13T10:00:00.500Z"));
    assertThat(UtcText.parse("2026-01-13T10:00:00.1239999+01:00"))
        .contains(Instant.parse("2026-01-13T09:00:00.123Z"));
    assertThat(UtcText.parse("2026-01-13T10:00:00.123456789Z"))
        .contains(Instant.parse("2026-01-13T10:00:00.123Z"));
    assertThat(UtcText.of(Instant.parse("2026-01-13T10:00:00.000999Z")))
        .isEqualTo("2026-01-13T10:00:00Z");
    assertThat(UtcText.of(Instant.parse("2026-01-13T10:00:00.007Z")))
        .isEqualTo("2026-01-13T10:00:00.007Z");
  }

  @Test
  void a_text_that_is_no_instant_says_nothing() {
    for (String text :
        List.of(
            "",
            "2026",
            "2026-01-13",
            "2026-01-13T10:00",
            "2026-01-13T10:00:00",
            "2026-01-13 10:00:00Z",
            "2026-01-13t10:00:00z",
            "2026-1-13T10:00:00Z",
            "2026-00-13T10:00:00Z",
            "2026-13-13T10:00:00Z",
            "2026-01-00T10:00:00Z",
            "2026-01-32T10:00:00Z",
            "2026-04-31T10:00:00Z",
            "2026-02-29T10:00:00Z",
            "2100-02-29T10:00:00Z",
            "2026-01-13T24:00:00Z",
            "2026-01-13T10:60:00Z",
            "2026-01-13T10:00:60Z",
            "2026-01-13T10:00:00.Z",
            "2026-01-13T10:00:00.1234567890Z",
            "2026-01-13T10:00:00,5Z",
            "2026-01-13T10:00:00Zz",
            "2026-01-13T10:00:00+1:00",
            "2026-01-13T10:00:00+19:00",
            "2026-01-13T10:00:00+01:60",
            "2026-01-13T10:00:00+0100",
            "2026-01-13T10:00:00*01:00",
            "1969-12-31T23:59:59Z",
            "2200-01-01T00:00:00Z",
            "1970-01-01T00:00:00+00:01",
            "2199-12-31T23:59:59-00:01",
            "+2026-01-13T10:00:00Z",
            "-026-01-13T10:00:00Z",
            "\u0662\u0660\u0662\u0666-01-13T10:00:00Z")) {
      assertThat(UtcText.parse(text)).as(text).isEmpty();
    }
  }

  @Seeded(20)
  void a_text_changed_anywhere_never_throws(SplittableRandom random) {
    String text = "2026-01-13T10:00:00.123+01:00";
    for (int i = 0; i <= text.length(); i++) {
      UtcText.parse(text.substring(0, i));
      char other = (char) random.nextInt(128);
      UtcText.parse(text.substring(0, i) + other + text.substring(Math.min(i + 1, text.length())));
    }
  }

  @Test
  void an_instant_outside_those_years_is_a_mistake_of_ours() {
    assertThatThrownBy(() -> UtcText.of(Instant.ofEpochSecond(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("second -1");
    assertThatThrownBy(() -> UtcText.of(Instant.ofEpochSecond(END)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
