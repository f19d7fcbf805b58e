package vermilion.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermilion.service.Passkey;
import vermilion.service.People;
import vermilion.service.Staff;
import vermilion.service.StaffAccount;
import vermilion.service.StaffRole;
import vermilion.service.StaffSession;
import vermilion.web.page.AccountPage;
import vermilion.web.page.FormValues;

/// A person's own account: where it is signed in, the password, the recovery codes.
final class AccountPages {

  private static final String HERE = "/clinic/account";

  private final WebServer.Parts parts;
  private final People people;
  private final ClinicPages pages;
  private final SignInPages signIn;
  private final Links links;

  AccountPages(WebServer.Parts parts, ClinicPages pages, SignInPages signIn, Links links) {
    this.signIn = signIn;
    this.links = links;
    this.parts = parts;
    this.people = parts.people();
    this.pages = pages;
  }

  void route(RoutesConfig routes) {
    routes.get(HERE, ctx -> show(ctx, new Shown(List.of(), FormValues.EMPTY, "")));
    routes.post(HERE + "/end-session", this::endSession);
    routes.post(HERE + "/end-others", this::endOthers);
    routes.post(HERE + "/password", this::password);
    routes.post(HERE + "/recovery-codes", this::recoveryCodes);
    routes.post(HERE + "/passkey", this::addPasskey);
    routes.post(HERE + "/name-passkey", this::namePasskey);
    routes.post(HERE + "/drop-passkey", this::dropPasskey);
  }

  private void endSession(Context ctx) {
    Session session = pages.session(ctx);
    people.sessions().end(session.who(), field(ctx, "device"));
    ctx.redirect(HERE, HttpStatus.SEE_OTHER);
  }

  private void endOthers(Context ctx) {
    people.sessions().endOthers(pages.session(ctx).who());
    ctx.redirect(HERE, HttpStatus.SEE_OTHER);
  }

  private void password(Context ctx) {
    Session session = pages.session(ctx);
    if (!account(session).hasPassword()) {
      throw Problem.of(409, "This account has no password");
    }
    Staff.SettingUp outcome =
        people
            .staff()
            .changePassword(session.who(), field(ctx, "own-password"), field(ctx, "new-password"));
    switch (outcome) {
      case Staff.SettingUp.Done _ ->
          show(
              ctx,
              new Shown(
                  List.of(),
                  FormValues.EMPTY,
                  "Your password is changed. All other browsers are signed out."));
      case Staff.SettingUp.Wrong wrong -> {
        ctx.status(422);
        FormValues form = new FormValues(Map.of(), Map.of(wrong.field(), wrong.why()));
        show(ctx, new Shown(List.of(), form, ""));
      }
      case Staff.SettingUp.Gone _ -> throw Problem.of(409, "This account was changed meanwhile");
      case Staff.SettingUp.Busy _ -> throw Problem.busy();
    }
  }

  private void recoveryCodes(Context ctx) {
    Session session = pages.session(ctx);
    StaffAccount account = account(session);
    if (!account.hasPassword()) {
      throw Problem.of(409, "Recovery codes belong to a password and an app");
    }
    List<String> codes =
        people
            .staff()
            .renewRecoveryCodes(session.access().clinic(), account)
            .orElseThrow(Problem::busy);
    show(ctx, new Shown(codes, FormValues.EMPTY, ""));
  }

  private void addPasskey(Context ctx) {
    Session session = pages.session(ctx);
    String json = field(ctx, "credential");
    String label = Browsers.words(ctx.header(Header.USER_AGENT));
    boolean added =
        json.length() <= SignInPages.CREDENTIAL_CHARS
            && links
                .site()
                .filter(site -> people.passkeys().add(session.who(), site, json, label))
                .isPresent();
    if (!added) {
      throw Problem.of(422, "No passkey was made; go back and try again");
    }
    ctx.redirect(HERE, HttpStatus.SEE_OTHER);
  }

  private void namePasskey(Context ctx) {
    Session session = pages.session(ctx);
    String label = field(ctx, "label").strip();
    boolean line =
        !label.isEmpty()
            && label.length() <= Passkey.LABEL_CHARS_MAX
            && label
                .codePoints()
                .noneMatch(c -> Character.isISOControl(c) || c > Character.MAX_VALUE);
    if (!line) {
      throw Problem.of(
          422, "A passkey's name has 1 to " + Passkey.LABEL_CHARS_MAX + " plain characters");
    }
    people.passkeys().name(session.who(), field(ctx, "passkey"), label);
    ctx.redirect(HERE, HttpStatus.SEE_OTHER);
  }

  private void dropPasskey(Context ctx) {
    if (!people.passkeys().drop(pages.session(ctx).who(), field(ctx, "passkey"))) {
      throw Problem.of(409, "Without this passkey you could not sign in any more");
    }
    ctx.redirect(HERE, HttpStatus.SEE_OTHER);
  }

  private List<AccountPage.Key> passkeys(Session session, StaffAccount account) {
    ZoneId zone = pages.clinic(session).hours().zone();
    Instant now = parts.service().now();
    return people.passkeys().of(session.access().clinic(), account).stream()
        .map(one ->
            new AccountPage.Key(
                one.credential(),
                one.label(),
                "made "
                    + Words.shortTime(one.made(), now, zone)
                    + one.seen()
                        .map(seen -> ", last used " + Words.shortTime(seen, now, zone))
                        .orElse(", not used yet")))
        .toList();
  }

  /// What the page shows beside what is kept.
  private record Shown(List<String> newCodes, FormValues form, String said) {}

  private void show(Context ctx, Shown shown) {
    Session session = pages.session(ctx);
    String clinic = session.access().clinic();
    StaffAccount account = account(session);
    int left = people.staff().recoveryCodesLeft(clinic, account);
    pages.html(
        ctx,
        new AccountPage(
            pages.frame(session),
            StaffRole.words(account.roles()),
            account.hasPassword(),
            account.hasPassword() ? left + (left == 1 ? " is" : " are") + " left" : "",
            shown.newCodes(),
            devices(session, account),
            passkeys(session, account),
            signIn.passkeyForm(clinic, account),
            shown.form(),
            shown.said()));
  }

  private List<AccountPage.Device> devices(Session session, StaffAccount account) {
    ZoneId zone = pages.clinic(session).hours().zone();
    Instant now = parts.service().now();
    List<AccountPage.Device> devices = new ArrayList<>();
    for (StaffSession one : people.sessions().of(session.access().clinic(), account.person())) {
      boolean here = one.hash().equals(session.who().session().hash());
      String used = here ? "in use now" : "last used " + Words.shortTime(one.seen(), now, zone);
      devices.add(
          new AccountPage.Device(
              one.id(),
              one.device(),
              "signed in since " + Words.shortTime(one.made(), now, zone) + ", " + used,
              here));
    }
    return devices;
  }

  private static StaffAccount account(Session session) {
    return session.who().account().orElseThrow();
  }

  private static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("");
  }
}
