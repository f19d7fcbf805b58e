package vermilion.episode;

import vermilion.json.Fields;
import vermilion.json.Json;
import vermilion.time.UtcText;

/// Writes and reads what staff did for a patient.
final class CareCodec {

  private CareCodec() {}

  static void write(CareEvent event, Json.Builder out) {
    switch (event) {
      case CareEvent.TakenOver _ -> {}
      case CareEvent.Rang e -> out.put("outcome", e.outcome().id()).put("note", e.note());
      case CareEvent.ReviewBooked e ->
          out.put("time", UtcText.of(e.time())).put("with", e.with()).put("where", e.where());
      case CareEvent.ReviewCancelled e -> out.put("reason", e.reason());
    }
  }

  static EpisodeEvent read(String type, Fields in) {
    if (type.equals("rang")) {
      return new CareEvent.Rang(
          in.oneOf("outcome", CareEvent.Outcome.values(), CareEvent.Outcome::id),
          in.optionalText("note", EventCodec.TEXT_CHARS));
    }
    if (type.equals("review-booked")) {
      return new CareEvent.ReviewBooked(
          in.instant("time"),
          in.text("with", Author.MOST_CHARS),
          in.optionalText("where", CareEvent.PLACE_CHARS));
    }
    return type.equals("taken-over")
        ? new CareEvent.TakenOver()
        : new CareEvent.ReviewCancelled(in.text("reason", EventCodec.TEXT_CHARS));
  }
}
