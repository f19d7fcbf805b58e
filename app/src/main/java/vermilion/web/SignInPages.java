package vermilion.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermilion.service.OneTimeCodes;
import vermilion.service.People;
import vermilion.service.Staff;
import vermilion.service.StaffAccount;
import vermilion.service.StaffSessions;
import vermilion.service.StaffSignIn;
import vermilion.web.page.FormValues;
import vermilion.web.page.PasskeyForm;
import vermilion.web.page.SetUpPage;
import vermilion.web.page.SignInPage;

/// How staff come in and go out: signing in, signing out, and setting up an account.
final class SignInPages {

  private static final String CLINIC = "clinic";
  private static final int FIELD_CHARS = 256;

  /// What a browser says of a passkey is 1 to 3 kB.
  static final int CREDENTIAL_CHARS = 16_384;

  private final WebServer.Parts parts;
  private final People people;
  private final ClinicPages pages;
  private final Links links;
  private final Set<String> clinics;

  SignInPages(WebServer.Parts parts, ClinicPages pages, Links links, Set<String> clinics) {
    this.parts = parts;
    this.people = parts.people();
    this.pages = pages;
    this.links = links;
    this.clinics = clinics;
  }

  void route(RoutesConfig routes) {
    routes.get("/clinic/sign-in", ctx -> show(ctx, SignInPage.Typed.NOTHING, Optional.empty()));
    routes.post("/clinic/sign-in", this::signIn);
    routes.post("/clinic/sign-out", this::signOut);
    routes.get(
        "/clinic/set-up", ctx -> setUp(ctx, new SetUpPage.State.AskCode(), Optional.empty()));
    routes.post("/clinic/set-up", this::invited);
    routes.post("/clinic/set-up/password", this::choose);
    routes.post("/clinic/sign-in/passkey", this::byPasskey);
    routes.post("/clinic/set-up/passkey", this::choosePasskey);
  }

  /// The name of an account with a password, or an access code alone.
  private void signIn(Context ctx) {
    boolean byCode = !text(ctx, "password").isEmpty();
    SignInPage.Typed typed = new SignInPage.Typed(clinicOf(ctx), text(ctx, "name"));
    StaffSignIn.From from = from(ctx);
    StaffSignIn.Entry entry =
        byCode
            ? people.signIn().byAccessCode(text(ctx, "password").strip(), from)
            : people
                .signIn()
                .byPassword(
                    new StaffSignIn.Typed(
                        typed.clinic(),
                        typed.name(),
                        text(ctx, "own-password"),
                        text(ctx, "app-code")),
                    from);
    answer(ctx, entry, typed, byCode ? codeRefused() : refused());
  }

  private static StaffSignIn.From from(Context ctx) {
    return new StaffSignIn.From(ctx.ip(), Browsers.words(ctx.header(Header.USER_AGENT)));
  }

  private void byPasskey(Context ctx) {
    StaffSignIn.Entry entry =
        links
            .site()
            .map(site -> people.passkeys().signIn(site, credential(ctx), from(ctx)))
            .orElseGet(StaffSignIn.Entry.Shut::new);
    answer(
        ctx, entry, SignInPage.Typed.NOTHING, "This passkey is not known here, or it was removed.");
  }

  private static String credential(Context ctx) {
    return Optional.ofNullable(ctx.formParam("credential"))
        .filter(json -> json.length() <= CREDENTIAL_CHARS)
        .orElse("");
  }

  private void answer(
      Context ctx, StaffSignIn.Entry entry, SignInPage.Typed typed, String refused) {
    switch (entry) {
      case StaffSignIn.Entry.LetIn letIn -> letIn(ctx, letIn.cookie());
      case StaffSignIn.Entry.Shut _ -> {
        ctx.status(403);
        show(ctx, typed, Optional.of(refused));
      }
      case StaffSignIn.Entry.Wait _ -> {
        ctx.status(429);
        ctx.header(Header.RETRY_AFTER, Long.toString(StaffSignIn.WAIT.toSeconds()));
        show(ctx, typed, Optional.of(tooMany()));
      }
      case StaffSignIn.Entry.Busy _ -> throw Problem.busy();
    }
  }

  private static String refused() {
    return "Name, password and code do not fit together. A code works once: wait for the next one.";
  }

  private static String codeRefused() {
    return "This access code is not known, or it was revoked, or this clinic signs in by name.";
  }

  private static String tooMany() {
    return "Too many wrong tries. Wait "
        + StaffSignIn.WAIT.toMinutes()
        + " minutes, or ask your administrator for a new start.";
  }

  /// The cookie of a session that was begun, and the way to the first page.
  void letIn(Context ctx, String secret) {
    cookie(ctx, secret);
    ctx.redirect("/clinic", HttpStatus.SEE_OTHER);
  }

  private void cookie(Context ctx, String secret) {
    Cookie cookie = new Cookie(Requests.COOKIE, secret);
    cookie.setPath("/clinic");
    cookie.setMaxAge((int) StaffSessions.AT_MOST.toSeconds());
    cookie.setHttpOnly(true);
    cookie.setSecure(links.isSecure());
    cookie.setSameSite(SameSite.STRICT);
    ctx.cookie(cookie);
  }

  private void signOut(Context ctx) {
    people.sessions().end(pages.session(ctx).who());
    ctx.removeCookie(Requests.COOKIE, "/clinic");
    ctx.redirect("/clinic/sign-in", HttpStatus.SEE_OTHER);
  }

