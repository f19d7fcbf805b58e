package vermilion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.json.Json;

/// A link that opens once and asks the date of birth, and the phones that it lets in.
class EnrolmentTest {

  private static final String BORN = "1991-04-30";

  @TempDir Path folder;
  private RunningClinic clinic;
  private String nurse;
  private String episode = "";
  private String link = "";

  @BeforeEach
  void start() {
    clinic = RunningClinic.real(folder);
    nurse = clinic.clinician("north");
    RunningClinic.Answer opened =
        clinic.post("/api/episodes", nurse, RunningClinic.opening(clinic.now(), "null"));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    episode = opened.text("episode");
    link = secret(opened.text("patientLink"));
  }

  @AfterEach
  void stop() {
    clinic.close();
  }

  private String secret(String patientLink) {
    String before = clinic.url() + "/p/#" + episode + ".once.";
    assertThat(patientLink).startsWith(before);
    return patientLink.substring(before.length());
  }

  private RunningClinic.Answer enrol(String with, String born) {
    return clinic.post(
        "/api/enrol",
        "",
        "{\"link\":\"%s\",\"birthDate\":\"%s\",\"device\":\"iphone\"}".formatted(with, born));
  }

  private String letIn(String with) {
    RunningClinic.Answer answer = enrol(with, BORN);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.text("episode")).isEqualTo(episode);
    return answer.text("token");
  }

  private int looks(String token) {
    return clinic.get("/api/episodes/" + episode, token).status();
  }

  private RunningClinic.Answer end(String token, String device) {
    return clinic.post(
        "/api/episodes/" + episode + "/devices/end", token, "{\"device\":\"" + device + "\"}");
  }

  private String newLink(String token) {
    RunningClinic.Answer made = clinic.post("/api/episodes/" + episode + "/link", token, "{}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return secret(made.text("patientLink"));
  }

  private List<Json> devices(String token) {
    Json list =
        clinic
            .get("/api/episodes/" + episode + "/devices", token)
            .object()
            .find("devices")
            .orElseThrow();
    return ((Json.Arr) list).items();
  }

  private Json.Obj linkState() {
    return (Json.Obj)
        clinic
            .get("/api/episodes/" + episode + "/devices", nurse)
            .object()
            .find("link")
            .orElseThrow();
  }

  @Test
  void a_link_alone_opens_nothing() {
    assertThat(looks(link)).isEqualTo(401);
    assertThat(clinic.get("/api/episodes/" + episode + "/events", link).status()).isEqualTo(401);
    assertThat(linkState().text()).contains("\"state\":\"open\"").doesNotContain("opened");
  }

  @Test
  void a_link_and_the_birth_date_let_in_one_phone_once() {
    clinic.post("/api/enrol/opened", "", "{\"link\":\"" + link + "\"}");
    String phone = letIn(link);
    assertThat(looks(phone)).isEqualTo(200);
    assertThat(enrol(link, BORN).status()).isEqualTo(403);
    assertThat(linkState().text()).contains("\"state\":\"used\"", "\"opened\":\"2026");
    assertThat(devices(phone))
        .singleElement()
        .satisfies(one -> assertThat(one.text()).contains("\"kind\":\"iphone\"", "\"this\":true"));
  }

  @Test
  void five_wrong_dates_lock_a_link_and_no_answer_tells_what_was_wrong() {
    String unknown = enrol("north_" + "a".repeat(43), BORN).text();
    for (int i = 1; i <= 5; i++) {
      RunningClinic.Answer wrong = enrol(link, "1991-04-0" + i);
      assertThat(wrong.status()).isEqualTo(403);
      assertThat(wrong.text()).isEqualTo(unknown);
    }
    assertThat(enrol(link, BORN).text()).isEqualTo(unknown);
    assertThat(linkState().text()).contains("\"state\":\"locked\"");
    assertThat(looks(letIn(newLink(nurse)))).isEqualTo(200);
  }

  @Test
  void four_wrong_dates_still_let_in_who_then_knows_hers() {
    for (int i = 1; i <= 4; i++) {
      assertThat(enrol(link, "1991-04-0" + i).status()).isEqualTo(403);
    }
    assertThat(looks(letIn(link))).isEqualTo(200);
  }

  @Test
  void many_who_ask_at_once_get_one_phone_in() throws Exception {
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> asked =
          IntStream.range(0, 8)
              .mapToObj(_ -> many.submit(() -> enrol(link, BORN).status()))
              .toList();
      int in = 0;
      for (var one : asked) {
        in += one.get() == 201 ? 1 : 0;
      }
      assertThat(in).isEqualTo(1);
    }
    assertThat(devices(nurse)).hasSize(1);
  }

  @Test
  void a_new_link_shuts_the_one_that_nobody_has_used_and_leaves_the_phones_in() {
    String phone = letIn(link);
    String second = newLink(nurse);
    String third = newLink(nurse);
    assertThat(enrol(second, BORN).status()).isEqualTo(403);
    assertThat(looks(letIn(third))).isEqualTo(200);
    assertThat(looks(phone)).isEqualTo(200);
  }

  @Test
  void a_link_that_she_made_herself_waits_half_an_hour() {
    String phone = letIn(link);
    String own = newLink(phone);
    clinic.at(clinic.now().plus(Duration.ofMinutes(31)));
    assertThat(enrol(own, BORN).status()).isEqualTo(403);
    assertThat(looks(letIn(newLink(phone)))).isEqualTo(200);
  }

  @Test
  void a_phone_that_was_ended_is_told_so_and_an_unknown_token_is_not() {
    String first = letIn(link);
    String second = letIn(newLink(first));
    assertThat(end(second, "others").text()).isEqualTo("{\"ended\":1}");
    RunningClinic.Answer told = clinic.get("/api/episodes/" + episode, first);
    assertThat(told.status()).isEqualTo(401);
    assertThat(told.text()).contains("urn:vermilion:session-ended");
    assertThat(clinic.get("/api/episodes/" + episode, "north_" + "b".repeat(43)).text())
        .doesNotContain("session-ended");
    assertThat(looks(second)).isEqualTo(200);
    assertThat(end(nurse, "all").text()).isEqualTo("{\"ended\":1}");
    assertThat(looks(second)).isEqualTo(401);
  }

  @Test
  void a_phone_that_was_ended_does_not_come_back_by_a_link_that_it_made() {
    String lost = letIn(link);
    String made = newLink(lost);
    assertThat(end(nurse, "all").text()).isEqualTo("{\"ended\":1}");
    assertThat(enrol(made, BORN).status()).isEqualTo(403);
    assertThat(linkState().text()).contains("\"state\":\"used\"");
  }

  @Test
  void a_link_for_her_next_phone_outlives_the_sign_out_on_this_one() {
    String old = letIn(link);
    String made = newLink(old);
    assertThat(end(old, "this").text()).isEqualTo("{\"ended\":1}");
    assertThat(looks(letIn(made))).isEqualTo(200);
  }

  @Test
  void a_phone_does_not_hide_behind_many_links() {
    String lost = letIn(link);
    for (int i = 0; i < 60; i++) {
      clinic.at(clinic.now().plus(Duration.ofMinutes(7)));
      newLink(lost);
    }
    assertThat(devices(nurse)).hasSize(1);
    assertThat(end(nurse, "all").text()).isEqualTo("{\"ended\":1}");
    assertThat(looks(lost)).isEqualTo(401);
  }

  @Test
  void who_tries_many_links_from_one_address_has_to_wait() {
    int status = 0;
    for (int i = 0; i <= WrongDates.MOST && status != 429; i++) {
      String next = i % 5 == 0 ? newLink(nurse) : link;
      link = next;
      status = enrol(next, "1990-01-01").status();
    }
    assertThat(status).isEqualTo(429);
    clinic.at(clinic.now().plus(WrongDates.WITHIN).plusSeconds(1));
    assertThat(looks(letIn(newLink(nurse)))).isEqualTo(200);
  }

  @Test
  void behind_a_proxy_each_address_has_its_own_limit() throws Exception {
    int status = 0;
    for (int i = 0; i <= WrongDates.MOST && status != 429; i++) {
      link = i % 5 == 0 ? newLink(nurse) : link;
      status = enrolFrom("9.9.9.9", "1990-01-01");
    }
    assertThat(status).isEqualTo(429);
    link = newLink(nurse);
    // What stands before the last entry was written by whoever asked.
    assertThat(enrolFrom("1.1.1.1, 9.9.9.9", BORN)).isEqualTo(429);
    assertThat(enrolFrom("8.8.8.8", BORN)).isEqualTo(201);
  }

  /// The status for somebody of whom a web server on this machine says where he is.
  private int enrolFrom(String place, String born) throws Exception {
    HttpRequest asked =
        HttpRequest.newBuilder(URI.create(clinic.url() + "/api/enrol"))
            .header("X-Forwarded-For", place)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"link\":\"%s\",\"birthDate\":\"%s\"}".formatted(link, born)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private RunningClinic.Answer enrolWith(String with, String own, String born) {
    return clinic.post(
        "/api/enrol",
        "",
        "{\"link\":\"%s\",\"birthDate\":\"%s\",\"secret\":\"%s\"}".formatted(with, born, own));
  }

  @Test
  void a_phone_whose_answer_was_lost_asks_again_with_its_own_secret_and_is_in() {
    String own = "Ab-_0".repeat(9).substring(0, 43);
    String token = enrolWith(link, own, BORN).text("token");
    assertThat(token).isEqualTo("north_" + own);
    RunningClinic.Answer again = enrolWith(link, own, BORN);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("token")).isEqualTo(token);
    assertThat(devices(nurse)).hasSize(1);

    assertThat(enrolWith(link, "c".repeat(43), BORN).status()).isEqualTo(403);
    assertThat(enrolWith(link, "short", BORN).status()).isEqualTo(400);
    end(token, "this");
    assertThat(enrolWith(link, own, BORN).status()).isEqualTo(403);
    // A secret that was ended lets nobody in by another link either, and leaves that one open.
    String next = newLink(nurse);
    assertThat(enrolWith(next, own, BORN).status()).isEqualTo(403);
    assertThat(looks(letIn(next))).isEqualTo(200);
  }

  @Test
  void a_link_tells_its_language_open_or_not_and_an_unknown_one_tells_nothing() {
    String german =
        clinic
            .post(
                "/api/episodes",
                nurse,
                RunningClinic.opening(clinic.now(), "null").replace("\"en\"", "\"de\""))
            .text("patientLink");
    String with = german.substring(german.indexOf(".once.") + 6);
    String asked = "{\"link\":\"" + with + "\"}";
    RunningClinic.Answer told = clinic.post("/api/enrol/opened", "", asked);
    assertThat(told.text()).isEqualTo("{\"language\":\"de\",\"helper\":false}");
    assertThat(enrol(with, BORN).status()).isEqualTo(201);
    assertThat(clinic.post("/api/enrol/opened", "", asked).text()).isEqualTo(told.text());
    String unknown = "{\"link\":\"north_" + "a".repeat(43) + "\"}";
    assertThat(clinic.post("/api/enrol/opened", "", unknown).text())
        .isEqualTo("{\"language\":null,\"helper\":false}");
  }

  @Test
  void a_finder_of_her_phone_makes_ten_links_an_hour_and_keeps_the_clinic_from_none() {
    String phone = letIn(link);
    for (int i = 0; i < 10; i++) {
      newLink(phone);
    }
    String path = "/api/episodes/" + episode + "/link";
    assertThat(clinic.post(path, phone, "{}").status()).isEqualTo(429);
    newLink(nurse);
    clinic.at(clinic.now().plus(Duration.ofMinutes(61)));
    newLink(phone);
  }

  @Test
  void the_clinic_sees_what_a_phone_says_of_itself_and_when_it_was_last_heard_of() {
    String phone = letIn(link);
    clinic.at(clinic.now().plus(Duration.ofHours(2)));
    assertThat(looks(phone)).isEqualTo(200);
    clinic.post(
        "/api/episodes/" + episode + "/devices/ready",
        phone,
        "{\"cardSaved\":true,\"worksOffline\":true}");
    assertThat(devices(nurse))
        .singleElement()
        .satisfies(one ->
            assertThat(one.text())
                .contains(
                    "\"cardSaved\":true",
                    "\"worksOffline\":true",
                    "\"seen\":\"2026-03-25T17:00:00Z\""));
  }
}
