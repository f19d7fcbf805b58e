package vermilion.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.testing.Seeded;

final class WakingClockTest {
  private static final WakingClock LONDON =
      new WakingClock(ZoneId.of("Europe/London"), Waking.USUAL);
  private static final WakingClock SAMOA_NIGHTS =
      new WakingClock(
          ZoneId.of("Pacific/Apia"), new Waking(LocalTime.of(20, 0), LocalTime.of(8, 0)));
  private static final WakingClock ALWAYS =
      new WakingClock(ZoneId.of("Europe/London"), new Waking(LocalTime.NOON, LocalTime.NOON));

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  @Test
  void a_waking_day_is_half_open() {
    assertThat(LONDON.isAwake(at("2026-01-10T07:29:59.999999999Z"))).isFalse();
    assertThat(LONDON.isAwake(at("2026-01-10T07:30:00Z"))).isTrue();
    assertThat(LONDON.isAwake(at("2026-01-10T22:29:59.999999999Z"))).isTrue();
    assertThat(LONDON.isAwake(at("2026-01-10T22:30:00Z"))).isFalse();
  }

  @Test
  void who_works_at_night_is_awake_past_midnight() {
    var nights =
        new WakingClock(
            ZoneId.of("Europe/London"), new Waking(LocalTime.of(20, 0), LocalTime.of(11, 0)));

    assertThat(nights.isAwake(at("2026-01-10T03:00:00Z"))).isTrue();
    assertThat(nights.nextAwake(at("2026-01-10T11:00:00Z"))).isEqualTo("2026-01-10T20:00:00Z");
  }

  @Test
  void the_next_waking_instant_is_now_when_awake_and_waking_time_when_asleep() {
    assertThat(LONDON.nextAwake(at("2026-01-10T12:00:00.5Z"))).isEqualTo("2026-01-10T12:00:00.5Z");
    assertThat(LONDON.nextAwake(at("2026-01-10T23:00:00.5Z"))).isEqualTo("2026-01-11T07:30:00Z");
    assertThat(LONDON.nextAwake(at("2026-01-11T01:00:00Z"))).isEqualTo("2026-01-11T07:30:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-10T07:00:00Z, 10800, 2026-01-10T10:30:00Z",
    "2026-01-10T21:00:00Z, 5400, 2026-01-10T22:30:00Z",
    "2026-01-10T21:00:00Z, 5401, 2026-01-11T07:30:01Z",
    "2026-01-10T21:00:00.25Z, 5399, 2026-01-10T22:29:59.25Z",
    "2026-01-10T21:00:00.25Z, 5400, 2026-01-11T07:30:00.25Z",
    "2026-01-10T23:00:00.25Z, 60, 2026-01-11T07:31:00Z",
    "2026-01-10T07:30:00Z, 108001, 2026-01-12T07:30:01Z"
  })
  void waking_time_is_added_over_the_nights(Instant from, long seconds, Instant expected) {
    assertThat(LONDON.plus(from, seconds)).isEqualTo(expected);
  }

  @Test
  void the_night_of_a_change_counts_in_real_time() {
    var early =
        new WakingClock(
            ZoneId.of("Europe/London"), new Waking(LocalTime.MIDNIGHT, LocalTime.of(4, 0)));

    assertThat(early.seconds(at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z")))
        .isEqualTo(3 * 3600);
    assertThat(early.seconds(at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z")))
        .isEqualTo(5 * 3600);
  }

  @Test
  void the_date_that_samoa_skipped_has_no_waking_time_of_its_own() {
    var samoa = new WakingClock(ZoneId.of("Pacific/Apia"), Waking.USUAL);

    assertThat(samoa.seconds(at("2011-12-29T10:00:00Z"), at("2011-12-31T10:00:00Z")))
        .isEqualTo((2 * 15) * 3600);
    assertThat(SAMOA_NIGHTS.isAwake(at("2011-12-30T17:59:59Z"))).isTrue();
    assertThat(SAMOA_NIGHTS.isAwake(at("2011-12-30T18:00:00Z"))).isFalse();
  }

  @Test
  void who_never_sleeps_is_always_awake_and_counted_once() {
    var from = at("2026-03-28T00:00:00Z");
    var until = at("2026-03-31T00:00:00Z");

    assertThat(ALWAYS.seconds(from, until)).isEqualTo(72 * 3600);
    assertThat(ALWAYS.plus(from, 72 * 3600)).isEqualTo(until);
  }

  @Test
  void waking_days_that_overlap_on_the_night_of_a_change_count_once() {
    var nearly =
        new WakingClock(
            ZoneId.of("Europe/London"), new Waking(LocalTime.of(2, 15), LocalTime.of(1, 45)));

    assertThat(nearly.seconds(at("2026-03-29T00:00:00Z"), at("2026-03-29T04:00:00Z")))
        .isEqualTo(4 * 3600);
  }

  @Test
  void a_reversed_stretch_has_no_waking_time_and_an_endless_one_no_more_than_400_days() {
    var from = at("2026-01-10T00:00:00Z");

    assertThat(LONDON.seconds(from.plusSeconds(50_000), from)).isZero();
    assertThat(LONDON.seconds(from, from)).isZero();
    assertThat(LONDON.seconds(from, Instant.MAX)).isEqualTo(400 * 15 * 3600);
    assertThat(LONDON.seconds(from, at("2027-02-14T00:00:00Z"))).isEqualTo(400 * 15 * 3600);
    assertThat(LONDON.seconds(from, at("2027-02-13T00:00:00Z"))).isEqualTo(399 * 15 * 3600);
  }

  @Test
  void waking_time_to_add_is_bounded() {
    var from = at("2026-01-10T00:00:00Z");

    assertThat(LONDON.plus(from, WakingClock.MOST_SECONDS)).isEqualTo("2026-03-17T17:30:00Z");
    assertThatThrownBy(() -> LONDON.plus(from, -1)).hasMessageContaining("is -1 s");
    assertThatThrownBy(() -> LONDON.plus(from, WakingClock.MOST_SECONDS + 1))
        .hasMessageContaining("expected 0 to 3600000");
  }

  @Seeded(200)
  void added_waking_time_is_found_again(SplittableRandom random) {
    var names = java.util.List.of("Europe/London", "Pacific/Apia", "Antarctica/Casey", "Asia/Gaza");
    var wakes = LocalTime.ofSecondOfDay(60L * random.nextInt(1440));
    var clock =
        new WakingClock(
            ZoneId.of(names.get(random.nextInt(4))),
            new Waking(wakes, wakes.plusMinutes(random.nextInt(180, 1441))));
    var from = Instant.ofEpochSecond(random.nextLong(1_200_000_000, 1_900_000_000));
    var seconds = random.nextLong(1, WakingClock.MOST_SECONDS / 10);
    var until = clock.plus(from, seconds);

    assertThat(clock.seconds(from, until)).isEqualTo(seconds);
    assertThat(clock.seconds(from, until.minusSeconds(1))).isEqualTo(seconds - 1);
    assertThat(clock.isAwake(until.minusSeconds(1))).isTrue();
    assertThat(clock.nextAwake(clock.nextAwake(from))).isEqualTo(clock.nextAwake(from));
    assertThat(clock.seconds(from, clock.nextAwake(from))).isZero();
  }
}
