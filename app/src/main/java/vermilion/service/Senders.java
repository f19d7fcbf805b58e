package vermilion.service;

import java.util.Optional;

/// Hands each mail to the server that goes its way: text messages to one, mails to the other.
public final class Senders implements MailSender {

  private final Optional<MailSender> mails;
  private final Optional<MailSender> texts;

  /// Sends over these; what has no server waits until the settings name one, or until nobody wants
  /// it any more.
  public Senders(Optional<MailSender> mails, Optional<MailSender> texts) {
    this.mails = mails;
    this.texts = texts;
  }

  @Override
  public Outcome send(Mail mail) {
    Optional<MailSender> sender = mail.isText() ? texts : mails;
    return sender.isPresent()
        ? sender.get().send(mail)
        : new Outcome.Later(
            mail.isText()
                ? "the settings name no text gateway"
                : "the settings name no mail server");
  }

  @Override
  public void rest() {
    mails.ifPresent(MailSender::rest);
    texts.ifPresent(MailSender::rest);
  }
}