  /// The clinic that was named, or the only one there is.
  private String clinicOf(Context ctx) {
    String named = text(ctx, CLINIC).strip();
    return named.isEmpty() && clinics.size() == 1 ? clinics.iterator().next() : named;
  }

  private void show(Context ctx, SignInPage.Typed typed, Optional<String> problem) {
    boolean several = clinics.size() != 1;
    boolean accounts = several || people.staff().hasAccounts(clinics.iterator().next());
    boolean demo = parts.demo();
    String named = typed.clinic().isEmpty() ? text(ctx, CLINIC) : typed.clinic();
    pages.html(
        ctx,
        new SignInPage(
            demo ? "Demonstration" : "Vermilion",
            new SignInPage.Offer(several, accounts, several || demo || !accounts),
            new SignInPage.Typed(several ? named : "", typed.name()),
            problem,
            ClinicPages.banner(demo),
            demo
                ? Optional.of("The access code was printed when the demonstration started.")
                : Optional.empty(),
            links
                .site()
                .map(site ->
                    new PasskeyForm(
                        site.origin(), site.id(), people.passkeys().challenge(), "", "", ""))));
  }

  /// `POST /clinic/set-up`: the code of an invitation, from behind the # of its link.
  private void invited(Context ctx) {
    String code = text(ctx, "password").strip();
    Optional<Staff.Waiting> waiting = people.staff().waiting(code);
    if (waiting.isEmpty()) {
      gone(ctx);
      return;
    }
    setUp(
        ctx,
        choosing(waiting.get(), code, people.staff().newAppSecret(), FormValues.EMPTY),
        Optional.empty());
  }

  private void choose(Context ctx) {
    String code = text(ctx, "invitation");
    String secret = text(ctx, "app-secret");
    Optional<Staff.Waiting> waiting = people.staff().waiting(code);
    if (waiting.isEmpty()) {
      gone(ctx);
      return;
    }
    Staff.Chosen chosen =
        new Staff.Chosen(text(ctx, "new-password"), secret, text(ctx, "app-code"));
    switch (people.staff().setUp(waiting.get(), chosen)) {
      case Staff.SettingUp.Done done ->
          setUp(ctx, new SetUpPage.State.Done(done.recoveryCodes()), Optional.empty());
      case Staff.SettingUp.Wrong wrong -> {
        ctx.status(422);
        FormValues form = new FormValues(Map.of(), Map.of(wrong.field(), wrong.why()));
        setUp(ctx, choosing(waiting.get(), code, secret, form), Optional.empty());
      }
      case Staff.SettingUp.Gone _ -> gone(ctx);
      case Staff.SettingUp.Busy _ -> throw Problem.busy();
    }
  }

  private void gone(Context ctx) {
    ctx.status(403);
    setUp(
        ctx,
        new SetUpPage.State.AskCode(),
        Optional.of(
            "This invitation opens nothing: it was used, or it is older than a day. Ask your administrator for a new one."));
  }

  private SetUpPage.State choosing(
      Staff.Waiting waiting, String code, String secret, FormValues form) {
    String name = waiting.account().name();
    String uri = OneTimeCodes.uri(parts.clinics().get(waiting.clinic()).name(), name, secret);
    return new SetUpPage.State.Choose(
        name,
        code,
        secret.replace(" ", "").replaceAll("(.{4})(?!$)", "$1 "),
        PaperCode.of(uri),
        passkeyForm(waiting.clinic(), waiting.account()),
        form);
  }

  /// How to ask for a new passkey of somebody, where there can be one.
  Optional<PasskeyForm> passkeyForm(String clinic, StaffAccount account) {
    return links
        .site()
        .flatMap(site ->
            people
                .passkeys()
                .wanted(clinic, account)
                .map(wanted ->
                    new PasskeyForm(
                        site.origin(),
                        site.id(),
                        wanted.challenge(),
                        wanted.handle(),
                        account.name(),
                        String.join(" ", wanted.known()))));
  }

  private void choosePasskey(Context ctx) {
    String code = text(ctx, "invitation");
    Optional<Staff.Waiting> waiting = people.staff().waiting(code);
    if (waiting.isEmpty()) {
      gone(ctx);
      return;
    }
    String label = Browsers.words(ctx.header(Header.USER_AGENT));
    boolean made =
        links
            .site()
            .filter(site -> people.passkeys().setUp(waiting.get(), site, credential(ctx), label))
            .isPresent();
    if (made) {
      setUp(ctx, new SetUpPage.State.Done(List.of()), Optional.empty());
      return;
    }
    ctx.status(422);
    setUp(
        ctx,
        choosing(waiting.get(), code, people.staff().newAppSecret(), FormValues.EMPTY),
        Optional.of("No passkey was made. Try again, or choose a password and an app."));
  }

  private void setUp(Context ctx, SetUpPage.State state, Optional<String> problem) {
    boolean demo = parts.demo();
    pages.html(
        ctx,
        new SetUpPage(
            demo ? "Demonstration" : "Vermilion", ClinicPages.banner(demo), problem, state));
  }

  /// A field, or empty text where it is missing or absurdly long.
  private static String text(Context ctx, String field) {
    return Optional.ofNullable(ctx.formParam(field))
        .or(() -> Optional.ofNullable(ctx.queryParam(field)).filter(_ -> field.equals(CLINIC)))
        .filter(value -> value.length() <= FIELD_CHARS)
        .orElse("");
  }
}
