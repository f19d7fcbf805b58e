package vermilion.faults;

import java.util.Locale;
import java.util.Map;

/// Draws how soon a clinic takes a write again after each kind of fault.
final class RecoveryPlot {

  private static final int WIDTH = 720;
  private static final int LEFT = 220;
  private static final int RIGHT = 690;
  private static final int TOP = 92;
  private static final int ROW = 26;
  private static final double LEAST_MILLIS = 10;
  private static final double MOST_MILLIS = 30_000;

  private final StringBuilder svg = new StringBuilder();
  private final int floor;

  private RecoveryPlot(int rows) {
    this.floor = TOP + rows * ROW;
  }

  static String of(String store, Map<FaultKind, Spread> recovered) {
    return new RecoveryPlot(recovered.size()).draw(store, recovered);
  }

  private String draw(String store, Map<FaultKind, Spread> recovered) {
    StringBuilder words = new StringBuilder();
    recovered.forEach((kind, spread) ->
        words.append(
            String.format(
                Locale.ROOT,
                "%s: median %d ms, nine in ten within %d ms. ",
                kind.words(),
                spread.percentile(50),
                spread.percentile(90))));
    head(store, words.toString().strip());
    for (int millis : new int[] {10, 100, 1_000, 10_000}) {
      grid(millis);
    }
    int y = TOP + ROW / 2;
    for (Map.Entry<FaultKind, Spread> one : recovered.entrySet()) {
      row(y, one.getKey(), one.getValue());
      y += ROW;
    }
    return svg.append("</svg>\n").toString();
  }

  private void head(String store, String words) {
    int height = floor + 34;
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="t d">
            <title id="t">From a fault to the next acknowledged write, %s</title>
            <desc id="d">%s</desc>
            <style>
            text { font: 13px system-ui, sans-serif; fill: #6b5560 }
            .head { font-weight: 600; font-size: 17px; fill: #23191d }
            .line { stroke: #7a1f3d; stroke-width: 2 }
            .dot { fill: #7a1f3d }
            .rule { stroke: #e6dde0 }
            .paper { fill: #ffffff }
            @media (prefers-color-scheme: dark) {
            text { fill: #c9b8bf } .head { fill: #f6eef1 } .line { stroke: #f0a6bd } .dot { fill: #f0a6bd }
            .rule { stroke: #4a3a41 } .paper { fill: #1c1518 }
            }
            </style>
            <rect class="paper" width="%d" height="%d"/>
            <text class="head" x="28" y="36">From a fault to the next acknowledged write, %s</text>
            <text x="28" y="58">dot: median; line: from the 10th to the 90th of a hundred; milliseconds</text>
            """,
            WIDTH,
            height,
            store,
            words,
            WIDTH,
            height,
            store));
  }

  private static double x(long millis) {
    double inside = (double) Math.clamp(millis, (long) LEAST_MILLIS, (long) MOST_MILLIS);
    return LEFT
        + (RIGHT - LEFT) * Math.log(inside / LEAST_MILLIS) / Math.log(MOST_MILLIS / LEAST_MILLIS);
  }

  private void grid(int millis) {
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <line class="rule" x1="%.1f" y1="%d" x2="%.1f" y2="%d"/>
            <text x="%.1f" y="%d" text-anchor="middle">%,d</text>
            """,
            x(millis),
            TOP - 8,
            x(millis),
            floor,
            x(millis),
            floor + 20,
            millis));
  }

  private void row(int y, FaultKind kind, Spread spread) {
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <text x="28" y="%d">%s</text>
            <line class="line" x1="%.1f" y1="%d" x2="%.1f" y2="%d"/>
            <circle class="dot" cx="%.1f" cy="%d" r="4"/>
            """,
            y + 5,
            kind.words(),
            x(spread.percentile(10)),
            y,
            x(spread.percentile(90)),
            y,
            x(spread.percentile(50)),
            y));
  }
}
