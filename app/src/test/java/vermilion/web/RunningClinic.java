package vermilion.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import vermilion.content.ArticleReader;
import vermilion.content.ArticleReading;
import vermilion.content.ProtocolReader;
import vermilion.content.Reading;
import vermilion.demo.DemoClinic;
import vermilion.demo.DemoClock;
import vermilion.episode.Author;
import vermilion.episode.ClinicHours;
import vermilion.episode.Guideline;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.pixels.ImageIoPhotoReader;
import vermilion.service.Access;
import vermilion.service.Articles;
import vermilion.service.CardKeys;
import vermilion.service.CheckInReminders;
import vermilion.service.Clinic;
import vermilion.service.Clinics;
import vermilion.service.EpisodeService;
import vermilion.service.ErasureRefusals;
import vermilion.service.Guidelines;
import vermilion.service.Ids;
import vermilion.service.MailKeys;
import vermilion.service.MailQueue;
import vermilion.service.Newsletter;
import vermilion.service.People;
import vermilion.service.Phones;
import vermilion.service.PhotoService;
import vermilion.service.Publication;
import vermilion.service.Sha256;
import vermilion.service.StaffSessions;
import vermilion.service.Tokens;
import vermilion.service.WorklistService;
import vermilion.store.SqliteStore;

/// A real server on a real file, with a clock that tests turn.
public final class RunningClinic implements AutoCloseable {

