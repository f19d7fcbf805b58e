package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.json.Json;
import vermilion.json.JsonText;
import vermilion.web.RunningClinic;

/// `backup`, `restore`, `erase`, `legal-hold` and `export` of a patient, beside a running server.
final class UpkeepCommandsTest {
  private static final List<String> HERS =
      List.of("Amira", "Haddad", "1991-04-30", "A1182", "dusky", "upper lip");

  @TempDir Path folder;
  private RunningClinic clinic;
  private String episode;
  private String patient;

  @BeforeEach
  void open() {
    clinic = RunningClinic.in(folder);
    String token = clinic.clinician("north");
    episode =
        clinic
            .post(
                "/api/episodes",
                token,
                """
                {"patient":{"name":"Amira Haddad","birthDate":"1991-04-30","zone":"Europe/London",
                "waking":"07:30-22:30","language":"en"},
                "treatment":{"at":"%s","filler":"hyaluronic-acid","product":"Example Lip 1",
                "lot":"A1182","expiry":"2027-05-31","volumeMl":1.0,"sites":["upper lip, left"],
                "practitioner":"Dr Okafor"},"protocol":"lip-ha","order":null}
                """
                    .formatted(clinic.now()))
            .text("episode");
    clinic.post(
        "/api/episodes/" + episode + "/events",
        token,
        """
        [{"id":"%s","type":"note","at":"%s","text":"looks dusky since noon"}]
        """
            .formatted(UUID.randomUUID(), clinic.now()));
    patient = text(object(run("export", episode, "--clinic", "north").out()), "patient");
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private static Json.Obj object(String said) {
    return (Json.Obj) ((JsonText.Reading.Value) JsonText.read(said.strip())).value();
  }

  private static String text(Json.Obj object, String name) {
    return ((Json.Str) object.find(name).orElseThrow()).value();
  }

  private CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", folder.toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private Path backup() {
    CommandRun run = run("backup", "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    return Path.of(text(object(run.out()), "file"));
  }

  private Path newPlace() throws IOException {
    Path place = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-new"));
    Files.copy(
        folder.resolve("master.key"),
        place.resolve("master.key"),
        StandardCopyOption.COPY_ATTRIBUTES);
    return place;
  }

  @Test
  void a_backup_of_a_running_clinic_is_restored_whole_into_a_new_place() throws IOException {
    Path backup = backup();
    Path place = newPlace();

    CommandRun run = CommandRun.of("restore", backup.toString(), "--data", place.toString());

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("^\\d+ rows copied; patients erased since: 0\n")
        .containsPattern("\nwhole: 2 events of 1 episodes, \\d+ audit entries, clinics: 2\n$");
    CommandRun export =
        CommandRun.of("export", episode, "--clinic", "north", "--data", place.toString());
    assertThat(export.out()).isEqualTo(run("export", episode, "--clinic", "north").out());
  }

  @Test
  void a_backup_is_not_restored_over_a_record_or_without_the_master_key() throws IOException {
    Path backup = backup();

    CommandRun over = run("restore", backup.toString());
    assertThat(over.exit()).isEqualTo(2);
    assertThat(over.err()).contains("the target is not empty: master_key has rows");
    Path empty = folder.resolve("empty");
    CommandRun keyless = CommandRun.of("restore", backup.toString(), "--data", empty.toString());
    assertThat(keyless.exit()).isEqualTo(2);
    assertThat(keyless.err())
        .contains("put that key back from its safe copy: without it nobody can read the record");
    assertThat(empty).doesNotExist();
  }

  @Test
  void nothing_of_an_erased_patient_can_be_read_in_the_folder_or_brought_back() throws IOException {
    Path backup = backup();

    CommandRun erased = run("erase", patient, "--clinic", "north", "--json");

    assertThat(erased.exit()).as(erased.err()).isZero();
    Json.Obj receipt = object(erased.out());
    assertThat(text(receipt, "backups")).isEqualTo("erased there too");
    assertThat(text(receipt, "episodes")).isEqualTo("1 now");
    assertThat(run("export", episode, "--clinic", "north").exit()).isEqualTo(1);
    assertThat(run("export", patient, "--clinic", "north").exit()).isEqualTo(1);
    assertThat(run("verify").out()).startsWith("whole: 2 events of 1 episodes");
    assertThat(clinic.get("/api/episodes/" + episode, clinic.clinician("north")).status())
        .isEqualTo(410);
    assertThat(inTheClear(folder)).isEmpty();

    Path place = newPlace();
    CommandRun restored = CommandRun.of("restore", backup.toString(), "--data", place.toString());
    assertThat(restored.out()).contains("patients erased since: 1\nwhole: ");
    CommandRun export =
        CommandRun.of("export", episode, "--clinic", "north", "--data", place.toString());
    assertThat(export.exit()).isEqualTo(1);
    assertThat(inTheClear(place)).isEmpty();
  }

  /// Which words of hers stand in which files.
  private static List<String> inTheClear(Path where) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(where)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        HERS.stream().filter(bytes::contains).forEach(word -> found.add(file + ": " + word));
      }
    }
    return found;
  }

  @Test
  void erasing_twice_says_so_and_a_stranger_is_refused() {
    assertThat(run("erase", patient, "--clinic", "north").out())
        .startsWith("Receipt: patient " + patient + " of clinic north is erased.\n")
        .contains("no key of hers was there")
        .containsPattern("Kept in the audit as number \\d+, .*, by command line\\.\n$");
    assertThat(run("erase", patient, "--clinic", "north").out()).contains("erased before");
    String stranger = UUID.randomUUID().toString();
    CommandRun refused = run("erase", stranger, "--clinic", "north");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith("PATIENT: found \"" + stranger + "\", expected a patient of the clinic north");
    assertThat(run("erase", "amira", "--clinic", "north").err())
        .startsWith("PATIENT: found \"amira\", expected a patient's id of 36 characters");
  }

  @Test
  void a_legal_hold_keeps_a_record_from_being_erased_until_it_is_lifted() {
    String[] hold = {
      "legal-hold", patient, "--clinic", "north", "--by", "Dr A", "--reason", "case 17"
    };
    assertThat(run(hold).out()).isEqualTo("patient " + patient + ": held, cannot be erased\n");
    assertThat(run(hold).exit()).isEqualTo(1);

    CommandRun refused = run("erase", patient, "--clinic", "north");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("a legal hold stands since ").contains("by Dr A: case 17");
    assertThat(run("export", episode, "--clinic", "north").exit()).isZero();

    String[] lift =
        new String[] {
          "legal-hold", patient, "--lift", "--clinic", "north", "--by", "Dr A", "--reason", "closed"
        };
    assertThat(run(lift).exit()).isZero();
    assertThat(run("erase", patient, "--clinic", "north").exit()).isZero();
  }

  @Test
  void a_hold_without_a_name_or_a_reason_is_refused() {
    CommandRun run =
        run("legal-hold", patient, "--clinic", "north", "--by", " ", "--reason", "case 17");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("--by: found \" \", expected one line of 1 to 100 characters");
  }

  @Test
  void everything_of_a_patient_is_exported_for_machines_and_for_people() {
    Json.Obj all = object(run("export", patient, "--clinic", "north").out());
    assertThat(all.members())
        .extracting(Json.Member::name)
        .containsExactly("clinic", "patient", "episodes", "audit");
    assertThat(all.text()).contains("Amira Haddad").contains("looks dusky since noon");
    assertThat(all.find("audit").orElseThrow().text()).contains("\"action\":\"exported\"");

    assertThat(run("export", patient, "--clinic", "north", "--text").out())
        .startsWith("clinic: north\npatient: " + patient + "\nepisodes:\n  1.\n    episode: ")
        .contains("name: Amira Haddad\n")
        .contains("text: looks dusky since noon\n")
        .doesNotContain("{");
  }
}
