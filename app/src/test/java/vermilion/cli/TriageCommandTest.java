package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `vermilion triage` as design and docs/api.md promise it.
final class TriageCommandTest {
  private static final String EXAMPLE =
      "{\"hours\":6.5,\"form\":\"full\",\"kind\":\"check-in\",\"complete\":true,"
          + "\"record\":{\"filler\":\"hyaluronic-acid\",\"cold-sore-history\":false,\"trigger\":[]},"
          + "\"answers\":{\"colour\":\"pale\",\"pain\":3},"
          + "\"earlier\":[{\"hours\":2,\"form\":\"look\",\"kind\":\"check-in\",\"answers\":{}}]}";

  private static CommandRun triage(String input, String... more) {
    List<String> arguments = new java.util.ArrayList<>(List.of("triage", CommandRun.LIP_HA));
    arguments.addAll(List.of(more));
    return CommandRun.told(input, arguments.toArray(String[]::new));
  }

  private static String answer(String line) {
    CommandRun run = triage(line + "\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).endsWith("\n");
    return run.out().strip();
  }

  @Test
  void the_example_of_the_design_is_an_emergency_that_holds_massage() {
    assertThat(answer(EXAMPLE))
        .startsWith(
            "{\"level\":\"emergency\",\"rules\":[\"eye\",\"brain\",\"airway\",\"occlusion-colour\",")
        .contains("\"missing\":[\"vision\",\"stroke\",\"airway\",\"collapse\",\"hives\",")
        .endsWith("],\"hold\":true}");
  }

  @Test
  void a_half_filled_form_is_judged_by_what_it_says_alone() {
    assertThat(answer("{\"hours\":6,\"complete\":false,\"answers\":{\"colour\":\"bruised\"}}"))
        .isEqualTo("{\"level\":\"routine\",\"rules\":[\"bruise\"],\"missing\":[],\"hold\":false}");
  }

  @Test
  void every_default_is_the_promised_one() {
    String spoken =
        "{\"hours\":30,\"form\":\"full\",\"kind\":\"check-in\",\"complete\":true,\"record\":"
            + "{\"filler\":\"unknown\",\"cold-sore-history\":null,\"trigger\":[]},"
            + "\"answers\":{},\"earlier\":[]}";

    assertThat(answer("{\"hours\":30}")).isEqualTo(answer(spoken));
  }

  @Test
  void null_is_absent() {
    assertThat(
            answer(
                "{\"hours\":30,\"form\":null,\"kind\":null,\"complete\":null,\"record\":null,"
                    + "\"answers\":null,\"earlier\":null,\"concern\":null}"))
        .isEqualTo(answer("{\"hours\":30}"));
    assertThat(answer("{\"hours\":30,\"answers\":{\"pain\":null}}"))
        .isEqualTo(answer("{\"hours\":30}"));
  }

  @ParameterizedTest
  @CsvSource({
    "71.9999999, same-day",
    "71.99999999999999999999999999999999999, same-day",
    "72, soon",
    "72.0, soon",
    "7.2e1, soon",
    "72.0000001, soon",
    "1000000, soon"
  })
  void hours_are_exact_and_rounded_down_to_the_second(String hours, String level) {
    assertThat(answer("{\"hours\":" + hours + ",\"form\":\"none\",\"answers\":{\"other\":\"x\"}}"))
        .startsWith("{\"level\":\"" + level + "\"");
  }

  @Test
  void the_form_none_asks_nothing_and_a_contact_without_a_form_is_at_least_soon() {
    assertThat(answer("{\"hours\":30,\"form\":\"none\"}"))
        .isEqualTo("{\"level\":\"self-care\",\"rules\":[],\"missing\":[],\"hold\":false}");
    assertThat(answer("{\"hours\":30,\"form\":\"none\",\"kind\":\"contact\"}"))
        .isEqualTo("{\"level\":\"soon\",\"rules\":[],\"missing\":[],\"hold\":false}");
  }

  @Test
  void a_second_message_about_occlusion_is_urgent_whatever_order_the_past_is_told_in() {
    String first =
        "{\"hours\":20,\"form\":\"none\",\"kind\":\"contact\",\"concern\":\"occlusion\"}";
    String human = "{\"hours\":20.5,\"kind\":\"answered\"}";
    String now = "{\"hours\":40,\"form\":\"none\",\"kind\":\"contact\",\"concern\":\"occlusion\",";

    String expected = "{\"level\":\"urgent\",\"rules\":[],\"missing\":[],\"hold\":true}";
    assertThat(answer(now + "\"earlier\":[" + first + "," + human + "]}")).isEqualTo(expected);
    assertThat(answer(now + "\"earlier\":[" + human + "," + first + "]}")).isEqualTo(expected);
  }

  @Test
  void a_humans_answer_decides_nothing() {
    assertThat(answer("{\"hours\":30,\"kind\":\"answered\"}"))
        .isEqualTo("{\"level\":\"self-care\",\"rules\":[],\"missing\":[],\"hold\":false}");
  }

  @Test
  void explain_adds_its_keys_after_the_promised_ones() {
    CommandRun run =
        triage(
            """
            {"hours":30,"form":"none","kind":"contact","concern":"lump"}
            {"hours":20,"complete":false,"answers":{"swelling":"severe"}}
            {"hours":30,"kind":"answered"}
            """,
            "--explain");

    assertThat(run.out().lines())
        .containsExactly(
            "{\"level\":\"soon\",\"rules\":[],\"missing\":[],\"hold\":false,\"raised\":"
                + "[{\"reason\":\"message\",\"concern\":\"lump\"}],\"inputs\":[],\"askAgain\":[]}",
            "{\"level\":\"urgent\",\"rules\":[\"balloon\"],\"missing\":[],\"hold\":true,"
                + "\"raised\":[],\"inputs\":[{\"rule\":\"balloon\",\"level\":\"urgent\","
                + "\"concern\":\"swelling\",\"questions\":[\"swelling\"]}],\"askAgain\":"
                + "[{\"form\":\"airway\",\"afterMinutes\":15,\"everyMinutes\":15,"
                + "\"untilMinutes\":120}]}",
            "{\"level\":\"self-care\",\"rules\":[],\"missing\":[],\"hold\":false,"
                + "\"raised\":[],\"inputs\":[],\"askAgain\":[]}");
  }

  @Test
  void one_line_in_is_one_line_out_in_order_and_a_bad_line_ends_in_2() {
    CommandRun run =
        triage(
            """
            \uFEFF{"hours":30,"form":"none"}\r

            {"hours":-1}
            {"hours":30,"form":"none","kind":"contact"}\
            """);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .containsExactly(
            "{\"level\":\"self-care\",\"rules\":[],\"missing\":[],\"hold\":false}",
            "{\"error\":{\"line\":2,\"field\":\"\",\"value\":\"\","
                + "\"expected\":\"a JSON object, not a blank line\"}}",
            "{\"error\":{\"line\":3,\"field\":\"hours\",\"value\":-1,"
                + "\"expected\":\"a number of hours from 0 to 1000000\"}}",
            "{\"level\":\"soon\",\"rules\":[],\"missing\":[],\"hold\":false}");
  }

  @Test
  void any_level_ends_in_0_and_so_does_silence() {
    assertThat(triage(EXAMPLE).exit()).isZero();
    assertThat(triage("")).isEqualTo(new CommandRun(0, "", ""));
  }

  @Test
  void a_protocol_that_is_none_is_told_by_place_and_nothing_is_answered() {
    CommandRun run = CommandRun.told(EXAMPLE, "triage", "no-such.yaml");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("no-such.yaml:1:1: found no readable file");
    assertThat(CommandRun.told(EXAMPLE, "triage", "no-such.yaml", "--json").err())
        .startsWith("{\"errors\":[{\"place\":\"no-such.yaml:1:1\",\"message\":\"found no readable");
  }
}
