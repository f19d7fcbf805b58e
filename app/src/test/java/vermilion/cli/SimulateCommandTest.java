package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.json.Json;
import vermilion.json.JsonText;

/// `vermilion simulate` as docs/api.md promises it.
final class SimulateCommandTest {
  @TempDir Path folder;

  @Test
  void it_reports_in_text_and_says_that_it_is_no_evidence() {
    CommandRun run = CommandRun.of("simulate", CommandRun.LIP_HA, "--patients", "10");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("lip-ha version 1 (draft): 10 patients, seed 1, a mix of readers")
        .contains("it is no evidence about people", "occlusion", "median");
  }

  @Test
  void json_is_one_object_and_the_plots_are_files() throws IOException {
    Path plots = folder.resolve("a").resolve("b");
    CommandRun run =
        CommandRun.of(
            "simulate",
            CommandRun.LIP_HA,
            "--patients=5",
            "--seed=-3",
            "--reader=careful",
            "--json",
            "--svg",
            plots.toString());

    assertThat(run.exit()).isZero();
    assertThat(JsonText.read(run.out().strip()))
        .isInstanceOfSatisfying(
            JsonText.Reading.Value.class,
            read -> {
              Json.Obj object = (Json.Obj) read.value();
              assertThat(object.find("synthetic")).contains(new Json.Bool(true));
              assertThat(object.find("seed")).contains(Json.Num.of(-3));
              assertThat(object.find("reader")).contains(new Json.Str("careful"));
            });
    assertThat(Files.readString(plots.resolve("over-triage.svg"))).startsWith("<svg ");
    assertThat(plots.resolve("alerts-by-day.svg")).exists();
    assertThat(plots.resolve("onset-to-alert.svg")).exists();
  }

  @Test
  void a_sheet_of_a_session_is_used_and_a_wrong_one_is_told_by_line() throws IOException {
    Path sheet = folder.resolve("sheet.csv");
    StringBuilder lines = new StringBuilder("person,language,tone,vignette,question,answer\n");
    for (int person = 1; person <= 20; person++) {
      lines.append(person).append(",en,1,tight,numb,no\n");
    }
    Files.writeString(sheet, lines);
    CommandRun run =
        CommandRun.of("simulate", CommandRun.LIP_HA, "--patients=2", "--misread", sheet.toString());

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains(
            "Misreading as measured with 20 people", "tight-as-numb   0 of 20, 2.4 % (0.0 to");

    Files.writeString(sheet, lines + "21,en,5,tight,numb,no\n");
    run = CommandRun.of("simulate", CommandRun.LIP_HA, "--misread", sheet.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            sheet
                + ":22:7: found \"5\", expected the tone of skin of the drawings shown, 1 to 4\n");

    run = CommandRun.of("simulate", CommandRun.LIP_HA, "--misread", folder + "/none.csv");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("none.csv:1:1: no readable file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--patients=0| --patients: found 0, expected 1 to 1000000",
        "--patients=1000001| --patients: found 1000001, expected 1 to 1000000",
        "--misreading=-1| --misreading: found -1, expected 0 to 1000",
        "--reader=quick| --reader: found \"quick\", expected one of careful, lay, careless,",
        "--patients=many| Invalid value for option '--patients'",
        "--seed=1.5| Invalid value for option '--seed'"
      })
  void what_is_out_of_bounds_is_bad_input(String option, String said) {
    CommandRun run = CommandRun.of("simulate", CommandRun.LIP_HA, option);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(said);
  }

  @Test
  void a_file_that_is_no_protocol_is_named_with_its_place() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "format: 1\nprotocol: [\n");
    CommandRun run = CommandRun.of("simulate", bad.toString(), "--patients", "0");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(bad + ":", "--patients: found 0");
    assertThat(CommandRun.of("simulate", folder.resolve("no.yaml").toString()).err())
        .contains("no.yaml:1:1: ");
  }

  @Test
  void a_folder_that_cannot_be_made_is_said_before_anything_is_simulated() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    CommandRun run =
        CommandRun.of("simulate", CommandRun.LIP_HA, "--svg", file.resolve("in").toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("--svg: cannot make the folder ");
  }
}
