package vermilion.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.time.Elapsed;

final class MassageLimitsTest {
  @ParameterizedTest
  @CsvSource({
    "48,48,23,168,1,5,2,4,3,7, earliest-start-hours is 23",
    "168,168,169,168,1,5,2,4,3,7, earliest-start-hours is 169",
    "48,47,24,168,1,5,2,4,3,7, free-start-hours is 47",
    "96,71,72,168,1,5,2,4,3,7, free-start-hours is 71",
    "168,169,24,168,1,5,2,4,3,7, free-start-hours is 169",
    "48,48,24,47,1,5,2,4,3,7, latest-start-hours is 47",
    "48,48,24,169,1,5,2,4,3,7, latest-start-hours is 169",
    "47,48,24,168,1,5,2,4,3,7, usual-start-hours is 47",
    "169,48,24,168,1,5,2,4,3,7, usual-start-hours is 169",
    "48,48,24,168,1,6,2,4,3,7, most-minutes is 6",
    "48,48,24,168,0,5,2,4,3,7, usual-minutes is 0",
    "48,48,24,168,5,4,2,4,3,7, usual-minutes is 5",
    "48,48,24,168,1,5,2,5,3,7, most-per-day is 5",
    "48,48,24,168,1,5,0,4,3,7, usual-per-day is 0",
    "48,48,24,168,1,5,2,4,3,8, most-days is 8",
    "48,48,24,168,1,5,2,4,0,7, usual-days is 0"
  })
  void limits_looser_than_the_engine_are_refused(
      int start,
      int free,
      int earliest,
      int latest,
      int minutes,
      int mostMinutes,
      int perDay,
      int mostPerDay,
      int days,
      int mostDays,
      String message) {
    assertThatThrownBy(() ->
            new MassageLimits(
                start,
                free,
                earliest,
                latest,
                minutes,
                mostMinutes,
                perDay,
                mostPerDay,
                days,
                mostDays))
        .hasMessageStartingWith("massage limit " + message + ", expected ");
  }

  @Test
  void the_strictest_and_the_loosest_limits_are_allowed() {
    assertThat(new MassageLimits(168, 168, 168, 168, 1, 1, 1, 1, 1, 1).mostDays()).isEqualTo(1);
    assertThat(MassageLimits.BRIEF.mostDays()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    "24,1,1,1,true",
    "168,5,4,7,true",
    "23,1,1,1,false",
    "169,1,1,1,false",
    "48,0,1,1,false",
    "48,6,1,1,false",
    "48,1,0,1,false",
    "48,1,5,1,false",
    "48,1,1,0,false",
    "48,1,1,8,false"
  })
  void an_order_knows_whether_the_engine_may_carry_it_out(
      int start, int minutes, int perDay, int days, boolean allowed) {
    var order =
        new MassageOrder(
            start,
            minutes,
            perDay,
            days,
            List.of("spot"),
            "light",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(order.isWithinEngineLimits()).isEqualTo(allowed);
  }

  @Test
  void a_spec_is_sorted_by_hour_and_at_one_hour_by_id() {
    var spec =
        new ScheduleSpec(
            List.of(full(4), new CheckIn(Elapsed.ofHours(4), "look"), full(2)),
            List.of(photo(48), photo(0)));

    assertThat(spec.checkIns())
        .extracting(CheckIn::activity)
        .containsExactly("check-in", "check-in-look", "check-in");
    assertThat(spec.checkIns())
        .extracting(step -> step.at().hours())
        .containsExactly("2", "4", "4");
    assertThat(spec.photos()).containsExactly(photo(0), photo(48));
  }

  @Test
  void a_spec_refuses_two_of_a_kind_at_one_time_and_times_outside_its_days() {
    var last = ScheduleSpec.MOST_HOURS;
    assertThat(new ScheduleSpec(List.of(full(0), full(last)), List.of(photo(last))).checkIns())
        .hasSize(2);
    assertThatThrownBy(() -> new ScheduleSpec(List.of(full(4), full(4)), List.of()))
        .hasMessage("check-in at hour 4 stands twice");
    assertThatThrownBy(() -> new ScheduleSpec(List.of(), List.of(photo(4), photo(4))))
        .hasMessage("photo at hour 4 stands twice");
    assertThatThrownBy(() -> new ScheduleSpec(List.of(full(-1)), List.of()))
        .hasMessage("check-in at hour -1, expected 0 to 9600");
    assertThatThrownBy(() -> new ScheduleSpec(List.of(full(last + 1)), List.of()))
        .hasMessageContaining("check-in at hour 9601");
    assertThatThrownBy(() -> new ScheduleSpec(List.of(), List.of(photo(last + 1))))
        .hasMessageContaining("photo at hour 9601");
  }

  @Test
  void a_spec_has_at_most_64_check_ins_and_32_photos() {
    var checkIns = new ArrayList<CheckIn>();
    var photos = new ArrayList<PhotoPoint>();
    for (var hour = 0; hour < 65; hour++) {
      checkIns.add(full(hour));
      photos.add(photo(hour));
    }

    assertThat(new ScheduleSpec(checkIns.subList(0, 64), photos.subList(0, 32)).photos())
        .hasSize(32);
    assertThatThrownBy(() -> new ScheduleSpec(checkIns, List.of()))
        .hasMessage("65 check-ins, expected at most 64");
    assertThatThrownBy(() -> new ScheduleSpec(List.of(), photos.subList(0, 33)))
        .hasMessage("33 photos, expected at most 32");
  }

  @Test
  void the_activity_of_a_check_in_names_its_form() {
    assertThat(full(4).activity()).isEqualTo("check-in");
    assertThat(new CheckIn(Elapsed.ofHours(2), "look").activity()).isEqualTo("check-in-look");
    assertThat(new CheckIn(Elapsed.ofDays(60), "late").activity()).isEqualTo("check-in-late");
    assertThat(new CheckIn(Elapsed.ofDays(60), "own").activity()).isEqualTo("check-in-own");
  }

  private static CheckIn full(long hours) {
    return new CheckIn(Elapsed.ofHours(hours), "full");
  }

  private static PhotoPoint photo(long hours) {
    return new PhotoPoint(Elapsed.ofHours(hours));
  }
}
