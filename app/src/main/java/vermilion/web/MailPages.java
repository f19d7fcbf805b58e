package vermilion.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import vermilion.service.Mail;
import vermilion.service.MailQueue;
import vermilion.web.page.JtePages;
import vermilion.web.page.MailsPage;

/// What the clinic sees of its mails: those that nobody could send.
final class MailPages {

  private static final int MOST = 200;

  private final WebServer.Parts parts;
  private final ClinicPages clinic;
  private final JtePages pages = new JtePages();

  MailPages(WebServer.Parts parts, ClinicPages clinic) {
    this.parts = parts;
    this.clinic = clinic;
  }

  void route(RoutesConfig routes) {
    routes.get("/clinic/mails", this::list);
    routes.post("/clinic/mails/{id}/forget", this::forget);
  }

  private void list(Context ctx) {
    Session session = clinic.session(ctx);
    String id = session.access().clinic();
    ZoneId zone = parts.clinics().get(id).hours().zone();
    List<MailsPage.Line> lines =
        parts.mails().givenUp(id, MOST).stream().map(one -> line(one, zone)).toList();
    ctx.contentType(LearnPages.HTML)
        .result(pages.html(new MailsPage(clinic.frame(session), lines)));
  }

  private static MailsPage.Line line(MailQueue.GivenUp one, ZoneId zone) {
    return new MailsPage.Line(
        one.id().toString(), words(one.kind()), Words.dayAndTime(one.at(), zone), one.why());
  }

  private static String words(Mail.Kind kind) {
    return switch (kind) {
      case CONFIRM -> "The question to somebody who asked for news";
      case ARTICLE -> "News of an article to a subscriber";
      case TEST -> "A test message to a patient";
      case REMINDER -> "A reminder of a check-in to a patient";
    };
  }

  private void forget(Context ctx) {
    Session session = clinic.session(ctx);
    String id = ctx.pathParam("id");
    boolean known =
        parts.mails().givenUp(session.access().clinic(), MOST).stream()
            .anyMatch(one -> one.id().toString().equals(id));
    if (known) {
      parts.mails().forget(session.access().clinic(), UUID.fromString(id));
    }
    ctx.redirect("/clinic/mails", HttpStatus.SEE_OTHER);
  }
}
