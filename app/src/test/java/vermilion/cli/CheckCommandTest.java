package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.json.Json;
import vermilion.json.JsonText;

/// `vermilion check` as docs/api.md promises it.
final class CheckCommandTest {
  @TempDir Path folder;

  private CommandRun check(byte[] protocol) throws IOException {
    Path file = folder.resolve("bad.yaml");
    Files.write(file, protocol);
    CommandRun run = CommandRun.of("check", file.toString());
    return new CommandRun(run.exit(), run.out(), run.err().replace(folder + "/", ""));
  }

  private CommandRun checkWith(String from, String to) throws IOException {
    String text = Files.readString(Path.of(CommandRun.LIP_HA));
    assertThat(text).contains(from);
    return check(
        text.replaceFirst(java.util.regex.Pattern.quote(from), to)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static void isRefused(CommandRun run, String... parts) {
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).matches("(?s)bad.yaml:\\d+:\\d+: .*");
    assertThat(run.err()).contains(parts);
  }

  @Test
  void the_shipped_protocols_are_drafts_and_proved() {
    String unknown = CommandRun.PROTOCOLS.resolve("lip-unknown.yaml").toString();
    CommandRun run = CommandRun.of("check", CommandRun.LIP_HA, unknown);

    assertThat(run.exit()).isZero();
    assertThat(run.err().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("warning: ") && line.contains("found reviewed: no"));
    assertThat(run.out())
        .contains(CommandRun.LIP_HA + ": proved\n")
        .contains(unknown + ": proved\n")
        .contains("lip-ha version 1, draft, not signed")
        .contains("massage may be ordered; languages: en, es, fr, de, ar")
        .contains("massage is never allowed; languages: en, es, fr, de, ar")
        .contains("  note: form gate is never asked, since there is never a massage\n")
        .containsSubsequence(
            "  total ", "  floor ", "  monotone ", "  advice ", "  held ", "  time ")
        .contains("  schedule ")
        .containsPattern(
            "certificate: content [0-9a-f]{12}, engine [0-9a-f]{12}, time zones \\S+, ")
        .doesNotContain("NOT");
  }

  @Test
  void a_protocol_that_cannot_be_proved_is_told_with_its_smallest_story() throws IOException {
    CommandRun run = checkWith("      - asymmetry is marked\n", "");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("bad.yaml: read, and not proved\n")
        .contains(
            "  NOT monotone: a worse or missing answer, or more history, never lowers the level\n"
                + "      Hour 336, form full: asymmetry slight. The level is routine (rule uneven)."
                + " With asymmetry marked instead of asymmetry slight it is only self-care.\n")
        .containsPattern("      rule uneven at \\S*bad.yaml:\\d+:\\d+\n")
        .doesNotContain("certificate:");
  }

  @Test
  void json_holds_an_object_a_file_and_nothing_is_said_beside_it() throws IOException {
    Path bad = folder.resolve("bad.yaml");
    Files.writeString(bad, "format: 1\nprotocl: x\n");
    CommandRun run = CommandRun.of("check", "--json", CommandRun.LIP_HA, bad.toString());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).isEmpty();
    assertThat(JsonText.read(run.out())).isInstanceOf(JsonText.Reading.Value.class);
    Json.Arr files = (Json.Arr) ((JsonText.Reading.Value) JsonText.read(run.out())).value();
    assertThat(files.items().getFirst().text())
        .startsWith("{\"file\":\"" + CommandRun.LIP_HA + "\",\"good\":true,\"checked\":")
        .contains("\"protocol\":\"lip-ha\",\"version\":1,\"status\":\"draft\"")
        .contains("\"languages\":[\"en\",\"es\",\"fr\",\"de\",\"ar\"],\"errors\":[]")
        .contains(
            "\"found\":\"reviewed: no under en, es, fr, de, ar\"", "],\"proof\":{\"proved\":[{")
        .contains("\"broken\":[],", "\"certificate\":{\"protocol\":\"lip-ha\",\"version\":1,");
    assertThat(files.items().getLast().text())
        .contains("\"good\":false")
        .contains("\"line\":2,\"column\":1,\"found\":\"\\\"protocl\\\"\"")
        .contains("\"nearest\":\"protocol\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "format: [1| expected",
        "a: &a [x]\\nb: *a| anchor",
        "format: 1\\n\\tprotocol: x| expected",
        "just words| no keys",
        "%| expected"
      })
  void malformed_yaml_is_told_by_its_place(String yaml, String part) throws IOException {
    isRefused(check(yaml.translateEscapes().getBytes(StandardCharsets.UTF_8)), part);
  }

  @Test
  void ten_megabytes_are_refused_by_their_size() throws IOException {
    byte[] large = new byte[10 << 20];
    Arrays.fill(large, (byte) '#');

    isRefused(check(large), "10485760 bytes", "at most 1048576 bytes");
  }

  @Test
  void a_billion_laughs_are_refused_at_the_first() throws IOException {
    StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha]\n");
    for (int i = 1; i < 30; i++) {
      laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    isRefused(check(laughs.toString().getBytes(StandardCharsets.UTF_8)), "bad.yaml:1:5: ");
  }

  @Test
  void what_is_no_text_is_refused_by_its_byte() throws IOException {
    isRefused(
        check(new byte[] {'f', 'o', 'r', (byte) 0xc3, (byte) 0x28}),
        "bad.yaml:1:4: found the byte 0xc3 at byte offset 3, expected UTF-8 text");
  }

  @Test
  void a_question_that_is_not_there_is_named_with_its_near_miss() throws IOException {
    isRefused(checkWith("vision is yes", "vison is yes"), "\"vison\"", "did you mean vision?");
  }

  @Test
  void an_answer_that_is_not_there_is_named() throws IOException {
    isRefused(checkWith("vision is yes", "vision is yess"), "\"yess\"", "did you mean yes?");
  }

  @Test
  void a_threshold_outside_the_scale_is_named_with_the_scale() throws IOException {
    isRefused(checkWith("pain at least 7", "pain at least 11"), "\"11\"");
  }

  @Test
  void two_rules_with_one_id_are_told_at_the_second() throws IOException {
    isRefused(checkWith("  - id: brain", "  - id: eye"), "\"eye\"");
  }

  @Test
  void every_mistake_is_told_at_once() throws IOException {
    String text = Files.readString(Path.of(CommandRun.LIP_HA));
    CommandRun run =
        check(
            text.replace("vision is yes", "vison is yes")
                .replace("pain at least 7", "pain at least 11")
                .getBytes(StandardCharsets.UTF_8));

    isRefused(run, "\"vison\"", "\"11\"");
    assertThat(run.err().lines().count()).isGreaterThanOrEqualTo(2);
  }
}
