package vermilion.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;
import vermilion.episode.Author;
import vermilion.episode.CareEvent;
import vermilion.episode.Decider;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.service.Basis;
import vermilion.service.Capability;
import vermilion.service.EpisodeRef;
import vermilion.service.Outcome;
import vermilion.service.Submission;
import vermilion.web.page.FormValues;

/// What staff do about a patient by a form, from her page, from the worklist or from the page of
/// actions beside it. No form is taken that was made from an older record than there is, where what
/// came meanwhile counts: it is shown first, and one press goes on (decision 33).
final class CasePages {

  private static final int SEQ_DIGITS = 9;
  private static final int HOURS_DIGITS = 2;

  private final WebServer.Parts parts;
  private final ClinicPages pages;

  CasePages(WebServer.Parts parts, ClinicPages pages) {
    this.parts = parts;
    this.pages = pages;
  }

  void route(RoutesConfig routes) {
    String path = "/clinic/episodes/{id}/";
    routes.get(path + "act", this::act);
    routes.post(path + "acknowledge", this::acknowledge);
    routes.post(path + "take-over", this::takeOver);
    routes.post(path + "rang", this::rang);
    routes.post(path + "review", this::review);
    routes.post(path + "cancel-review", this::cancelReview);
    routes.post(path + "lower", this::lower);
    routes.post(path + "lift-hold", this::liftHold);
    routes.post(path + "stop-order", this::stopOrder);
  }

  /// What can be done about one patient, on one page.
  private void act(Context ctx) {
    showActs(ctx, FormValues.EMPTY);
  }

  private void showActs(Context ctx, FormValues form) {
    Session session = pages.session(ctx);
    EpisodeRef ref = ClinicPages.ref(ctx, session);
    pages.html(
        ctx,
        new ActView(parts, pages.clinic(session), pages.found(ref))
            .page(pages.frame(session), ref, form));
  }

  private void acknowledge(Context ctx) {
    EpisodeEvent.How how =
        "speaking".equals(ctx.formParam("how")) ? EpisodeEvent.How.SPEAKING : EpisodeEvent.How.SEEN;
    submit(ctx, marks(ctx, how), "alert");
  }

  private static List<EpisodeEvent> marks(Context ctx, EpisodeEvent.How how) {
    List<EpisodeEvent> events = new ArrayList<>();
    for (String alert : ctx.formParams("alert")) {
      events.add(new EpisodeEvent.Acknowledged(alert, how));
    }
    return events;
  }

  /// Whoever looks after her has read what is open.
  private void takeOver(Context ctx) {
    List<EpisodeEvent> events = marks(ctx, EpisodeEvent.How.SEEN);
    events.addFirst(new CareEvent.TakenOver());
    submit(ctx, events, "alert");
  }

  /// Whoever reached her has spoken to her, which stops the clocks of what is open.
  private void rang(Context ctx) {
    Optional<CareEvent.Outcome> outcome =
        chosen(CareEvent.Outcome.values(), CareEvent.Outcome::id, ctx.formParam("outcome"));
    if (outcome.isEmpty()) {
      refuse(ctx, "outcome", "Say what came of the call.");
      return;
    }
    List<EpisodeEvent> events = new ArrayList<>();
    events.add(new CareEvent.Rang(outcome.get(), ClinicPages.reason(ctx, "rang-note")));
    if (outcome.get() == CareEvent.Outcome.REACHED) {
      events.addAll(marks(ctx, EpisodeEvent.How.SPEAKING));
    }
    submit(ctx, events, "outcome");
  }

  private void review(Context ctx) {
    Optional<Instant> time = clinicTime(ctx, "review-at");
    Optional<String> with = Requests.typed(ctx, "review-with", Author.MOST_CHARS);
    if (time.isEmpty()) {
      refuse(ctx, "review-at", "Give the day and the time of the review.");
    } else if (with.isEmpty()) {
      refuse(
          ctx, "review-with", "Say whom she sees, in 1 to " + Author.MOST_CHARS + " characters.");
    } else {
      Optional<String> where = Requests.typed(ctx, "review-where", CareEvent.PLACE_CHARS);
      submit(ctx, List.of(new CareEvent.ReviewBooked(time.get(), with.get(), where)), "review-at");
    }
  }

