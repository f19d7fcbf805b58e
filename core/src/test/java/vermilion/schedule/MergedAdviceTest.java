package vermilion.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.protocol.Advice;
import vermilion.schedule.MergedAdvice.Stretch;
import vermilion.schedule.MergedAdvice.Treated;
import vermilion.time.Elapsed;

final class MergedAdviceTest {
  private static final Instant FIRST = Instant.parse("2026-03-01T10:00:00Z");

  private static Advice advice(String id, boolean avoid, int from, int until) {
    return new Advice(
        id,
        avoid,
        Elapsed.ofHours(from),
        until == 0 ? Optional.empty() : Optional.of(Elapsed.ofHours(until)),
        List.of(),
        List.of());
  }

  private static Treated treated(int hour, Advice... advice) {
    return new Treated(FIRST.plusSeconds(3600L * hour), List.of(advice));
  }

  private static List<String> merged(Treated... treatments) {
    return MergedAdvice.of(List.of(treatments)).stream().map(MergedAdviceTest::told).toList();
  }

  private static String told(Stretch one) {
    var until = one.until().equals(Instant.MAX) ? "ever" : Long.toString(hour(one.until()));
    return one.id()
        + " "
        + one.strictness()
        + " "
        + hour(one.from())
        + " to "
        + until
        + " of "
        + one.treatment();
  }

  private static long hour(Instant instant) {
    return (instant.getEpochSecond() - FIRST.getEpochSecond()) / 3600;
  }

  @Test
  void one_treatment_says_what_its_protocol_says() {
    assertThat(
            merged(
                treated(
                    0,
                    advice("heat", true, 0, 48),
                    advice("balm", false, 6, 0),
                    advice("cold", false, 0, 48))))
        .containsExactly(
            "heat AVOID 0 to 48 of 0",
            "balm NOT_YET 0 to 6 of 0",
            "balm ALLOWED 6 to ever of 0",
            "cold ALLOWED 0 to 48 of 0");
  }

  @Test
  void the_later_end_counts_and_names_its_treatment() {
    var heat = advice("heat", true, 0, 48);

    assertThat(merged(treated(0, heat), treated(10, heat)))
        .containsExactly("heat AVOID 0 to 10 of 0", "heat AVOID 10 to 58 of 1");
    assertThat(merged(treated(0, heat), treated(100, heat)))
        .containsExactly("heat AVOID 0 to 48 of 0", "heat AVOID 100 to 148 of 1");
    assertThat(merged(treated(0, heat), treated(0, heat)))
        .containsExactly("heat AVOID 0 to 48 of 1");
  }

  @Test
  void what_was_allowed_is_not_allowed_again_after_a_second_treatment() {
    var balm = advice("balm", false, 6, 0);

    assertThat(merged(treated(0, balm), treated(100, balm)))
        .containsExactly(
            "balm NOT_YET 0 to 6 of 0",
            "balm ALLOWED 6 to 100 of 0",
            "balm NOT_YET 100 to 106 of 1",
            "balm ALLOWED 106 to ever of 1");
  }

  @Test
  void of_two_protocols_the_stricter_counts_while_it_lasts() {
    assertThat(
            merged(
                treated(0, advice("cold", false, 0, 72)), treated(10, advice("cold", true, 0, 10))))
        .containsExactly(
            "cold ALLOWED 0 to 10 of 0", "cold AVOID 10 to 20 of 1", "cold ALLOWED 20 to 72 of 0");
    assertThat(
            merged(
                treated(0, advice("cold", true, 2, 24)), treated(4, advice("cold", false, 30, 40))))
        .containsExactly(
            "cold AVOID 2 to 24 of 0", "cold NOT_YET 24 to 34 of 1", "cold ALLOWED 34 to 44 of 1");
  }

  @Test
  void a_shorter_window_inside_a_longer_one_changes_nothing() {
    assertThat(
            merged(
                treated(0, advice("heat", true, 0, 48)), treated(4, advice("heat", true, 0, 12))))
        .containsExactly("heat AVOID 0 to 48 of 0");
  }
}
