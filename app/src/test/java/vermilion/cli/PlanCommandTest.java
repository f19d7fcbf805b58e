package vermilion.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.json.Json;
import vermilion.json.JsonText;

/// `vermilion plan` as design and docs/api.md promise it.
final class PlanCommandTest {
  private static final String ORDER =
      "{\"practitioner\":\"Dr A\",\"massage\":{\"startHours\":48,\"minutes\":1,\"perDay\":2,"
          + "\"days\":3,\"where\":[\"upper lip, left\"],\"reason\":null}}";

  @TempDir Path folder;

  private static CommandRun plan(String... more) {
    List<String> arguments = new ArrayList<>(List.of("plan", CommandRun.LIP_HA));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private CommandRun ordered(String order) throws IOException {
    Path file = folder.resolve("order.json");
    Files.writeString(file, order);
    CommandRun run =
        plan(
            "--treated", "2026-03-28T15:00", "--zone", "Europe/London", "--order", file.toString());
    return new CommandRun(run.exit(), run.out(), run.err().replace(folder + "/", ""));
  }

  private static List<Json> occurrences(CommandRun run) {
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    return JsonText.read(run.out()) instanceof JsonText.Reading.Value(Json.Arr all)
        ? all.items()
        : List.of();
  }

  private static List<String> ofActivity(List<Json> all, String activity) {
    return all.stream()
        .map(Json::text)
        .filter(text -> text.contains("\"activity\":\"" + activity + "\""))
        .toList();
  }

  @Test
  void the_example_of_the_design_has_its_sessions_across_the_clock_change() throws IOException {
    List<Json> all = occurrences(ordered(ORDER));

    List<String> massages = ofActivity(all, "massage");
    assertThat(massages).hasSize(5);
    assertThat(massages.getFirst())
        .isEqualTo(
            "{\"id\":\"1/massage/2026-03-30/2\",\"activity\":\"massage\","
                + "\"opens\":\"2026-03-30T15:00:00Z\",\"closes\":\"2026-03-30T21:30:00Z\","
                + "\"localDate\":\"2026-03-30\",\"slot\":\"2\"}");
    assertThat(ofActivity(all, "check-in-look")).hasSize(1);
    assertThat(ofActivity(all, "check-in-late")).hasSize(4);
    assertThat(ofActivity(all, "photo")).hasSize(7);
  }

  @Test
  void without_an_order_there_is_no_massage() {
    List<Json> all = occurrences(plan("--treated", "2026-03-28T15:00", "--zone", "Europe/London"));

    assertThat(ofActivity(all, "massage")).isEmpty();
    assertThat(all.getFirst().text())
        .isEqualTo(
            "{\"id\":\"1/photo/2026-03-28/0\",\"activity\":\"photo\","
                + "\"opens\":\"2026-03-28T15:00:00Z\",\"closes\":\"2026-03-29T03:00:00Z\","
                + "\"localDate\":\"2026-03-28\",\"slot\":\"0\"}");
  }

  @Test
  void occurrences_stand_by_opening_then_by_id_and_hold_strings_alone() throws IOException {
    List<String> keys = new ArrayList<>();
    List<String> sorted = new ArrayList<>();
    for (Json one : occurrences(ordered(ORDER))) {
      Json.Obj object = (Json.Obj) one;
      assertThat(object.members())
          .extracting(Json.Member::name)
          .containsExactly("id", "activity", "opens", "closes", "localDate", "slot");
      assertThat(object.members()).allMatch(member -> member.value() instanceof Json.Str);
      keys.add(word(object, "opens") + " " + word(object, "id"));
    }
    sorted.addAll(keys);
    sorted.sort(null);
    assertThat(keys).isEqualTo(sorted).doesNotHaveDuplicates();
  }

  private static String word(Json.Obj object, String name) {
    return ((Json.Str) object.find(name).orElseThrow()).value();
  }

  @ParameterizedTest
  @CsvSource({
    // The usual clock, seconds, an instant, an offset.
    "2026-03-28T15:00, 2026-03-28T15:00:00Z",
    "2026-03-28T15:00:30, 2026-03-28T15:00:30Z",
    "2026-07-28T15:00, 2026-07-28T14:00:00Z",
    "2026-07-28T15:00Z, 2026-07-28T15:00:00Z",
    "2026-07-28T15:00:01+02:00, 2026-07-28T13:00:01Z",
    // 01:30 is skipped on the first night and comes twice on the second.
    "2026-03-29T01:30, 2026-03-29T01:30:00Z",
    "2026-10-25T01:30, 2026-10-25T00:30:00Z",
    "2028-02-29T12:00, 2028-02-29T12:00:00Z"
  })
  void the_treatment_is_told_on_the_patients_clock_or_as_an_instant(String said, String opens) {
    assertThat(plan("--treated", said, "--zone", "Europe/London").out())
        .contains("\"activity\":\"photo\",\"opens\":\"" + opens + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-29T12:00",
    "2026-03-28",
    "15:00",
    "2026-03-28T15",
    "1969-12-31T23:59",
    "2200-01-01T00:00",
    "2026-03-28T15:00:00.5",
    "2026-03-28 15:00",
    "yesterday"
  })
  void a_treatment_at_no_time_is_refused(String said) {
    CommandRun run = plan("--treated", said, "--zone", "Europe/London");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("--treated: found \"" + said + "\", expected the patient's local time such as");
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    CommandRun run =
        CommandRun.of(
            "plan",
            "nowhere.yaml",
            "--treated",
            "x",
            "--zone",
            "Europe/Londn",
            "--waking",
            "7:30-22:30",
            "--order",
            "nowhere.json");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .hasSize(5)
        .anyMatch(line -> line.startsWith("nowhere.yaml:1:1: "))
        .contains(
            "--zone: \"Europe/Londn\" is not a time zone, expected a name such as Europe/London;"
                + " did you mean Europe/London?")
        .anyMatch(line -> line.startsWith("--treated: found \"x\", expected "))
        .contains(
            "--waking: found \"7:30-22:30\", expected hours such as 07:30-22:30, at least 3 h of"
                + " them; did you mean 07:30-22:30?")
        .contains("nowhere.json:1:1: no readable file, expected a text file");
  }

  @Test
  void an_order_outside_the_limits_is_answered_no_with_every_limit_it_breaks() throws IOException {
    CommandRun run =
        ordered(
            "{\"practitioner\":\"\",\n \"massage\":{\"startHours\":30,\"minutes\":6,\n"
                + "  \"perDay\":5,\"days\":8,\"where\":[\"all over\"]}}");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .containsExactlyInAnyOrder(
            "order.json:1:2: practitioner is empty, allowed 1 to 120 characters. The field"
                + " practitioner is empty.",
            "order.json:2:2: reason is none, allowed a reason. A start at hour 30, before hour"
                + " 48, needs a typed reason.",
            "order.json:2:29: minutes is 6, allowed 1 to 5. The minutes of a session may be 1 to"
                + " 5, not 6.",
            "order.json:3:3: perDay is 5, allowed 1 to 4. The sessions a day may be 1 to 4, not"
                + " 5.",
            "order.json:3:14: days is 8, allowed 1 to 7. The number of days may be 1 to 7, not"
                + " 8.",
            "order.json:3:32: where[0] is all over, allowed a named spot. Name the spot, such as"
                + " \"upper lip, left\", not \"all over\".");
  }

  @Test
  void a_protocol_without_massage_refuses_every_massage() throws IOException {
    Path file = folder.resolve("order.json");
    Files.writeString(file, ORDER);
    CommandRun run =
        CommandRun.of(
            "plan",
            CommandRun.PROTOCOLS.resolve("lip-unknown.yaml").toString(),
            "--treated",
            "2026-03-28T15:00",
            "--zone",
            "Europe/London",
            "--order",
            file.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("massage is ordered, allowed none. This protocol allows no massage.")
        .contains("allowed hyaluronic-acid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'practitioner':'Dr A'| order.json:1:23: this is not JSON, expected a comma or }",
        "[]| order.json:1:1: found no object, expected {'practitioner':...",
        "{'practitioner':'A','masage':null}| order.json:1:21: masage is null, expected no such field; did you mean massage?",
        "{'massage':null}| order.json:1:1: practitioner is absent, expected text",
        "{'practitioner':'A','massage':{'startHours':48,'minutes':1,'perDay':2,'days':1.5,'where':['left']}}| order.json:1:71: massage.days is 1.5, expected a whole number from -1000000 to 1000000"
      })
  void an_order_that_is_none_is_told_by_line_and_column(String order, String said)
      throws IOException {
    CommandRun run = ordered(order.replace("'", "\""));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip()).isEqualTo(said.replace("'", "\""));
  }

  @Test
  void refusals_are_json_where_json_is_asked_for() {
    CommandRun run = plan("--treated", "x", "--zone", "UTC", "--json");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "{\"errors\":[{\"place\":\"--treated\",\"message\":\"found \\\"x\\\", expected");
  }
}
