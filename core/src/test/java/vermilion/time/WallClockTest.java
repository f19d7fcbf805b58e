package vermilion.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vermilion.testing.Seeded;

final class WallClockTest {
  private static final long FIRST = Instant.parse("2020-05-01T00:00:00Z").getEpochSecond();
  private static final long UNTIL = Instant.parse("2029-05-01T00:00:00Z").getEpochSecond();

  @Seeded(60)
  void a_clock_that_was_sent_shows_what_the_database_shows(SplittableRandom random) {
    var names = new ArrayList<>(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    for (var i = 0; i < 20; i++) {
      var zone = ZoneId.of(names.get(random.nextInt(names.size())));
      var read = ZoneTable.toSend(zone, FIRST, UNTIL);
      var sent = WallClock.of(zone.getId(), ZoneTable.of(read.changes(), read.offsets()));
      var known = WallClock.of(zone);
      assertThat(sent.zone()).isEqualTo(zone);
      for (var j = 0; j < 40; j++) {
        var at = Instant.ofEpochSecond(random.nextLong(FIRST, UNTIL), random.nextInt(1_000_000));
        var local = at.atZone(zone);
        var wanted = LocalTime.ofSecondOfDay(random.nextInt(86_400));
        var there = local.toLocalDate().atTime(wanted).atZone(zone).toInstant();
        for (var wall : new WallClock[] {sent, known}) {
          assertThat(wall.dateAt(at)).isEqualTo(local.toLocalDate());
          assertThat(wall.timeAt(at)).isEqualTo(local.toLocalTime());
          assertThat(wall.onDateOf(at, wanted)).as("%s %s", zone, at).isEqualTo(there);
        }
      }
    }
  }

  @Seeded(60)
  void waking_time_is_the_same_by_a_clock_that_was_sent(SplittableRandom random) {
    var names = new ArrayList<>(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    var from = LocalTime.of(random.nextInt(24), 30);
    var waking = new Waking(from, from.plusHours(3 + random.nextInt(20)));
    for (var i = 0; i < 20; i++) {
      var zone = ZoneId.of(names.get(random.nextInt(names.size())));
      var sent = WallClock.of(zone.getId(), ZoneTable.toSend(zone, FIRST, UNTIL));
      var at = Instant.ofEpochSecond(random.nextLong(FIRST, UNTIL - 100 * 86_400));
      var seconds = random.nextInt(200_000);
      assertThat(new WakingClock(sent, waking).plus(at, seconds))
          .isEqualTo(new WakingClock(zone, waking).plus(at, seconds));
    }
  }

  @Test
  void universal_time_is_known_without_a_database() {
    var at = Instant.parse("2026-03-29T23:59:59Z");

    assertThat(WallClock.utc().dateAt(at)).hasToString("2026-03-29");
    assertThat(WallClock.utc().timeAt(at)).isEqualTo(LocalTime.of(23, 59, 59));
    assertThat(WallClock.utc().zone()).hasToString("Z");
  }

  @Test
  void numbers_that_do_not_fit_are_no_table() {
    assertThatThrownBy(() -> ZoneTable.of(new long[] {5, 5}, new int[] {0, 1, 2}))
        .hasMessage(
            "2 changes and 3 offsets, expected at most 200 rising changes and one offset more");
    assertThatThrownBy(() -> ZoneTable.of(new long[] {5}, new int[] {0}))
        .hasMessageContaining("1 changes and 1 offsets");
    assertThatThrownBy(() -> ZoneTable.of(new long[201], new int[202]))
        .hasMessageContaining("201 changes");
    assertThatThrownBy(() -> ZoneTable.toSend(ZoneId.of("UTC"), 0, 10_001L * 86_400))
        .hasMessageContaining("expected at most 10000 days");
  }
}
