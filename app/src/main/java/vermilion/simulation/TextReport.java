package vermilion.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vermilion.clinical.Urgency;

/// A simulation for people: plain text.
public final class TextReport {
  /// What every report says first.
  static final String CAVEAT =
      "Made-up patients: this compares protocols and finds gaps; it is no evidence about people.";

  static final List<Urgency> RINGING =
      List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.SAME_DAY, Urgency.SOON);

  private static final int NAME = 15;
  private static final int CELL = 11;
  private static final int MOST_RULES = 6;

  private final Results results;
  private final StringBuilder out = new StringBuilder();

  private TextReport(Results results) {
    this.results = results;
  }

  /// The report, without a line end.
  public static String of(Results results) {
    TextReport report = new TextReport(results);
    report.head();
    report.overTriage();
    report.rules();
    report.load();
    report.complications();
    return report.out.toString().stripTrailing();
  }

  private void head() {
    Simulation.Terms terms = results.terms;
    line(
        results.protocol.id()
            + " version "
            + results.protocol.version()
            + (results.protocol.isDraft() ? " (draft)" : "")
            + ": "
            + terms.patients()
            + " patients, seed "
            + terms.seed()
            + ", "
            + terms.reader().map(one -> one.id() + " readers").orElse("a mix of readers")
            + ", misreading "
            + terms.misreadingPercent()
            + " %");
    line(CAVEAT);
    measured(terms.measured());
  }

  private void measured(Measured measured) {
    if (measured.people() == 0) {
      return;
    }
    line("");
    line("Misreading as measured with " + measured.people() + " people; all else is assumed");
    for (Misread kind : Misread.values()) {
      Measured.Count count = measured.counts().get(kind);
      String words = "not asked, assumed";
      if (count != null) {
        Figures.Interval interval = Figures.Interval.of(count.misread(), count.answers());
        words =
            count.misread()
                + " of "
                + count.answers()
                + (count.isEnough()
                    ? ", "
                        + Figures.decimal(100 * count.chance(), 1)
                        + " % ("
                        + Figures.decimal(100 * interval.low(), 1)
                        + " to "
                        + Figures.decimal(100 * interval.high(), 1)
                        + " %)"
                    : ", fewer than " + Measured.LEAST_ANSWERS + ", assumed");
      }
      line("  " + Figures.left(kind.id(), NAME) + " " + words);
    }
  }

  private void overTriage() {
    line("");
    line("Usual courses that ever reached at least a level, in per cent: by an answer / also by");
    line("silence or a deadline");
    row("reader", List.of("patients", "emergency", "urgent", "same-day", "soon"));
    for (Reader reader : Reader.values()) {
      int place = reader.ordinal();
      long usual = results.cohort.usual[place];
      if (usual == 0) {
        continue;
      }
      List<String> cells = new ArrayList<>(List.of(Long.toString(usual)));
      for (Urgency level : RINGING) {
        long answered = results.cohort.everAnswered[place][level.ordinal()];
        long rang = results.cohort.everRang[place][level.ordinal()];
        cells.add(Figures.percent(answered, usual) + "/" + Figures.percent(rang, usual));
      }
      row(reader.id(), cells);
    }
  }

  private void rules() {
    line("");
    line("What led the first alert of a level in usual courses, in patients");
    for (Urgency level : RINGING) {
      line("  " + Figures.left(level.id(), NAME - 2) + String.join(", ", leading(level)));
    }
  }

  private List<String> leading(Urgency level) {
    List<Map.Entry<String, long[]>> rules = new ArrayList<>(results.cohort.leadingRules.entrySet());
    rules.removeIf(rule -> rule.getValue()[level.ordinal()] == 0);
    rules.sort((one, other) ->
        Long.compare(other.getValue()[level.ordinal()], one.getValue()[level.ordinal()]));
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, long[]> rule : rules.subList(0, Math.min(MOST_RULES, rules.size()))) {
      words.add(rule.getKey() + " " + rule.getValue()[level.ordinal()]);
    }
    return words.isEmpty() ? List.of("none") : words;
  }

  private void load() {
    line("");
    line("Load on the clinic: alerts a day for every 100 patients, by days since the treatment");
    List<String> days = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      days.add(phase.days());
    }
    row("days", days);
    for (Urgency level : RINGING) {
      perDay(level.id(), results.cohort.alerts[level.ordinal()], 100, 2);
    }
    line("Reminders a day for each patient");
    perDay("reminders", results.cohort.reminders, 1, 2);
    Tally cohort = results.cohort;
    line(
        "Check-ins: "
            + cohort.asked
            + " asked, "
            + Figures.percent(cohort.answered, cohort.asked)
            + " % answered. Worries brought: "
            + cohort.contacts
            + ", "
            + cohort.calls
            + " of them calls.");
    line(
        "Calls to patients: "
            + cohort.callsToPatients
            + ". Deadlines that passed with nobody answering: "
            + cohort.unanswered
            + ".");
  }

  private void perDay(String name, long[] byDay, int factor, int decimals) {
    List<String> cells = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      double rate = phase.perDay(byDay, results.terms.patients());
      cells.add(Figures.decimal(rate * factor, decimals));
    }
    row(name, cells);
  }

  private void complications() {
    line("");
    line("True complications at their rates, among the " + results.terms.patients());
    List<String> counts = new ArrayList<>();
    for (Complication one : Complication.values()) {
      counts.add(one.id() + " " + results.cohort.complications[one.ordinal()]);
    }
    line("  " + String.join(", ", counts));
    line("");
    line("From onset to an alert of the level it needs, among further patients made to have it");
    row(
        "complication",
        List.of("cases", "reported", "missed", "alerted", "< 1 h %", "< 4 h %", "< 12 h %"),
        "median");
    for (Complication one : Complication.values()) {
      Tally.Told told = results.made.told[one.ordinal()];
      List<String> cells = new ArrayList<>();
      for (long count : List.of(told.cases, told.reported, told.missed, told.delays.size())) {
        cells.add(Long.toString(count));
      }
      for (int hours : List.of(1, 4, 12)) {
        cells.add(Figures.percent(told.delays.within(hours), told.cases));
      }
      row(one.id(), cells, median(told));
    }
    line("Reported: she gave an answer that shows it. Missed: reported, and never such an alert.");
  }

  private static String median(Tally.Told told) {
    return told.delays.size() == 0 ? "-" : Figures.minutes(told.delays.medianMinutes());
  }

  private void row(String name, List<String> cells) {
    row(name, cells, "");
  }

  private void row(String name, List<String> cells, String last) {
    StringBuilder row = new StringBuilder("  ").append(Figures.left(name, NAME - 2));
    cells.forEach(cell -> row.append(' ').append(Figures.right(cell, CELL - 1)));
    line((row + (last.isEmpty() ? "" : "  " + last)).stripTrailing());
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
