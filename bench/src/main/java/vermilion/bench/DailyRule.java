package vermilion.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import net.fortuna.ical4j.model.Recur;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import vermilion.protocol.CheckIn;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.ScheduleSpec;
import vermilion.schedule.Occurrence;
import vermilion.schedule.PlanTerms;
import vermilion.schedule.Schedule;
import vermilion.time.DueWindow;
import vermilion.time.Elapsed;
import vermilion.time.Waking;

/// A daily rule as Vermilion and two calendar libraries take it, all of them parsed beforehand.
///
/// A patient in London who is awake from 7 to 21; some weeks pass a night on which the clocks
/// change.
final class DailyRule {
  private static final String[] SLOTS = {"1", "2", "3", "4"};

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /// All that are measured: a week like most, the most massages that there can be, the short night
  /// of 29 March and the long one of 25 October 2026, and the most check-ins of a protocol.
  static final List<DailyRule> ALL =
      List.of(
          new DailyRule(
              "Massage once a day for 7 days",
              massage(Instant.parse("2026-06-24T15:00:00Z"), 1),
              ZonedDateTime.of(2026, 6, 27, 7, 0, 0, 0, LONDON),
              "FREQ=DAILY;COUNT=7"),
          new DailyRule(
              "Massage four times a day for 7 days",
              massage(Instant.parse("2026-06-24T20:00:00Z"), 4),
              ZonedDateTime.of(2026, 6, 27, 7, 0, 0, 0, LONDON),
              "FREQ=DAILY;BYHOUR=7,11,15,19;COUNT=28"),
          new DailyRule(
              "Massage once a day for 7 days, over the short night",
              massage(Instant.parse("2026-03-25T15:00:00Z"), 1),
              ZonedDateTime.of(2026, 3, 28, 7, 0, 0, 0, LONDON),
              "FREQ=DAILY;COUNT=7"),
          new DailyRule(
              "Massage twice a day for 7 days, over the long night",
              massage(Instant.parse("2026-10-21T20:00:00Z"), 2),
              ZonedDateTime.of(2026, 10, 24, 7, 0, 0, 0, LONDON),
              "FREQ=DAILY;BYHOUR=7,15;COUNT=14"),
          new DailyRule(
              "A check-in every 24 hours, 64 times",
              checkIns(Instant.parse("2026-03-25T15:00:00Z")),
              ZonedDateTime.of(2026, 3, 26, 15, 0, 0, 0, ZoneOffset.UTC),
              "FREQ=DAILY;COUNT=64"));

  private final String title;
  private final PlanTerms terms;
  private final String rule;
  private final RecurrenceRule libRecur;
  private final DateTime libRecurFirst;
  private final Recur<ZonedDateTime> ical4j;
  private final ZonedDateTime first;
  private final ZonedDateTime until;
  private final int perDay;
  private final long windowSeconds;

  private DailyRule(String title, PlanTerms terms, ZonedDateTime first, String rule) {
    this.title = title;
    this.terms = terms;
    this.rule = rule;
    this.first = first;
    this.until = first.plusDays(100);
    this.libRecur = parsed(rule);
    this.libRecurFirst =
        new DateTime(TimeZone.getTimeZone(first.getZone()), first.toInstant().toEpochMilli());
    this.ical4j = new Recur<>(rule);
    this.perDay = terms.massage().map(MassageOrder::perDay).orElse(1);
    this.windowSeconds = (14 - 2 * (perDay - 1)) * 3600L / perDay;
  }

  /// Names it on a command line.
  String id() {
    return title.replace(',', '-').replace(' ', '-');
  }

  /// What it is, in words.
  String title() {
    return title;
  }

  /// The rule as RFC 5545 writes it.
  String rule() {
    return rule;
  }

  /// Whether it is about massages, which Vermilion can also lay out as bare numbers.
  boolean isMassage() {
    return terms.massage().isPresent();
  }

  /// Dated, named occurrences, as the product uses them.
  List<Occurrence> occurrences() {
    return Schedule.expand(terms);
  }

  /// The openings as bare numbers, added up so that none is optimised away.
  long numbers() {
    var windows = Schedule.massage(terms);
    var sum = 0L;
    for (var i = 0; i < windows.size(); i++) {
      sum += windows.opens(i);
    }
    return sum;
  }

