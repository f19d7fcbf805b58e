package vermilion.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WakingTextTest {

  @Test
  void waking_hours_are_read_and_written() {
    for (String text :
        List.of("07:30-22:30", "14:00-06:00", "00:00-03:00", "22:00-01:00", "07:30-07:30")) {
      assertThat(WakingText.of(WakingText.parse(text).orElseThrow())).isEqualTo(text);
    }
    assertThat(WakingText.parse("07:30-22:30")).contains(Waking.USUAL);
    assertThat(WakingText.parse("23:59-05:00"))
        .contains(new Waking(LocalTime.of(23, 59), LocalTime.of(5, 0)));
    assertThat(WakingText.parse("07:30-07:30").orElseThrow().minutes()).isEqualTo(1440);
  }

  @Test
  void a_text_that_says_none_or_too_few_says_nothing() {
    for (String text :
        List.of(
            "",
            "07:30",
            "07:30-22:3",
            "07:30-22:300",
            "07:30 22:30",
            "07.30-22:30",
            "07:30-22.30",
            "7:30-22:300",
            "24:00-22:30",
            "07:60-22:30",
            "07:30-24:00",
            "aa:30-22:30",
            "0/:30-22:30",
            "0::30-22:30",
            "07:30-10:29",
            "23:00-01:59")) {
      assertThat(WakingText.parse(text)).as(text).isEmpty();
    }
    assertThat(WakingText.parse("07:30-10:30")).isPresent();
  }
}
