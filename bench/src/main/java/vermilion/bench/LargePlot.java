package vermilion.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vermilion.bench.LargeBench.Ask;
import vermilion.bench.LargeBench.Found;

/// Draws how times and memory grow with the number of episodes.
final class LargePlot {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 480;
  private static final int SIDE = 280;
  private static final int ROOM = 120;

  private final StringBuilder svg = new StringBuilder();

  private LargePlot() {}

  /// A panel.
  ///
  /// @param what what it shows, with its unit
  /// @param figures from the smallest record to the largest
  private record Panel(String what, List<Double> figures) {}

  static String of(List<Found> all) {
    return new LargePlot().draw(all);
  }

  private String draw(List<Found> all) {
    var panels =
        List.of(
            panel("opening one the first time, ms", all, Ask.OPEN_COLD),
            panel("Today the first time, ms", all, Ask.TODAY_COLD),
            panel("worklist of one episode in 100, ms", all, Ask.WORKLIST),
            new Panel(
                "the most memory, MB", all.stream().map(found -> found.memory().most()).toList()));
    head(panels);
    for (var i = 0; i < panels.size(); i++) {
      draw(panels.get(i), all, 56 + i % 2 * (SIDE + 64), 96 + i / 2 * 190);
    }
    return svg.append("</svg>\n").toString();
  }

  private static Panel panel(String what, List<Found> all, Ask ask) {
    return new Panel(what, all.stream().map(found -> found.of(ask).median()).toList());
  }

  private void head(List<Panel> panels) {
    var words = new ArrayList<String>();
    for (var panel : panels) {
      words.add(
          String.format(
              Locale.ROOT,
              "%s: from %.1f to %.1f",
              panel.what(),
              panel.figures().getFirst(),
              panel.figures().getLast()));
    }
    svg.append(
        Plot.begin(
            new Plot.Frame(
                WIDTH,
                HEIGHT,
                "Times and memory by the number of episodes",
                String.join(". ", words),
                "From a thousand episodes on",
                "medians over HTTP; each step to the right has ten times as many episodes")));
  }

  private void draw(Panel panel, List<Found> all, int left, int top) {
    var floor = top + ROOM;
    var most = panel.figures().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    var line = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"rule\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n",
            left,
            floor,
            left + SIDE - 20,
            floor));
    for (var i = 0; i < all.size(); i++) {
      var x = left + 24 + i * (SIDE - 70.0) / Math.max(1, all.size() - 1);
      var y = floor - panel.figures().get(i) / most * (ROOM - 24);
      line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      dot(x, y, figure(panel.figures().get(i)));
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,d</text>%n",
              x,
              floor + 18,
              all.get(i).episodes()));
    }
    svg.append("<polyline class=\"line\" points=\"").append(line.toString().strip());
    svg.append(
        String.format(
            Locale.ROOT,
            "\"/>%n<text x=\"%d\" y=\"%d\">%s</text>%n",
            left,
            floor + 38,
            panel.what()));
  }

  private void dot(double x, double y, String word) {
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <circle class="dot" cx="%.1f" cy="%.1f" r="3.5"/>
            <text x="%.1f" y="%.1f" text-anchor="middle">%s</text>
            """,
            x,
            y,
            x,
            y - 9,
            word));
  }

  private static String figure(double figure) {
    return String.format(Locale.ROOT, figure < 20 ? "%.1f" : "%.0f", figure);
  }
}
