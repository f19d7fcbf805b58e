package vermilion.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import vermilion.episode.Episode;
import vermilion.episode.EpisodeEvent;
import vermilion.episode.EventCodec;
import vermilion.episode.ReminderWay;
import vermilion.service.Clinic;
import vermilion.service.Device;
import vermilion.service.EmailAddress;
import vermilion.service.EpisodeRef;
import vermilion.service.Lookup;
import vermilion.service.Newsletter;
import vermilion.service.TestMails;
import vermilion.web.page.FormValues;
import vermilion.web.page.MailedPage;
import vermilion.web.page.PageWords;

/// How the clinic lets a patient in and sees that it worked: her link, her phones, a test message,
/// and the card on paper.
final class PhonePages {

  private final WebServer.Parts parts;
  private final ClinicPages clinic;
  private final Links links;
  private final TestMails mails;

  PhonePages(WebServer.Parts parts, ClinicPages clinic, Links links) {
    this.parts = parts;
    this.clinic = clinic;
    this.links = links;
    this.mails = new TestMails(parts.mails(), parts.phones(), parts.service());
  }

  void route(RoutesConfig routes) {
    routes.get("/clinic/episodes/{id}/card-print", this::printCard);
    routes.post("/clinic/episodes/{id}/link", this::link);
    routes.post("/clinic/episodes/{id}/end-device", this::endDevice);
    routes.post("/clinic/episodes/{id}/end-helper", this::endHelper);
    routes.post("/clinic/episodes/{id}/test-mail", this::testMail);
    routes.post("/clinic/episodes/{id}/mail-came", this::mailCame);
    routes.get("/mail/{secret}", ctx -> mailed(ctx, false));
    routes.post("/mail/{secret}", ctx -> mailed(ctx, true));
  }

  /// Whether this install sends mails at all.
  static boolean isMailing(WebServer.Parts parts) {
    return parts.publication().news().filter(Newsletter::isOpen).isPresent();
  }

  private void printCard(Context ctx) {
    Session session = clinic.session(ctx);
    EpisodeRef ref = ClinicPages.ref(ctx, session);
    Episode episode = clinic.found(ref);
    String address = links.base() + links.cardPath(ref);
    clinic.html(
        ctx,
        new PrintCardView(clinic.clinic(session), address)
            .page(episode, parts.service().standing(ref, episode)));
  }

  /// The new link is shown this once.
  private void link(Context ctx) {
    Session session = clinic.session(ctx);
    EpisodeRef ref = ClinicPages.ref(ctx, session);
    clinic.found(ref);
    String link = links.once(ref, session.access().author());
    clinic.showPatient(
        ctx, session, ref, new ClinicPages.Shown(FormValues.EMPTY, Optional.of(link)));
  }

  private void endDevice(Context ctx) {
    Session session = clinic.session(ctx);
    EpisodeRef ref = ClinicPages.ref(ctx, session);
    clinic.found(ref);
    String id = ctx.formParam("device");
    for (Device device : parts.phones().of(ref)) {
      if (device.id().equals(id) && device.isOpen()) {
        parts.phones().end(ref, device, session.access().author().name());
      }
    }
    parts.phones().endOwnLink(ref, session.access().author().name());
    back(ctx, ref);
  }

  /// She asks it of the clinic, by telephone perhaps: the record says who did it.
  private void endHelper(Context ctx) {
    clinic.submit(
        ctx,
        Optional.ofNullable(ctx.formParam("helper"))
            .filter(EventCodec::isUuid)
            .map(EpisodeEvent.ConfidantEnded::new),
        "helper");
  }

  private void testMail(Context ctx) {
    Session session = clinic.session(ctx);
    EpisodeRef ref = ClinicPages.ref(ctx, session);
    Episode episode = clinic.found(ref);
    Optional<String> to = Optional.ofNullable(ctx.formParam("email")).flatMap(this::reachable);
    if (to.isEmpty()) {
      ctx.status(422);
      FormValues form = new FormValues(ctx.formParamMap(), Map.of("email", wanted()));
      clinic.showPatient(ctx, session, ref, new ClinicPages.Shown(form, Optional.empty()));
      return;
    }
    PageWords words = PageWords.in(episode.opened().patient().language());
    Map<String, String> from = Map.of("clinic", clinic.clinic(session).name());
    TestMails.Letter letter =
        new TestMails.Letter(
            to.get(),
            words.language(),
            words.say("mail.subject", from),
            words.say("mail.text", from),
            words.say("mail.press"),
            links.base());
    if (!mails.send(ref, letter, session.access().author().name())) {
      throw Problem.busy();
    }
    back(ctx, ref);
  }

  private String wanted() {
    return parts.reminders().offers(ReminderWay.TEXT)
        ? "Type a number such as +447700900123" + (isMailing(parts) ? ", or an address." : ".")
        : isMailing(parts)
            ? "Type an address such as amira@example.org."
            : "This install sends no messages.";
  }

  /// A number or an address to which this install can send.
  private Optional<String> reachable(String typed) {
    String plain = typed.strip().replace(" ", "");
    return parts.reminders().offers(ReminderWay.TEXT) && ReminderWay.TEXT.takes(plain)
        ? Optional.of(plain)
        : isMailing(parts) ? EmailAddress.of(typed).map(EmailAddress::text) : Optional.empty();
  }

  /// She shows it, or says so: then its link is of no more use.
  private void mailCame(Context ctx) {
    Session session = clinic.session(ctx);
    EpisodeRef ref = ClinicPages.ref(ctx, session);
    clinic.found(ref);
    parts.phones().of(ref).stream()
        .filter(Device::isMail)
        .findFirst()
        .filter(Device::isOpen)
        .ifPresent(mail -> parts.phones().end(ref, mail, session.access().author().name()));
    back(ctx, ref);
  }

  private static void back(Context ctx, EpisodeRef ref) {
    ctx.redirect("/clinic/episodes/" + ref.episode(), HttpStatus.SEE_OTHER);
  }

  /// Following the link changes nothing, since mail scanners follow links: its button does.
  private void mailed(Context ctx, boolean pressed) {
    String secret = ctx.pathParam("secret");
    Device mail =
        parts.phones().mail(secret).orElseThrow(() -> Problem.of(404, "There is no such page"));
    if (pressed && mail.isOpen()) {
      parts.phones().opened(secret);
    }
    String name = secret.substring(0, secret.indexOf('_'));
    Clinic of = parts.clinics().get(name);
    String episode = mail.token().episode().orElseThrow();
    EpisodeRef ref = EpisodeRef.of(name, episode).orElseThrow(Problem::noEpisode);
    PageWords words =
        PageWords.in(
            parts.service().find(ref) instanceof Lookup.Found found
                ? found.episode().opened().patient().language()
                : "en");
    boolean came = mail.seen().isPresent() || (pressed && mail.isOpen());
    MailedPage.State state =
        came
            ? MailedPage.State.CAME
            : mail.isOpen() ? MailedPage.State.ASKED : MailedPage.State.OLD;
    clinic.html(ctx, new MailedPage(words, of.name(), state));
  }
}
