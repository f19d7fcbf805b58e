package vermilion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.json.Json;
import vermilion.service.Clinic;
import vermilion.service.EpisodeRef;
import vermilion.service.Store;
import vermilion.store.SqliteStore;

/// Two servers on one record: what the one was told, the other shows, whatever it remembers.
final class TwoServersTest {

  @TempDir Path folder;
  private RunningClinic one;
  private RunningClinic two;
  private String nurse;
  private String episode;
  private String patient;

  @BeforeEach
  void start() {
    one = RunningClinic.in(folder);
    two = RunningClinic.beside(folder);
    nurse = one.clinician("north");
    RunningClinic.Answer opened =
        one.post("/api/episodes", nurse, RunningClinic.opening(one.now(), "null"));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    episode = opened.text("episode");
    String link = opened.text("patientLink");
    patient = link.substring(link.lastIndexOf('.') + 1);
    for (RunningClinic server : new RunningClinic[] {one, two}) {
      assertThat(look(server).status()).isEqualTo(200);
      server.at(server.now().plus(Duration.ofHours(6)));
    }
  }

  @AfterEach
  void stop() {
    two.close();
    one.close();
  }

  private RunningClinic.Answer look(RunningClinic server) {
    return server.get("/api/episodes/" + episode, patient);
  }

  private String send(RunningClinic server, UUID id, String colour) {
    String event =
        """
        [{"id":"%s","type":"check-in","at":"%s","form":"full","complete":false,\
        "answers":{"colour":"%s"}}]\
        """
            .formatted(id, server.now(), colour);
    RunningClinic.Answer answer =
        server.post("/api/episodes/" + episode + "/events", patient, event);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return text((Json.Obj) ((Json.Arr) answer.json()).items().getFirst(), "status");
  }

  private static String text(Json.Obj object, String... path) {
    Json value = object;
    for (String name : path) {
      value = ((Json.Obj) value).find(name).orElseThrow();
    }
    return ((Json.Str) value).value();
  }

  @Test
  void a_report_to_one_server_is_on_the_other_at_once() {
    assertThat(send(one, UUID.randomUUID(), "pale")).isEqualTo("accepted");

    assertThat(text(look(two).object(), "status", "level")).isEqualTo("urgent");
    Json.Arr waiting =
        (Json.Arr) two.get("/api/worklist", nurse).object().find("waiting").orElseThrow();
    Json.Obj line = (Json.Obj) waiting.items().getFirst();
    assertThat(text(line, "level")).isEqualTo("urgent");
    String alert =
        text((Json.Obj) ((Json.Arr) line.find("alerts").orElseThrow()).items().getFirst(), "id");
    assertThat(two.post("/api/alerts/" + alert + "/acknowledge", nurse, "").status())
        .isEqualTo(200);
    assertThat(text(look(one).object(), "status", "seen", "by")).isEqualTo("Nurse Kay");
  }

  @Test
  void servers_take_reports_in_turn_and_know_each_others_ids() {
    UUID first = UUID.randomUUID();
    assertThat(send(one, first, "pale")).isEqualTo("accepted");
    assertThat(send(two, first, "pale")).isEqualTo("duplicate");
    for (int i = 0; i < 6; i++) {
      assertThat(send(i % 2 == 0 ? two : one, UUID.randomUUID(), "pale")).isEqualTo("accepted");
    }
    assertThat(look(one).text()).isEqualTo(look(two).text());
  }

  @Test
  void who_was_erased_elsewhere_is_not_shown_from_memory() {
    try (Store store = SqliteStore.open(folder)) {
      UUID id = store.journal().entry(new EpisodeRef("north", episode)).orElseThrow().patient();
      store.journal().destroyKey("north", id, "dpo", one.now());
    }
    assertThat(look(one).status()).isEqualTo(410);
    assertThat(look(two).status()).isEqualTo(410);
    assertThat(look(two).text()).contains("\"type\":\"urn:vermilion:erased\"");
  }

  @Test
  void who_cannot_be_told_what_became_of_a_report_is_told_to_send_it_again() {
    two.loseRecord();
    assertThat(look(two).status()).isEqualTo(503);
    RunningClinic.Answer answer = two.post("/api/episodes/" + episode + "/events", patient, "[]");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).contains("send it again as it is").doesNotContain("nothing was kept");
  }

  @Test
  void settings_that_were_changed_elsewhere_are_taken_up() {
    one.use("north", Clinic.Use.INFORMATION);
    assertThat(look(two).text()).isEqualTo(look(one).text());
  }
}
