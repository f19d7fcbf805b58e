package vermilion.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.Standing;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.Order;
import vermilion.service.Capability;
import vermilion.service.Clinic;
import vermilion.service.EpisodeRef;
import vermilion.service.EpisodeService;
import vermilion.service.Lookup;
import vermilion.service.NewEpisode;
import vermilion.service.Outcome;
import vermilion.service.Submission;
import vermilion.time.UtcText;
import vermilion.web.page.Choice;
import vermilion.web.page.FormValues;
import vermilion.web.page.Frame;
import vermilion.web.page.JtePages;
import vermilion.web.page.Page;
import vermilion.web.page.PageWords;
import vermilion.web.page.ProblemPage;
import vermilion.web.page.TreatmentPage;

/// The clinic's pages: who needs somebody now, record a treatment, one patient.
final class ClinicPages {

  private static final int REASON_CHARS = 500;

  private final WebServer.Parts parts;
  private final Requests requests;
  private final Links links;
  private final JtePages pages = new JtePages();

  ClinicPages(WebServer.Parts parts, Requests requests, Links links) {
    this.parts = parts;
    this.requests = requests;
    this.links = links;
  }

  /// `GET /clinic`.
  void worklist(Context ctx) {
    Session session = session(ctx);
    Clinic clinic = clinic(session);
    html(
        ctx,
        new WorklistView(clinic, parts.guidelines(), now())
            .page(frame(session), parts.worklist().page(clinic.id()), from(ctx)));
  }

  /// The place in the list from which on the page shows it; the most urgent where nothing is asked.
  private static int from(Context ctx) {
    String from = Optional.ofNullable(ctx.queryParam("from")).orElse("0");
    boolean number =
        !from.isEmpty() && from.length() < 8 && from.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Integer.parseInt(from) : 0;
  }

  /// The server's clock.
  Instant now() {
    return parts.service().now();
  }

  /// `GET /clinic/new`.
  void newTreatment(Context ctx) {
    Session session = session(ctx);
    html(ctx, treatment(session, FormValues.EMPTY));
  }

  /// `POST /clinic/new`.
  void record(Context ctx) {
    Session session = session(ctx);
    String name = session.access().author().name();
    TreatmentForm form = new TreatmentForm(ctx.formParamMap());
    int version =
        parts
            .guidelines()
            .newest(form.value("protocol"))
            .map(newest -> newest.protocol().version())
            .orElse(1);
    EpisodeEvent.Opened opened = form.opened(clinic(session).hours().zone(), name, version);
    Optional<Order> order = form.order(name);
    if (!form.isWrong()) {
      EpisodeService.Opening opening =
          parts
              .service()
              .open(
                  session.access(),
                  new NewEpisode(form.id(), opened, order.map(EpisodeEvent.OrderSigned::new)));
      switch (opening) {
        case EpisodeService.Opening.Opened done -> {
          showNew(ctx, session, done.ref());
          return;
        }
        case EpisodeService.Opening.Known known -> {
          showNew(ctx, session, known.ref());
          return;
        }
        case EpisodeService.Opening.Taken _ -> throw Problem.idTaken();
        case EpisodeService.Opening.Refused refused -> form.refuse(refused.refused().problems());
        case EpisodeService.Opening.Busy _ -> throw Problem.busy();
      }
    }
    ctx.status(422);
    html(ctx, treatment(session, form.values()));
  }

  private void showNew(Context ctx, Session session, EpisodeRef ref) {
    String link = links.patient(ref, session.access().author());
    showPatient(ctx, session, ref, new Shown(FormValues.EMPTY, Optional.of(link)));
  }

  /// `GET /clinic/episodes/{id}`.
  void patient(Context ctx) {
    Session session = session(ctx);
    showPatient(ctx, session, ref(ctx, session), new Shown(FormValues.EMPTY, Optional.empty()));
  }

