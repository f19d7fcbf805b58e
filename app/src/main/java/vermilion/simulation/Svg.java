package vermilion.simulation;

/// Writes one picture as SVG: its words are read out, and it follows the reader's light or dark.
final class Svg {
  /// The tokens of the house, light and dark, as in the style sheet; a test holds them equal.
  static final String[][] TOKENS = {
    {"card", "#ffffff", "#211a1d"},
    {"line", "#eadfda", "#362a2e"},
    {"ink", "#241a1d", "#f4ecea"},
    {"soft", "#6b5a5f", "#b9a7ab"},
    {"accent", "#6d2740", "#f0b3c2"},
    {"soon", "#245a8d", "#9cc8f2"},
    {"same-day", "#8a5200", "#f3c777"},
    {"urgent", "#b3161b", "#ff9d97"},
    {"emergency", "#7a0009", "#c4131d"}
  };

  private final StringBuilder out = new StringBuilder();

  /// Begins a picture.
  ///
  /// @param title what it shows, in a few words
  /// @param words the same for who cannot see it, with its figures
  Svg(int width, int height, String title, String words) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height)
        .append("\" width=\"")
        .append(width)
        .append("\" height=\"")
        .append(height)
        .append("\" role=\"img\" aria-labelledby=\"title words\">\n");
    element("title", " id=\"title\"", title);
    element("desc", " id=\"words\"", words);
    style();
    out.append("<rect class=\"card\" width=\"")
        .append(width)
        .append("\" height=\"")
        .append(height)
        .append("\" rx=\"18\"/>\n");
  }

  private void style() {
    out.append("<style>\n");
    tokens(1);
    out.append("text{font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",")
        .append("Arial,sans-serif;font-variant-numeric:tabular-nums;fill:var(--ink)}\n")
        .append(".s13{font-size:13px;fill:var(--soft)}.s15{font-size:15px}")
        .append(".s17{font-size:17px;font-weight:600}.end{text-anchor:end}")
        .append(".middle{text-anchor:middle}\n")
        .append(".rule{stroke:var(--line);stroke-width:1}")
        .append(".curve{fill:none;stroke:var(--accent);stroke-width:2.5}")
        .append(".whisker{stroke:var(--ink);stroke-width:1.5}\n.card{fill:var(--card)}");
    for (String name : new String[] {"soon", "same-day", "urgent", "emergency"}) {
      out.append('.').append(name).append("{fill:var(--").append(name).append(")}");
    }
    out.append("\n@media (prefers-color-scheme:dark){\n");
    tokens(2);
    out.append("}\n</style>\n");
  }

  private void tokens(int column) {
    out.append(":root{");
    for (String[] token : TOKENS) {
      out.append("--").append(token[0]).append(':').append(token[column]).append(';');
    }
    out.append("}\n");
  }

  /// A point of the picture.
  record Point(double x, double y) {}

  Svg text(String styles, Point at, String words) {
    element("text", " class=\"" + styles + "\"" + place("x", at.x) + place("y", at.y), words);
    return this;
  }

  Svg rule(Point from, Point to) {
    return line("rule", from, to);
  }

  Svg line(String style, Point from, Point to) {
    out.append("<line class=\"").append(style).append('"');
    out.append(place("x1", from.x)).append(place("y1", from.y));
    out.append(place("x2", to.x)).append(place("y2", to.y)).append("/>\n");
    return this;
  }

  /// A bar from its upper left corner.
  Svg bar(String style, Point corner, double width, double height) {
    out.append("<rect class=\"").append(style).append('"');
    out.append(place("x", corner.x)).append(place("y", corner.y));
    out.append(place("width", Math.max(0, width))).append(place("height", Math.max(0, height)));
    out.append(" rx=\"2\"/>\n");
    return this;
  }

  /// A curve through points.
  ///
  /// @param points as `x,y x,y`
  Svg curve(String points) {
    out.append("<polyline class=\"curve\" points=\"").append(points).append("\"/>\n");
    return this;
  }

  /// The picture.
  String end() {
    return out + "</svg>\n";
  }

  static String number(double value) {
    return Figures.decimal(value, 1);
  }

  private static String place(String name, double value) {
    return " " + name + "=\"" + number(value) + "\"";
  }

  private void element(String name, String attributes, String words) {
    out.append('<').append(name).append(attributes).append('>');
    out.append(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    out.append("</").append(name).append(">\n");
  }
}
