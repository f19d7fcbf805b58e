package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `clinic`: no clinic without the numbers that a patient may need (H-4).
final class ClinicCommandTest {
  private static final String SETTINGS =
      """
      {"name":"Northside","emergencyLine":"020 7946 0018","secondNumber":"020 7946 0123",
      "emergencyNumber":"999","departmentName":"St Example's","departmentAddress":"1 Bridge Road",
      "zone":"Europe/London","days":["mon","tue"],"use":"monitoring"}
      """;

  @TempDir Path folder;

  private CommandRun write(String id, String settings) throws IOException {
    Path file = Files.writeString(folder.resolve("clinic.json"), settings);
    return CommandRun.of(
        "clinic", id, "--settings", file.toString(), "--data", folder.resolve("data").toString());
  }

  private CommandRun show(String id) {
    return CommandRun.of("clinic", id, "--data", folder.resolve("data").toString());
  }

  @Test
  void settings_are_written_into_an_empty_place_and_shown_again() throws IOException {
    CommandRun written = write("north", SETTINGS);

    assertThat(written.exit()).as(written.err()).isZero();
    assertThat(written.out()).contains("\"emergencyLine\":\"020 7946 0018\"").contains("\"open\":");
    assertThat(show("north").out()).isEqualTo(written.out());
    assertThat(show("south").exit()).isEqualTo(1);
    assertThat(show("south").err()).contains("there is no clinic south yet");
  }

  @Test
  void a_clinic_without_an_emergency_line_is_refused_by_line() throws IOException {
    CommandRun run = write("north", SETTINGS.replace("020 7946 0018", ""));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("clinic.json:1:").contains("emergencyLine");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void no_clinic_calls_itself_a_demonstration_or_has_no_id() throws IOException {
    CommandRun demo = write("north", SETTINGS.replace("{\"name\"", "{\"demo\":true,\"name\""));
    assertThat(demo.exit()).isEqualTo(2);
    assertThat(demo.err()).contains("clinic.json:1:").contains("found a demonstration");
    CommandRun nameless = write("North Side", SETTINGS);
    assertThat(nameless.exit()).isEqualTo(2);
    assertThat(nameless.err()).startsWith("ID: found \"North Side\"");
  }

  @Test
  void what_is_no_json_is_refused_by_place() throws IOException {
    assertThat(write("north", "{").err()).contains("clinic.json:1:").contains("this is not JSON");
    assertThat(write("north", "[]").err()).contains("found no object, expected {\"name\":...");
    assertThat(folder.resolve("data")).doesNotExist();
  }
}