  /// `POST /clinic/episodes/{id}/acknowledge`.
  void acknowledge(Context ctx) {
    EpisodeEvent.How how =
        "speaking".equals(ctx.formParam("how")) ? EpisodeEvent.How.SPEAKING : EpisodeEvent.How.SEEN;
    List<EpisodeEvent> events = new ArrayList<>();
    for (String alert : ctx.formParams("alert")) {
      events.add(new EpisodeEvent.Acknowledged(alert, how));
    }
    submit(ctx, events, "alert");
  }

  /// `POST /clinic/episodes/{id}/lift-hold`.
  void liftHold(Context ctx) {
    submit(ctx, reason(ctx, "lift-reason").map(EpisodeEvent.HoldLifted::new), "lift-reason");
  }

  /// `POST /clinic/episodes/{id}/stop-order`.
  void stopOrder(Context ctx) {
    submit(ctx, reason(ctx, "stop-reason").map(EpisodeEvent.OrderStopped::new), "stop-reason");
  }

  /// `POST /clinic/episodes/{id}/order`.
  void order(Context ctx) {
    Session session = session(ctx);
    TreatmentForm form = new TreatmentForm(ctx.formParamMap());
    Optional<Order> order = form.order(session.access().author().name());
    EpisodeRef ref = ref(ctx, session);
    if (order.isPresent()) {
      Episode episode = found(ref);
      var check = parts.service().checkOrder(episode, order.get());
      if (check.isEmpty()) {
        submit(ctx, List.of(new EpisodeEvent.OrderSigned(order.get())), "order");
        return;
      }
      form.refuse(check);
    }
    ctx.status(422);
    showPatient(ctx, session, ref, new Shown(form.values(), Optional.empty()));
  }

  /// `GET /card/{key}`: no sign-in.
  void card(Context ctx) {
    EpisodeRef ref = links.card(ctx.pathParam("key")).orElseThrow(ClinicPages::noCard);
    Episode episode = found(ref);
    PageWords words =
        PageWords.in(Requests.language(ctx).orElse(episode.opened().patient().language()));
    html(ctx, CardView.page(parts.clinics().get(ref.clinic()), episode, words));
  }

  /// A problem as a page, for somebody who looks at a browser.
  void problem(Context ctx, Problem problem) {
    ctx.status(problem.status());
    html(
        ctx,
        new ProblemPage(
            problem.title(),
            "Nothing was changed.",
            problem.status() == 401 ? "/clinic/sign-in" : "/clinic",
            problem.status() == 401 ? "Sign in" : "To the worklist"));
  }

  private static Problem noCard() {
    return Problem.of(404, "There is no such card");
  }

