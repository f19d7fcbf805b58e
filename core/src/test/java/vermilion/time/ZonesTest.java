package vermilion.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ZonesTest {
  @Test
  void every_name_of_the_database_is_a_zone() {
    for (var name : ZoneId.getAvailableZoneIds()) {
      assertThat(Zones.parse(name)).isEqualTo(new ZoneName.Known(ZoneId.of(name)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "europe/london, Europe/London",
    "Europe/Londn, Europe/London",
    "Europe/Londone, Europe/London",
    "Eurpoe/London, Europe/London",
    "London, Europe/London",
    "new york, America/New_York",
    "Lord_Howe, Australia/Lord_Howe",
    "utc, UTC"
  })
  void a_name_that_is_nearly_right_is_answered_with_the_right_one(String text, String meant) {
    assertThat(Zones.parse(text)).isEqualTo(new ZoneName.Unknown(text, Optional.of(meant)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Mars/Phobos/Base", "+01:00", "BST", "Z", "\u0000"})
  void anything_else_is_unknown_without_a_guess(String text) {
    assertThat(Zones.parse(text)).isEqualTo(new ZoneName.Unknown(text, Optional.empty()));
  }

  @Test
  void a_long_text_is_cut_and_not_looked_at() {
    var most = "x".repeat(Zones.MOST_CHARS);

    assertThat(Zones.parse(most + "y")).isEqualTo(new ZoneName.Unknown(most, Optional.empty()));
    assertThat(Zones.parse(most)).isEqualTo(new ZoneName.Unknown(most, Optional.empty()));
  }

  @Test
  void the_sentence_names_the_value_what_was_expected_and_what_was_meant() {
    assertThat(new ZoneName.Unknown("Londn", Optional.of("Europe/London")).sentence())
        .isEqualTo(
            "\"Londn\" is not a time zone, expected a name such as Europe/London; did you mean"
                + " Europe/London?");
    assertThat(new ZoneName.Unknown("x", Optional.empty()).sentence())
        .isEqualTo("\"x\" is not a time zone, expected a name such as Europe/London");
  }
}
