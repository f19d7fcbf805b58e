package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every way in which a line of `vermilion triage` can be wrong names its field, its value and what
/// was expected.
final class TriageRefusalTest {
  private static final String QUOTE = "'";

  private static void refuses(byte[] line, String field, String value, String expected) {
    CommandRun run = CommandRun.told(line, "triage", CommandRun.LIP_HA);
    assertThat(run.out().strip())
        .isEqualTo(
            "{\"error\":{\"line\":1,\"field\":\""
                + field
                + "\",\"value\":"
                + value
                + ",\"expected\":\""
                + expected.replace("\"", "\\\"")
                + "\"}}");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).isEmpty();
  }

  /// Apostrophes stand for quotes.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}| hours| null| a number of hours from 0 to 1000000",
        "{'hours':null}| hours| null| a number of hours from 0 to 1000000",
        "{'hours':'6'}| hours| '6'| a number of hours from 0 to 1000000",
        "{'hours':-0.1}| hours| -0.1| a number of hours from 0 to 1000000",
        "{'hours':1e7}| hours| 1e7| a number of hours from 0 to 1000000",
        "{'hours':1e99999999999}| hours| '1e99999999999'| a number of hours from 0 to 1000000",
        "{'hours':1e-99999999999}| hours| '1e-99999999999'| a number of hours from 0 to 1000000",
        "{'hours':1,'answers':[]}| answers| '[]'| an object of answers by question",
        "{'hours':1,'complete':'yes'}| complete| 'yes'| true or false",
        "{'hours':1,'kind':'checkin'}| kind| 'checkin'| one of check-in, contact, answered; did you mean check-in?",
        "{'hours':1,'form':'Full'}| form| 'Full'| one of full, look, late, gate, airway, none; did you mean full?",
        "{'hours':1,'hour':2}| hour| 2| one of hours, form, kind, complete, record, answers, concern, earlier; did you mean hours?",
        "{'hours':1,'record':{'filer':'other'}}| record.filer| 'other'| one of filler, cold-sore-history, trigger; did you mean filler?",
        "{'hours':1,'record':{'filler':'others'}}| record.filler| 'others'| one of hyaluronic-acid, calcium-hydroxylapatite, poly-l-lactic-acid, other, unknown; did you mean other?",
        "{'hours':1,'record':{'cold-sore-history':'no'}}| record.cold-sore-history| 'no'| true or false",
        "{'hours':1,'record':{'trigger':'illness'}}| record.trigger| 'illness'| a list of at most 3 of illness, vaccine, dental-work",
        "{'hours':1,'record':{'trigger':['vacine']}}| record.trigger[0]| 'vacine'| one of illness, vaccine, dental-work; did you mean vaccine?",
        "{'hours':1,'record':7}| record| 7| an object with the keys filler, cold-sore-history, trigger",
        "{'hours':1,'answers':{'color':'pale'}}| answers.color| 'pale'| a question of this protocol; did you mean colour?",
        "{'hours':1,'answers':{'color':null}}| answers.color| null| a question of this protocol; did you mean colour?",
        "{'hours':1,'answers':{'colour':'grei'}}| answers.colour| 'grei'| one of usual, bruised, pale, grey, dusky, patchy, unsure; did you mean grey?",
        "{'hours':1,'answers':{'pain':11}}| answers.pain| 11| a whole number from 0 to 10 or unsure",
        "{'hours':1,'answers':{'pain':-1}}| answers.pain| -1| a whole number from 0 to 10 or unsure",
        "{'hours':1,'answers':{'pain':3.0}}| answers.pain| 3.0| an integer from 0 to 10 or 'unsure'",
        "{'hours':1,'answers':{'pain':'3'}}| answers.pain| '3'| an integer from 0 to 10 or 'unsure'",
        "{'hours':1,'answers':{'worry':true}}| answers.worry| true| an integer from 0 to 3 or 'unsure'",
        "{'hours':1,'answers':{'vision':true}}| answers.vision| true| one of 'no', 'yes'; did you mean 'yes'?",
        "{'hours':1,'answers':{'vision':1}}| answers.vision| 1| one of 'no', 'yes'",
        "{'hours':1,'answers':{'other':5}}| answers.other| 5| text of at most 2000 characters",
        "{'hours':1,'kind':'answered','answers':{'pain':1}}| answers| '{~'pain~':1}'| none, since a human's answer carries no answers",
        "{'hours':1,'concern':'lump'}| concern| 'lump'| none; only kind contact with form none names its concern",
        "{'hours':1,'kind':'contact','form':'none','concern':'silence'}| concern| 'silence'| one of occlusion, swelling, infection, numb, lump, look, distress, other",
        "{'hours':1,'earlier':[{'hours':1.01}]}| earlier[0].hours| 1.01| at most 1, the hours of the line",
        "{'hours':1,'earlier':[{}]}| earlier[0].hours| null| a number of hours from 0 to 1000000",
        "{'hours':1,'earlier':[{'hours':0,'answers':{'pian':1}}]}| earlier[0].answers.pian| 1| a question of this protocol; did you mean pain?",
        "{'hours':1,'earlier':[{'hours':0,'earlier':[]}]}| earlier[0].earlier| '[]'| none; earlier reports stand side by side",
        "{'hours':1,'earlier':[3]}| earlier[0]| 3| an object like the line itself",
        "{'hours':1,'earlier':{}}| earlier| '{}'| a list of at most 10000 earlier reports",
        "[]| | '[]'| a JSON object",
        "{'hours':1| | '{~'hours~':1'| a comma or } at column 11",
        "{'hours':1,'answers':{'colour':'pa| | 'swers~':{~'colour~':~'pa'| a closing quote at column 35",
        "{'hours':01}| | '{~'hours~':01}'| a comma or } at column 11",
        "{'hours':1,'hours':2}| | '{~'hours~':1,~'hours~':2}'| the name hours once at column 19"
      })
  void a_wrong_line_is_refused_by_field_value_and_expectation(
      String line, String field, String value, String expected) {
    refuses(
        quoted(line).getBytes(StandardCharsets.UTF_8),
        field == null ? "" : field,
        value.replace("~'", "\\\"").replace("'", "\""),
        expected.contains("human's") ? expected : quoted(expected));
  }

  private static String quoted(String text) {
    return text.replace(QUOTE, "\"");
  }

  @Test
  void long_words_are_refused_by_their_length() {
    String words = "x".repeat(2001);
    refuses(
        ("{\"hours\":1,\"answers\":{\"other\":\"" + words + "\"}}")
            .getBytes(StandardCharsets.UTF_8),
        "answers.other",
        "\"" + words.substring(0, 57) + "...\"",
        "at most 2000 characters");
  }

  @Test
  void bytes_that_are_no_text_are_refused_by_their_place() {
    refuses(new byte[] {'{', '"', (byte) 0xff, '"'}, "", "\"byte 0xff at offset 2\"", "UTF-8 text");
  }

  @Test
  void a_line_without_end_is_refused_and_the_next_one_is_answered() {
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes(new byte[(1 << 20) + 1]);
    input.writeBytes("\n{\"hours\":1,\"form\":\"none\"}\n".getBytes(StandardCharsets.UTF_8));

    CommandRun run = CommandRun.told(input.toByteArray(), "triage", CommandRun.LIP_HA);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out().lines())
        .containsExactly(
            "{\"error\":{\"line\":1,\"field\":\"\",\"value\":\"1048577 bytes\","
                + "\"expected\":\"at most 1048576 bytes a line\"}}",
            "{\"level\":\"self-care\",\"rules\":[],\"missing\":[],\"hold\":false}");
  }

  @Test
  void deep_nesting_is_refused() {
    CommandRun run = CommandRun.told("[".repeat(100_000) + "\n", "triage", CommandRun.LIP_HA);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("\"expected\":\"at most 32 levels at column ");
  }
}
