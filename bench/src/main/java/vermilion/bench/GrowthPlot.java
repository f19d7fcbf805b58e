package vermilion.bench;

import java.util.List;
import java.util.Locale;

/// Draws the curves of [Growth] side by side.
final class GrowthPlot {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 300;
  private static final int TOP = 84;
  private static final int FLOOR = 244;
  private static final int SIDE = 280;

  private final StringBuilder svg = new StringBuilder();
  private final double most;

  private GrowthPlot(double most) {
    this.most = most;
  }

  static String of(Growth.Curves curves) {
    var most = 0.0;
    for (var points : List.of(curves.byQuestions(), curves.byRules())) {
      for (var point : points) {
        most = Math.max(most, point.millis());
      }
    }
    return new GrowthPlot(most).draw(curves);
  }

  private String draw(Growth.Curves curves) {
    svg.append(
        Plot.begin(
            new Plot.Frame(
                WIDTH,
                HEIGHT,
                "Time to prove the answers, by size of the protocol",
                words("With 60 rules", curves.byQuestions(), "questions")
                    + ". "
                    + words("With 60 questions", curves.byRules(), "rules"),
                "Time to prove the answers",
                "lip-ha with made-up questions and rules added; milliseconds, warm")));
    panel(56, curves.byQuestions(), "questions, with 60 rules");
    panel(56 + SIDE + 64, curves.byRules(), "rules, with 60 questions");
    return svg.append("</svg>\n").toString();
  }

  private static String words(String with, List<Growth.Point> points, String what) {
    return String.format(
        Locale.ROOT,
        "%s, %.0f ms for %d %s and %.0f ms for %d",
        with,
        points.getFirst().millis(),
        points.getFirst().size(),
        what,
        points.getLast().millis(),
        points.getLast().size());
  }

  private void panel(int left, List<Growth.Point> points, String what) {
    var widest = points.getLast().size();
    var line = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"rule\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n",
            left,
            FLOOR,
            left + SIDE - 20,
            FLOOR));
    for (var point : points) {
      var x = left + point.size() * (SIDE - 40.0) / widest;
      var y = FLOOR - point.millis() / most * (FLOOR - TOP);
      line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      svg.append(
          String.format(
              Locale.ROOT,
              """
              <circle class="dot" cx="%.1f" cy="%.1f" r="3.5"/>
              <text x="%.1f" y="%.1f" text-anchor="middle">%.0f</text>
              <text x="%.1f" y="%d" text-anchor="middle">%d</text>
              """,
              x,
              y,
              x,
              y - 9,
              point.millis(),
              x,
              FLOOR + 18,
              point.size()));
    }
    svg.append("<polyline class=\"line\" points=\"").append(line.toString().strip());
    svg.append(
        String.format(
            Locale.ROOT, "\"/>%n<text x=\"%d\" y=\"%d\">%s</text>%n", left, FLOOR + 40, what));
  }
}
