package vermilion.content;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vermilion.protocol.Advice;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.MassageOrder;
import vermilion.protocol.Protocol;
import vermilion.protocol.ScheduleSpec;
import vermilion.schedule.Occurrence;
import vermilion.schedule.PlanTerms;
import vermilion.schedule.Schedule;
import vermilion.time.DueWindow;
import vermilion.time.Elapsed;
import vermilion.time.Waking;
import vermilion.triage.Rule;

/// Writes out all that a protocol means for one patient, for a clinician to read.
///
/// The patient was treated on the afternoon before the clocks go forward in London, and has the
/// massage that the protocol offers first, where it offers one.
final class Expanded {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant TREATED = Instant.parse("2026-03-28T15:00:00Z");
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEE dd MMM yyyy HH:mm", Locale.ENGLISH);

  private final Protocol protocol;
  private final StringBuilder out = new StringBuilder();

  private Expanded(Protocol protocol) {
    this.protocol = protocol;
  }

  static String of(Protocol protocol) {
    Expanded expanded = new Expanded(protocol);
    expanded.head();
    expanded.windows();
    expanded.advice();
    expanded.rules();
    return expanded.out.toString();
  }

  private void head() {
    line(
        protocol.id()
            + ", version "
            + protocol.version()
            + (protocol.isDraft() ? ", draft" : ", signed"));
    line(text("title"));
    line(text("note"));
    line("");
    line("Treated " + local(TREATED) + " in London; the clocks go forward that night.");
    line(
        "Awake from "
            + Waking.USUAL.from()
            + " to "
            + Waking.USUAL.until()
            + ". A window closes just before its second time.");
    line(order().map(Expanded::said).orElse("Never a massage."));
  }

  private static String said(MassageOrder order) {
    return "Ordered: massage from "
        + order.startHours()
        + " h on, "
        + order.minutes()
        + " min, "
        + order.perDay()
        + " times a day, for "
        + order.days()
        + " days: "
        + String.join(", ", order.where())
        + ".";
  }

  private Optional<MassageOrder> order() {
    return protocol
        .massage()
        .map((MassageLimits limits) ->
            new MassageOrder(
                limits.usualStartHours(),
                limits.usualMinutes(),
                limits.usualPerDay(),
                limits.usualDays(),
                List.of("upper lip, left"),
                MassageOrder.USUAL_PRESSURE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  private void windows() {
    ScheduleSpec spec = new ScheduleSpec(protocol.checkIns(), protocol.photos());
    List<Occurrence> all =
        Schedule.expand(new PlanTerms(spec, TREATED, LONDON, Waking.USUAL, 1, order(), TREATED));
    section("Check-ins, massages and photos");
    for (Occurrence one : all) {
      line(column(one.id(), 33) + said(one.window()));
    }
  }

  private void advice() {
    section("Advice");
    for (Advice one : protocol.advice()) {
      String until =
          one.until().map(bound -> "until " + local(at(bound))).orElse("until what its text names");
      line(
          column(one.avoid() ? "avoid" : "allow", 6)
              + column(text("advice." + one.id() + ".title"), 33)
              + "from "
              + local(at(one.from()))
              + " "
              + until
              + (one.includes().isEmpty()
                  ? ""
                  : "; includes " + String.join(", ", one.includes())));
    }
  }

  private void rules() {
    section("Rules, in the order of the protocol; a comma is an and, a line is an or");
    RuleWords words = new RuleWords(protocol.questions());
    for (Rule rule : protocol.rules()) {
      line(rule.id() + " (" + rule.concern().id() + ")");
      for (Rule.Case one : rule.cases()) {
        String again =
            one.askAgain().map(asked -> ", and asks " + RuleWords.said(asked)).orElse("");
        line("  " + one.level().id() + again);
        one.anyOf().forEach(allOf -> line("    " + words.line(allOf)));
      }
    }
  }

  private String text(String key) {
    return protocol.textsIn("en").find(key).orElseThrow();
  }

  private static String column(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private static Instant at(Elapsed elapsed) {
    return TREATED.plusSeconds(elapsed.seconds());
  }

  private static String said(DueWindow window) {
    return local(window.opens()) + " to " + local(window.closes());
  }

  private static String local(Instant instant) {
    return DAY_AND_TIME.format(instant.atZone(LONDON));
  }

  private void section(String title) {
    line("");
    line(title);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
