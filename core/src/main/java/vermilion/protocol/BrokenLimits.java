package vermilion.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.clinical.Filler;

/// Collects the limits that an order breaks.
final class BrokenLimits {
  private static final int SHOWN_CHARS = 60;

  private final ArrayList<OrderCheck.Broken> broken = new ArrayList<>();

  List<OrderCheck.Broken> list() {
    return List.copyOf(broken);
  }

  /// A massage; without limits of a protocol it is measured by the brief's as well, so that nothing
  /// is found only at the second attempt.
  void massage(
      Optional<MassageLimits> limits, Filler filler, boolean riskFact, MassageOrder massage) {
    if (limits.isEmpty()) {
      add("massage", "ordered", "none", "This protocol allows no massage.");
    }
    if (filler != Filler.HYALURONIC_ACID) {
      var allowed = Filler.HYALURONIC_ACID.id();
      add(
          "filler",
          filler.id(),
          allowed,
          "Massage is only for "
              + allowed
              + " in the lips, and the record says "
              + filler.id()
              + ".");
    }
    var most = limits.orElse(MassageLimits.BRIEF);
    start(most, massage);
    range("minutes", massage.minutes(), most.mostMinutes(), "The minutes of a session");
    range("perDay", massage.perDay(), most.mostPerDay(), "The sessions a day");
    range("days", massage.days(), most.mostDays(), "The number of days");
    where(massage.where());
    text("pressure", massage.pressure(), OrderCheck.MOST_PRESSURE_CHARS);
    reason("reason", massage.reason());
    reason("bruiseReason", massage.bruiseReason());
    reason("riskReason", massage.riskReason());
    if (riskFact && massage.riskReason().isEmpty()) {
      add(
          "riskReason",
          "none",
          "a reason",
          "The record says blood thinner, or older or unknown filler in the lip: massage needs a"
              + " reason.");
    }
  }

  private void start(MassageLimits most, MassageOrder massage) {
    var hours = massage.startHours();
    var free = most.freeStartHours() + " to " + most.latestStartHours();
    if (hours < most.earliestStartHours()) {
      add(
          "startHours",
          hours,
          free,
          "Massage never starts before hour "
              + most.earliestStartHours()
              + ", not at hour "
              + hours
              + ".");
    } else if (hours > most.latestStartHours()) {
      add(
          "startHours",
          hours,
          free,
          "Massage starts by hour " + most.latestStartHours() + ", not at hour " + hours + ".");
    } else if (hours < most.freeStartHours() && massage.reason().isEmpty()) {
      add(
          "reason",
          "none",
          "a reason",
          "A start at hour "
              + hours
              + ", before hour "
              + most.freeStartHours()
              + ", needs a typed reason.");
    }
  }

  private void range(String limit, int value, int most, String what) {
    if (value < 1 || value > most) {
      add(limit, value, "1 to " + most, what + " may be 1 to " + most + ", not " + value + ".");
    }
  }

  private void where(List<String> spots) {
    if (spots.isEmpty() || spots.size() > OrderCheck.MOST_SPOTS) {
      var allowed = "1 to " + OrderCheck.MOST_SPOTS + " spots";
      add("where", spots.size(), allowed, "Name " + allowed + ", not " + spots.size() + ".");
      return;
    }
    for (var i = 0; i < spots.size(); i++) {
      var field = "where[" + i + "]";
      text(field, spots.get(i), OrderCheck.MOST_SPOT_CHARS);
      if (OrderText.namesEverything(spots.get(i))) {
        add(
            field,
            shown(spots.get(i)),
            "a named spot",
            "Name the spot, such as \"upper lip, left\", not \"" + shown(spots.get(i)) + "\".");
      }
    }
  }

  private void reason(String limit, Optional<String> reason) {
    if (reason.isPresent()) {
      // A reason may be typed over several lines.
      text(limit, reason.get().replace('\n', ' ').replace('\r', ' '), OrderCheck.MOST_REASON_CHARS);
    }
  }

  /// Words without control characters, at most `most` characters of it.
  void text(String limit, String text, int most) {
    var allowed = "1 to " + most + " characters";
    if (!OrderText.saysSomething(text)) {
      add(limit, shown(text), allowed, "The field " + limit + " is empty.");
    } else if (text.length() > most) {
      add(
          limit,
          shown(text),
          allowed,
          "The field " + limit + " has " + text.length() + " characters, at most " + most + ".");
    } else if (OrderText.hasControl(text)) {
      add(limit, shown(text), allowed, "The field " + limit + " has a control character in it.");
    }
  }

  private void add(String limit, int value, String allowed, String sentence) {
    add(limit, Integer.toString(value), allowed, sentence);
  }

  private void add(String limit, String value, String allowed, String sentence) {
    broken.add(new OrderCheck.Broken(limit, value, allowed, sentence));
  }

  private static String shown(String text) {
    return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS) + "...";
  }
}
