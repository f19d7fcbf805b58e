package vermilion.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.ReminderWay;

/// How the clinic sets by what a patient is reminded of her check-ins.
final class ReminderPages {

  private final WebServer.Parts parts;
  private final ClinicPages clinic;

  ReminderPages(WebServer.Parts parts, ClinicPages clinic) {
    this.parts = parts;
    this.clinic = clinic;
  }

  void route(RoutesConfig routes) {
    routes.post("/clinic/episodes/{id}/reminders", this::set);
  }

  private void set(Context ctx) {
    Optional<String> typed =
        Optional.ofNullable(ctx.formParam("remind-to"))
            .map(text -> text.strip().replace(" ", ""))
            .filter(text -> !text.isEmpty());
    ReminderWay way = way(typed.orElse(""));
    if (way != ReminderWay.NONE && !parts.reminders().offers(way)) {
      throw Problem.of(
          409,
          way == ReminderWay.TEXT
              ? "This install sends no text messages"
              : "This install sends no mails");
    }
    clinic.submit(ctx, Optional.of(new EpisodeEvent.RemindersSet(way, typed)), "remind-to");
  }

  /// A number begins with its country, an address has its sign in the middle; nothing ends it.
  private static ReminderWay way(String typed) {
    if (typed.isEmpty()) {
      return ReminderWay.NONE;
    }
    return typed.contains("@") ? ReminderWay.EMAIL : ReminderWay.TEXT;
  }
}
