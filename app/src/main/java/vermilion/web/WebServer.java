package vermilion.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vermilion.service.CardKeys;
import vermilion.service.CheckInReminders;
import vermilion.service.Clinics;
import vermilion.service.EpisodeService;
import vermilion.service.ErasureRefusals;
import vermilion.service.Guidelines;
import vermilion.service.Ids;
import vermilion.service.JournalFailure;
import vermilion.service.LiveWorklist;
import vermilion.service.MailQueue;
import vermilion.service.People;
import vermilion.service.Phones;
import vermilion.service.PhotoService;
import vermilion.service.Publication;
import vermilion.service.Tokens;
import vermilion.service.WorklistService;

/// The HTTP server: the JSON API, the patient's and the clinic's pages, health and metrics.
public final class WebServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  /// Bytes from which on an answer is packed where the asker takes that.
  private static final int SMALLEST_PACKED = 200;

  /// Nothing but our own files; no inline script or style; no frame.
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'";

  private final Parts parts;
  private final Requests requests;
  private final StaticFiles files = new StaticFiles();
  private final Meters meters = new Meters();
  private final Javalin javalin;
  private final Thread alertClock;
  private final LiveWorklist live;

  /// What the server stands on.
  ///
  /// @param service episodes
  /// @param worklist who waits
  /// @param photos photos
  /// @param erasures whose record an episode is, and whether it must be kept
  /// @param clinics the clinics
  /// @param guidelines the protocols
  /// @param tokens who may do what
  /// @param phones the patients' links and phones
  /// @param cards the addresses of emergency cards
  /// @param ids makes ids
  /// @param publication what anybody may read
  /// @param mails the mails that wait
  /// @param people the staff
  /// @param reminders reminds patients of their check-ins
  /// @param demo whether this is a demonstration
  public record Parts(
      EpisodeService service,
      WorklistService worklist,
      PhotoService photos,
      ErasureRefusals erasures,
      Clinics clinics,
      Guidelines guidelines,
      Tokens tokens,
      Phones phones,
      CardKeys cards,
      Ids ids,
      Publication publication,
      MailQueue mails,
      People people,
      CheckInReminders reminders,
      boolean demo) {}

  /// Where it listens.
  ///
  /// @param host the interface
  /// @param port the port; 0 for any free one
  /// @param baseUrl what links begin with; empty text: http, the host and the port
  /// @param tickEvery how often the alert clock runs
  /// @param clinics the ids of the clinics whose clock runs
  public record Settings(
      String host, int port, String baseUrl, Duration tickEvery, Set<String> clinics) {
    /// Copies the clinics.
    public Settings {
      clinics = Set.copyOf(clinics);
    }
  }

  /// Starts listening.
  public static WebServer start(Parts parts, Settings settings) {
    return new WebServer(parts, settings);
  }

  private WebServer(Parts parts, Settings settings) {
    this.parts = parts;
    this.requests = new Requests(parts);
    this.live = new LiveWorklist(parts.worklist(), parts.service());
    LateUrl url = new LateUrl(settings.baseUrl());
    Links links = new Links(url, parts);
    this.javalin = Javalin.create(config -> configure(config, settings, links));
    Rules.check(routes());
    javalin.start();
    url.set("http://" + settings.host() + ":" + javalin.port());
    this.alertClock = Thread.ofVirtual().name("alert-clock").start(() -> runClock(settings));
  }

  /// The port it listens on.
  public int port() {
    return javalin.port();
  }

  /// Every route that was registered, such as `GET /clinic/episodes/{id}`.
  List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(Gate::routeOf)
        .toList();
  }

  @Override
  public void close() {
    alertClock.interrupt();
    live.close();
    javalin.stop();
  }

  private void configure(JavalinConfig config, Settings settings, Links links) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.http.maxRequestSize = Requests.BODY_BYTES_MAX;
    config.http.compressionStrategy = packing();
    config.http.defaultContentType = "text/plain; charset=utf-8";
    RoutesConfig routes = config.routes;
    routes.before(WebServer::secure);
    new Gate(requests).route(routes);
    api(routes, links);
    ClinicPages clinicPages = new ClinicPages(parts, requests, links);
    pages(routes, clinicPages);
    SignInPages signIn = new SignInPages(parts, clinicPages, links, settings.clinics());
    signIn.route(routes);
    new AccountPages(parts, clinicPages, signIn, links).route(routes);
    new PeoplePages(parts, clinicPages, links).route(routes);
    new PhonePages(parts, clinicPages, links).route(routes);
    new ReminderPages(parts, clinicPages).route(routes);
    LearnPages learn = new LearnPages(parts, links);
    new NewsPages(parts, links, learn).route(routes);
    learn.route(routes);
    new MailPages(parts, clinicPages).route(routes);
    operations(routes);
    errors(routes, clinicPages, learn);
    config.requestLogger.http((ctx, millis) -> {
      // How long somebody looks at the worklist is no time that an answer took.
      if (!route(ctx).equals(LivePages.PATH)) {
        meters.request(route(ctx), ctx.statusCode(), Duration.ofNanos((long) (millis * 1_000_000)));
      }
    });
  }

  /// The pattern of the address, never the address itself: that names an episode.
  private static String route(Context ctx) {
    Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
    return endpoint == null ? "none" : endpoint.path;
  }

  private static void secure(Context ctx) {
    ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cache-Control", "no-store");
  }

  private void api(RoutesConfig routes, Links links) {
    EpisodesApi episodes = new EpisodesApi(parts, requests, links);
    ClinicApi clinic = new ClinicApi(parts, requests);
    routes.post("/api/episodes", episodes::open);
    routes.get("/api/episodes/{id}", episodes::read);
    routes.get("/api/episodes/{id}/phone", episodes::phone);
    routes.get("/api/episodes/{id}/events", episodes::events);
    routes.post("/api/episodes/{id}/events", episodes::submit);
    PhotosApi photos = new PhotosApi(episodes, parts.photos(), requests);
    routes.post("/api/episodes/{id}/photos", photos::send);
    routes.get("/api/episodes/{id}/photos", photos::list);
    routes.get("/api/episodes/{id}/photos/{photo}", photos::show);
    PhonesApi phones = new PhonesApi(parts, requests, links);
    routes.post("/api/enrol", phones::enrol);
    routes.post("/api/enrol/opened", phones::opened);
    routes.get("/api/episodes/{id}/devices", phones::list);
    routes.post("/api/episodes/{id}/devices/end", phones::end);
    routes.post("/api/episodes/{id}/devices/ready", phones::ready);
    routes.post("/api/episodes/{id}/link", phones::link);
    routes.post("/api/episodes/{id}/helpers/{helper}/link", phones::helperLink);
    routes.get("/api/worklist", clinic::worklist);
    routes.post("/api/alerts/{id}/acknowledge", clinic::acknowledge);
  }

  private void pages(RoutesConfig routes, ClinicPages clinic) {
    routes.get("/", ctx -> ctx.redirect("/clinic"));
    routes.get("/p/", ctx -> files.serve(ctx, "p/index.html"));
    routes.get(AppShell.PATH, ctx -> files.serveShell(ctx));
    for (String file : Manifests.FILES) {
      routes.get(
          "/p/" + file + "-{language}.webmanifest",
          ctx -> files.serveManifest(ctx, file, ctx.pathParam("language")));
    }
    routes.get("/p/<path>", ctx -> files.serve(ctx, "p/" + ctx.pathParam("path")));
    routes.get("/card/{key}", clinic::card);
    routes.get("/clinic", clinic::worklist);
    routes.get(LivePages.PATH, new LivePages(clinic, requests, live)::stream);
    routes.get("/clinic/new", clinic::newTreatment);
    routes.post("/clinic/new", clinic::record);
    routes.get("/clinic/episodes/{id}", clinic::patient);
    clinic.cases().route(routes);
    new CallPages(parts, clinic).route(routes);
    routes.post("/clinic/episodes/{id}/message", new MessagePages(clinic)::send);
    routes.post("/clinic/episodes/{id}/leave", new LeavePages(clinic, parts.erasures())::answer);
    PhotoPages photos = new PhotoPages(clinic, parts.photos());
    routes.get("/clinic/episodes/{id}/photos", photos::all);
    routes.get("/clinic/episodes/{id}/photos/{photo}", photos::one);
    routes.post("/clinic/episodes/{id}/order", clinic::order);
    routes.get("/static/<path>", ctx -> files.serve(ctx, "static/" + ctx.pathParam("path")));
  }

  private void operations(RoutesConfig routes) {
    routes.get("/health/live", ctx -> ctx.result("live"));
    routes.get("/health/ready", this::ready);
    routes.get("/metrics", meters::scrape);
  }

  /// Ready means that the store answers, and that it still writes.
  private void ready(Context ctx) {
    parts.service().checkWritable();
    parts.tokens().open("none_none");
    ctx.result("ready");
  }

  private static void errors(RoutesConfig routes, ClinicPages clinic, LearnPages learn) {
    routes.exception(
        Problem.class,
        (problem, ctx) -> {
          boolean page = ctx.path().startsWith("/clinic") || ctx.path().startsWith("/card/");
          if (ctx.path().startsWith("/learn")) {
            learn.problem(ctx, problem);
          } else if (!page) {
            answer(ctx, problem);
          } else if (problem.status() == 401) {
            ctx.redirect("/clinic/sign-in");
          } else {
            clinic.problem(ctx, problem);
          }
        });
    routes.exception(
        HttpResponseException.class,
        (e, ctx) ->
            answer(
                ctx,
                e.getStatus() == 413
                    ? Requests.tooLarge()
                    : Problem.of(e.getStatus(), titleOf(e.getStatus()))));
    failures(routes);
    routes.error(
        404,
        ctx -> {
          if (!Problem.MEDIA_TYPE.equals(ctx.res().getContentType())
              && ctx.path().startsWith("/api/")) {
            answer(ctx, Problem.of(404, "There is nothing at this address"));
          }
        });
  }

  /// What is nobody's fault outside: said to the operator, and to the caller without details.
  private static void failures(RoutesConfig routes) {
    routes.exception(
        JournalFailure.class,
        (failure, ctx) -> {
          LOG.error("{} {} failed: {}", ctx.method(), route(ctx), failure.getMessage());
          answer(ctx, Problem.of(failure));
        });
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), route(ctx), e);
          answer(ctx, Problem.of(500, "The server failed; nothing was kept"));
        });
  }

  /// Small files are packed too: over a slow network half a kilobyte is 10 ms.
  private static CompressionStrategy packing() {
    CompressionStrategy packing = new CompressionStrategy(null, new Gzip());
    packing.setDefaultMinSizeForCompression(SMALLEST_PACKED);
    return packing;
  }

  private static String titleOf(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address";
      case 405 -> "This address takes another method";
      default -> "The request cannot be answered";
    };
  }

  private static void answer(Context ctx, Problem problem) {
    ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(problem.text());
  }

  private void runClock(Settings settings) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        for (String clinic : settings.clinics()) {
          parts.worklist().tick(clinic);
        }
        meters.ticked(parts.service().now().getEpochSecond());
        Thread.sleep(settings.tickEvery());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        LOG.error("the alert clock failed; it tries again", e);
        pause(settings.tickEvery());
      }
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
