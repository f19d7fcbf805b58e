package vermilion.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.Standing;
import vermilion.protocol.MassageLimits;
import vermilion.protocol.Order;
import vermilion.service.Clinic;
import vermilion.service.EpisodeRef;
import vermilion.service.EpisodeService;
import vermilion.service.Lookup;
import vermilion.service.NewEpisode;
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
  private final CasePages cases;
  private final JtePages pages = new JtePages();

  ClinicPages(WebServer.Parts parts, Requests requests, Links links) {
    this.parts = parts;
    this.requests = requests;
    this.links = links;
    this.cases = new CasePages(parts, this);
  }

  /// What staff do about a patient by a form.
  CasePages cases() {
    return cases;
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
    return Optional.ofNullable(ctx.queryParam("from"))
        .flatMap(from -> Requests.number(from, 7))
        .orElse(0);
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
        cases.submit(ctx, List.of(new EpisodeEvent.OrderSigned(order.get())), "order");
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
    return Requests.typed(ctx, name, REASON_CHARS);
  }

  /// Takes what a form about a patient says, or shows what is wrong with it.
  void submit(Context ctx, Optional<? extends EpisodeEvent> event, String field) {
    cases.submit(ctx, event, field);
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
