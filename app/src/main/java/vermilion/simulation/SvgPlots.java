package vermilion.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vermilion.clinical.Urgency;

/// The pictures of a simulation, each with its words.
public final class SvgPlots {
  private static final int WIDTH = 720;
  private static final int LEFT = 132;
  private static final int RIGHT = 28;
  private static final int DAYS = 14;
  private static final int[] TICK_MINUTES = {15, 60, 240, 720, 1440, 4320, 14400};
  private static final String[] TICK_WORDS = {
    "15 min", "1 h", "4 h", "12 h", "1 day", "3 days", "10 days"
  };

  private final Results results;

  private SvgPlots(Results results) {
    this.results = results;
  }

  /// The pictures by the name of their file, in order.
  public static Map<String, String> of(Results results) {
    SvgPlots plots = new SvgPlots(results);
    Map<String, String> files = new LinkedHashMap<>();
    files.put("alerts-by-day.svg", plots.alertsByDay());
    files.put("onset-to-alert.svg", plots.onsetToAlert());
    files.put("over-triage.svg", plots.overTriage());
    return files;
  }

  private String subtitle(String who) {
    return who
        + ", "
        + results.protocol.id()
        + " version "
        + results.protocol.version()
        + ", seed "
        + results.terms.seed();
  }

  private String patients() {
    return results.terms.patients() + " made-up patients";
  }

  private String made() {
    return results.terms.ofEachComplication() + " made-up patients with each";
  }

  private static Svg.Point at(double x, double y) {
    return new Svg.Point(x, y);
  }

  private Svg begin(int height, String who, String title, String words) {
    Svg svg = new Svg(WIDTH, height, title, words);
    svg.text("s17", at(RIGHT, 36), title);
    return svg.text("s13", at(RIGHT, 58), subtitle(who));
  }

  // Alerts by day.

  private String alertsByDay() {
    double most = 0.1;
    for (Urgency level : TextReport.RINGING) {
      for (int day = 0; day < DAYS; day++) {
        most = Math.max(most, rate(level, day));
      }
    }
    int panel = 92;
    int top = 60;
    int height = top + panel * TextReport.RINGING.size() + 44;
    Svg svg = begin(height, patients(), "Alerts a day for every 100 patients", alertWords());
    for (int i = 0; i < TextReport.RINGING.size(); i++) {
      alertPanel(svg, TextReport.RINGING.get(i), top + panel * i, most);
    }
    for (int day = 0; day < DAYS; day++) {
      svg.text("s13 middle", at(dayAt(day) + 0.4 * dayWidth(), height - 34), "" + day);
    }
    svg.text(
        "s13 middle", at(LEFT + (WIDTH - LEFT - RIGHT) / 2.0, height - 12), "day of the course");
    return svg.end();
  }

  private void alertPanel(Svg svg, Urgency level, int top, double most) {
    double base = top + 78;
    double scale = 56 / most;
    int highest = 0;
    svg.text("s15", at(RIGHT, base - 4), level.id());
    svg.rule(at(LEFT, base), at(WIDTH - RIGHT, base));
    for (int day = 0; day < DAYS; day++) {
      double size = rate(level, day) * scale;
      svg.bar(level.id(), at(dayAt(day), base - size), dayWidth() * 0.8, size);
      highest = rate(level, day) > rate(level, highest) ? day : highest;
    }
    double size = rate(level, highest) * scale;
    svg.text(
        "s13 middle",
        at(dayAt(highest) + 0.4 * dayWidth(), base - size - 5),
        Figures.decimal(rate(level, highest), 1));
  }

  private String alertWords() {
    StringBuilder words = new StringBuilder("Bars by day, one row for each level. ");
    for (Urgency level : TextReport.RINGING) {
      double first = Phase.FIRST.perDay(alerts(level), results.terms.patients());
      double month = Phase.MONTH.perDay(alerts(level), results.terms.patients());
      words
          .append(level.id())
          .append(": ")
          .append(Figures.decimal(100 * first, 1))
          .append(" a day on days 0 to 2, ")
          .append(Figures.decimal(100 * month, 2))
          .append(" on days 7 to 27. ");
    }
    return words.toString().strip();
  }

  private double rate(Urgency level, int day) {
    return 100.0 * alerts(level)[day] / results.terms.patients();
  }

  private long[] alerts(Urgency level) {
    return results.cohort.alerts[level.ordinal()];
  }

  private static double dayWidth() {
    return (WIDTH - LEFT - RIGHT) / (double) DAYS;
  }

  private static double dayAt(int day) {
    return LEFT + day * dayWidth() + 0.1 * dayWidth();
  }

  // From onset to alert.

  private String onsetToAlert() {
    Complication[] all = Complication.values();
    int panel = 150;
    int top = 84;
    int height = top + panel * (all.length / 2) + 12;
    Svg svg =
        begin(
            height, made(), "From the first sign to an alert of the level it needs", curveWords());
    for (int i = 0; i < all.length; i++) {
      double left = RIGHT + (i % 2) * (WIDTH / 2.0 - 8);
      curvePanel(svg, all[i], at(left, top + panel * (i / 2)));
    }
    return svg.end();
  }