  /// Where the clock stands at first: a Wednesday afternoon in March.
  public static final Instant START = Instant.parse("2026-03-25T15:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final DemoClock clock = new DemoClock(now::get);
  private final HttpClient client = HttpClient.newHttpClient();
  private final SqliteStore store;
  private final WebServer server;
  private final Tokens tokens;
  private final Newsletter news;
  private final People people;
  private final CheckInReminders reminders;
  private final Clinics clinics;

  private RunningClinic(Path folder, long seed, boolean demo) {
    store = SqliteStore.open(folder);
    Ids ids = new SeededIds(seed);
    clinics = new Clinics(store.clinicSettings(), Duration.ZERO);
    for (String id : List.of("north", "south")) {
      clinics.write(clinic(id, Clinic.Use.MONITORING), "test", START);
    }
    Guidelines guidelines = new FromFiles();
    tokens = new Tokens(store.accessTokens(), ids, clock);
    EpisodeService service =
        new EpisodeService(
            store.journal(), clinics, guidelines, new EpisodeService.Sources(clock, ids));
    Newsletter.Ports ports =
        new Newsletter.Ports(store.subscribers(), store.mailQueue(), store.journal(), clock, ids);
    people = people(ids, demo);
    news = new Newsletter(ports, new MailKeys(new byte[32]), articles(), true);
    news.run("north", "Clinic north", "http://localhost");
    reminders = EveryWay.reminders(store, service, clinics);
    WebServer.Parts parts =
        new WebServer.Parts(
            service,
            new WorklistService(store.worklist(), service),
            new PhotoService(store.photos(), new ImageIoPhotoReader(), store.auditTrail(), clock),
            new ErasureRefusals(store.legalHolds(), service),
            clinics,
            guidelines,
            tokens,
            new Phones(store.devices(), service, clock, ids),
            new CardKeys(new byte[32]),
            ids,
            new Publication(articles(), Optional.of("north"), Optional.of(news)),
            store.mailQueue(),
            people,
            reminders,
            demo);
    server =
        WebServer.start(
            parts,
            new WebServer.Settings("127.0.0.1", 0, "", Duration.ofHours(1), Set.of("north")));
  }

  private People people(Ids ids, boolean demo) {
    return People.of(
        new StaffSessions.Ports(store.staff(), tokens, ids, clock),
        new StaffSessions.Settings(StaffSessions.Settings.USUAL_IDLE, demo));
  }

  private static Articles articles() {
    if (ArticleReader.read(Path.of("..", "articles")) instanceof ArticleReading.Read read) {
      return read.articles();
    }
    throw new AssertionError("the articles cannot be read");
  }

  /// Starts a server with two clinics on an empty folder.
  public static RunningClinic in(Path folder) {
    return new RunningClinic(folder, 17, true);
  }

  /// Starts a server for real patients: their links open once and ask the date of birth.
  public static RunningClinic real(Path folder) {
    return new RunningClinic(folder, 17, false);
  }

  /// Starts one more server on the folder of another, as a second machine would be.
  public static RunningClinic beside(Path folder) {
    return new RunningClinic(folder, 18, true);
  }

  /// What decides whether a reminder that waits is still wanted.
  public CheckInReminders reminders() {
    return reminders;
  }

  /// The mails that wait.
  public MailQueue mails() {
    return store.mailQueue();
  }

  /// News by e-mail of the clinic "north".
  public Newsletter news() {
    return news;
  }

  /// The key of a link that ends the news of somebody.
  public String leaving() {
    return new MailKeys(new byte[32]).leaving(new MailKeys.Whom("north", new UUID(1, 1)));
  }

  /// Tells the subscribers of one article as if it were new.
  public void tellAgain() {
    store.subscribers().announced("north", "massage", LocalDate.of(2020, 1, 1));
    news.run("north", "Clinic north", url());
  }

  /// Declares the use of a clinic.
  public void use(String id, Clinic.Use use) {
    clinics.write(clinic(id, use), "test", now());
  }

  private static Clinic clinic(String id, Clinic.Use use) {
    return new Clinic(
        id,
        "Clinic " + id,
        "020 7946 0018",
        "020 7946 0123",
        "999",
        new Clinic.Department("St Example's", "1 Bridge Road"),
        new ClinicHours(
            ZoneId.of("Europe/London"),
            LocalTime.of(9, 0),
            LocalTime.of(18, 0),
            Set.of(DayOfWeek.values())),
        use,
        true);
  }

  /// What opens an episode of Amira Haddad, as the API takes it.
  ///
  /// @param order a signed order, or null, as JSON text
  public static String opening(Instant treated, String order) {
    return """
    {"patient":{"name":"Amira Haddad","birthDate":"1991-04-30","zone":"Europe/London",
    "waking":"07:30-22:30","language":"en"},
    "treatment":{"at":"%s","filler":"hyaluronic-acid","product":"Example Lip 1","lot":"A1182",
    "expiry":"2027-05-31","volumeMl":1.0,"sites":["upper lip, left"],
    "practitioner":"Dr Okafor"},
    "protocol":"lip-ha","order":%s}\
    """
        .formatted(treated, order);
  }

  /// Lives the past of the demonstration's patients in the clinic "north"; gives their links.
  public List<DemoClinic.Seeded> demonstrate() {
    clock.turnTo(DemoClinic.beginning(now()));
    try (DemoClinic demo = new DemoClinic(url(), clinician("north"), clock)) {
      return demo.seed(now());
    }
  }

  /// Takes the record from under the running server, as a database that goes away.
  public void loseRecord() {
    store.close();
  }

  /// Turns the clock.
  public void at(Instant instant) {
    now.set(instant);
  }

  /// Where the clock stands.
  public Instant now() {
    return now.get();
  }

  /// A token of a clinician of a clinic.
  public String clinician(String clinic) {
    return tokens
        .issue(
            new Access(clinic, new Author(Author.Role.CLINICIAN, "Nurse Kay"), Optional.empty()),
            "test")
        .orElseThrow();
  }

  /// Revokes a token of a clinic.
  public void revoke(String clinic, String token) {
    assertRevoked(store.accessTokens().revoke(clinic, Sha256.hexOf(token), "test", now()));
  }

  private static void assertRevoked(boolean revoked) {
    if (!revoked) {
      throw new AssertionError("the token was not revoked");
    }
  }

  /// Every route that the server has registered.
  List<String> routes() {
    return server.routes();
  }

  /// The staff of its clinics.
  public People people() {
    return people;
  }

  /// A token of anybody.
  public String token(Access access) {
    return tokens.issue(access, "test").orElseThrow();
  }

  /// What the server answered.
  ///
  /// @param status the HTTP status
  /// @param type the media type
  /// @param text the body
  public record Answer(int status, String type, String text) {
    /// The body as JSON.
    public Json json() {
      if (JsonText.read(text) instanceof JsonText.Reading.Value value) {
        return value.value();
      }
      throw new AssertionError("not JSON: " + text);
    }

    /// The body as a JSON object.
    public Json.Obj object() {
      return (Json.Obj) json();
    }

    /// The text of a member of the body.
    public String text(String name) {
      return ((Json.Str) object().find(name).orElseThrow()).value();
    }
  }

  /// Asks with a token.
  public Answer get(String path, String token) {
    return send(request(path, token).GET().build());
  }

  /// Sends a body with a token.
  public Answer post(String path, String token, String body) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /// Sends bytes as they are.
  public Answer postBytes(String path, String token, byte[] body) {
    return send(request(path, token).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
  }

  /// The address of the server.
  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.close();
    store.close();
    client.close();
  }

  private static final class SeededIds implements Ids {

    private final SplittableRandom random;

    SeededIds(long seed) {
      random = new SplittableRandom(seed);
    }

    @Override
    public synchronized UUID uuid() {
      return new UUID(
          (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | (1L << 63));
    }

    @Override
    public synchronized String secret() {
      StringBuilder secret = new StringBuilder();
      while (secret.length() < 43) {
        secret.append((char) ('a' + random.nextInt(26)));
      }
      return secret.toString();
    }
  }

  private static final class FromFiles implements Guidelines {

    private final Guideline lip = read("lip-ha");
    private final Guideline unknown = read("lip-unknown");

    private static Guideline read(String id) {
      Path file = Path.of("..", "protocols", id + ".yaml");
      if (ProtocolReader.read(file) instanceof Reading.Read read) {
        return Guideline.of(read.protocol());
      }
      throw new AssertionError(file + " cannot be read");
    }

    @Override
    public Optional<Guideline> find(String protocol, int version) {
      return newest(protocol).filter(found -> found.protocol().version() == version);
    }

    @Override
    public Optional<Guideline> newest(String protocol) {
      return switch (protocol) {
        case "lip-ha" -> Optional.of(lip);
        case "lip-unknown" -> Optional.of(unknown);
        default -> Optional.empty();
      };
    }

    @Override
    public List<String> ids() {
      return List.of("lip-ha", "lip-unknown");
    }
  }
}
