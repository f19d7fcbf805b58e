package vermilion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.patient.PhoneBundle;
import vermilion.patient.PhoneEpisode;
import vermilion.service.Clinic;

/// What a phone is sent, to whom, and that it shows the same with it.
final class PhoneBundleApiTest {
  private static final String ORDER =
      """
      {"practitioner":"Dr Okafor","massage":{"startHours":30,"minutes":1,"perDay":2,"days":3,
      "where":["upper lip, left"],"reason":"a lump that cannot wait"}}\
      """;

  @TempDir Path folder;
  private RunningClinic clinic;
  private String nurse;
  private String episode = "";
  private String patient = "";

  @BeforeEach
  void start() {
    clinic = RunningClinic.in(folder);
    nurse = clinic.clinician("north");
  }

  @AfterEach
  void stop() {
    clinic.close();
  }

  private void open() {
    String opening =
        """
        {"patient":{"name":"Amira Haddad","birthDate":"1991-04-30","zone":"America/New_York",
        "waking":"07:30-22:30","language":"en"},
        "treatment":{"at":"%s","filler":"hyaluronic-acid"},"protocol":"lip-ha","order":%s}\
        """
            .formatted(clinic.now(), ORDER);
    RunningClinic.Answer answer = clinic.post("/api/episodes", nurse, opening);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    episode = answer.text("episode");
    String link = answer.text("patientLink");
    patient = link.substring(link.lastIndexOf('.') + 1);
  }

  private String path() {
    return "/api/episodes/" + episode + "/phone";
  }

  private void send(String token, String fields) {
    String event =
        "[{\"id\":\"%s\",\"at\":\"%s\",%s}]".formatted(UUID.randomUUID(), clinic.now(), fields);
    RunningClinic.Answer answer = clinic.post("/api/episodes/" + episode + "/events", token, event);
    assertThat(answer.text()).contains("accepted");
  }

  private static PhoneEpisode phone(String bundle) {
    return switch (PhoneBundle.read(bundle)) {
      case PhoneBundle.Reading.Read read -> new PhoneEpisode(read.bundle());
      case PhoneBundle.Reading.Broken broken -> throw new AssertionError(broken.why());
    };
  }

  private HttpResponse<String> ask(String token, String tag)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(clinic.url() + path()))
            .header("Authorization", "Bearer " + token)
            .header("If-None-Match", tag)
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void the_phone_shows_from_the_bundle_what_the_server_shows() {
    for (Clinic.Use use : Clinic.Use.values()) {
      clinic.use("north", use);
      open();
      clinic.at(clinic.now().plus(Duration.ofHours(7)));
      send(
          patient,
          "\"type\":\"check-in\",\"form\":\"full\",\"complete\":false,"
              + "\"answers\":{\"colour\":\"pale\",\"pain\":5}");
      send(nurse, "\"type\":\"note\",\"text\":\"secret\"");

      PhoneEpisode phone = phone(clinic.get(path(), patient).text());

      for (int hours : new int[] {0, 1, 30, 300}) {
        clinic.at(clinic.now().plus(Duration.ofHours(hours)));
        String server = clinic.get("/api/episodes/" + episode, patient).text();
        assertThat(phone.view(clinic.now())).as("%s, %s h", use, hours).isEqualTo(server);
      }
    }
  }

  @Test
  void only_who_may_see_the_episode_is_given_the_bundle() {
    open();
    String first = patient;
    String firstEpisode = episode;
    open();

    assertThat(clinic.get(path(), patient).status()).isEqualTo(200);
    assertThat(clinic.get(path(), nurse).status()).isEqualTo(200);
    assertThat(clinic.get(path(), first).status()).isEqualTo(404);
    assertThat(clinic.get("/api/episodes/" + firstEpisode + "/phone", patient).status())
        .isEqualTo(404);
    assertThat(clinic.get(path(), clinic.clinician("south")).status()).isEqualTo(404);
    assertThat(clinic.get(path(), "").status()).isEqualTo(401);
  }

  @Test
  void what_staff_wrote_for_staff_is_not_sent() {
    open();
    send(nurse, "\"type\":\"note\",\"text\":\"secret\"");
    String bundle = clinic.get(path(), patient).text();

    assertThat(bundle)
        .contains("\"type\":\"note\"", "kept by the clinic", "\"use\":\"monitoring\"")
        .contains("rule.eye.patient", "level.urgent.title")
        .doesNotContain("secret", "a lump that cannot wait", ".staff\"");
    clinic.use("north", Clinic.Use.INFORMATION);
    assertThat(clinic.get(path(), patient).text())
        .contains("\"use\":\"information\"", "always.red-flags")
        .doesNotContain("rule.eye.patient", "level.urgent.title");
  }

  @Test
  void an_unchanged_bundle_is_not_sent_again() throws IOException, InterruptedException {
    open();
    HttpResponse<String> first = ask(patient, "\"none\"");
    assertThat(first.statusCode()).isEqualTo(200);
    String tag = first.headers().firstValue("ETag").orElseThrow();

    clinic.at(clinic.now().plus(Duration.ofHours(3)));
    HttpResponse<String> same = ask(patient, tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();

    send(nurse, "\"type\":\"note\",\"text\":\"secret\"");
    assertThat(ask(patient, tag).statusCode()).isEqualTo(200);
  }

  @Test
  void the_core_is_served_to_the_pages() {
    RunningClinic.Answer core = clinic.get("/static/p/core.mjs", "");

    assertThat(core.status()).isEqualTo(200);
    assertThat(core.type()).isEqualTo("text/javascript; charset=utf-8");
    assertThat(core.text()).contains("load", "view", "decide");
  }
}
