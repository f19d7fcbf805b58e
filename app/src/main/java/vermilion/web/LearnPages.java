package vermilion.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vermilion.service.Article;
import vermilion.service.Articles;
import vermilion.service.Clinic;
import vermilion.service.Newsletter;
import vermilion.service.Reference;
import vermilion.web.page.ArticleLine;
import vermilion.web.page.ArticlePage;
import vermilion.web.page.JtePages;
import vermilion.web.page.LearnFrame;
import vermilion.web.page.LearnPage;
import vermilion.web.page.Page;
import vermilion.web.page.ProblemPage;

/// The education pages and their feed: read by anybody, the same for everybody, and nothing of
/// whoever reads them is kept.
final class LearnPages {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);
  static final String HTML = "text/html; charset=utf-8";

  private final WebServer.Parts parts;
  private final Links links;
  private final JtePages pages = new JtePages();

  LearnPages(WebServer.Parts parts, Links links) {
    this.parts = parts;
    this.links = links;
  }

  void route(RoutesConfig routes) {
    routes.get("/learn", this::list);
    routes.get(AtomFeed.PATH, this::feed);
    routes.get("/learn/day/{day}", this::day);
    routes.get("/learn/{slug}", this::article);
  }

  private Articles articles() {
    return parts.publication().articles();
  }

  /// `GET /learn`.
  private void list(Context ctx) {
    List<ArticleLine> lines = articles().all().stream().map(LearnPages::line).toList();
    answer(ctx, HTML, pages.html(new LearnPage(frame(), lines)));
  }

  /// `GET /learn/{slug}`.
  private void article(Context ctx) {
    Article article =
        articles()
            .find(ctx.pathParam("slug"))
            .orElseThrow(() -> Problem.of(404, "There is no such article"));
    List<ArticlePage.SourceLine> sources =
        article.references().stream()
            .map(one ->
                new ArticlePage.SourceLine(
                    one.key(), one.title(), host(one) + one.kind().words(), one.link()))
            .toList();
    Page page =
        new ArticlePage(
            frame(),
            line(article),
            article.grade().word(),
            article.grade().meaning(),
            article.html(),
            sources,
            article.picture().map(Article.Picture::id));
    answer(ctx, HTML, pages.html(page));
  }

  /// Many titles sound alike; where it is tells them apart.
  private static String host(Reference one) {
    return Optional.ofNullable(URI.create(one.link()).getHost()).map(at -> at + ". ").orElse("");
  }

  /// `GET /learn/day/{day}`: the article that answers what people ask on that day after treatment;
  /// where there is none, the list. So the patient's pages need not know which articles there are.
  private void day(Context ctx) {
    String asked = ctx.pathParam("day");
    boolean number = asked.length() <= 5 && asked.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number) {
      throw Problem.of(404, "There is no such day");
    }
    String path =
        articles()
            .forDay(Integer.parseInt(asked))
            .map(one -> "/learn/" + one.slug())
            .orElse("/learn");
    ctx.redirect(path, HttpStatus.FOUND);
  }

  /// `GET /learn/feed.xml`.
  private void feed(Context ctx) {
    String author = clinic().map(Clinic::name).orElse("Your clinic");
    ZonedDateTime modified =
        articles().updated().orElse(LocalDate.EPOCH).atStartOfDay(ZoneOffset.UTC);
    ctx.header(Header.LAST_MODIFIED, HTTP_DATE.format(modified));
    String since = ctx.header(Header.IF_MODIFIED_SINCE);
    // The tag decides where both are asked (RFC 9110, 13.1.3).
    if (since != null && ctx.header(Header.IF_NONE_MATCH) == null && isNotAfter(modified, since)) {
      ctx.header(Header.CACHE_CONTROL, "no-cache").status(HttpStatus.NOT_MODIFIED);
      return;
    }
    answer(ctx, AtomFeed.TYPE, new AtomFeed(links.base(), author).xml(articles()));
  }

  /// A date that cannot be read asks for nothing.
  private static boolean isNotAfter(ZonedDateTime modified, String since) {
    try {
      ZonedDateTime known = ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME);
      return !modified.isAfter(known);
    } catch (DateTimeException e) {
      return false;
    }
  }

  /// What could not be shown, as a page.
  void problem(Context ctx, Problem problem) {
    Page page = new ProblemPage(problem.title(), "", "/learn", "To all articles");
    ctx.status(problem.status()).contentType(HTML).result(pages.html(page));
  }

  /// The same bytes have the same tag, so a reader asks for nothing twice.
  private static void answer(Context ctx, String type, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String tag = StaticFiles.tag(bytes);
    ctx.header(Header.ETAG, tag).header(Header.CACHE_CONTROL, "no-cache");
    if (tag.equals(ctx.header(Header.IF_NONE_MATCH))) {
      ctx.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    ctx.contentType(type).result(bytes);
  }

  Optional<Clinic> clinic() {
    return parts.publication().clinic().flatMap(parts.clinics()::find);
  }

  LearnFrame frame() {
    Optional<Clinic> clinic = clinic();
    Optional<String> banner =
        parts.demo()
            ? Optional.of("Demonstration: articles that no clinician has signed.")
            : Optional.empty();
    return new LearnFrame(
        clinic.map(Clinic::name),
        clinic.map(Clinic::emergencyLine),
        clinic.map(Clinic::emergencyNumber),
        banner,
        clinic.isPresent() && parts.publication().news().filter(Newsletter::isOpen).isPresent());
  }

  private static ArticleLine line(Article article) {
    Article.Lead lead = article.lead();
    return new ArticleLine(
        article.slug(),
        lead.title(),
        lead.summary(),
        lead.language(),
        article.grade().word(),
        DAY.format(article.dates().updated()));
  }
}
