package vermilion.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vermilion.testing.Seeded;

final class WakingDaysTest {
  private static final long DAY_SECONDS = 86_400;

  @Seeded(60)
  void a_steady_day_is_as_long_in_real_time_as_on_the_wall(SplittableRandom random) {
    var names = new ArrayList<>(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    for (var i = 0; i < 20; i++) {
      var zone = ZoneId.of(names.get(random.nextInt(names.size())));
      var any = Instant.ofEpochSecond(random.nextLong(-5_000_000_000L, 5_000_000_000L));
      var change = zone.getRules().nextTransition(any);
      var near = change == null ? any : change.getInstant();
      var length = random.nextInt(Waking.SHORTEST_MINUTES, 1441);
      var from = LocalTime.ofSecondOfDay(random.nextInt(1440) * 60L);
      var waking = new Waking(from, from.plusMinutes(length));
      var days = WakingDays.over(WallClock.of(zone), waking, near, near);
      var day = days.table().dayAt(near.getEpochSecond()) - 4;
      var steadyUntil = days.steadyUntil(days.begins(day));
      for (var last = day + 7; day < last; day++) {
        var begins = days.begins(day);
        if (begins < steadyUntil) {
          var into = random.nextInt(length + 1);
          assertThat(days.begins(day + 1))
              .as("%s %s", zone, waking)
              .isEqualTo(begins + DAY_SECONDS);
          assertThat(days.ends(day)).isEqualTo(begins + length * 60L);
          assertThat(days.minutesInto(day, into)).isEqualTo(begins + into * 60L);
        } else {
          steadyUntil = days.steadyUntil(begins);
        }
      }
    }
  }

  @Test
  void of_a_week_in_london_only_the_day_before_the_change_is_not_steady() {
    var first = Instant.parse("2026-03-25T12:00:00Z");
    var days =
        WakingDays.over(WallClock.of(ZoneId.of("Europe/London")), Waking.USUAL, first, first);
    var wednesday = days.table().dayAt(first.getEpochSecond());

    var unsteady = new ArrayList<Long>();
    for (var day = wednesday; day < wednesday + 7; day++) {
      if (days.begins(day) >= days.steadyUntil(days.begins(day))) {
        unsteady.add(day - wednesday);
      }
    }

    assertThat(unsteady).containsExactly(3L);
  }
}