  /// The instants by lib-recur as bare numbers, its cheapest way, added up.
  long libRecur() {
    var iterator = libRecur.iterator(libRecurFirst);
    var sum = 0L;
    while (iterator.hasNext()) {
      sum += iterator.nextMillis();
    }
    return sum;
  }

  /// What [#occurrences] gives, made with lib-recur: the same objects, filled from its instants.
  List<Occurrence> libRecurOccurrences() {
    var occurrences = new ArrayList<Occurrence>();
    var iterator = libRecur.iterator(libRecurFirst);
    while (iterator.hasNext()) {
      var start = iterator.nextDateTime();
      // lib-recur counts months from 0.
      var date = LocalDate.of(start.getYear(), start.getMonth() + 1, start.getDayOfMonth());
      occurrences.add(occurrence(date, Instant.ofEpochMilli(start.getTimestamp()), occurrences));
    }
    return occurrences;
  }

  /// What [#occurrences] gives, made with ical4j.
  List<Occurrence> ical4jOccurrences() {
    var occurrences = new ArrayList<Occurrence>();
    for (var start : ical4j()) {
      occurrences.add(occurrence(start.toLocalDate(), start.toInstant(), occurrences));
    }
    return occurrences;
  }

  /// A window of the usual length; in London no clock changes while the patient is awake.
  private Occurrence occurrence(LocalDate date, Instant opens, List<Occurrence> before) {
    var closes = opens.plusSeconds(windowSeconds);
    var slot = SLOTS[before.size() % perDay];
    return new Occurrence(1, Occurrence.MASSAGE, date, slot, new DueWindow(opens, closes));
  }

  /// The instants by ical4j, in its own dates.
  List<ZonedDateTime> ical4j() {
    return ical4j.getDates(first, first, until);
  }

  /// Refuses to go on unless all of them say the same.
  void demandAgreement() {
    var ours = new ArrayList<Instant>();
    occurrences().forEach(occurrence -> ours.add(occurrence.window().opens()));
    var bare = new ArrayList<Instant>(ours);
    if (isMassage()) {
      bare.clear();
      var windows = Schedule.massage(terms);
      for (var i = 0; i < windows.size(); i++) {
        bare.add(Instant.ofEpochSecond(windows.opens(i)));
      }
    }
    var libRecurs = new ArrayList<Instant>();
    var iterator = libRecur.iterator(libRecurFirst);
    while (iterator.hasNext()) {
      libRecurs.add(Instant.ofEpochMilli(iterator.nextMillis()));
    }
    var ical4js = ical4j().stream().map(ZonedDateTime::toInstant).toList();
    if (isMassage()
        && (!occurrences().equals(libRecurOccurrences())
            || !occurrences().equals(ical4jOccurrences()))) {
      throw new IllegalStateException(
          title + ": " + occurrences() + ", " + libRecurOccurrences() + ", " + ical4jOccurrences());
    }
    if (!ours.equals(bare) || !ours.equals(libRecurs) || !ours.equals(ical4js)) {
      throw new IllegalStateException(
          title + ": " + ours + ", as numbers " + bare + ", " + libRecurs + ", " + ical4js);
    }
  }

  private static PlanTerms massage(Instant treated, int perDay) {
    var order =
        new MassageOrder(
            48,
            1,
            perDay,
            7,
            List.of("upper lip, left"),
            MassageOrder.USUAL_PRESSURE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return terms(new ScheduleSpec(List.of(), List.of()), treated, Optional.of(order));
  }

  private static PlanTerms checkIns(Instant treated) {
    var daily = new ArrayList<CheckIn>();
    for (var day = 1; day <= ScheduleSpec.MOST_CHECK_INS; day++) {
      daily.add(new CheckIn(Elapsed.ofDays(day), "full"));
    }
    return terms(new ScheduleSpec(daily, List.of()), treated, Optional.empty());
  }

  private static PlanTerms terms(ScheduleSpec spec, Instant treated, Optional<MassageOrder> order) {
    // Split into one, two or four windows, all of them open at whole hours.
    var waking = new Waking(LocalTime.of(7, 0), LocalTime.of(21, 0));
    return new PlanTerms(spec, treated, LONDON, waking, 1, order, treated);
  }

  private static RecurrenceRule parsed(String rule) {
    try {
      return new RecurrenceRule(rule);
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalArgumentException("rule " + rule, e);
    }
  }
}
