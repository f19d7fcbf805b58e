package vermilion.notify;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vermilion.service.Mail;
import vermilion.service.MailSender;
import vermilion.service.MailSettings;

/// Sends mails over SMTP, with one line that stays open while there is something to send. What the
/// server answers is told by its code alone: its words often repeat the address.
public final class SmtpMailer implements MailSender {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);
  private static final String TIMEOUT_MILLIS = "15000";
  private static final int PERMANENT = 500;

  private final MailSettings settings;
  private final Session session;
  private final MimeMails mimes;
  private @Nullable Transport line;

  /// Sends over the server of some settings.
  public SmtpMailer(MailSettings settings) {
    this(settings, new Properties());
  }

  /// The same with more properties of the mail library, such as another trust.
  SmtpMailer(MailSettings settings, Properties more) {
    this.settings = settings;
    Properties all = properties(settings);
    all.putAll(more);
    this.session = Session.getInstance(all);
    this.mimes = new MimeMails(session, settings.from());
  }

  private static Properties properties(MailSettings settings) {
    String protocol = protocol(settings);
    String prefix = "mail." + protocol + ".";
    Properties all = new Properties();
    all.setProperty(prefix + "host", settings.host());
    all.setProperty(prefix + "port", Integer.toString(settings.port()));
    all.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
    all.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
    all.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
    all.setProperty(prefix + "auth", Boolean.toString(settings.login().isPresent()));
    all.setProperty(prefix + "ssl.checkserveridentity", "true");
    all.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
    boolean start = settings.security() == MailSettings.Security.STARTTLS;
    all.setProperty(prefix + "starttls.enable", Boolean.toString(start));
    all.setProperty(prefix + "starttls.required", Boolean.toString(start));
    // Without it the library asks the machine for its name, and a mail would tell it.
    all.setProperty(prefix + "localhost", MimeMails.domain(settings.from()));
    return all;
  }

  private static String protocol(MailSettings settings) {
    return settings.security() == MailSettings.Security.TLS ? "smtps" : "smtp";
  }

  @Override
  public synchronized Outcome send(Mail mail) {
    try {
      Address[] to = {new InternetAddress(mail.to(), true)};
      open().sendMessage(mimes.of(mail), to);
      return new Outcome.Sent();
    } catch (MessagingException e) {
      rest();
      return outcome(e);
    } catch (IOException e) {
      rest();
      return new Outcome.Later("the password's file cannot be read");
    }
  }

  private Transport open() throws MessagingException, IOException {
    Transport open = line;
    if (open == null || !open.isConnected()) {
      open = session.getTransport(protocol(settings));
      line = open;
      if (settings.login().isPresent()) {
        MailSettings.Login login = settings.login().get();
        String password =
            Files.readString(login.passwordFile(), StandardCharsets.UTF_8).stripTrailing();
        open.connect(settings.host(), settings.port(), login.user(), password);
      } else {
        open.connect();
      }
    }
    return open;
  }

  @Override
  public synchronized void rest() {
    Transport open = line;
    line = null;
    if (open != null) {
      try {
        open.close();
      } catch (MessagingException e) {
        LOG.debug("a line to the mail server could not be closed", e);
      }
    }
  }

  /// What a failure means. A server that refuses a person for good is believed; everything else may
  /// pass: a wrong password is mended, a machine comes back.
  private static Outcome outcome(MessagingException failure) {
    int code = code(failure);
    boolean login = failure instanceof AuthenticationFailedException;
    if (code >= PERMANENT && !login) {
      return new Outcome.Never("the mail server refused it for good: " + code);
    }
    if (code > 0) {
      return new Outcome.Later("the mail server does not take it now: " + code);
    }
    return new Outcome.Later(login ? "the mail server did not let us sign in" : cause(failure));
  }

  /// The reply code that decides: that of the address before that of the whole.
  private static int code(MessagingException failure) {
    int code = 0;
    for (Exception at = failure; at != null; at = next(at)) {
      switch (at) {
        case SMTPAddressFailedException address -> {
          return address.getReturnCode();
        }
        case SMTPSendFailedException whole -> code = whole.getReturnCode();
        case SMTPSenderFailedException sender -> code = sender.getReturnCode();
        default -> {
          // A failure around another, or one of the way there.
        }
      }
    }
    return code;
  }

  private static @Nullable Exception next(Exception at) {
    return at instanceof MessagingException outer ? outer.getNextException() : null;
  }

  private static String cause(MessagingException failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      switch (at) {
        case SocketTimeoutException _ -> {
          return "the mail server did not answer in time";
        }
        case ConnectException _ -> {
          return "the mail server cannot be reached";
        }
        case UnknownHostException _ -> {
          return "the mail server's name is not known";
        }
        case SSLException _ -> {
          return "the way to the mail server could not be made safe";
        }
        default -> {
          // A failure around another.
        }
      }
    }
    boolean tls =
        String.valueOf(failure.getMessage()).toUpperCase(Locale.ROOT).contains("STARTTLS");
    if (tls) {
      return "the way to the mail server could not be made safe";
    }
    return failure instanceof SendFailedException
        ? "the mail could not be sent"
        : "the mail server broke off";
  }
}
