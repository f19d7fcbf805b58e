package vermilion.notify;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import vermilion.service.Mail;
import vermilion.service.MailSender;
import vermilion.service.TextSettings;

/// Sends text messages through a gateway that takes them as Kannel does: one GET with the number
/// and the words, answered by 202 when it has taken them. That it took a message is all that is
/// known: nobody tells whether a telephone has shown it.
public final class TextGateway implements MailSender {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int ACCEPTED = 202;
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int SERVER_FAULT = 500;

  /// The letters of a text message of 160; others need the form that has room for 70.
  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private final TextSettings settings;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// Sends over the gateway of some settings.
  public TextGateway(TextSettings settings) {
    this.settings = settings;
  }

  @Override
  public Outcome send(Mail mail) {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri(mail)).timeout(PATIENCE).GET().build();
      return outcome(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return new Outcome.Later("the text gateway did not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Later("the server was being stopped");
    }
  }

  private static Outcome outcome(int status) {
    if (status == ACCEPTED || status == OK) {
      return new Outcome.Sent();
    }
    String why = "the text gateway answered " + status;
    boolean never =
        status >= 400 && status < SERVER_FAULT && status != FORBIDDEN && status != TOO_MANY;
    return never ? new Outcome.Never(why) : new Outcome.Later(why);
  }

  private URI uri(Mail mail) throws IOException {
    String password =
        Files.readString(settings.passwordFile(), StandardCharsets.UTF_8).stripTrailing();
    String words = mail.words().plain();
    StringBuilder query = new StringBuilder();
    add(query, "username", settings.user());
    add(query, "password", password);
    add(query, "to", mail.to());
    settings.from().ifPresent(from -> add(query, "from", from));
    add(query, "charset", "UTF-8");
    add(query, "coding", isGsm(words) ? "0" : "2");
    add(query, "text", words);
    return URI.create(settings.address() + "?" + query);
  }

  private static boolean isGsm(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (GSM.indexOf(words.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void add(StringBuilder query, String name, String value) {
    query
        .append(query.isEmpty() ? "" : "&")
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  @Override
  public void rest() {
    // Nothing is kept open that would be of use to nobody.
  }
}
