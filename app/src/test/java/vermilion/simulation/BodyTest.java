package vermilion.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The hidden truth keeps to what the sources say.
final class BodyTest {
  private static final int COHORT = 400_000;
  private static final long SEED = 11;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @EnumSource(Complication.class)
  void a_complication_comes_as_often_as_its_rate_says(Complication one) {
    long count = 0;
    for (int number = 0; number < COHORT; number++) {
      if (Body.drawn(Dice.of(SEED, "cohort", number)).equals(Optional.of(one))) {
        count++;
      }
    }
    double expected = COHORT * one.rate();
    double spread = Math.sqrt(expected * (1 - one.rate()));

    assertThat((double) count).isBetween(expected - 4 * spread - 1, expected + 4 * spread + 1);
  }

  @ParameterizedTest
  @EnumSource(Complication.class)
  void a_complication_shows_from_its_onset_until_it_is_treated(Complication one) {
    int shown = 0;
    for (int number = 0; number < 200; number++) {
      Body body = new Body(Dice.of(SEED, "made", number), Optional.of(one));
      double onset = body.onset();

      assertThat(body.complication()).contains(one);
      assertThat(differs(body, onset - 0.01, NEVER)).as("%d before", number).isFalse();
      assertThat(differs(body, onset + 1, onset + 0.5)).as("%d treated", number).isFalse();
      shown += differs(body, onset + 1.5, NEVER) ? 1 : 0;
    }
    // A late lump may look like an early one that has stayed.
    assertThat(shown).isGreaterThanOrEqualTo(190);
  }

  /// Whether what is true differs from what would be true without the complication.
  private static boolean differs(Body body, double hour, double treated) {
    return differs(body.at(hour, treated), body.at(hour, 0));
  }

  /// Whether one of them has a sign of a complication that the other has not.
  private static boolean differs(Signs one, Signs other) {
    return isPale(one.colour) != isPale(other.colour)
        || isPale(one.elsewhere) != isPale(other.elsewhere)
        || one.vision != other.vision
        || one.airway != other.airway
        || !fast(one).equals(fast(other))
        || !one.redness.equals(other.redness)
        || one.skin.equals("cold-sore") != other.skin.equals("cold-sore")
        || (one.numb != other.numb)
        || hasLateLump(one) != hasLateLump(other)
        || Math.abs(one.swelling - other.swelling) > 0.9;
  }

  private static boolean isPale(String colour) {
    return !colour.equals("usual") && !colour.equals("no") && !colour.equals("bruised");
  }

  private static String fast(Signs signs) {
    return signs.swellingCourse.equals("growing-fast") ? "fast" : "not";
  }

  private static boolean hasLateLump(Signs signs) {
    return signs.lump.equals("inflamed")
        || signs.lump.equals("tender")
        || signs.lump.equals("firm");
  }

  @Test
  void a_usual_course_peaks_within_three_days_and_its_bruise_is_gone_on_day_ten() {
    int bruised = 0;
    for (int number = 0; number < 2000; number++) {
      Body body = usual(number);
      double most = 0;
      int peak = 0;
      for (int hour = 0; hour < 14 * 24; hour++) {
        Signs signs = body.at(hour, NEVER);
        if (signs.swelling > most) {
          most = signs.swelling;
          peak = hour;
        }
      }
      bruised += body.at(48, NEVER).colour.equals("bruised") ? 1 : 0;
      assertThat(peak).isBetween(23, 73);
      assertThat(body.at(241, NEVER).colour).isEqualTo("usual");
    }
    assertThat(bruised).isBetween(800, 1000);
  }

  private static Body usual(int number) {
    int tries = number;
    Body body = new Body(Dice.of(SEED, "usual", tries), Optional.empty());
    while (body.complication().isPresent()) {
      tries += 10_000;
      body = new Body(Dice.of(SEED, "usual", tries), Optional.empty());
    }
    return body;
  }
}
