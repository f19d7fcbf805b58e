package vermilion.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.clinical.Form;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.service.EpisodeRef;
import vermilion.service.Outcome;
import vermilion.service.Submission;
import vermilion.web.page.FormValues;

/// The call script: whoever picks up the telephone asks the same questions as the app, has them
/// judged by the same engine while the patient waits, and reads what to do now and whom to bring
/// (clinical brief 7). What she said is kept as a contact, under the name of who asked.
///
/// @param parts what the server stands on
/// @param pages the clinic's pages
record CallPages(WebServer.Parts parts, ClinicPages pages) {

  private static final String FULL = "full";
  private static final String TEXT = "text";
  private static final String PREFIX = "q-";

  void route(RoutesConfig routes) {
    routes.get("/clinic/episodes/{id}/call", this::script);
    routes.post("/clinic/episodes/{id}/call", this::judge);
  }

  private void script(Context ctx) {
    show(ctx, FormValues.EMPTY);
  }

  private void show(Context ctx, FormValues form) {
    Session session = pages.session(ctx);
    EpisodeRef ref = ClinicPages.ref(ctx, session);
    Episode episode = pages.found(ref);
    pages.html(
        ctx,
        new CallView(pages.clinic(session), episode, parts.service().standing(ref, episode))
            .page(pages.frame(session), ref, form));
  }

  /// What was not asked is not kept as unanswered; what was asked and left empty counts as the
  /// worst, as in the app.
  private void judge(Context ctx) {
    Session session = pages.session(ctx);
    EpisodeRef ref = ClinicPages.ref(ctx, session);
    Episode episode = pages.found(ref);
    Map<String, String> answers = answers(ctx, episode);
    Optional<String> text = Requests.typed(ctx, TEXT, EventCodec.TEXT_CHARS);
    if (answers.isEmpty() && text.isEmpty()) {
      refuse(ctx, "Nothing was asked yet. Ask the first questions, or write what she said.");
      return;
    }
    boolean all = "all".equals(ctx.formParam("heard"));
    EpisodeEvent event =
        new EpisodeEvent.Contacted(
            answers.isEmpty() ? Form.NONE : FULL,
            all && !answers.isEmpty(),
            answers,
            Optional.empty(),
            text);
    EventCodec.Sent sent =
        new EventCodec.Sent(parts.ids().uuid().toString(), parts.service().now(), event);
    switch (parts.service().submit(ref, session.access().author(), List.of(sent))) {
      case Submission.Decided(List<Outcome> outcomes) -> decided(ctx, session, outcomes.getFirst());
      case Submission.NoEpisode _ -> throw Problem.noEpisode();
      case Submission.Erased _ -> throw Problem.erased();
      case Submission.Busy _, Submission.Overtaken _ -> throw Problem.busy();
    }
  }

  private void decided(Context ctx, Session session, Outcome outcome) {
    if (outcome.status() == Outcome.Status.REFUSED) {
      refuse(ctx, outcome.why().orElse("It was refused."));
      return;
    }
    EpisodeRef ref = ClinicPages.ref(ctx, session);
    Episode episode = pages.found(ref);
    pages.html(
        ctx,
        new CallView(pages.clinic(session), episode, parts.service().standing(ref, episode))
            .result(
                pages.frame(session),
                ref,
                outcome.assessed(),
                parts.people().staff().of(ref.clinic())));
  }

  private void refuse(Context ctx, String why) {
    ctx.status(422);
    show(ctx, new FormValues(ctx.formParamMap(), Map.of(TEXT, why)));
  }

  /// In the order of the protocol; what is no question of it is nobody's answer.
  private static Map<String, String> answers(Context ctx, Episode episode) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String question : episode.guideline().protocol().questions().ids()) {
      Optional.ofNullable(ctx.formParam(PREFIX + question))
          .map(String::strip)
          .filter(answer -> !answer.isEmpty())
          .ifPresent(answer -> answers.put(question, answer));
    }
    return answers;
  }
}
