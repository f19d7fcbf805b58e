package vermilion.notify;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import vermilion.service.Mail;

/// Writes mails as they go over the wire: as text and as HTML, with a Message-ID that stays the
/// same however often it is tried.
final class MimeMails {

  private final Session session;
  private final String from;

  MimeMails(Session session, String from) {
    this.session = session;
    this.from = from;
  }

  MimeMessage of(Mail mail) throws MessagingException {
    Named message = new Named(session, "<" + mail.id() + "@" + domain(from) + ">");
    message.setFrom(new InternetAddress(from, true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(line(mail.words().subject()), "UTF-8");
    message.setSentDate(Date.from(mail.made()));
    // RFC 3834: nobody's holiday reply comes back to us.
    message.setHeader("Auto-Submitted", "auto-generated");
    if (mail.leave().isPresent()) {
      // RFC 2369 and RFC 8058: the reader's own button ends it, without a page or a cookie.
      message.setHeader("List-Unsubscribe", "<" + mail.leave().get() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      message.setHeader("List-Id", "<news." + domain(from) + ">");
    }
    MimeMultipart both = new MimeMultipart("alternative");
    both.addBodyPart(part(mail.words().plain(), "plain"));
    if (!mail.words().html().isEmpty()) {
      both.addBodyPart(part(mail.words().html(), "html"));
    }
    message.setContent(both);
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String text, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, "UTF-8", kind);
    return part;
  }

  /// One line, whatever was in it: a second one would be a header of its own.
  private static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  /// What stands behind the @ of an address.
  static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /// A message that keeps its own name.
  private static final class Named extends MimeMessage {
    private final String name;

    Named(Session session, String name) {
      super(session);
      this.name = name;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", name);
    }
  }
}
