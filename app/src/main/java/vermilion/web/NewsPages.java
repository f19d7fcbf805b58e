package vermilion.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vermilion.service.Clinic;
import vermilion.service.EmailAddress;
import vermilion.service.Newsletter;
import vermilion.web.page.JtePages;
import vermilion.web.page.Page;
import vermilion.web.page.SaidPage;
import vermilion.web.page.SubscribePage;

/// News by e-mail, as pages: asked for, confirmed and ended without a cookie or an account.
/// Following a link changes nothing, since mail scanners follow links: a button does.
final class NewsPages {

  private static final int MOST_SECONDS = 3_600;

  private final WebServer.Parts parts;
  private final Links links;
  private final LearnPages learn;
  private final JtePages pages = new JtePages();

  NewsPages(WebServer.Parts parts, Links links, LearnPages learn) {
    this.parts = parts;
    this.links = links;
    this.learn = learn;
  }

  void route(RoutesConfig routes) {
    routes.get("/learn/subscribe", this::form);
    routes.post("/learn/subscribe", this::subscribe);
    routes.get("/learn/confirm/{key}", this::confirmPage);
    routes.post("/learn/confirm/{key}", this::confirm);
    routes.get("/learn/leave/{key}", this::leavePage);
    routes.post("/learn/leave/{key}", this::leave);
  }

  private Newsletter news() {
    return parts.publication().news().orElseThrow(() -> Problem.of(404, "There is no such page"));
  }

  private void form(Context ctx) {
    if (!learn.frame().subscribable()) {
      said(
          ctx,
          "No news by e-mail here",
          List.of(
              "This clinic sends none. You can follow the feed: " + links.base() + AtomFeed.PATH));
      return;
    }
    show(ctx, new SubscribePage(learn.frame(), "", languages(), Optional.empty()));
  }

  private List<String> languages() {
    TreeSet<String> languages = new TreeSet<>();
    parts.publication().articles().all().forEach(one -> languages.add(one.lead().language()));
    return List.copyOf(languages);
  }

  private void subscribe(Context ctx) {
    Clinic clinic =
        learn
            .clinic()
            .filter(_ -> learn.frame().subscribable())
            .orElseThrow(() -> Problem.of(404, "This clinic sends no news by e-mail"));
    String typed = Optional.ofNullable(ctx.formParam("address")).orElse("");
    List<String> languages = languages();
    String asked = Optional.ofNullable(ctx.formParam("language")).orElse("");
    String language =
        languages.contains(asked) ? asked : languages.contains("en") ? "en" : languages.getFirst();
    Optional<EmailAddress> address = EmailAddress.of(typed);
    if (address.isEmpty()) {
      ctx.status(422);
      String wrong = "Type an address such as amira@example.org.";
      show(ctx, new SubscribePage(learn.frame(), typed, languages, Optional.of(wrong)));
      return;
    }
    Newsletter.Asker asker =
        new Newsletter.Asker(clinic.id(), clinic.name(), links.base(), Requests.place(ctx));
    if (!news().ask(asker, address.get(), language)) {
      ctx.status(429).header("Retry-After", Integer.toString(MOST_SECONDS));
      said(ctx, "Too many ask just now", List.of("Nothing was sent. Please try again in an hour."));
      return;
    }
    said(
        ctx,
        "Look into your mail",
        List.of(
            "If this address can get our news, a mail with a question is on its way.",
            "Say yes there within two days. Nothing there? Look into the spam folder, or try again"
                + " later. Who has our news already gets no question."));
  }

  private void confirmPage(Context ctx) {
    if (!news().canConfirm(ctx.pathParam("key"))) {
      tooOld(ctx);
      return;
    }
    press(
        ctx,
        "Do you want our news?",
        "One mail when there is a new or changed article.",
        "Yes, send me the news");
  }

  private void confirm(Context ctx) {
    if (!news().confirm(ctx.pathParam("key"))) {
      tooOld(ctx);
      return;
    }
    said(
        ctx,
        "You will get our news",
        List.of("Every mail has a link that ends it. It is not for urgent things: then call."));
  }

  private void tooOld(Context ctx) {
    ctx.status(410);
    said(
        ctx,
        "This link does not work",
        List.of(
            "It is too old, was changed, or you have ended the news since. You can ask again."));
  }

  private void leavePage(Context ctx) {
    if (!news().canLeave(ctx.pathParam("key"))) {
      throw Problem.of(404, "This link is not complete");
    }
    press(
        ctx,
        "End our news by e-mail?",
        "Your address is erased then.",
        "End it, and erase my address");
  }

  /// Also what a mail program posts by itself (RFC 8058), without anything but the link.
  private void leave(Context ctx) {
    if (!news().canLeave(ctx.pathParam("key"))) {
      throw Problem.of(404, "This link is not complete");
    }
    if (!news().leave(ctx.pathParam("key"))) {
      throw Problem.busy();
    }
    said(ctx, "You will get no more mails", List.of("Your address is erased."));
  }

  private void press(Context ctx, String title, String line, String button) {
    show(ctx, new SaidPage(learn.frame(), title, List.of(line), Optional.of(button)));
  }

  private void said(Context ctx, String title, List<String> lines) {
    show(ctx, new SaidPage(learn.frame(), title, lines, Optional.empty()));
  }

  private void show(Context ctx, Page page) {
    ctx.contentType(LearnPages.HTML).result(pages.html(page));
  }
}
