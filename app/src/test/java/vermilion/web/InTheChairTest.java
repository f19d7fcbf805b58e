package vermilion.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.service.Mail;
import vermilion.service.MailQueue;

/// What a nurse does while the patient sits there: a test message, the card on paper, the app on a
/// home screen.
final class InTheChairTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) ");

  @TempDir Path folder;
  private RunningClinic clinic;
  private HttpClient browser;
  private String page = "";

  @BeforeEach
  void start() {
    clinic = RunningClinic.real(folder);
    browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String nurse = clinic.clinician("north");
    String french =
        RunningClinic.opening(clinic.now(), "null")
            .replace("\"language\":\"en\"", "\"language\":\"fr\"");
    page = "/clinic/episodes/" + clinic.post("/api/episodes", nurse, french).text("episode");
    post("/clinic/sign-in", "password=" + nurse);
  }

  @AfterEach
  void stop() {
    browser.close();
    clinic.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private String get(String path) {
    return send(HttpRequest.newBuilder(URI.create(clinic.url() + path))).body();
  }

  private HttpResponse<String> post(String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(clinic.url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// Posts a form of the patient's page.
  private HttpResponse<String> press(String form, String fields) {
    MatchResult token = TOKEN.matcher(get(page)).results().findFirst().orElseThrow();
    String own = URLEncoder.encode(token.group(1), UTF_8);
    return post(page + "/" + form, "token=" + own + "&" + fields);
  }

  /// What waits to be sent; it counts as sent then.
  private List<Mail> sent() {
    MailQueue.Lease lease =
        new MailQueue.Lease(clinic.now(), clinic.now().plus(Duration.ofHours(1)), 100);
    List<Mail> mails =
        clinic.mails().lease("north", lease).stream().map(MailQueue.Leased::mail).toList();
    mails.forEach(mail ->
        clinic.mails().settle("north", mail.id(), new MailQueue.Settled.Sent(clinic.now())));
    return mails;
  }

  private String path(Mail mail) {
    String text = mail.words().plain();
    return text.substring(text.indexOf(clinic.url()) + clinic.url().length()).strip();
  }

  @Test
  void a_test_message_is_sent_in_her_language_and_the_clinic_sees_that_it_came() {
    assertThat(press("test-mail", "email=amira").statusCode()).isEqualTo(422);
    assertThat(sent()).isEmpty();
    press("test-mail", "email=amira%40example.org");
    assertThat(get(page)).contains("It waits to be sent.").doesNotContain("amira@example.org");
    Mail mail = sent().getFirst();
    assertThat(mail.to()).isEqualTo("amira@example.org");
    assertThat(mail.words().subject()).isEqualTo("Clinic north : votre message de test");
    assertThat(get(page)).contains("It was sent. Nobody knows yet whether it came.");

    String link = path(mail);
    assertThat(get(link)).contains("lang=\"fr\"", "Oui, je l'ai reçu");
    assertThat(get(page)).as("a scanner followed the link").contains("Nobody knows yet");
    assertThat(post(link, "").body()).contains("Merci");
    assertThat(get(page)).contains("It came: she pressed its button").doesNotContain("She has it");
    assertThat(get(link)).contains("Merci");
  }

  @Test
  void a_nurse_notes_that_a_test_message_came_and_a_new_one_takes_the_place_of_an_old_one() {
    press("test-mail", "email=amira%40example.org");
    String first = path(sent().getFirst());
    press("test-mail", "email=other%40example.org");
    String second = path(sent().getFirst());
    assertThat(post(first, "").body()).contains("Ce message est ancien");
    assertThat(get(page)).contains("Nobody knows yet", "She has it: it came");
    press("mail-came", "");
    assertThat(get(page)).contains("It came: confirmed at the clinic.");
    assertThat(get(second)).doesNotContain("Amira");
    assertThat(get("/mail/north_" + "a".repeat(43))).contains("There is no such page");
  }

  @Test
  void the_link_of_a_test_message_opens_nothing() {
    press("test-mail", "email=amira%40example.org");
    String secret = path(sent().getFirst()).substring("/mail/".length());
    String episode = page.substring(page.lastIndexOf('/') + 1);
    assertThat(clinic.get("/api/episodes/" + episode, secret).status()).isEqualTo(401);
    String asked = "{\"link\":\"" + secret + "\",\"birthDate\":\"1991-04-30\"}";
    assertThat(clinic.post("/api/enrol", "", asked).status()).isEqualTo(403);
  }

  @Test
  void the_card_on_paper_is_in_her_language_and_its_code_holds_it_as_text() throws ReaderException {
    String paper = get(page + "/card-print");
    assertThat(paper).contains("lang=\"fr\"", "Amira Haddad", "020 7946 0018");
    String text = scanned(paper);
    // Nobody has reviewed the French: a doctor reads the English that it was translated from.
    assertThat(text)
        .startsWith("LIP FILLER CARD")
        .contains("Patient: Amira Haddad", "Lot: A1182", "020 7946 0018", clinic.url() + "/card/");
    assertThat(get(text.substring(text.indexOf("/card/")))).contains("A1182");
  }

  private static String scanned(String paper) throws ReaderException {
    int size =
        Integer.parseInt(SIZE.matcher(paper).results().findFirst().orElseThrow().group(1)) - 8;
    BitMatrix squares = new BitMatrix(size);
    SQUARE
        .matcher(paper)
        .results()
        .forEach(square ->
            squares.set(
                Integer.parseInt(square.group(1)) - 4, Integer.parseInt(square.group(2)) - 4));
    return new Decoder().decode(squares).getText();
  }

  @Test
  void the_app_has_a_name_on_the_home_screen_in_each_language() {
    assertThat(get("/p/manifest-de.webmanifest"))
        .contains("\"name\":\"Vermilion Nachsorge\"", "\"lang\":\"de\"", "\"start_url\":\"/p/\"");
    assertThat(get("/p/plain-ar.webmanifest"))
        .contains("\"name\":\"دفتر اليوم\"", "\"dir\":\"rtl\"", "\"id\":\"/p/plain\"");
    assertThat(get("/p/manifest-xx.webmanifest")).contains("There is no such page");
  }
}