  private void curvePanel(Svg svg, Complication one, Svg.Point corner) {
    Tally.Told told = results.made.told[one.ordinal()];
    double left = corner.x() + 46;
    double base = corner.y() + 108;
    double width = WIDTH / 2.0 - 8 - 46 - 36;
    svg.text("s15", at(corner.x(), corner.y() + 16), one.id() + " (" + one.level().id() + ")");
    svg.text("s13 end", at(left + width, corner.y() + 16), promptly(one, told));
    for (int share : List.of(0, 50, 100)) {
      double y = base - share * 0.8;
      svg.rule(at(left, y), at(left + width, y));
      svg.text("s13 end", at(left - 6, y + 4), share + " %");
    }
    for (int i = 0; i < TICK_MINUTES.length; i += 2) {
      String place = i == 0 ? "s13" : i == TICK_MINUTES.length - 1 ? "s13 end" : "s13 middle";
      svg.text(place, at(left + width * log(TICK_MINUTES[i]), base + 18), TICK_WORDS[i]);
    }
    StringBuilder points = new StringBuilder();
    for (int step = 0; step <= 120; step++) {
      double minutes =
          TICK_MINUTES[0]
              * StrictMath.pow(TICK_MINUTES[6] / (double) TICK_MINUTES[0], step / 120.0);
      double share = told.cases == 0 ? 0 : told.delays.withinMinutes(minutes) / (double) told.cases;
      points.append(step == 0 ? "" : " ").append(Svg.number(left + width * step / 120.0));
      points.append(',').append(Svg.number(base - 80 * share));
    }
    svg.curve(points.toString());
  }

  /// The share that tells most about a level: within 4 h, on the same day, or ever.
  private static String promptly(Complication one, Tally.Told told) {
    if (one.level().atLeast(Urgency.URGENT)) {
      return Figures.percent(told.delays.within(4), told.cases) + " % within 4 h";
    }
    return one.level() == Urgency.SAME_DAY
        ? Figures.percent(told.delays.within(24), told.cases) + " % within 24 h"
        : Figures.percent(told.delays.size(), told.cases) + " % in all";
  }

  private static double log(double minutes) {
    return StrictMath.log(minutes / TICK_MINUTES[0])
        / StrictMath.log(TICK_MINUTES[6] / (double) TICK_MINUTES[0]);
  }

  private String curveWords() {
    StringBuilder words = new StringBuilder("Curves, one for each complication. ");
    for (Complication one : Complication.values()) {
      Tally.Told told = results.made.told[one.ordinal()];
      words.append(one.id()).append(": of ").append(told.cases);
      for (int hours : List.of(1, 4, 12)) {
        words.append(", ").append(Figures.percent(told.delays.within(hours), told.cases));
        words.append(" % within ").append(hours).append(" h");
      }
      words.append(told.delays.size() == 0 ? "" : ", median ");
      words.append(told.delays.size() == 0 ? "" : Figures.minutes(told.delays.medianMinutes()));
      words.append(". ");
    }
    return words.toString().strip();
  }

  // Over-triage.

  private String overTriage() {
    long[] usual = results.cohort.usual;
    int readers = 0;
    for (long count : usual) {
      readers += count > 0 ? 1 : 0;
    }
    int group = 92;
    int top = 96;
    int height = top + group * readers + 44;
    Svg svg =
        begin(height, patients(), "Usual courses in which an answer reached a level", shareWords());
    int row = 0;
    for (Reader reader : Reader.values()) {
      if (usual[reader.ordinal()] > 0) {
        shares(svg, reader, top + group * row++);
      }
    }
    for (int share = 0; share <= 100; share += 25) {
      svg.text("s13 middle", at(shareAt(share / 100.0), height - 16), share + " %");
    }
    return svg.end();
  }

  private void shares(Svg svg, Reader reader, int top) {
    long usual = results.cohort.usual[reader.ordinal()];
    svg.text("s15", at(RIGHT, top + 14), reader.id());
    svg.text("s13", at(RIGHT, top + 34), usual + " courses");
    svg.rule(at(shareAt(0), top - 6), at(shareAt(0), top + 74));
    int line = 0;
    for (Urgency level : List.of(Urgency.URGENT, Urgency.SAME_DAY, Urgency.SOON)) {
      long count = results.cohort.everAnswered[reader.ordinal()][level.ordinal()];
      Figures.Interval interval = Figures.Interval.of(count, usual);
      double y = top + 24 * line++;
      double width = shareAt((double) count / usual) - shareAt(0);
      svg.bar(level.id(), at(shareAt(0), y), width, 16);
      svg.line("whisker", at(shareAt(interval.low()), y + 8), at(shareAt(interval.high()), y + 8));
      svg.text(
          "s13",
          at(shareAt(interval.high()) + 8, y + 13),
          level.id() + " " + Figures.percent(count, usual) + " %");
    }
  }

  private static double shareAt(double share) {
    return LEFT + share * (WIDTH - LEFT - RIGHT - 130);
  }

  private String shareWords() {
    StringBuilder words =
        new StringBuilder("Bars by reader; lines show where chance alone could move them. ");
    for (Reader reader : Reader.values()) {
      long usual = results.cohort.usual[reader.ordinal()];
      if (usual == 0) {
        continue;
      }
      words.append(reader.id()).append(", ").append(usual).append(" courses");
      for (Urgency level : List.of(Urgency.URGENT, Urgency.SAME_DAY, Urgency.SOON)) {
        long count = results.cohort.everAnswered[reader.ordinal()][level.ordinal()];
        words.append(", ").append(level.id()).append(' ');
        words.append(Figures.percent(count, usual)).append(" %");
      }
      words.append(". ");
    }
    return words.toString().strip();
  }
}
