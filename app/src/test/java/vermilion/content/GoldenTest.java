package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermilion.protocol.Protocol;
import vermilion.protocol.ProtocolCodec;
import vermilion.triage.Condition;
import vermilion.triage.Rule;

/// Holds what each shipped protocol means to a text that a clinician has read.
///
/// After a change that is meant, write the texts anew and read their difference: `mvn -pl app -am
/// test -Dtest=GoldenTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden=write`.
final class GoldenTest {

  @ParameterizedTest
  @ValueSource(strings = {"lip-ha", "lip-unknown"})
  void a_shipped_protocol_means_what_was_read(String id) throws IOException {
    Path golden = ShippedProtocols.FOLDER.resolve(id + ".expected");
    String expanded = Expanded.of(ShippedProtocols.read(id + ".yaml"));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(golden, expanded);
    }
    assertThat(expanded)
        .as(
            "protocols/%s.expected. If the change is meant, write it anew with -Dgolden=write and"
                + " have a clinician read the difference",
            id)
        .isEqualTo(Files.readString(golden));
  }

  @Test
  void the_words_of_a_rule_are_read_back_as_the_same_rule() {
    Protocol protocol = ShippedProtocols.LIP_HA;
    RuleWords words = new RuleWords(protocol.questions());
    Problems problems = new Problems("test.yaml");
    Vocabulary vocabulary = new Vocabulary(problems);
    Place place = Place.first("test.yaml");
    protocol
        .questions()
        .forEach(question -> {
          vocabulary.declareQuestion(question.id(), place);
          vocabulary.define(question);
        });
    ConditionLine lines = new ConditionLine(vocabulary);
    int read = 0;
    for (Rule rule : protocol.rules()) {
      for (Rule.Case one : rule.cases()) {
        for (List<Condition> allOf : one.anyOf()) {
          Yaml.Scalar line = new Yaml.Scalar(place, words.line(allOf), Optional.of(place));
          assertThat(lines.read(line)).contains(allOf);
          read++;
        }
      }
    }
    assertThat(read).isGreaterThan(70);
  }

  @Test
  void a_shipped_protocol_goes_to_the_phone_and_comes_back_the_same() {
    for (Protocol protocol : List.of(ShippedProtocols.LIP_HA, ShippedProtocols.LIP_UNKNOWN)) {
      assertThat(ProtocolCodec.read(ProtocolCodec.json(protocol).text()))
          .isEqualTo(new ProtocolCodec.Reading.Known(protocol));
    }
  }
}
