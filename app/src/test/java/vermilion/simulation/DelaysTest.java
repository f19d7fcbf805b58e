package vermilion.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Delays keep the minute for three days and the hour after that.
final class DelaysTest {
  @Test
  void a_delay_lies_within_the_next_hour_and_not_within_its_own() {
    Delays delays = new Delays();
    delays.add(1);
    delays.add(3.99);
    delays.add(100);

    assertThat(delays.within(1)).isZero();
    assertThat(delays.within(2)).isEqualTo(1);
    assertThat(delays.within(4)).isEqualTo(2);
    assertThat(delays.within(100)).isEqualTo(2);
    assertThat(delays.within(101)).isEqualTo(3);
    assertThat(delays.medianMinutes()).isEqualTo(239);
  }

  @Test
  void two_sums_are_one() {
    Delays one = new Delays();
    Delays other = new Delays();
    one.add(0.5);
    other.add(500 * 24);
    one.add(other);

    assertThat(one.size()).isEqualTo(2);
    assertThat(one.within(400 * 24)).isEqualTo(1);
  }

  @Test
  void the_median_of_nothing_is_nothing() {
    assertThat(new Delays().medianMinutes()).isZero();
  }
}
