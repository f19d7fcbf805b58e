package vermilion.schedule;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import vermilion.protocol.CheckIn;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.PhotoPoint;
import vermilion.protocol.ScheduleSpec;
import vermilion.time.Elapsed;
import vermilion.time.Waking;

/// Patients of all kinds, near the nights on which clocks change.
final class Cases {
  /// Zones whose clocks do something unusual, and some that do not.
  static final List<String> ZONES =
      List.of(
          "Europe/London",
          "America/New_York",
          "Australia/Lord_Howe",
          "Pacific/Chatham",
          "Pacific/Apia",
          "Pacific/Kwajalein",
          "Antarctica/Casey",
          "Antarctica/Troll",
          "America/Sao_Paulo",
          "America/Scoresbysund",
          "Africa/Casablanca",
          "Africa/Cairo",
          "Asia/Beirut",
          "Asia/Gaza",
          "Asia/Kathmandu",
          "Asia/Pyongyang",
          "America/Caracas",
          "Pacific/Kiritimati",
          "Asia/Tokyo",
          "UTC");

  /// The check-ins and photos of the clinical brief, section 5.
  static final ScheduleSpec BRIEF = brief();

  private Cases() {}

  private static ScheduleSpec brief() {
    var checkIns = new ArrayList<CheckIn>();
    checkIns.add(new CheckIn(Elapsed.ofHours(2), "look"));
    for (var hour : List.of(4, 12, 24, 36, 48, 72)) {
      checkIns.add(new CheckIn(Elapsed.ofHours(hour), "full"));
    }
    for (var day : List.of(4, 5, 6, 7, 10, 14, 21, 28)) {
      checkIns.add(new CheckIn(Elapsed.ofDays(day), "full"));
    }
    for (var month : List.of(2, 3, 6, 12)) {
      checkIns.add(new CheckIn(Elapsed.ofDays(30L * month), "late"));
    }
    var photos = new ArrayList<PhotoPoint>();
    for (var day : List.of(0, 1, 2, 3, 7, 14, 28)) {
      photos.add(new PhotoPoint(Elapsed.ofDays(day)));
    }
    return new ScheduleSpec(checkIns, photos);
  }

  static MassageOrder order(int startHours, int perDay, int days) {
    return new MassageOrder(
        startHours,
        1,
        perDay,
        days,
        List.of("upper lip, left"),
        MassageOrder.USUAL_PRESSURE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static MassageOrder anyOrder(SplittableRandom random) {
    return order(random.nextInt(24, 169), random.nextInt(1, 5), random.nextInt(1, 8));
  }

  static ZoneId anyZone(SplittableRandom random) {
    return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
  }

  static Waking anyWaking(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> Waking.USUAL;
      case 1 -> new Waking(LocalTime.of(20, 0), LocalTime.of(11, 15));
      default -> {
        var from = LocalTime.ofSecondOfDay(60L * random.nextInt(1440));
        yield new Waking(from, from.plusMinutes(random.nextInt(180, 1441)));
      }
    };
  }

  /// A minute from 1975 to 2040, half of the time up to ten days before the clocks of `zone`
  /// change.
  static Instant anyTreatment(SplittableRandom random, ZoneId zone) {
    var any = Instant.ofEpochSecond(60 * random.nextLong(2_630_000, 36_800_000));
    var change = random.nextBoolean() ? zone.getRules().nextTransition(any) : null;
    if (change == null) {
      return any;
    }
    return change.getInstant().minusSeconds(60L * random.nextInt(14_400));
  }

  static PlanTerms anyTerms(SplittableRandom random) {
    var zone = anyZone(random);
    var treated = anyTreatment(random, zone);
    return new PlanTerms(
        BRIEF,
        treated,
        zone,
        anyWaking(random),
        random.nextInt(1, 30),
        Optional.of(anyOrder(random)),
        treated.plusSeconds(60L * random.nextInt(-1000, 12_000)));
  }

  /// One to four versions; zone, waking hours and order change or stay, and at times the clock goes
  /// back.
  static Plans anyPlans(SplittableRandom random) {
    var treated = anyTreatment(random, anyZone(random));
    var versions = new ArrayList<PlanVersion>();
    var from = treated;
    var zone = anyZone(random);
    var waking = anyWaking(random);
    var courses =
        List.of(
            new MassageCourse(anyOrder(random), treated),
            new MassageCourse(anyOrder(random), treated.plusSeconds(86_400)));
    for (var number = 1; number <= random.nextInt(1, 5); number++) {
      var pick = random.nextInt(5);
      var course = pick == 4 ? Optional.<MassageCourse>empty() : Optional.of(courses.get(pick / 3));
      versions.add(new PlanVersion(number, from, zone, waking, course));
      from = from.plusSeconds(60L * random.nextInt(-600, 8000));
      zone = random.nextBoolean() ? zone : anyZone(random);
      waking = random.nextBoolean() ? waking : anyWaking(random);
    }
    return new Plans(BRIEF, treated, versions);
  }
}
