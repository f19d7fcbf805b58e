package vermilion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.demo.DemoClinic;
import vermilion.json.Json;
import vermilion.json.JsonText;

/// The compiled core in node beside a real server, over every patient of the demonstration, under
/// the protocols that ship: the same view at every hour, the same answer to every event.
final class PhoneAgreesTest {
  private static final Path SCRIPT = Path.of("..", "phone", "src", "test", "node", "episodes.mjs");

  private static final List<String> EVENTS =
      List.of(
          "\"type\":\"check-in\",\"form\":\"full\",\"complete\":false,"
              + "\"answers\":{\"colour\":\"pale\",\"pain\":8}",
          "\"type\":\"check-in\",\"form\":\"full\",\"answers\":{\"pain\":0}",
          "\"type\":\"check-in\",\"form\":\"gate\",\"answers\":{\"colour\":\"pail\",\"pain\":11}",
          "\"type\":\"contact\",\"form\":\"none\",\"concern\":\"lump\",\"text\":\"caf\u00e9\"",
          "\"type\":\"contact\",\"complete\":false,\"answers\":{\"vision\":\"unsure\"}",
          "\"type\":\"massage-started\",\"occurrence\":\"2/massage/2026-03-25/1\"",
          "\"type\":\"photo-taken\",\"occurrence\":\"1/photo/2026-03-25/0\"",
          "\"type\":\"hold-lifted\",\"reason\":\"I am well\"",
          "\"type\":\"check-in\",\"form\":\"fool\"");

  @TempDir Path folder;

  private final List<String> questions = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private int ids;

  @Test
  void every_patient_of_the_demonstration_is_alike_on_server_and_phone()
      throws IOException, InterruptedException {
    try (RunningClinic clinic = RunningClinic.in(folder)) {
      Files.writeString(folder.resolve("core.mjs"), clinic.get("/static/p/core.mjs", "").text());
      List<DemoClinic.Seeded> patients = clinic.demonstrate();
      assertThat(patients).hasSizeGreaterThanOrEqualTo(12);
      for (DemoClinic.Seeded patient : patients) {
        clinic.at(RunningClinic.START);
        follow(clinic, patient.link());
      }
    }
    List<String> said = askThePhone();

    assertThat(said).hasSameSizeAs(answers);
    for (int i = 0; i < answers.size(); i++) {
      assertThat(said.get(i)).as(questions.get(i)).isEqualTo(answers.get(i));
    }
  }

  private void follow(RunningClinic clinic, String link) {
    String episode = link.substring(link.indexOf('#') + 1, link.lastIndexOf('.'));
    String token = link.substring(link.lastIndexOf('.') + 1);
    String path = "/api/episodes/" + episode;
    ask("[\"load\"," + quoted(clinic.get(path + "/phone", token).text()) + "]", "");
    for (int hours : new int[] {0, 5, 14, 60}) {
      clinic.at(RunningClinic.START.plus(Duration.ofHours(hours)));
      see(clinic, path, token);
    }
    for (String fields : EVENTS) {
      clinic.at(clinic.now().plus(Duration.ofMinutes(20)));
      UUID id = new UUID(0x4000, 0x8000_0000_0000_0000L + ids++);
      String event = "{\"id\":\"%s\",\"at\":\"%s\",%s}".formatted(id, clinic.now(), fields);
      RunningClinic.Answer answer = clinic.post(path + "/events", token, "[" + event + "]");
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      Json.Obj row = (Json.Obj) ((Json.Arr) answer.json()).items().getFirst();
      List<Json.Member> members = new ArrayList<>(row.members());
      members.removeIf(member -> member.name().equals("seq"));
      long millis = clinic.now().toEpochMilli();
      ask("[\"decide\"," + quoted(event) + "," + millis + "]", new Json.Obj(members).text());
      see(clinic, path, token);
    }
  }

  private void see(RunningClinic clinic, String path, String token) {
    ask("[\"view\"," + clinic.now().toEpochMilli() + "]", clinic.get(path, token).text());
  }

  private void ask(String question, String answer) {
    questions.add(question);
    answers.add(answer);
  }

  private List<String> askThePhone() throws IOException, InterruptedException {
    Path asked = folder.resolve("questions.txt");
    Path said = folder.resolve("said.txt");
    Path log = folder.resolve("node.log");
    Files.write(asked, questions);
    Process node =
        new ProcessBuilder(
                "node",
                SCRIPT.toString(),
                folder.resolve("core.mjs").toString(),
                asked.toString(),
                said.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(node.waitFor(3, TimeUnit.MINUTES)).as("node ends").isTrue();
    assertThat(node.exitValue()).as(Files.readString(log)).isZero();
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(said)) {
      if (JsonText.read(line) instanceof JsonText.Reading.Value value
          && value.value() instanceof Json.Str text) {
        texts.add(text.value());
      }
    }
    return texts;
  }

  private static String quoted(String text) {
    return new Json.Str(text).text();
  }
}
