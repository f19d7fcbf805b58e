package vermilion.web;

import io.javalin.http.Context;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;

/// What the clinic writes to a patient from her page.
final class MessagePages {

  private static final String FIELD = "message";

  private final ClinicPages pages;

  MessagePages(ClinicPages pages) {
    this.pages = pages;
  }

  /// `POST /clinic/episodes/{id}/message`.
  void send(Context ctx) {
    pages.submit(
        ctx,
        Requests.typed(ctx, FIELD, EventCodec.TEXT_CHARS).map(EpisodeEvent.MessageSent::new),
        FIELD);
  }

  /// What is said under a field in which nothing, or too much, was typed.
  static String nothing(String field) {
    return field.equals(FIELD)
        ? "Nothing was sent. Expected: a message of 1 to " + EventCodec.TEXT_CHARS + " characters."
        : "You typed nothing. Expected: a reason.";
  }
}
