package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import vermilion.json.Json;

/// Holds the schema that editors use to the protocols that the reader takes.
final class SchemaTest {

  @ParameterizedTest
  @ValueSource(strings = {"lip-ha.yaml", "lip-unknown.yaml"})
  void a_shipped_protocol_fits_the_schema(String file) throws IOException {
    assertThat(problems(shipped(file))).isEmpty();
  }

  @Test
  void the_worked_example_fits_the_schema() throws IOException {
    assertThat(problems(LanguageReference.example())).isEmpty();
  }

  /// Each row changes one thing of lip-ha.yaml; a bad schema would not see it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          format: 1 ~ format: 2
          version: 1 ~ version: 0
          status: draft ~ status: done
          status: draft ~ status: signed
          fillers: [hyaluronic-acid] ~ fillers: [hyaluronic]
          red-flag: yes ~ red-flag: true
          left-empty: optional ~ left-empty: option
          ask: [vision, stroke] ~ asks: [vision, stroke]
          pain-course if pain at least 1 ~ pain-course when pain at least 1
          bleeding before 72 h ~ bleeding until 72 h
          concern: numb ~ concern: numbness
          level: routine ~ level: rutine
          ask-again: full after 3 h ~ ask-again: full in 3 h
          look: 2 h ~ look: 2 hours
          avoid: 0 h to 48 h ~ avoid: 0 h until 48 h
          includes: massage ~ includes: Massage
          most: 5 ~ most: 6
          crisis-line: ~ crisisline:
          quality: SD ~ quality: XX
          """)
  void the_schema_finds_what_is_wrong(String good, String bad) throws IOException {
    String text = shipped("lip-ha.yaml");
    assertThat(text).contains(good);
    assertThat(problems(text.replace(good, bad))).isNotEmpty();
  }

  private static String shipped(String file) throws IOException {
    return Files.readString(ShippedProtocols.FOLDER.resolve(file));
  }

  private static List<String> problems(String yaml) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(shipped("protocol.schema.json"), InputFormat.JSON);
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return schema.validate(json(loaded).text(), InputFormat.JSON).stream()
        .map(Error::toString)
        .toList();
  }

  private static Json json(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Json.Builder out = Json.object();
        map.forEach((key, inner) -> out.put(key.toString(), json(inner)));
        yield out.build();
      }
      case List<?> list -> {
        List<Json> items = new ArrayList<>();
        list.forEach(item -> items.add(json(item)));
        yield new Json.Arr(items);
      }
      case Integer number -> Json.Num.of(number);
      case Boolean flag -> new Json.Bool(flag);
      default -> new Json.Str(value.toString());
    };
  }
}
