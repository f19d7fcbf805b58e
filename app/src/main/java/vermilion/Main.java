package vermilion;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import vermilion.cli.Ports;
import vermilion.cli.Terminal;
import vermilion.cli.VermilionCommand;
import vermilion.content.ArticleReader;
import vermilion.content.ArticleReading;
import vermilion.content.Place;
import vermilion.content.Problem;
import vermilion.content.ProtocolReader;
import vermilion.content.Reading;
import vermilion.demo.DemoClinic;
import vermilion.demo.DemoClock;
import vermilion.demo.DemoLinks;
import vermilion.episode.Author;
import vermilion.pixels.ImageIoPhotoReader;
import vermilion.protocol.Protocol;
import vermilion.service.Access;
import vermilion.service.Admission;
import vermilion.service.Articles;
import vermilion.service.CardKeys;
import vermilion.service.Clinics;
import vermilion.service.EpisodeService;
import vermilion.service.ErasureRefusals;
import vermilion.service.Guidelines;
import vermilion.service.Ids;
import vermilion.service.KeptSecret;
import vermilion.service.KeyChange;
import vermilion.service.LoadedGuidelines;
import vermilion.service.MailKeys;
import vermilion.service.Newsletter;
import vermilion.service.People;
import vermilion.service.Phones;
import vermilion.service.PhotoService;
import vermilion.service.Postman;
import vermilion.service.ProtocolFiles;
import vermilion.service.ProtocolProblem;
import vermilion.service.ProtocolReading;
import vermilion.service.Prover;
import vermilion.service.Publication;
import vermilion.service.Publishing;
import vermilion.service.RandomIds;
import vermilion.service.Restored;
import vermilion.service.Servers;
import vermilion.service.StaffSessions;
import vermilion.service.Store;
import vermilion.service.StorePlace;
import vermilion.service.StoreSource;
import vermilion.service.Tokens;
import vermilion.service.WorklistService;
import vermilion.store.PostgresStore;
import vermilion.store.Restoration;
import vermilion.store.Rotation;
import vermilion.store.SqliteStore;
import vermilion.web.WebServer;

