package vermilion.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vermilion.episode.CareEvent;
import vermilion.service.CareCard;
import vermilion.time.UtcText;

/// Says what staff did for a patient, in staff's words.
final class CareWords {

  private CareWords() {}

  static String title(CareEvent event) {
    return switch (event) {
      case CareEvent.TakenOver _ -> "Takes her over";
      case CareEvent.Rang e -> rang(e.outcome());
      case CareEvent.ReviewBooked _ -> "Review booked";
      case CareEvent.ReviewCancelled _ -> "Review cancelled";
    };
  }

  private static String rang(CareEvent.Outcome outcome) {
    return switch (outcome) {
      case REACHED -> "Rang her, and spoke to her";
      case NO_ANSWER -> "Rang her: no answer";
      case LEFT_MESSAGE -> "Rang her, and left a message";
    };
  }

  static List<String> lines(CareEvent event) {
    List<String> lines = new ArrayList<>();
    switch (event) {
      case CareEvent.TakenOver _ -> {}
      case CareEvent.Rang e -> e.note().ifPresent(lines::add);
      case CareEvent.ReviewBooked e -> {
        lines.add(UtcText.of(e.time()) + ", with " + e.with());
        e.where().ifPresent(lines::add);
      }
      case CareEvent.ReviewCancelled e -> lines.add(e.reason());
    }
    return lines;
  }

  /// What is so now, one thing a line: who looks after her, when she was last rung, when somebody
  /// sees her.
  static List<String> now(CareCard care, Instant now, ZoneId zone) {
    List<String> lines = new ArrayList<>();
    care.takenOver()
        .ifPresent(ack ->
            lines.add(ack.by() + " looks after her since " + Words.shortTime(ack.at(), now, zone)));
    care.rang()
        .ifPresent(one ->
            lines.add(
                rang(one.outcome())
                    + " ("
                    + one.by()
                    + ", "
                    + Words.shortTime(one.at(), now, zone)
                    + ")"));
    care.review()
        .filter(one -> one.isComing(now))
        .ifPresent(one ->
            lines.add(
                "Review "
                    + Words.shortTime(one.time(), now, zone)
                    + " with "
                    + one.with()
                    + one.where().map(where -> ", " + where).orElse("")));
    return lines;
  }
}