  /// A time on the clinic's clock; one that comes twice is its first coming.
  private Optional<Instant> clinicTime(Context ctx, String name) {
    try {
      return Optional.ofNullable(ctx.formParam(name))
          .filter(text -> !text.isBlank())
          .map(LocalDateTime::parse)
          .map(local -> local.atZone(pages.clinic(pages.session(ctx)).hours().zone()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void cancelReview(Context ctx) {
    submit(
        ctx,
        ClinicPages.reason(ctx, "cancel-reason").map(CareEvent.ReviewCancelled::new),
        "cancel-reason");
  }

  /// Lowers one concern, or closes it where nothing is left that waits.
  private void lower(Context ctx) {
    Optional<Concern> concern = chosen(Concern.values(), Concern::id, ctx.formParam("concern"));
    Optional<Urgency> level = chosen(Urgency.values(), Urgency::id, ctx.formParam("lower-level"));
    Optional<Duration> cover = hours(ctx.formParam("lower-hours"));
    Optional<String> reason = ClinicPages.reason(ctx, "lower-reason");
    if (concern.isEmpty() || level.isEmpty()) {
      refuse(ctx, "lower-level", "Choose to what you lower it.");
    } else if (cover.isEmpty()) {
      long most = Decider.LOWERED.toHours();
      refuse(ctx, "lower-hours", "Give how long it holds, 1 to " + most + " hours.");
    } else {
      boolean seen = "yes".equals(ctx.formParam("lower-seen"));
      submit(
          ctx,
          reason.map(why ->
              new EpisodeEvent.LevelLowered(
                  concern.get(), level.get(), pages.now().plus(cover.get()), seen, why)),
          "lower-reason");
    }
  }

  private static Optional<Duration> hours(@Nullable String text) {
    return Optional.ofNullable(text)
        .flatMap(hours -> Requests.number(hours.strip(), HOURS_DIGITS))
        .map(Duration::ofHours)
        .filter(hours -> hours.isPositive() && hours.compareTo(Decider.LOWERED) <= 0);
  }

  private static <T> Optional<T> chosen(T[] all, Function<T, String> id, @Nullable String given) {
    return Arrays.stream(all).filter(one -> id.apply(one).equals(given)).findFirst();
  }

  private void liftHold(Context ctx) {
    submit(
        ctx,
        ClinicPages.reason(ctx, "lift-reason").map(EpisodeEvent.HoldLifted::new),
        "lift-reason");
  }

  private void stopOrder(Context ctx) {
    submit(
        ctx,
        ClinicPages.reason(ctx, "stop-reason").map(EpisodeEvent.OrderStopped::new),
        "stop-reason");
  }

  // What becomes of a form.

  /// Takes what a form says, or shows what is wrong with it.
  void submit(Context ctx, Optional<? extends EpisodeEvent> event, String field) {
    submit(ctx, event.<List<EpisodeEvent>>map(List::of).orElse(List.of()), field);
  }

  /// The same of several events, which come together.
  void submit(Context ctx, List<? extends EpisodeEvent> events, String field) {
    if (events.isEmpty()) {
      refuse(ctx, field, MessagePages.nothing(field));
      return;
    }
    Session session = pages.session(ctx);
    EpisodeRef ref = ClinicPages.ref(ctx, session);
    List<EventCodec.Sent> sent = sent(session, events);
    switch (parts.service().submit(ref, session.access().author(), sent, basis(ctx))) {
      case Submission.Decided decided -> {
        parts.reminders().plan(ref, sent);
        Optional<String> wrong =
            decided.outcomes().stream()
                .filter(outcome -> outcome.status() == Outcome.Status.REFUSED)
                .findFirst()
                .flatMap(Outcome::why);
        wrong.ifPresentOrElse(why -> refuse(ctx, field, why), () -> goOn(ctx, ref));
      }
      case Submission.Overtaken overtaken -> {
        ctx.status(409);
        pages.html(
            ctx,
            new MeanwhileView(pages.clinic(session), overtaken)
                .page(pages.frame(session), ref, ctx));
      }
      case Submission.NoEpisode _ -> throw Problem.noEpisode();
      case Submission.Erased _ -> throw Problem.erased();
      case Submission.Busy _ -> throw Problem.busy();
    }
  }

  private List<EventCodec.Sent> sent(Session session, List<? extends EpisodeEvent> events) {
    List<EventCodec.Sent> sent = new ArrayList<>();
    for (EpisodeEvent event : events) {
      if (!session.access().may(Capability.neededFor(event))) {
        throw Problem.of(403, "Your roles do not include this");
      }
      sent.add(new EventCodec.Sent(parts.ids().uuid().toString(), pages.now(), event));
    }
    return sent;
  }

  /// A form that does not say from which record it was made knew nothing.
  private static Basis basis(Context ctx) {
    return new Basis(
        Optional.ofNullable(ctx.formParam("seq"))
            .flatMap(seq -> Requests.number(seq, SEQ_DIGITS))
            .orElse(0));
  }

  private static void goOn(Context ctx, EpisodeRef ref) {
    boolean toList = "worklist".equals(ctx.formParam("from"));
    ctx.redirect(toList ? "/clinic" : "/clinic/episodes/" + ref.episode(), HttpStatus.SEE_OTHER);
  }

  /// Nothing was kept; what was typed stays, with what is wrong beside it.
  private void refuse(Context ctx, String field, String why) {
    ctx.status(422);
    FormValues form = new FormValues(ctx.formParamMap(), Map.of(field, why));
    if (ActView.FIELDS.contains(field) || "worklist".equals(ctx.formParam("from"))) {
      showActs(ctx, form);
    } else {
      Session session = pages.session(ctx);
      pages.showPatient(
          ctx,
          session,
          ClinicPages.ref(ctx, session),
          new ClinicPages.Shown(form, Optional.empty()));
    }
  }
}
