package vermilion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.service.Mail;
import vermilion.service.MailQueue;

/// News by e-mail over HTTP: what a person, a mail program and a mail scanner do.
final class NewsPagesTest {

  @TempDir Path folder;
  private RunningClinic clinic;
  private HttpClient client;

  @BeforeEach
  void start() {
    clinic = RunningClinic.in(folder);
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() {
    client.close();
    clinic.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(clinic.url() + path)));
  }

  private HttpResponse<String> post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(clinic.url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /// What waits to be sent; it counts as sent then.
  private List<Mail> mails() {
    MailQueue.Lease lease =
        new MailQueue.Lease(clinic.now(), clinic.now().plus(Duration.ofHours(1)), 100);
    List<Mail> mails = new ArrayList<>();
    for (MailQueue.Leased one : clinic.mails().lease("north", lease)) {
      mails.add(one.mail());
      clinic.mails().settle("north", one.mail().id(), new MailQueue.Settled.Sent(clinic.now()));
    }
    return mails;
  }

  private String path(Mail mail) {
    String text = mail.words().plain();
    int from = text.indexOf(clinic.url() + "/learn/confirm/") + clinic.url().length();
    return text.substring(from, text.indexOf('\n', from));
  }

  @Test
  void looking_at_a_link_changes_nothing_and_pressing_the_button_does() {
    assertThat(get("/learn").body()).contains("/learn/subscribe");
    assertThat(get("/learn/subscribe").body()).contains("Send me the question");
    assertThat(post("/learn/subscribe", "address=amira%40example.org").body())
        .contains("Look into your mail");
    String confirm = path(mails().getFirst());

    assertThat(get(confirm).body()).contains("Yes, send me the news");
    clinic.news().run("north", "Clinic north", clinic.url());
    assertThat(mails()).as("a scanner followed the link, and nobody said yes").isEmpty();
    assertThat(post(confirm, "").body()).contains("You will get our news");
    clinic.news().run("north", "Clinic north", clinic.url());
    assertThat(mails()).isEmpty();
  }

  @Test
  void one_request_of_a_mail_program_ends_the_news_without_a_cookie() {
    post("/learn/subscribe", "address=amira%40example.org");
    post(path(mails().getFirst()), "");
    clinic.tellAgain();
    Mail news = mails().getFirst();
    String leave = news.leave().orElseThrow().substring(clinic.url().length());

    assertThat(get(leave).body()).contains("End it, and erase my address");
    clinic.tellAgain();
    HttpResponse<String> ended = post(leave, "List-Unsubscribe=One-Click");
    assertThat(ended.statusCode()).isEqualTo(200);
    assertThat(ended.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(ended.body()).contains("Your address is erased");
    assertThat(mails()).isEmpty();
    assertThat(post(leave, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
    String wrong = leave.substring(0, leave.length() - 3) + "xyz";
    assertThat(post(wrong, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(404);
  }

  @Test
  void the_same_is_said_whether_an_address_is_known_or_not() {
    String first = post("/learn/subscribe", "address=amira%40example.org").body();
    post(path(mails().getFirst()), "");

    assertThat(post("/learn/subscribe", "address=amira%40example.org").body()).isEqualTo(first);
    assertThat(mails()).isEmpty();
  }

  @Test
  void what_is_no_address_is_refused_with_a_hint() {
    for (String wrong :
        List.of("", "amira", "a%40b%0d%0aBcc%3a+c%40d.org", "a%40b", "a%40b.org%2cc%40d.org")) {
      HttpResponse<String> answer = post("/learn/subscribe", "address=" + wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
      assertThat(answer.body()).contains("such as amira@example.org");
    }
    assertThat(mails()).isEmpty();
  }

  @Test
  void too_many_from_one_place_wait_and_a_web_server_on_this_machine_tells_places_apart() {
    for (int i = 0; i < 5; i++) {
      post("/learn/subscribe", "address=a" + i + "%40example.org", "X-Forwarded-For", "9.9.9.9");
    }
    HttpResponse<String> sixth =
        post("/learn/subscribe", "address=f%40example.org", "X-Forwarded-For", "1.1.1.1, 9.9.9.9");
    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(sixth.headers().firstValue("Retry-After")).contains("3600");
    assertThat(
            post("/learn/subscribe", "address=g%40example.org", "X-Forwarded-For", "8.8.8.8")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void an_old_link_says_so() {
    post("/learn/subscribe", "address=amira%40example.org");
    String confirm = path(mails().getFirst());
    clinic.at(clinic.now().plus(Duration.ofDays(3)));

    assertThat(get(confirm).statusCode()).isEqualTo(410);
    assertThat(post(confirm, "").statusCode()).isEqualTo(410);
  }
}
