package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vermilion.protocol.Protocol;
import vermilion.triage.Condition;

/// Holds docs/protocol-language.md to the reader, so that the reference cannot rot.
final class LanguageReferenceTest {

  @Test
  void the_worked_example_is_a_protocol() throws IOException {
    Reading reading = Written.whole(LanguageReference.example());
    assertThat(Written.problems(reading)).isEmpty();
    Protocol protocol = ((Reading.Read) reading).protocol();
    assertThat(protocol.id()).isEqualTo("northside-lips");
    assertThat(protocol.massage().orElseThrow().mostDays()).isEqualTo(3);
    assertThat(protocol.rules()).hasSize(ShippedProtocols.LIP_HA.rules().size());
    assertThat(protocol.questions()).isEqualTo(ShippedProtocols.LIP_HA.questions());
  }

  @Test
  void the_mistakes_of_the_reference_are_told_as_it_says() throws IOException {
    List<String> told = new ArrayList<>();
    for (String line : LanguageReference.blocks("text")) {
      told.addAll(line.lines().filter(one -> one.startsWith("test.yaml:")).toList());
    }
    assertThat(told).isNotEmpty();
    assertThat(Written.problems(LanguageReference.blocks("yaml").getLast())).isEqualTo(told);
  }

  /// Every line of the table of conditions is read, and every kind of condition stands in it.
  @Test
  void every_kind_of_condition_stands_in_the_reference_and_is_read() throws IOException {
    List<String> lines =
        LanguageReference.blocks("conditions").stream()
            .flatMap(String::lines)
            .filter(line -> !line.isBlank())
            .toList();
    assertThat(lines).hasSizeGreaterThan(15);
    for (String line : lines) {
      assertThat(Written.problemsOfLine(line)).as(line).isEmpty();
    }
    String sections =
        "rules:\n"
            + "  - {id: eye, concern: occlusion, level: emergency, sources: [SD], when: ["
            + String.join(", ", lines.stream().map(line -> "'" + line + "'").toList())
            + "]}\n";
    Reading.Read read = (Reading.Read) Written.whole(Written.HEAD + sections);
    List<Condition> conditions =
        read.protocol().rules().getFirst().cases().getFirst().anyOf().stream()
            .flatMap(List::stream)
            .toList();
    assertThat(conditions.stream().map(Condition::getClass).distinct().count())
        .isEqualTo(Condition.class.getPermittedSubclasses().length);
  }
}
