package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vermilion.testing.Seeded;

/// When somebody is at the clinic.
final class ClinicHoursTest {

  @Test
  void a_clinic_that_shut_on_friday_opens_on_monday() {
    assertThat(Course.HOURS.nextOpening(Instant.parse("2026-01-16T18:00:00Z")))
        .contains(Instant.parse("2026-01-19T09:00:00Z"));
    assertThat(Course.HOURS.nextOpening(Instant.parse("2026-01-19T08:59:59Z")))
        .contains(Instant.parse("2026-01-19T09:00:00Z"));
    assertThat(Course.HOURS.nextOpening(Instant.parse("2026-01-19T09:00:00Z")))
        .contains(Instant.parse("2026-01-20T09:00:00Z"));
  }

  @Test
  void it_opens_by_its_own_wall_clock_when_the_clocks_change() {
    assertThat(Course.HOURS.nextOpening(Instant.parse("2026-03-27T20:00:00Z")))
        .contains(Instant.parse("2026-03-30T08:00:00Z"));
  }

  @Test
  void a_clinic_without_an_open_day_never_opens() {
    ClinicHours never =
        new ClinicHours(
            ZoneId.of("Europe/London"), LocalTime.of(9, 0), LocalTime.of(18, 0), Set.of());
    assertThat(never.nextOpening(Course.TREATED)).isEmpty();
  }

  @Seeded(200)
  void it_is_open_when_it_opens_and_shut_from_now_until_then(SplittableRandom random) {
    Instant now = Course.TREATED.plusSeconds(random.nextInt(366 * 86_400));
    Instant opens = Course.HOURS.nextOpening(now).orElseThrow();
    assertThat(Course.HOURS.isOpenAt(opens)).isTrue();
    assertThat(Course.HOURS.isOpenAt(opens.minusMillis(1))).isFalse();
    long between = opens.getEpochSecond() - now.getEpochSecond();
    Instant at = now.plusSeconds(random.nextLong(Math.max(1, between)));
    assertThat(Course.HOURS.isOpenAt(at))
        .isEqualTo(Course.HOURS.isOpenAt(now) && at.isBefore(closing(now)));
  }

  private static Instant closing(Instant now) {
    Instant at = now;
    while (Course.HOURS.isOpenAt(at)) {
      at = at.plusSeconds(60);
    }
    return at.minusSeconds(at.getEpochSecond() % 60);
  }
}
