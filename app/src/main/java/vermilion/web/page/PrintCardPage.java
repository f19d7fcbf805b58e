package vermilion.web.page;

import java.util.List;
import java.util.Optional;

/// The emergency card on paper, for a patient without a smartphone: the card, and when her plan
/// asks her to look. No word about her care that the card does not have.
///
/// @param card the emergency card
/// @param times when her check-ins are, on her own clock
/// @param zone the zone of these times
/// @param code the card as text, to scan
public record PrintCardPage(
    CardPage card, List<String> times, String zone, Optional<CodeDrawing> code) implements Page {

  /// Copies the times.
  public PrintCardPage {
    times = List.copyOf(times);
  }

  @Override
  public String template() {
    return "clinic/card-print.jte";
  }
}