/// Starts Vermilion: the only class that knows every adapter and puts them together.
@NullMarked
public final class Main {
  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] arguments) {
    System.exit(
        run(
            arguments,
            new Terminal(
                new BufferedInputStream(System.in),
                new FileOutputStream(FileDescriptor.out),
                System.err)));
  }

  /// Runs one command on any streams and returns its exit code.
  public static int run(String[] arguments, Terminal terminal) {
    Ports ports =
        new Ports(
            Main::read,
            new Stores(),
            new RandomIds(),
            InstantSource.system(),
            new JavalinServers());
    return VermilionCommand.run(arguments, ports, terminal);
  }

  /// One SQLite file in a folder, or a PostgreSQL database.
  private static final class Stores implements StoreSource {
    @Override
    public boolean isStore(StorePlace place) {
      return place.database().isPresent()
          ? PostgresStore.isStore(place)
          : Files.isRegularFile(place.data().resolve(SqliteStore.FILE));
    }

    @Override
    public Store open(StorePlace place) {
      return place.database().isPresent() ? PostgresStore.open(place) : SqliteStore.open(place);
    }

    @Override
    public Restored restore(Path backup, StorePlace to, Instant at) {
      return Restoration.restore(backup, to, at);
    }

    @Override
    public Restored move(Path journal, StorePlace to) {
      return Restoration.move(journal, to);
    }

    @Override
    public KeyChange changeKey(StorePlace place, Instant at) {
      return Rotation.rotate(place, at);
    }

    @Override
    public String newKey() {
      return Rotation.newKey();
    }
  }

  /// Javalin over a store and the protocols of a folder.
  private static final class JavalinServers implements Servers {
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final String CARD_KEY_FILE = "card.key";
    private static final String MAIL_KEY_FILE = "mail.key";
    private static final String LINKS_FILE = "demo-links.json";
    private static final String DEMO_CLINIC = "northside";

    @Override
    public Start serve(Plan plan) {
      return start(plan, Optional.empty());
    }

    @Override
    public Start demo(Plan plan) {
      return start(plan, Optional.of(new DemoClock(InstantSource.system())));
    }

    private static Start start(Plan plan, Optional<DemoClock> demo) {
      List<Protocol> protocols = new ArrayList<>();
      List<String> remarks = new ArrayList<>();
      List<String> why = readAll(plan.protocols(), protocols);
      Admission admission =
          new Admission(new Prover(Optional.of(plan.certificates())), plan.clinician());
      protocols.removeIf(one -> admission.refuses(one, demo.isPresent(), remarks));
      Articles articles = articles(plan.publishing(), why);
      return why.isEmpty()
          ? new Start.Listening(
              listen(plan, demo, new Content(new LoadedGuidelines(protocols), articles), remarks))
          : new Start.Refused(why);
    }

    private static List<String> readAll(Path folder, List<Protocol> protocols) {
      List<String> why = new ArrayList<>();
      try {
        ProtocolFiles files = ProtocolFiles.in(folder, Main::read);
        protocols.addAll(files.protocols());
        files.problems().forEach(one -> why.add(one.place() + ": " + one.sentence()));
      } catch (IOException e) {
        why.add("protocols: cannot read the folder " + folder + ": " + e.getMessage());
      }
      return why;
    }

    /// What is read from files before anything listens.
    private record Content(Guidelines guidelines, Articles articles) {}

    /// The articles of the settings, or those that come with the product where they are at hand.
    private static Articles articles(Publishing publishing, List<String> why) {
      Path own = Path.of(System.getProperty("vermilion.home", "")).resolve("articles");
      if (publishing.articles().isEmpty() && !Files.isDirectory(own)) {
        return Articles.NONE;
      }
      Path folder = publishing.articles().orElse(own);
      return switch (ArticleReader.read(folder)) {
        case ArticleReading.Read read -> read.articles();
        case ArticleReading.Broken broken -> {
          for (Problem one : broken.problems()) {
            ProtocolProblem shown = problem(folder.resolve(one.place().file()), one);
            why.add(shown.place() + ": " + shown.sentence());
          }
          yield Articles.NONE;
        }
      };
    }

    /// The clinic that publishes: the one of the settings, else the only one.
    private static InstantSource clockOf(Optional<DemoClock> demo) {
      return demo.<InstantSource>map(turned -> turned).orElse(InstantSource.system());
    }

    private static PhotoService photos(Store store, InstantSource clock) {
      return new PhotoService(store.photos(), new ImageIoPhotoReader(), store.auditTrail(), clock);
    }

    private static Publication publication(Plan plan, Articles articles, Newsletter.Ports ports) {
      List<String> clinics = ports.journal().clinics();
      Optional<String> only =
          clinics.size() == 1 ? Optional.of(clinics.getFirst()) : Optional.empty();
      byte[] secret = KeptSecret.in(plan.store().data().resolve(MAIL_KEY_FILE));
      Newsletter news =
          new Newsletter(
              ports, new MailKeys(secret), articles, plan.publishing().mail().isPresent());
      return new Publication(
          articles, plan.publishing().clinic().or(() -> only), Optional.of(news));
    }

    private static Optional<String> doubt(Publishing publishing, List<String> clinics) {
      return publishing
          .clinic()
          .filter(one -> !clinics.contains(one))
          .map(one -> "publisher: no clinic here is called " + one);
    }

    private static WebServer.Settings settings(Plan plan, List<String> clinics) {
      return new WebServer.Settings(
          plan.host(), plan.port(), plan.baseUrl().orElse(""), TICK, Set.copyOf(clinics));
    }

    private static Running listen(
        Plan plan, Optional<DemoClock> demo, Content content, List<String> remarks) {
      Store store = new Stores().open(plan.store());
      InstantSource clock = clockOf(demo);
      Ids ids = new RandomIds();
      Clinics clinics = new Clinics(store.clinicSettings());
      Tokens tokens = new Tokens(store.accessTokens(), ids, clock);
      EpisodeService service = episodes(store, clinics, content, clock);
      boolean empty = isTurnedBack(demo, store);
      String code = demo.isPresent() ? demoClinic(clinics, tokens, clock) : "";
      List<String> known = store.journal().clinics();
      doubt(plan.publishing(), known).ifPresent(remarks::add);
      Newsletter.Ports news = newsPorts(store, clock, ids);
      Publication publication = publication(plan, content.articles(), news);
      Messages messages = Messages.of(plan, store, service, clinics);
      WebServer server =
          WebServer.start(
              new WebServer.Parts(
                  service,
                  new WorklistService(store.worklist(), service),
                  photos(store, clock),
                  new ErasureRefusals(store.legalHolds(), service),
                  clinics,
                  content.guidelines(),
                  tokens,
                  new Phones(store.devices(), service, clock, ids),
                  new CardKeys(KeptSecret.in(plan.store().data().resolve(CARD_KEY_FILE))),
                  ids,
                  publication,
                  store.mailQueue(),
                  people(new StaffSessions.Ports(store.staff(), tokens, ids, clock), plan, demo),
                  messages.reminders(),
                  demo.isPresent()),
              settings(plan, known));
      String url = plan.baseUrl().orElse("http://" + plan.host() + ":" + server.port());
      Path links = plan.store().data().resolve(LINKS_FILE);
      demo.filter(_ -> empty).ifPresent(turned -> fill(links, url, code, turned));
      var machinery = new Wired.Machinery(server, messages.postman(publication, news), store);
      return new Wired(machinery, url, List.copyOf(remarks), people(demo, links, url), code);
    }

    /// Whether a demonstration is empty; then its clock stands where its past begins.
    private static boolean isTurnedBack(Optional<DemoClock> demo, Store store) {
      boolean empty = demo.isPresent() && store.journal().episodes(DEMO_CLINIC, 0, 1).isEmpty();
      demo.filter(_ -> empty).ifPresent(to -> to.turnTo(DemoClinic.beginning(to.instant())));
      return empty;
    }

    private static People people(StaffSessions.Ports ports, Plan plan, Optional<DemoClock> demo) {
      return People.of(ports, new StaffSessions.Settings(plan.signOutAfter(), demo.isPresent()));
    }

    private static EpisodeService episodes(
        Store store, Clinics clinics, Content content, InstantSource clock) {
      EpisodeService.Sources sources = new EpisodeService.Sources(clock, new RandomIds());
      return new EpisodeService(store.journal(), clinics, content.guidelines(), sources);
    }

    private static Newsletter.Ports newsPorts(Store store, InstantSource clock, Ids ids) {
      return new Newsletter.Ports(
          store.subscribers(), store.mailQueue(), store.journal(), clock, ids);
    }

    private static String demoClinic(Clinics clinics, Tokens tokens, InstantSource clock) {
      clinics.write(DemoClinic.clinic(DEMO_CLINIC), "demonstration", clock.instant());
      Access access =
          new Access(DEMO_CLINIC, new Author(Author.Role.CLINICIAN, "Nurse Kay"), Optional.empty());
      return tokens.issue(access, "demonstration").orElseThrow();
    }

    /// Makes the patients of an empty demonstration, and keeps their links for the next start.
    private static void fill(Path links, String url, String code, DemoClock clock) {
      try (DemoClinic clinic = new DemoClinic(url, code, clock)) {
        DemoLinks.keep(links, clinic.seed(InstantSource.system().instant()));
      }
    }

    private static List<Link> people(Optional<DemoClock> demo, Path file, String url) {
      return demo.map(_ -> DemoLinks.kept(file, url)).orElse(List.of()).stream()
          .map(seeded -> new Link(seeded.name(), seeded.link()))
          .toList();
    }
  }

  /// A server with what it stands on.
  private record Wired(
      Machinery machinery,
      String url,
      List<String> remarks,
      List<Servers.Link> links,
      String clinicianToken)
      implements Servers.Running {

    /// What runs, in the order in which it ends.
    private record Machinery(WebServer server, Optional<Postman> postman, Store store) {}

    @Override
    public void close() {
      machinery.server().close();
      machinery.postman().ifPresent(Postman::close);
      machinery.store().close();
    }
  }

  private static ProtocolReading read(Path file) {
    return switch (ProtocolReader.read(file)) {
      case Reading.Read read ->
          new ProtocolReading.Read(
              read.protocol(),
              read.warnings().stream().map(one -> problem(file, one)).toList(),
              places(file, read.rules()));
      case Reading.Broken broken ->
          new ProtocolReading.Broken(
              broken.problems().stream().map(one -> problem(file, one)).toList());
    };
  }

  private static Map<String, String> places(Path asked, Map<String, Place> rules) {
    Map<String, String> places = new HashMap<>();
    rules.forEach((rule, place) ->
        places.put(
            rule, asked.resolveSibling(place.file()) + ":" + place.line() + ":" + place.column()));
    return places;
  }

  /// A problem names the file as it was asked for, so that a terminal or an editor finds it; it may
  /// also stand in the base beside it.
  private static ProtocolProblem problem(Path asked, Problem problem) {
    return new ProtocolProblem(
        asked.resolveSibling(problem.place().file()).toString(),
        problem.place().line(),
        problem.place().column(),
        problem.found(),
        problem.expected(),
        problem.nearest());
  }
}
