package vermilion.web.page;

import java.util.List;

/// A named spot of the lips, in the patient's own left and right, and where the clinic's drawing
/// has it.
///
/// The clinic sees the patient from the front: her left is on the right of the drawing.
///
/// @param name the name in orders and records
/// @param number the number in the drawing
/// @param x from the left of the drawing
/// @param y from its top
public record LipSpot(String name, int number, int x, int y) {

  /// All spots, as they are numbered.
  public static final List<LipSpot> ALL =
      List.of(
          new LipSpot("upper lip, left", 1, 222, 74),
          new LipSpot("upper lip, middle", 2, 160, 78),
          new LipSpot("upper lip, right", 3, 98, 74),
          new LipSpot("lower lip, left", 4, 222, 128),
          new LipSpot("lower lip, middle", 5, 160, 138),
          new LipSpot("lower lip, right", 6, 98, 128));
}
