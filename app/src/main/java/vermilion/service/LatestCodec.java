package vermilion.service;

import java.time.Instant;
import java.util.Optional;
import vermilion.episode.Alert;
import vermilion.episode.Author;
import vermilion.episode.CareEvent;
import vermilion.episode.EventCodec;
import vermilion.json.Fields;
import vermilion.json.Json;

/// The part of a card that says how far the record goes, and what staff did in it.
final class LatestCodec {

  private static final int MOST_SEQ = 1_000_000;
  private static final long MOST_MILLIS = 253_402_300_799_999L;

  private LatestCodec() {}

  static void write(WorklistCard.Latest latest, Json.Builder out) {
    out.put("seq", latest.seq()).put("photo", latest.photo());
    CareCard care = latest.care();
    care.takenOver().ifPresent(ack -> out.put("takenOver", mark(ack.by(), ack.at()).build()));
    care.rang()
        .ifPresent(one ->
            out.put("rang", mark(one.by(), one.at()).put("outcome", one.outcome().id()).build()));
    care.review()
        .ifPresent(one ->
            out.put(
                "review",
                Json.object()
                    .put("at", one.time().toEpochMilli())
                    .put("with", one.with())
                    .put("where", one.where())
                    .put("cancelled", one.cancelled())
                    .build()));
  }

  private static Json.Builder mark(String by, Instant at) {
    return Json.object().put("by", by).put("at", at.toEpochMilli());
  }

  static WorklistCard.Latest read(Fields in) {
    Optional<Alert.Ack> takenOver =
        in.optionalObject("takenOver", one -> new Alert.Ack(by(one), instant(one)));
    Optional<CareCard.Rang> rang =
        in.optionalObject(
            "rang",
            one ->
                new CareCard.Rang(
                    one.oneOf("outcome", CareEvent.Outcome.values(), CareEvent.Outcome::id),
                    by(one),
                    instant(one)));
    Optional<CareCard.Review> review =
        in.optionalObject(
            "review",
            one ->
                new CareCard.Review(
                    instant(one),
                    one.text("with", Author.MOST_CHARS),
                    one.optionalText("where", CareEvent.PLACE_CHARS),
                    one.flag("cancelled", true)));
    return new WorklistCard.Latest(
        in.has("seq") ? in.whole("seq", 0, MOST_SEQ) : 0,
        in.optionalText("photo", EventCodec.ID_CHARS),
        new CareCard(takenOver, rang, review));
  }

  private static String by(Fields in) {
    return in.text("by", Author.MOST_CHARS);
  }

  private static Instant instant(Fields in) {
    return Instant.ofEpochMilli(in.wholeLong("at", 0, MOST_MILLIS));
  }
}
