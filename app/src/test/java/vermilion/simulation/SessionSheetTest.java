package vermilion.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Question;

/// The sheet of a session with people, and what becomes of its counts.
final class SessionSheetTest {
  private static final String HEAD = "person,language,tone,vignette,question,answer\n";

  private static final List<String> SIGNS =
      List.of("usual", "bruised", "pale", "grey", "dusky", "patchy", "patchy-elsewhere");

  /// Outlines and colours.
  private static final Pattern DRAWN = Pattern.compile("(?<= d=\")[^\"]+|#[0-9a-f]{6}");

  @Test
  void what_could_be_misread_and_what_was_is_counted_by_kind() {
    Measured measured =
        counted(
            HEAD
                + "1,en,2,bruise,colour,dusky\n"
                + "1,en,2,bruise-old,colour,bruised\n"
                + "1,en,2,bruise,pain-course,rising\n"
                + "2,ar,4,bruise,colour,unsure\n"
                + "2,ar,4,net,refill,same\n"
                + "\n"
                + "2,ar,4,pale,colour,\n");

    assertThat(measured.people()).isEqualTo(2);
    assertThat(measured.counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Misread.BRUISE_AS_DARK, new Measured.Count(3, 2),
                Misread.OVERLOOKED, new Measured.Count(1, 1)));
  }

  @Test
  void a_spreadsheet_may_write_semicolons_quotes_and_a_byte_order_mark() {
    assertThat(
            counted(
                "\uFEFF"
                    + HEAD.replace(",", ";").replace("\n", "\r\n")
                    + "\"7\"; de ;1;tight;numb;\"yes\"\r\n"))
        .isEqualTo(new Measured(1, Map.of(Misread.TIGHT_AS_NUMB, new Measured.Count(1, 1))));
  }

  @Test
  void everything_that_is_wrong_is_told_with_its_line_and_column() {
    assertThat(
            faults(
                HEAD
                    + "1,en,2,brusie,colour,dusky\n"
                    + "1,en,2,bruise,color,dusky\n"
                    + "1,en,2,bruise,colour,duskey\n"
                    + ",e,9,bruise,colour,dusky\n"
                    + "1,en,2,bruise,colour\n"
                    + "3,en,2,bruise,colour,dusky\n"
                    + "3,en,2,bruise,colour,usual\n"))
        .containsExactly(
            "2:8: found \"brusie\", expected a story of docs/comprehension; did you mean bruise?",
            "3:15: found \"color\", expected a question of the story bruise: colour, pain-course;"
                + " did you mean colour?",
            "4:22: found \"duskey\", expected one of usual, bruised, pale, grey, dusky, patchy,"
                + " unsure; did you mean dusky?",
            "5:1: found \"\", expected a number or letters for the person, never a name",
            "5:2: found \"e\", expected a language tag such as en",
            "5:4: found \"9\", expected the tone of skin of the drawings shown, 1 to 4",
            "6:1: found 5 columns, expected 6",
            "8:15: found \"colour\", expected one answer of 3 to each question of a story");
  }

  @Test
  void a_file_that_is_no_sheet_is_refused() {
    assertThat(faults("who,what\n"))
        .containsExactly(
            "1:1: found \"who,what\", expected person,language,tone,vignette,question,answer");
    assertThat(faults("")).hasSize(1);
    assertThat(faults(HEAD))
        .containsExactly("1:1: no answers, expected a line for each under the first");
  }

  @Test
  void the_key_asks_what_the_protocol_asks_and_calls_no_answer_both_right_and_misread() {
    for (String vignette : Vignettes.SHIPPED.ids()) {
      for (Vignettes.Asked asked : Vignettes.SHIPPED.of(vignette)) {
        Question question = Runs.LIP_HA.questions().find(asked.question()).orElseThrow();
        List<String> known = new ArrayList<>(question.answerIds());
        known.add(Question.UNSURE);
        assertThat(known).as(vignette).containsAll(asked.right()).containsAll(asked.misread());
        assertThat(asked.right()).as(vignette).isNotEmpty();
        assertThat(asked.right()).as(vignette).noneMatch(asked.misread()::contains);
        assertThat(asked.kind().isPresent()).isEqualTo(!asked.misread().isEmpty());
      }
    }
  }

  @Test
  void the_kit_carries_the_same_key() throws IOException {
    assertThat(Files.readString(Runs.ROOT.resolve("docs/comprehension/key.csv")))
        .isEqualTo(Vignettes.KEY);
  }

  @Test
  void every_language_of_the_kit_tells_every_story() throws IOException {
    for (String language : List.of("en", "es", "fr", "de", "ar")) {
      String stories =
          Files.readString(Runs.ROOT.resolve("docs/comprehension/vignettes-" + language + ".md"));
      for (String vignette : Vignettes.SHIPPED.ids()) {
        assertThat(stories).as(language).contains("\n## " + vignette + "\n");
        for (Vignettes.Asked asked : Vignettes.SHIPPED.of(vignette)) {
          int story = stories.indexOf("\n## " + vignette + "\n");
          int next = stories.indexOf("\n## ", story + 1);
          assertThat(stories.substring(story, next < 0 ? stories.length() : next))
              .as(language + " " + vignette)
              .contains("`" + asked.question() + "`");
        }
      }
    }
  }

  @Test
  void the_drawings_of_the_kit_are_those_of_the_phone() throws IOException {
    Path pages = Runs.ROOT.resolve("app/src/main/resources/web/static");
    String phone =
        Files.readString(pages.resolve("p/signs.js"))
            + Files.readString(pages.resolve("p/lips.js"))
            + Files.readString(pages.resolve("tokens.css"));
    for (int tone = 1; tone <= 4; tone++) {
      for (String sign : SIGNS) {
        String file = "docs/comprehension/drawings/" + sign + "-" + tone + ".svg";
        List<String> drawn = new ArrayList<>();
        DRAWN
            .matcher(Files.readString(Runs.ROOT.resolve(file)))
            .results()
            .forEach(one -> drawn.add(one.group()));
        assertThat(drawn).as(file).hasSizeGreaterThan(6);
        assertThat(phone).as(file).contains(drawn);
      }
    }
  }

  @Test
  void too_few_answers_leave_what_is_assumed() {
    Measured measured =
        new Measured(
            30,
            Map.of(
                Misread.BRUISE_AS_DARK, new Measured.Count(19, 19),
                Misread.OVERLOOKED, new Measured.Count(40, 0)));
    Reader.Misreading assumed = Reader.LAY.misreading();
    Reader.Misreading used = assumed.with(measured);

    assertThat(used.bruise()).isEqualTo(assumed.bruise());
    assertThat(used.overlooks()).isCloseTo(0.5 / 41, within(1e-12));
    assertThat(used.word()).isEqualTo(assumed.word());
    assertThat(used.times(2).overlooks()).isCloseTo(1.0 / 41, within(1e-12));
  }

  @Test
  void measured_chances_change_the_lives_and_the_reports_say_so() {
    Measured measured =
        new Measured(
            40,
            Map.of(
                Misread.BRUISE_AS_DARK, new Measured.Count(80, 79),
                Misread.TIGHT_AS_NUMB, new Measured.Count(12, 3)));
    Results assumed = Simulation.run(Runs.LIP_HA, Runs.terms(40, 7));
    Results results =
        Simulation.run(Runs.LIP_HA, new Simulation.Terms(40, 7, Optional.empty(), 100, measured));

    assertThat(urgent(results)).isGreaterThan(urgent(assumed));
    assertThat(TextReport.of(results))
        .contains(
            "Misreading as measured with 40 people; all else is assumed\n",
            "  bruise-as-dark  79 of 80, 98.1 % (93.3 to 99.8 %)\n",
            "  tight-as-numb   3 of 12, fewer than 20, assumed\n",
            "  overlooked      not asked, assumed\n");
    assertThat(JsonReport.of(results).text())
        .contains(
            "\"measured\":{\"people\":40,\"kinds\":[{\"kind\":\"bruise-as-dark\",\"answers\":80,"
                + "\"misread\":79,\"used\":true,\"chance\":0.9815,");
    assertThat(JsonReport.of(assumed).text()).doesNotContain("\"measured\"");
  }

  private static long urgent(Results results) {
    long urgent = 0;
    for (long[] counts : results.cohort.everAnswered) {
      urgent += counts[vermilion.clinical.Urgency.URGENT.ordinal()];
    }
    return urgent;
  }

  private static Measured counted(String text) {
    return ((SessionSheet.Reading.Counted) SessionSheet.read(text, Runs.LIP_HA.questions()))
        .measured();
  }

  private static List<String> faults(String text) {
    return ((SessionSheet.Reading.Broken) SessionSheet.read(text, Runs.LIP_HA.questions()))
        .faults().stream()
            .map(one -> one.line() + ":" + one.column() + ": " + one.message())
            .toList();
  }
}
