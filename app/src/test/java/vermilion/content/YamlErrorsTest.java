package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are no protocol at all, and files made to hurt the reader.
final class YamlErrorsTest {

  @Test
  void malformed_yaml_is_told_with_its_place() {
    assertThat(Written.problemsOfWhole("format: 1\nfillers: [unknown\nrules: 3\n"))
        .containsExactly(
            "test.yaml:3:6: found broken YAML while parsing a flow sequence: expected ',' or ']', but got :, expected YAML that can be read");
  }

  @Test
  void a_tab_is_told_with_its_place() {
    assertThat(Written.problemsOfWhole("format: 1\nquestions:\n\t- id: pain\n"))
        .containsExactly("test.yaml:3:1: found a tab, expected spaces");
  }

  @Test
  void a_key_that_stands_twice_is_refused() {
    assertThat(Written.problemsOfWhole("format: 1\nversion: 1\nformat: 1\n"))
        .containsExactly(
            "test.yaml:3:1: found \"format\", expected each key once; it stands in line 1");
  }

  @Test
  void an_anchor_is_refused() {
    assertThat(Written.problemsOfWhole("format: &one 1\nversion: *one\n"))
        .containsExactly("test.yaml:1:9: found the anchor &one, expected no anchor");
  }

  @Test
  void an_alias_is_refused() {
    assertThat(Written.problemsOfWhole("format: *one\n"))
        .containsExactly(
            "test.yaml:1:9: found the alias *one, expected the words themselves, no alias");
  }

  @Test
  void a_billion_laughs_ends_at_the_first_anchor() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol, lol]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    assertThat(Written.problemsOfWhole(bomb.toString()))
        .containsExactly("test.yaml:1:5: found the anchor &a0, expected no anchor");
  }

  @Test
  void a_tag_is_refused() {
    assertThat(Written.problemsOfWhole("format: !!javax.script.ScriptEngineManager [1]\n"))
        .first()
        .isEqualTo(
            "test.yaml:1:9: found \"tag:yaml.org,2002:javax.script.ScriptEngineManager\","
                + " expected no tag");
  }

  @Test
  void deep_nesting_is_refused_and_does_not_overflow() {
    assertThat(Written.problemsOfWhole("rules: " + "[".repeat(500_000)))
        .containsExactly("test.yaml:1:19: found 13 levels of nesting, expected at most 12 levels");
  }

  @Test
  void text_that_is_not_utf_8_is_refused_with_its_byte_offset() {
    byte[] bytes = "format: 1\ntitle: caf?".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xe9;
    assertThat(Written.problems(Written.whole(bytes)))
        .containsExactly(
            "test.yaml:2:11: found the byte 0xe9 at byte offset 20, expected UTF-8 text");
  }

  @Test
  void a_character_that_cannot_be_printed_is_refused() {
    assertThat(Written.problemsOfWhole("format: 1\nprotocol: a\u0007b\n"))
        .containsExactly(
            "test.yaml:2:12: found the character U+0007, expected a printable character");
  }

  @Test
  void ten_megabytes_are_refused_before_they_are_read(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("big.yaml");
    byte[] bytes = new byte[10 * 1024 * 1024];
    Arrays.fill(bytes, (byte) ' ');
    Files.write(file, bytes);
    assertThat(Written.problems(ProtocolReader.read(file)))
        .containsExactly("big.yaml:1:1: found 10485760 bytes, expected at most 1048576 bytes");
  }

  @Test
  void too_many_bytes_from_elsewhere_are_refused_too() {
    assertThat(Written.problems(Written.whole(new byte[YamlReader.MOST_BYTES + 1])))
        .containsExactly("test.yaml:1:1: found 1048577 bytes, expected at most 1048576 bytes");
  }

  @Test
  void a_file_that_is_not_there_is_told(@TempDir Path folder) {
    assertThat(Written.problems(ProtocolReader.read(folder.resolve("nothing.yaml"))))
        .containsExactly(
            "nothing.yaml:1:1: found no readable file nothing.yaml, expected a protocol file");
  }

  @Test
  void an_empty_file_is_told() {
    assertThat(Written.problemsOfWhole(""))
        .containsExactly(
            "test.yaml:1:1: found nothing, expected the keys of a protocol, such as format: 1");
  }

  @Test
  void a_list_is_no_protocol() {
    assertThat(Written.problemsOfWhole("- a\n- b\n"))
        .containsExactly(
            "test.yaml:1:1: found no keys, expected the keys of a protocol, such as format: 1");
  }

  @Test
  void a_second_document_is_refused() {
    assertThat(Written.problemsOfWhole("format: 1\n---\nformat: 1\n"))
        .containsExactly(
            "test.yaml:2:1: found a second document, expected one protocol in one file");
  }

  @Test
  void a_list_as_a_key_is_refused() {
    assertThat(Written.problemsOfWhole("? [a, b]\n: 1\n"))
        .containsExactly(
            "test.yaml:1:3: found a list or keys in the place of a key, expected a word");
  }

  @Test
  void what_a_message_quotes_is_short_and_harmless_to_a_terminal() {
    assertThat(Problem.quoted("a\u001b[31m" + "b".repeat(100)))
        .isEqualTo("\"a?[31m" + "b".repeat(54) + "…\"");
  }
}
