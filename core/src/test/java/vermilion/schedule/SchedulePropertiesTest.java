package vermilion.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import vermilion.testing.Seeded;
import vermilion.time.WakingClock;

final class SchedulePropertiesTest {
  private static List<Occurrence> massages(List<Occurrence> all) {
    return all.stream().filter(one -> one.activity().equals("massage")).toList();
  }

  @Seeded(400)
  void no_two_massages_are_closer_than_two_hours(SplittableRandom random) {
    var massages = massages(Cases.anyPlans(random).occurrences());

    for (var i = 1; i < massages.size(); i++) {
      var closed = massages.get(i - 1).window().closes();
      assertThat(massages.get(i).window().opens()).isAfterOrEqualTo(closed.plusSeconds(7200));
    }
  }

  @Seeded(400)
  void no_date_has_more_massages_and_no_course_more_dates_than_ordered(SplittableRandom random) {
    var plans = Cases.anyPlans(random);
    var perDate = new HashMap<LocalDate, Integer>();
    var dates = new HashMap<MassageCourse, HashSet<LocalDate>>();
    for (var massage : massages(plans.occurrences())) {
      var course = plans.at(massage.window().opens()).massage().orElseThrow();
      var count = perDate.merge(massage.localDate(), 1, Integer::sum);
      dates.computeIfAbsent(course, none -> new HashSet<>()).add(massage.localDate());
      assertThat(count).isLessThanOrEqualTo(course.order().perDay());
      assertThat(dates.get(course)).hasSizeLessThanOrEqualTo(course.order().days());
    }

    assertThat(perDate).hasSizeLessThanOrEqualTo(7);
  }

  @Seeded(400)
  void every_massage_is_in_waking_hours_after_its_start_and_before_day_14(SplittableRandom random) {
    var plans = Cases.anyPlans(random);
    for (var massage : massages(plans.occurrences())) {
      var window = massage.window();
      var version = plans.at(window.opens());
      var course = version.massage().orElseThrow();
      var day = plans.treated().plus(Duration.ofDays(1));
      assertThat(window.opens()).isAfterOrEqualTo(day).isAfterOrEqualTo(course.signed());
      assertThat(window.opens())
          .isAfterOrEqualTo(plans.treated().plus(Duration.ofHours(course.order().startHours())));
      assertThat(window.closes()).isBeforeOrEqualTo(plans.treated().plus(Duration.ofDays(14)));
      assertThat(version.clock().seconds(window.opens(), window.closes()))
          .isEqualTo(window.length().toSeconds())
          .isGreaterThanOrEqualTo(60L * course.order().minutes());
    }
  }

  @Seeded(200)
  void every_check_in_and_photo_opens_once_at_its_hour_with_three_waking_hours(
      SplittableRandom random) {
    var plans = Cases.anyPlans(random);
    var hours = new HashSet<String>();
    for (var one : plans.occurrences()) {
      if (!one.activity().equals("massage")) {
        assertThat(hours.add(one.activity() + one.slot())).isTrue();
        var version = plans.at(one.window().opens());
        assertThat(one.planVersion()).isEqualTo(version.number());
        assertThat(one.window().opens())
            .isEqualTo(plans.treated().plus(Duration.ofHours(Long.parseLong(one.slot()))));
        assertThat(one.localDate())
            .isEqualTo(one.window().opens().atZone(version.zone()).toLocalDate());
        assertThat(version.clock().seconds(one.window().opens(), one.window().closes()))
            .isGreaterThanOrEqualTo(3 * 3600);
      }
    }

    assertThat(hours).hasSize(26);
  }

  @Seeded(200)
  void ids_are_unique_and_occurrences_are_sorted_by_opening_then_id(SplittableRandom random) {
    var all = Cases.anyPlans(random).occurrences();

    assertThat(all).extracting(Occurrence::id).doesNotHaveDuplicates();
    for (var i = 1; i < all.size(); i++) {
      var before = all.get(i - 1);
      var opening = before.window().opens().compareTo(all.get(i).window().opens());
      assertThat(opening < 0 || (opening == 0 && before.id().compareTo(all.get(i).id()) < 0))
          .as("%s before %s", before, all.get(i))
          .isTrue();
    }
  }

  @Seeded(200)
  void a_new_version_leaves_what_has_opened_as_it_was(SplittableRandom random) {
    var plans = Cases.anyPlans(random);
    var versions = plans.versions();
    for (var known = 1; known < versions.size(); known++) {
      var before =
          new Plans(plans.spec(), plans.treated(), versions.subList(0, known)).occurrences();
      var after =
          new Plans(plans.spec(), plans.treated(), versions.subList(0, known + 1)).occurrences();
      var from = versions.get(known).from();

      assertThat(opened(after, from)).isEqualTo(opened(before, from));
    }
  }

  private static List<Occurrence> opened(List<Occurrence> all, Instant until) {
    return all.stream().filter(one -> one.window().opens().isBefore(until)).toList();
  }

  @Seeded(200)
  void reminders_fall_into_waking_time_of_their_window(SplittableRandom random) {
    var terms = Cases.anyTerms(random);
    var clock = new WakingClock(terms.zone(), terms.waking());
    for (var one : Schedule.expand(terms)) {
      var reminders = Reminders.of(one.window(), clock);
      var first = reminders.first().orElseThrow();
      assertThat(one.window().contains(first)).isTrue();
      assertThat(clock.isAwake(first)).isTrue();
      assertThat(clock.seconds(one.window().opens(), first)).isZero();
      var second = reminders.second().orElseThrow();
      assertThat(one.window().contains(second)).isTrue();
      assertThat(clock.isAwake(second)).isTrue();
      assertThat(second).isAfter(first);
    }
  }

  @Seeded(100)
  void the_whole_plan_moves_with_the_treatment(SplittableRandom random) {
    var terms = Cases.anyTerms(random);
    var utc = java.time.ZoneId.of("UTC");
    var here = at(terms, terms.treated(), utc);
    var later = at(terms, terms.treated().plus(Duration.ofDays(1000)), utc);

    assertThat(Schedule.expand(later))
        .extracting(one -> one.window().opens().minus(Duration.ofDays(1000)))
        .isEqualTo(Schedule.expand(here).stream().map(one -> one.window().opens()).toList());
  }

  private static PlanTerms at(PlanTerms terms, Instant treated, java.time.ZoneId zone) {
    return new PlanTerms(terms.spec(), treated, zone, terms.waking(), 1, terms.massage(), treated);
  }
}
