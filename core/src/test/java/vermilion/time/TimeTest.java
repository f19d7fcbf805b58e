package vermilion.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeTest {
  private static final Instant OPENS = Instant.parse("2026-03-29T15:00:00Z");

  @Test
  void the_opening_belongs_to_a_window_and_the_close_does_not() {
    var window = new DueWindow(OPENS, OPENS.plusSeconds(60));

    assertThat(window.contains(OPENS.minusNanos(1))).isFalse();
    assertThat(window.contains(OPENS)).isTrue();
    assertThat(window.contains(OPENS.plusSeconds(60).minusNanos(1))).isTrue();
    assertThat(window.contains(OPENS.plusSeconds(60))).isFalse();
    assertThat(window.length()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void an_empty_or_reversed_window_is_refused() {
    assertThatThrownBy(() -> new DueWindow(OPENS, OPENS))
        .hasMessageContaining("second " + OPENS.getEpochSecond());
    assertThatThrownBy(() -> new DueWindow(OPENS, OPENS.minusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "14400, 4",
    "5184000, 1440",
    "5400, 1.5",
    "3601, 1.0002",
    "3960, 1.1",
    "7199, 1.9997",
    "3636, 1.01",
    "-5400, -1.5",
    "-3600, -1"
  })
  void elapsed_hours_are_decimal_text(long seconds, String text) {
    assertThat(new Elapsed(seconds).hours()).isEqualTo(text);
  }

  @Test
  void every_second_has_its_own_hours() {
    var texts = new java.util.HashSet<String>();
    for (var second = -3700L; second < 3700; second++) {
      texts.add(new Elapsed(second).hours());
    }

    assertThat(texts).hasSize(7400);
  }

  @Test
  void from_includes_its_bound_and_before_does_not() {
    var bound = Elapsed.ofDays(3);

    assertThat(bound).isEqualTo(Elapsed.ofHours(72)).isEqualTo(new Elapsed(259_200));
    assertThat(bound.isFrom(bound)).isTrue();
    assertThat(new Elapsed(259_199).isFrom(bound)).isFalse();
    assertThat(new Elapsed(259_199).isBefore(bound)).isTrue();
    assertThat(bound.isBefore(bound)).isFalse();
    assertThat(new Elapsed(1)).isGreaterThan(new Elapsed(0)).isLessThan(new Elapsed(2));
  }

  @Test
  void a_waking_day_may_pass_midnight_or_last_a_whole_day() {
    assertThat(Waking.USUAL.minutes()).isEqualTo(900);
    assertThat(Waking.USUAL.passesMidnight()).isFalse();
    var nights = new Waking(LocalTime.of(20, 0), LocalTime.of(11, 0));
    assertThat(nights.minutes()).isEqualTo(900);
    assertThat(nights.passesMidnight()).isTrue();
    var always = new Waking(LocalTime.NOON, LocalTime.NOON);
    assertThat(always.minutes()).isEqualTo(1440);
    assertThat(always.passesMidnight()).isTrue();
  }

  @Test
  void waking_hours_are_whole_minutes_and_three_hours_or_more() {
    var nine = LocalTime.of(9, 0);
    assertThat(new Waking(nine, LocalTime.of(12, 0)).minutes()).isEqualTo(180);
    assertThatThrownBy(() -> new Waking(nine, LocalTime.of(11, 59)))
        .hasMessageContaining("shorter than 180 minutes");
    assertThatThrownBy(() -> new Waking(nine.plusSeconds(1), LocalTime.NOON))
        .hasMessageContaining("not whole minutes");
    assertThatThrownBy(() -> new Waking(nine, LocalTime.of(14, 0, 1)))
        .hasMessageContaining("not whole minutes");
    assertThatThrownBy(() -> new Waking(nine.plusNanos(1), LocalTime.of(14, 0)))
        .hasMessageContaining("not whole minutes");
    assertThatThrownBy(() -> new Waking(nine, LocalTime.of(14, 0, 0, 1)))
        .hasMessageContaining("not whole minutes");
  }
}
