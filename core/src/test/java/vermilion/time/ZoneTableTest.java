package vermilion.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vermilion.testing.Seeded;

final class ZoneTableTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static long second(String text) {
    return Instant.parse(text).getEpochSecond();
  }

  private static long wall(String text) {
    return LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
  }

  @Seeded(60)
  void every_zone_reads_as_the_calendar_of_the_jdk_reads_it(SplittableRandom random) {
    var names = new ArrayList<>(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    for (var i = 0; i < 20; i++) {
      var zone = ZoneId.of(names.get(random.nextInt(names.size())));
      var any = Instant.ofEpochSecond(random.nextLong(-5_000_000_000L, 5_000_000_000L));
      var change = zone.getRules().nextTransition(any);
      var first = change == null ? any : change.getInstant();
      var table = ZoneTable.over(zone, first.getEpochSecond(), first.getEpochSecond());
      for (var j = 0; j < 50; j++) {
        var near = first.plusSeconds(random.nextLong(-600_000, 600_000));
        var at = near.getEpochSecond();
        var local = near.atZone(ZoneOffset.UTC).toLocalDateTime();
        assertThat(table.offsetAt(at)).isEqualTo(zone.getRules().getOffset(near).getTotalSeconds());
        assertThat(table.secondOf(at))
            .as("%s %s", zone, local)
            .isEqualTo(local.atZone(zone).toEpochSecond());
        assertThat(LocalDate.ofEpochDay(table.dayAt(at)))
            .isEqualTo(near.atZone(zone).toLocalDate());
      }
    }
  }

  @Test
  void a_skipped_wall_time_shifts_by_the_gap_and_a_doubled_one_is_its_first_coming() {
    var spring =
        ZoneTable.over(LONDON, second("2026-03-28T00:00:00Z"), second("2026-03-29T00:00:00Z"));
    var autumn =
        ZoneTable.over(LONDON, second("2026-10-24T00:00:00Z"), second("2026-10-25T00:00:00Z"));

    assertThat(spring.secondOf(wall("2026-03-29T01:30:00")))
        .isEqualTo(second("2026-03-29T01:30:00Z"));
    assertThat(spring.secondOf(wall("2026-03-29T02:00:00")))
        .isEqualTo(second("2026-03-29T01:00:00Z"));
    assertThat(autumn.secondOf(wall("2026-10-25T01:30:00")))
        .isEqualTo(second("2026-10-25T00:30:00Z"));
    assertThat(autumn.secondOf(wall("2026-10-25T02:00:00")))
        .isEqualTo(second("2026-10-25T02:00:00Z"));
  }

  @Test
  void an_offset_holds_up_to_its_change_and_no_longer() {
    var change = second("2026-03-29T01:00:00Z");
    var table = ZoneTable.over(LONDON, change, change);

    assertThat(table.offsetAt(change - 1)).isZero();
    assertThat(table.offsetAt(change)).isEqualTo(3600);
  }

  @Test
  void the_next_change_is_the_first_at_or_after_an_instant() {
    var change = second("2026-03-29T01:00:00Z");
    var table = ZoneTable.over(LONDON, change, second("2026-10-25T01:00:00Z"));

    assertThat(table.changeFrom(change - 1)).isEqualTo(change);
    assertThat(table.changeFrom(change)).isEqualTo(change);
    assertThat(table.changeFrom(change + 1)).isEqualTo(second("2026-10-25T01:00:00Z"));
    var fixed = ZoneTable.over(ZoneId.of("UTC"), change, change);
    assertThat(fixed.changeFrom(change)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void a_table_is_the_same_whether_it_is_remembered_or_not() {
    for (var round = 0; round < 2; round++) {
      for (var name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
        var zone = ZoneId.of(name);
        var at = Instant.parse("2026-07-01T12:00:00Z");
        var table = ZoneTable.over(zone, at.getEpochSecond(), at.getEpochSecond());
        assertThat(table.offsetAt(at.getEpochSecond()))
            .as(name)
            .isEqualTo(zone.getRules().getOffset(at).getTotalSeconds());
      }
    }
  }

  @Test
  void many_changes_in_one_stretch_are_all_read() {
    var zone = ZoneId.of("Africa/Casablanca");
    var first = second("2024-01-01T00:00:00Z");
    var until = first + ZoneTable.MOST_DAYS * ZoneTable.DAY_SECONDS;
    var table = ZoneTable.over(zone, first, until);

    for (var at = first; at <= until; at += 43_200) {
      var expected = zone.getRules().getOffset(Instant.ofEpochSecond(at)).getTotalSeconds();
      assertThat(table.offsetAt(at)).isEqualTo(expected);
    }
  }

  @Test
  void a_reversed_an_endless_and_an_ancient_stretch_are_refused() {
    var most = ZoneTable.MOST_DAYS * ZoneTable.DAY_SECONDS;
    assertThat(ZoneTable.over(LONDON, 0, most).offsetAt(0)).isEqualTo(3600);
    assertThatThrownBy(() -> ZoneTable.over(LONDON, 0, most + 1))
        .hasMessage("stretch of 129600001 s, expected at most 1500 days");
    assertThatThrownBy(() -> ZoneTable.over(LONDON, 1, 0)).hasMessageContaining("from second 1 ");
    var first = second("0001-01-02T00:00:00Z");
    var last = second("9999-12-30T00:00:00Z");
    assertThat(ZoneTable.over(LONDON, first, first).offsetAt(first)).isEqualTo(-75);
    assertThat(ZoneTable.over(LONDON, last, last).offsetAt(last)).isZero();
    assertThatThrownBy(() -> ZoneTable.over(LONDON, first - 1, first))
        .hasMessageContaining("expected years 1 to 9999");
    assertThatThrownBy(() -> ZoneTable.over(LONDON, last, last + 1))
        .hasMessageContaining("expected years 1 to 9999");
  }
}
