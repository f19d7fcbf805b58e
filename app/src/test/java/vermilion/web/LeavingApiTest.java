package vermilion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.cli.CommandRun;
import vermilion.web.RunningClinic.Answer;

/// A patient who leaves, over HTTP: what the clinic sees, what it may answer, and what it may not.
final class LeavingApiTest {

  @TempDir Path folder;
  private RunningClinic clinic;
  private String nurse;
  private String episode;
  private String patient;

  @BeforeEach
  void open() {
    clinic = RunningClinic.in(folder);
    nurse = clinic.clinician("north");
    Answer opened =
        clinic.post("/api/episodes", nurse, RunningClinic.opening(clinic.now(), "null"));
    episode = opened.text("episode");
    String link = opened.text("patientLink");
    patient = link.substring(link.indexOf('.', link.indexOf('#')) + 1);
    later(Duration.ofHours(3));
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private void later(Duration by) {
    clinic.at(clinic.now().plus(by));
  }

  private Answer tell(String token, String type, String fields) {
    String event =
        "[{\"id\":\"%s\",\"type\":\"%s\",\"at\":\"%s\",%s}]"
            .formatted(UUID.randomUUID(), type, clinic.now(), fields);
    return clinic.post("/api/episodes/" + episode + "/events", token, event);
  }

  private void leave(String way) {
    assertThat(tell(patient, "leave-asked", "\"leave\":\"" + way + "\"").text())
        .contains("accepted");
  }

  private String worklist() {
    return clinic.get("/api/worklist", nurse).text();
  }

  @Test
  void who_leaves_stands_on_the_worklist_until_the_clinic_has_answered() {
    assertThat(worklist()).contains("\"waiting\":[]");
    leave("check-ins");

    assertThat(worklist())
        .contains(episode, "\"level\":\"soon\"", "\"alerts\":[]", "\"leave\":\"check-ins\"")
        .contains("\"stopped\":true", "\"overdue\":false");
    later(Duration.ofHours(49));
    assertThat(worklist()).contains(episode, "\"overdue\":true").doesNotContain("same-day");
    assertThat(tell(nurse, "leave-answered", "\"leave\":\"check-ins\",\"text\":\"Done.\"").text())
        .contains("accepted");
    assertThat(worklist()).contains("\"waiting\":[]").doesNotContain(episode);
    assertThat(clinic.get("/api/episodes/" + episode, patient).text())
        .contains("\"stopped\":\"", "\"by\":\"Nurse Kay\"", "\"text\":\"Done.\"");
  }

  @Test
  void what_was_open_stays_at_its_level_and_is_marked() {
    tell(patient, "contact", "\"answers\":{\"vision\":\"yes\"}");
    leave("check-ins");

    assertThat(worklist())
        .contains("\"level\":\"emergency\"", "\"stopped\":true", "\"leave\":\"check-ins\"");
    assertThat(tell(patient, "contact", "\"answers\":{\"bleeding\":\"yes\"}").text())
        .contains("\"status\":\"accepted\"", "haematoma");
  }

  @Test
  void only_the_patient_leaves() {
    assertThat(tell(nurse, "leave-asked", "\"leave\":\"check-ins\"").text()).contains("refused");
  }

  @Test
  void nobody_refuses_to_erase_her_without_a_legal_hold() {
    leave("erasure");
    String why = "\"leave\":\"erasure\",\"text\":\"A court asks for it.\"";
    assertThat(tell(nurse, "leave-answered", why).status()).isEqualTo(400);
    assertThat(tell(nurse, "leave-answered", why).text()).contains("legal hold");

    String whose =
        CommandRun.of("export", episode, "--clinic", "north", "--data", folder.toString()).out();
    int at = whose.indexOf("\"patient\":\"") + 11;
    CommandRun.of(
        "legal-hold",
        whose.substring(at, at + 36),
        "--clinic",
        "north",
        "--by",
        "Dr A",
        "--reason",
        "case 17",
        "--data",
        folder.toString());
    assertThat(tell(nurse, "leave-answered", why).text()).contains("accepted");
    assertThat(clinic.get("/api/episodes/" + episode, patient).text())
        .contains("A court asks for it.");
  }
}
