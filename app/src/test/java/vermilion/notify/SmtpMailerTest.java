package vermilion.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.service.Mail;
import vermilion.service.MailSender.Outcome;
import vermilion.service.MailSettings;
import vermilion.service.MailSettings.Security;

/// Mails as a real server takes them, and as one refuses them.
final class SmtpMailerTest {

  private static final String FROM = "news@care.example.org";
  private static final String LEAVE = "https://care.example.org/learn/leave/north_1";
  private static final UUID ID = new UUID(1, 2);

  @TempDir Path folder;

  private static Mail mail(String subject) {
    return new Mail(
        ID,
        new UUID(3, 4),
        Mail.Kind.ARTICLE,
        "amira@example.org",
        new Mail.Words(subject, "Plain words.\n", "<p>Words for – a screen.</p>"),
        Optional.of(LEAVE),
        Instant.parse("2026-03-28T12:00:00Z"));
  }

  private static GreenMail server(String protocol) {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    server.start();
    return server;
  }

  private static MailSettings plain(int port) {
    return new MailSettings("127.0.0.1", port, Security.LOOPBACK, Optional.empty(), FROM);
  }

  private static Properties quick() {
    Properties quick = new Properties();
    quick.setProperty("mail.smtp.timeout", "300");
    quick.setProperty("mail.smtp.connectiontimeout", "300");
    return quick;
  }

  @Test
  void a_mail_arrives_with_every_header_that_a_reader_needs_to_leave() throws Exception {
    GreenMail server = server(ServerSetup.PROTOCOL_SMTP);
    SmtpMailer mailer = new SmtpMailer(plain(server.getSmtp().getPort()));

    assertThat(mailer.send(mail("Läs this – now"))).isInstanceOf(Outcome.Sent.class);
    assertThat(mailer.send(mail("Läs this – now"))).isInstanceOf(Outcome.Sent.class);
    mailer.rest();
    MimeMessage[] taken = server.getReceivedMessages();
    server.stop();
    assertThat(taken).hasSize(2);
    MimeMessage first = taken[0];
    assertThat(first.getSubject()).isEqualTo("Läs this – now");
    assertThat(first.getHeader("Message-ID"))
        .containsExactly("<" + ID + "@care.example.org>")
        .isEqualTo(taken[1].getHeader("Message-ID"));
    assertThat(first.getHeader("List-Unsubscribe")).containsExactly("<" + LEAVE + ">");
    assertThat(first.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(first.getHeader("From")).containsExactly(FROM);
    assertThat(first.getHeader("To")).containsExactly("amira@example.org");
    assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(first.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-03-28T12:00:00Z"));
    MimeMultipart both = (MimeMultipart) first.getContent();
    assertThat(first.getContentType()).startsWith("multipart/alternative");
    assertThat(both.getBodyPart(0).getContent().toString().replace("\r", ""))
        .isEqualTo("Plain words.\n");
    assertThat(both.getBodyPart(1).getContent()).isEqualTo("<p>Words for – a screen.</p>");
  }

  @Test
  void a_subject_cannot_become_a_header() throws Exception {
    GreenMail server = server(ServerSetup.PROTOCOL_SMTP);
    SmtpMailer mailer = new SmtpMailer(plain(server.getSmtp().getPort()));

    mailer.send(mail("Hello\r\nBcc: everybody@example.org"));
    mailer.rest();
    MimeMessage[] taken = server.getReceivedMessages();
    server.stop();
    assertThat(taken).hasSize(1);
    assertThat(taken[0].getHeader("Bcc")).isNull();
  }

  @Test
  void a_guarded_way_needs_a_certificate_that_is_trusted() {
    GreenMail server = server(ServerSetup.PROTOCOL_SMTPS);
    MailSettings settings =
        new MailSettings(
            "127.0.0.1", server.getSmtps().getPort(), Security.TLS, Optional.empty(), FROM);
    Properties trusting = new Properties();
    trusting.setProperty("mail.smtps.ssl.trust", "127.0.0.1");
    trusting.setProperty("mail.smtps.ssl.checkserveridentity", "false");

    assertThat(new SmtpMailer(settings).send(mail("Hello")))
        .isEqualTo(new Outcome.Later("the way to the mail server could not be made safe"));
    SmtpMailer mailer = new SmtpMailer(settings, trusting);
    assertThat(mailer.send(mail("Hello"))).isInstanceOf(Outcome.Sent.class);
    mailer.rest();
    server.stop();
  }

  @Test
  void who_signs_in_needs_the_right_password() throws IOException {
    GreenMail server = server(ServerSetup.PROTOCOL_SMTP);
    server.setUser(FROM, "north", "right");
    Path password = folder.resolve("password");
    MailSettings settings =
        new MailSettings(
            "127.0.0.1",
            server.getSmtp().getPort(),
            Security.LOOPBACK,
            Optional.of(new MailSettings.Login("north", password)),
            FROM);
    SmtpMailer mailer = new SmtpMailer(settings);

    assertThat(mailer.send(mail("Hello")))
        .isEqualTo(new Outcome.Later("the password's file cannot be read"));
    Files.writeString(password, "wrong\n");
    assertThat(mailer.send(mail("Hello"))).isInstanceOf(Outcome.Later.class);
    Files.writeString(password, "right\n");
    assertThat(mailer.send(mail("Hello"))).isInstanceOf(Outcome.Sent.class);
    mailer.rest();
    server.stop();
  }

  @Test
  void a_server_without_tls_after_its_greeting_gets_nothing() throws IOException {
    try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
      MailSettings settings =
          new MailSettings("127.0.0.1", server.port(), Security.STARTTLS, Optional.empty(), FROM);

      assertThat(new SmtpMailer(settings, quick()).send(mail("Hello")))
          .isEqualTo(new Outcome.Later("the way to the mail server could not be made safe"));
    }
  }

  @Test
  void a_person_who_is_refused_for_good_is_given_up_and_never_named() throws IOException {
    Map<String, String> answers = Map.of("RCPT", "550 amira@example.org is not here");
    try (ScriptedSmtp server = new ScriptedSmtp(answers)) {
      assertThat(new SmtpMailer(plain(server.port()), quick()).send(mail("Hello")))
          .isEqualTo(new Outcome.Never("the mail server refused it for good: 550"));
    }
  }

  @Test
  void a_server_that_is_busy_a_full_box_and_a_refused_text_are_told_apart() throws IOException {
    assertThat(answered(Map.of("RCPT", "452 box full")))
        .isEqualTo(new Outcome.Later("the mail server does not take it now: 452"));
    assertThat(answered(Map.of(".", "554 spam")))
        .isEqualTo(new Outcome.Never("the mail server refused it for good: 554"));
    assertThat(answered(Map.of("MAIL", "451 later")))
        .isEqualTo(new Outcome.Later("the mail server does not take it now: 451"));
    assertThat(answered(Map.of("", "421 not now"))).isInstanceOf(Outcome.Later.class);
  }

  private static Outcome answered(Map<String, String> answers) throws IOException {
    try (ScriptedSmtp server = new ScriptedSmtp(answers)) {
      return new SmtpMailer(plain(server.port()), quick()).send(mail("Hello"));
    }
  }

  @Test
  void a_silent_server_and_none_at_all_are_tried_later() throws IOException {
    assertThat(answered(Map.of("", "")))
        .isEqualTo(new Outcome.Later("the mail server did not answer in time"));
    int closed;
    try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
      closed = server.port();
    }
    assertThat(new SmtpMailer(plain(closed), quick()).send(mail("Hello")))
        .isEqualTo(new Outcome.Later("the mail server cannot be reached"));
  }
}