  static Optional<String> reason(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty() && text.length() <= REASON_CHARS);
  }

  /// Takes what a form of a patient's page says, or shows what is wrong with it.
  void submit(Context ctx, Optional<? extends EpisodeEvent> event, String field) {
    submit(ctx, event.<List<EpisodeEvent>>map(List::of).orElse(List.of()), field);
  }

  private void submit(Context ctx, List<EpisodeEvent> events, String field) {
    Session session = session(ctx);
    EpisodeRef ref = ref(ctx, session);
    Optional<String> wrong =
        events.isEmpty() ? Optional.of(MessagePages.nothing(field)) : Optional.empty();
    if (wrong.isEmpty()) {
      wrong = refusal(ref, session, events);
    }
    if (wrong.isPresent()) {
      ctx.status(422);
      FormValues form = new FormValues(ctx.formParamMap(), Map.of(field, wrong.get()));
      showPatient(ctx, session, ref, new Shown(form, Optional.empty()));
      return;
    }
    boolean toList = "worklist".equals(ctx.formParam("from"));
    ctx.redirect(toList ? "/clinic" : "/clinic/episodes/" + ref.episode(), HttpStatus.SEE_OTHER);
  }

  private Optional<String> refusal(EpisodeRef ref, Session session, List<EpisodeEvent> events) {
    List<EventCodec.Sent> sent = new ArrayList<>();
    for (EpisodeEvent event : events) {
      if (!session.access().may(Capability.neededFor(event))) {
        throw Problem.of(403, "Your roles do not include this");
      }
      sent.add(new EventCodec.Sent(parts.ids().uuid().toString(), parts.service().now(), event));
    }
    return switch (parts.service().submit(ref, session.access().author(), sent)) {
      case Submission.Decided decided -> {
        parts.reminders().plan(ref, sent);
        yield decided.outcomes().stream()
            .filter(outcome -> outcome.status() == Outcome.Status.REFUSED)
            .findFirst()
            .flatMap(Outcome::why);
      }
      case Submission.NoEpisode _ -> throw Problem.noEpisode();
      case Submission.Erased _ -> throw Problem.erased();
      case Submission.Busy _ -> throw Problem.busy();
    };
  }

  /// What a patient's page shows beside the record: what was typed, and a new link.
  record Shown(FormValues form, Optional<String> link) {}

  void showPatient(Context ctx, Session session, EpisodeRef ref, Shown shown) {
    Episode episode = found(ref);
    Standing standing = parts.service().standing(ref, episode);
    html(
        ctx,
        new TimelineView(clinic(session), episode, standing)
            .page(
                frame(session),
                new TimelineView.Around(
                    ref.episode(),
                    shown.form(),
                    shown.link(),
                    links.cardPath(ref),
                    Reach.of(parts, ref),
                    parts.erasures().find(ref))));
  }

  Episode found(EpisodeRef ref) {
    return switch (parts.service().find(ref)) {
      case Lookup.Found found -> found.episode();
      case Lookup.NoEpisode _ -> throw Problem.noEpisode();
      case Lookup.Erased _ -> throw Problem.erased();
    };
  }

  static EpisodeRef ref(Context ctx, Session session) {
    return EpisodeRef.of(session.access().clinic(), ctx.pathParam("id"))
        .orElseThrow(Problem::noEpisode);
  }

  /// Who is signed in; a form must come from a page of this browser.
  Session session(Context ctx) {
    Session session =
        requests.session(ctx).orElseThrow(() -> Problem.of(401, "You are not signed in"));
    boolean changes = HandlerType.POST.equals(ctx.method());
    String token = ctx.formParam("token");
    if (changes && (token == null || !session.isFrom(token))) {
      throw Problem.of(403, "This form is not from this browser's page");
    }
    return session;
  }

  Clinic clinic(Session session) {
    return parts.clinics().get(session.access().clinic());
  }

  Frame frame(Session session) {
    Clinic clinic = clinic(session);
    return new Frame(
        clinic.name(),
        session.access().author().name(),
        session.formToken(),
        banner(clinic.demo()),
        UtcText.of(parts.service().now()),
        clinic.use() == Clinic.Use.MONITORING
            ? "Use: monitoring. Patients see how urgent their own answers are."
            : "Use: information. Patients see the same warning signs, whatever they answer.",
        session.access().capabilities(),
        session.who().account().isPresent());
  }

  static Optional<String> banner(boolean demo) {
    return demo
        ? Optional.of(
            "Demonstration: made-up patients, and a draft protocol that no clinician has signed.")
        : Optional.empty();
  }

  private TreatmentPage treatment(Session session, FormValues form) {
    Clinic clinic = clinic(session);
    List<Choice> protocols = new ArrayList<>();
    for (String id : parts.guidelines().ids()) {
      parts
          .guidelines()
          .newest(id)
          .ifPresent(newest ->
              protocols.add(
                  new Choice(id, newest.protocol().textsIn("en").find("title").orElse(id))));
    }
    return new TreatmentPage(
        frame(session),
        form,
        form.valueOr("id", parts.service().newId().toString()),
        ZoneChoices.of(clinic),
        protocols,
        LocalDate.ofInstant(parts.service().now(), clinic.hours().zone()).toString(),
        MassageLimits.BRIEF);
  }

  void html(Context ctx, Page page) {
    ctx.contentType("text/html; charset=utf-8").result(pages.html(page));
  }
}
