package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.web.RunningClinic;

/// `token`, `verify` and `export` beside a running server with two clinics, `north` and `south`.
final class StoreCommandsTest {
  @TempDir Path folder;
  private RunningClinic clinic;
  private String episode;

  @BeforeEach
  void open() {
    clinic = RunningClinic.in(folder);
    episode =
        clinic
            .post("/api/episodes", clinic.clinician("north"), opening(clinic.now()))
            .text("episode");
  }

  private static String opening(Instant treated) {
    return """
    {"patient":{"name":"Amira Haddad","birthDate":"1991-04-30","zone":"Europe/London",
    "waking":"07:30-22:30","language":"en"},
    "treatment":{"at":"%s","filler":"hyaluronic-acid","product":"Example Lip 1","lot":"A1182",
    "expiry":"2027-05-31","volumeMl":1.0,"sites":["upper lip, left"],
    "practitioner":"Dr Okafor"},"protocol":"lip-ha","order":null}
    """
        .formatted(treated);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", folder.toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  @Test
  void a_clinicians_token_opens_her_clinic_alone() {
    CommandRun run = run("token", "--role", "clinician", "--clinic", "north", "--name", "Nurse B");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).matches("north_[A-Za-z0-9_-]{43}\n");
    assertThat(clinic.get("/api/episodes/" + episode, run.out().strip()).status()).isEqualTo(200);
    String south = run("token", "--role", "clinician", "--clinic", "south").out().strip();
    assertThat(clinic.get("/api/episodes/" + episode, south).status()).isEqualTo(404);
  }

  @Test
  void a_patients_token_opens_her_episode() {
    CommandRun run =
        run("token", "--role", "patient", "--clinic", "north", "--episode", episode, "--json");

    assertThat(run.exit()).isZero();
    Json.Obj said = (Json.Obj) ((JsonText.Reading.Value) JsonText.read(run.out())).value();
    assertThat(said.members())
        .extracting(Json.Member::name)
        .containsExactly("token", "role", "clinic", "episode");
    String token = ((Json.Str) said.find("token").orElseThrow()).value();
    assertThat(clinic.get("/api/episodes/" + episode, token).status()).isEqualTo(200);
    assertThat(clinic.get("/api/worklist", token).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--role nurse --clinic north| --role: found \"nurse\", expected one of clinician, patient, service",
        "--role clinicain --clinic north| did you mean clinician?",
        "--role patient --clinic north| --episode: found \"\", expected the patient's episode",
        "--role patient --clinic north --episode nobody| --episode: found \"nobody\", expected an episode of the clinic north",
        "--role clinician| --clinic: found nothing, expected one of north, south",
        "--role clinician --clinic nort| --clinic: found \"nort\", expected one of north, south; did you mean north?",
        "--clinic north| Missing required option: '--role=ROLE'"
      })
  void a_token_for_nobody_is_refused(String options, String said) {
    CommandRun run = run(("token " + options).split(" ", -1));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(said);
  }

  @Test
  void a_whole_record_verifies_and_a_changed_one_says_where() throws IOException {
    assertThat(run("verify").out())
        .matches("whole: 1 events of 1 episodes, \\d+ audit entries, clinics: 2\n");
    assertThat(run("verify", "--json").out()).startsWith("{\"whole\":true,\"clinics\":2,");
    clinic.close();

    Path copy = Files.createDirectory(folder.resolve("copy"));
    Files.copy(
        folder.resolve("master.key"),
        copy.resolve("master.key"),
        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    byte[] file = Files.readAllBytes(folder.resolve("journal.db"));
    byte[] id = episode.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    Files.write(copy.resolve("journal.db"), withOtherBytesAfter(file, id));
    CommandRun broken = CommandRun.of("verify", "--data", copy.toString());
    assertThat(broken.exit()).as(broken.out() + broken.err()).isEqualTo(1);
  }

  /// Changes what stands behind each place at which an id stands.
  private static byte[] withOtherBytesAfter(byte[] file, byte[] id) {
    byte[] changed = file.clone();
    for (int i = 0; i + id.length + 40 < file.length; i++) {
      if (java.util.Arrays.equals(file, i, i + id.length, id, 0, id.length)) {
        changed[i + id.length + 39] ^= 1;
      }
    }
    return changed;
  }

  @Test
  void an_episode_is_exported_with_every_event_as_it_was_recorded() {
    CommandRun run = run("export", episode, "--clinic", "north");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("{\"clinic\":\"north\",\"episode\":\"" + episode + "\",\"patient\":\"")
        .contains(
            "\"seq\":1,\"events\":[{\"seq\":1,\"received\":\"2026-03-25T15:00:00Z\",\"body\":")
        .contains("Amira Haddad");
    assertThat(JsonText.read(run.out().strip())).isInstanceOf(JsonText.Reading.Value.class);
  }

  @Test
  void an_episode_of_another_clinic_or_of_nobody_is_not_exported() {
    for (String id : List.of(UUID.randomUUID().toString(), "../etc", "")) {
      CommandRun run = run("export", id, "--clinic", "north");
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("ID: found \"" + id + "\", expected ");
    }
    assertThat(run("export", episode, "--clinic", "south").exit()).isEqualTo(2);
  }

  @Test
  void a_folder_without_a_record_is_refused_and_stays_empty() {
    Path empty = folder.resolve("empty");
    CommandRun run = CommandRun.of("verify", "--data", empty.toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("--data: found no record in " + empty + ", expected a data folder");
    assertThat(empty).doesNotExist();
  }

  @Test
  void the_settings_of_serve_name_the_folder_too() throws IOException {
    Path config = folder.resolve("vermilion.conf");
    Files.writeString(config, "data = .\nprotocols = protocols\n");

    assertThat(CommandRun.of("verify", "--config", config.toString()).exit()).isZero();
  }
}
