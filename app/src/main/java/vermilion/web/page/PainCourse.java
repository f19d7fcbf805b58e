package vermilion.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The pain that a patient told, as a line with its sentence.
///
/// @param points what was told, by elapsed hour
public record PainCourse(List<Point> points) {

  /// The highest pain of the scale.
  private static final int MOST = 10;

  /// The last hours that a row of the worklist shows.
  private static final double ROW_HOURS = 72;

  /// One answer.
  ///
  /// @param hours hours since the treatment
  /// @param pain 0 to 10
  public record Point(double hours, int pain) {}

  /// A dot in the drawing.
  ///
  /// @param x from the left
  /// @param y from the top
  public record Dot(long x, long y) {}

  /// Keeps the points in the order of time.
  public PainCourse {
    points = points.stream().sorted(Comparator.comparingDouble(Point::hours)).toList();
  }

  /// The last 72 hours before the newest answer.
  public PainCourse lastHours() {
    if (points.isEmpty()) {
      return this;
    }
    double from = points.getLast().hours() - ROW_HOURS;
    return new PainCourse(points.stream().filter(point -> point.hours() >= from).toList());
  }

  /// The answers as dots in a box of `width` by `height`, with room for the line's own thickness.
  public List<Dot> dots(int width, int height) {
    var dots = new ArrayList<Dot>();
    if (points.isEmpty()) {
      return dots;
    }
    double first = points.getFirst().hours();
    double span = Math.max(1, points.getLast().hours() - first);
    for (Point point : points) {
      double across = points.size() == 1 ? 1 : (point.hours() - first) / span;
      dots.add(
          new Dot(
              Math.round(4 + across * (width - 8)),
              Math.round(height - 4 - (height - 8) * (double) point.pain() / MOST)));
    }
    return dots;
  }

  /// The line through the dots, for the `points` of an SVG polyline.
  public String line(int width, int height) {
    var line = new StringBuilder();
    for (Dot dot : dots(width, height)) {
      line.append(line.isEmpty() ? "" : " ").append(dot.x()).append(',').append(dot.y());
    }
    return line.toString();
  }

  /// What the line says, in words.
  public String sentence() {
    if (points.isEmpty()) {
      return "no answers yet";
    }
    int last = points.getLast().pain();
    if (points.size() == 1) {
      return "pain " + last;
    }
    int before = points.get(points.size() - 2).pain();
    return before == last ? "pain " + last + ", as before" : "pain " + before + " to " + last;
  }
}
