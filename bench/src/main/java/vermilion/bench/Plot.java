package vermilion.bench;

import java.util.Locale;

/// What every plot of these pages begins with: its words for those who do not see it, its colours
/// by day and by night, its heading.
final class Plot {

  private Plot() {}

  /// How large a plot is and what it says.
  ///
  /// @param width in units of the drawing
  /// @param height the same
  /// @param title names it
  /// @param description what it shows, in words
  /// @param heading its first line
  /// @param units its second line: what the figures are
  record Frame(
      int width, int height, String title, String description, String heading, String units) {}

  /// The opening of the drawing.
  static String begin(Frame frame) {
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="t d">
        <title id="t">%s</title>
        <desc id="d">%s.</desc>
        <style>
        text { font: 13px system-ui, sans-serif; fill: #6b5560 }
        .head { font-weight: 600; font-size: 17px; fill: #23191d }
        .line { fill: none; stroke: #7a1f3d; stroke-width: 2 }
        .dot { fill: #7a1f3d }
        .rule { stroke: #e6dde0 }
        .paper { fill: #ffffff }
        @media (prefers-color-scheme: dark) {
        text { fill: #c9b8bf } .head { fill: #f6eef1 } .line { stroke: #f0a6bd } .dot { fill: #f0a6bd }
        .rule { stroke: #4a3a41 } .paper { fill: #1c1518 }
        }
        </style>
        <rect class="paper" width="%d" height="%d"/>
        <text class="head" x="28" y="36">%s</text>
        <text x="28" y="58">%s</text>
        """,
        frame.width(),
        frame.height(),
        frame.title(),
        frame.description(),
        frame.width(),
        frame.height(),
        frame.heading(),
        frame.units());
  }
}
