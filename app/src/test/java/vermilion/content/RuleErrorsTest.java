package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Mistakes in the lines of rules. The line stands in line 11 of the file, from column 9 on.
final class RuleErrorsTest {
  private static final String WRONG_LINES =
      """
      vison is yes | 'test.yaml:11:9: found "vison", expected a question of this protocol; did you mean vision?'
      colour is purple | 'test.yaml:11:19: found "purple", expected an answer of colour: usual, bruised, pale, grey, dusky, patchy'
      colour grai or worse | 'test.yaml:11:16: found "grai", expected is, better than, rose by, was, or an answer of colour: bruised, pale, grey, dusky, patchy, and: or worse'
      pain is 11 | 'test.yaml:11:17: found "11", expected a whole number from 0 to 10 for pain'
      pain at least 11 | 'test.yaml:11:23: found "11", expected a whole number from 1 to 10 for pain'
      pain at least 0 | 'test.yaml:11:23: found "0", expected a whole number from 1 to 10 for pain'
      pain under 0 | 'test.yaml:11:20: found "0", expected a whole number from 1 to 10 for pain'
      pain under x | 'test.yaml:11:20: found "x", expected a whole number from 1 to 10 for pain'
      pain pale or worse | 'test.yaml:11:14: found "pale", expected is, at least, under, rose by, or was'
      colour at least 3 | 'test.yaml:11:16: found "at", expected is, better than, rose by, was, or an answer of colour: bruised, pale, grey, dusky, patchy, and: or worse'
      colour pale | 'test.yaml:11:20: found the end, expected or worse; for this answer alone: colour is pale'
      colour usual or worse | 'test.yaml:11:16: found "usual", expected an answer of colour: bruised, pale, grey, dusky, patchy'
      colour under pale | 'test.yaml:11:16: found "under", expected better than and an answer'
      colour better pale | 'test.yaml:11:16: found "better", expected better than and an answer'
      pain better than 3 | 'test.yaml:11:14: found "better", expected under and a number'
      other yes or worse | 'test.yaml:11:15: found "yes", expected is text'
      pain rose by 11 or more within 36 h | 'test.yaml:11:22: found "11", expected a whole number from 1 to 10'
      pain rose by 2 within 36 h | 'test.yaml:11:24: found "within", expected or more within, as in: rose by 2 or more within 36 h'
      pain rose by | 'test.yaml:11:21: found the end, expected a whole number from 1 to 10'
      pain rose by 2 or more | 'test.yaml:11:31: found the end, expected within and a length, as in: within 36 h'
      pain rose by 2 or more within 36 | 'test.yaml:11:41: found the end, expected a length, such as 36 h, 7 days or 15 min'
      pain rose by 2 or more within 36 h against an answer from -4 h | 'test.yaml:11:67: found "-4", expected a time from 0 on, such as 48 h, day 7 or month 2'
      colour was pale or worse | 'test.yaml:11:33: found the end, expected within and a length, as in: within 36 h'
      colour was pale or worse within 0 h | 'test.yaml:11:41: found no time, expected a length, such as 36 h, 7 days or 15 min'
      vision is yes, from -4 h | 'test.yaml:11:29: found "-4", expected a time from 0 on, such as 48 h, day 7 or month 2'
      vision is yes, from 4 hours | 'test.yaml:11:31: found "hours", expected a time from 0 on, such as 48 h, day 7 or month 2'
      vision is yes, from day seven | 'test.yaml:11:33: found "seven", expected a time from 0 on, such as 48 h, day 7 or month 2'
      vision is yes, from 48 h, before 24 h | 'test.yaml:11:35: found a window that ends before it begins, expected a time after 48 h'
      vision is yes, before 0 h | 'test.yaml:11:31: found a window that ends before it begins, expected a time after the treatment'
      vision is yes, from day 40000 | 'test.yaml:11:29: found a time after 100 years, expected at most day 36500'
      vision is yes, | 'test.yaml:11:23: found the end, expected a condition: a question, from, before, not, concern, filler, a recent trigger'
      vision is yes or | 'test.yaml:11:25: found the end, expected an answer of vision: no, yes'
      vision is yes no | 'test.yaml:11:23: found "no", expected a comma, or the end of the line'
      not | 'test.yaml:11:12: found the end, expected a condition: a question, from, before, not, concern, filler, a recent trigger'
      not not vision is yes | 'test.yaml:11:13: found "not", expected not once'
      concern oclusion within 7 days | 'test.yaml:11:17: found "oclusion", expected one of occlusion, swelling, infection, numb, lump, look, distress, other, silence; did you mean occlusion?'
      concern occlusion | 'test.yaml:11:26: found the end, expected within and a length, as in: within 36 h'
      filler is hyaluronic | 'test.yaml:11:19: found "hyaluronic", expected one of hyaluronic-acid, calcium-hydroxylapatite, poly-l-lactic-acid, other, unknown'
      filler is unknown or | 'test.yaml:11:29: found the end, expected one of hyaluronic-acid, calcium-hydroxylapatite, poly-l-lactic-acid, other, unknown'
      cold sores | 'test.yaml:11:9: found "cold", expected cold sores in the past'
      vision | 'test.yaml:11:15: found the end, expected is, better than, rose by, was, or an answer of vision: yes, and: or worse'
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = WRONG_LINES)
  void a_line_that_cannot_be_understood_is_told(String line, String problem) {
    assertThat(Written.problemsOfLine(line)).containsExactly(String.valueOf(problem));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vision is yes",
        "not vision is yes",
        "colour is pale or grey, before day 28",
        "pain under 4",
        "colour better than pale",
        "pain rose by 2 or more within 36 h",
        "pain rose by 2 or more within 90 min against an answer from 4 h",
        "pain was at least 4 within 36 h",
        "colour was bruised or worse at any time",
        "concern occlusion within 7 days",
        "filler is unknown or other",
        "cold sores in the past, a recent trigger, hyaluronidase given",
        "vision is yes, from month 2, before month 3"
      })
  void a_line_of_the_grammar_is_read(String line) {
    assertThat(Written.problemsOfLine(line)).isEmpty();
  }

  @Test
  void a_place_in_a_quoted_line_is_exact_and_in_a_folded_one_it_is_the_beginning() {
    assertThat(Written.problemsOfLine("'vision is yes, pian is 3'"))
        .containsExactly(
            "test.yaml:11:25: found \"pian\", expected a question of this protocol; did you mean pain?");
    assertThat(Written.problemsOfLine("vision is yes,\n        pian is 3"))
        .containsExactly(
            "test.yaml:11:9: found \"pian\", expected a question of this protocol; did you mean pain?");
  }

  @Test
  void two_rules_with_one_id_are_refused() {
    assertThat(
            Written.problems(
                """
                rules:
                  - {id: eye, concern: occlusion, level: emergency, when: vision is yes, sources: [SD]}
                  - {id: eye, concern: occlusion, level: emergency, when: vision is yes, sources: [SD]}
                """))
        .containsExactly(
            "test.yaml:8:10: found \"eye\", expected a name of its own; it stands in line 7 too");
  }

  @Test
  void unknown_names_of_a_rule_are_all_told_at_once() {
    assertThat(
            Written.problems(
                """
                rules:
                  - id: My Rule
                    concern: oclusion
                    level: urgently
                    wen: vision is yes
                    ask-again: ful after 3 h
                    sources: [S1, S999]
                """))
        .containsExactly(
            "test.yaml:7:5: found no key when, expected when: lines such as: pain at least 4, pain-course rising or worse",
            "test.yaml:7:9: found \"My Rule\", expected a name of small letters, digits and hyphens, such as pain-course",
            "test.yaml:8:14: found \"oclusion\", expected one of occlusion, swelling, infection, numb, lump, look, distress, other, silence; did you mean occlusion?",
            "test.yaml:9:12: found \"urgently\", expected one of emergency, urgent, same-day, soon, routine, self-care; did you mean urgent?",
            "test.yaml:10:5: found \"wen\", expected one of id, concern, level, when, ask-again, sources; did you mean when?",
            "test.yaml:11:16: found \"ful\", expected a form of this protocol; did you mean full?");
  }

  @Test
  void a_rule_needs_a_level_a_line_and_a_source() {
    assertThat(Written.problems("rules:\n  - {id: eye, concern: occlusion}\n"))
        .containsExactly(
            "test.yaml:7:5: found no key level, expected level: one of emergency, urgent, same-day, soon, routine, self-care",
            "test.yaml:7:5: found no key sources, expected sources: keys of sources; SD for the project's own proposal",
            "test.yaml:7:5: found no key when, expected when: lines such as: pain at least 4, pain-course rising or worse");
    assertThat(
            Written.problems(
                "rules:\n  - {id: eye, concern: occlusion, cases: [], sources: [SD]}\n"))
        .containsExactly("test.yaml:7:5: found 0 cases, expected 1 to 16 cases");
    assertThat(
            Written.problems(
                "rules:\n  - {id: eye, concern: occlusion, level: urgent, when: [], sources: [SD]}\n"))
        .containsExactly(
            "test.yaml:7:5: found no line, expected lines such as: pain at least 4, pain-course rising or worse");
  }

  @Test
  void too_much_is_refused() {
    String lines = "vision is yes, ".repeat(33) + "vision is yes";
    assertThat(Written.problemsOfLine(lines))
        .containsExactly(
            "test.yaml:11:9: found 34 conditions, expected at most 32 conditions in a line");
    String many = "[" + "vision is yes, ".repeat(33).replace(", ", ",") + "]";
    assertThat(
            Written.problems(
                "rules:\n  - {id: eye, concern: occlusion, level: emergency, sources: [SD], when: "
                    + many
                    + "}\n"))
        .containsExactly("test.yaml:7:5: found 33 lines, expected at most 32 lines");
    String cases = "      - {level: emergency, when: vision is yes}\n".repeat(17);
    assertThat(
            Written.problems(
                "rules:\n  - id: eye\n    concern: occlusion\n    sources: [SD]\n    cases:\n"
                    + cases))
        .containsExactly("test.yaml:7:5: found 17 cases, expected 1 to 16 cases");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ful after 3 h | 'test.yaml:11:16: found "ful", expected a form of this protocol; did you mean full?'
          full | 'test.yaml:11:20: found the end, expected after, as in: full after 3 h'
          full in 3 h | 'test.yaml:11:21: found "in", expected after, as in: full after 3 h'
          full after 3 | 'test.yaml:11:28: found the end, expected a length, such as 36 h, 7 days or 15 min'
          full after 25 h | 'test.yaml:11:27: found 25 h, expected at most 24 h'
          full after 3 h then | 'test.yaml:11:31: found "then", expected a comma, or the end of the line'
          airway after 15 min, every 15 min until 2 h | 'test.yaml:11:37: found "every", expected then every, as in: then every 15 min until 2 h'
          airway after 15 min, then every 15 min | 'test.yaml:11:54: found the end, expected until and a length, as in: until 2 h'
          airway after 15 min, then every 15 min until 5 min | 'test.yaml:11:61: found repeats that end before they begin, expected a length of at least the first'
          airway after 15 min, then every 15 min until 2 h please | 'test.yaml:11:65: found "please", expected the end of the line'
          airway after 15 min, then every 15 min until 2 h, more | 'test.yaml:11:37: found "then", expected then every, as in: then every 15 min until 2 h'
          """)
  void an_ask_again_that_cannot_be_understood_is_told(String askAgain, String problem) {
    assertThat(
            Written.problems(
                """
                rules:
                  - id: eye
                    concern: occlusion
                    level: emergency
                    when: vision is yes
                    ask-again: %s
                    sources: [SD]
                """
                    .formatted(askAgain)))
        .containsExactly(String.valueOf(problem));
  }

  @Test
  void a_rule_of_the_floor_keeps_its_concern() {
    assertThat(
            Written.problems(
                """
                rules:
                  - {id: eye, concern: look, level: emergency, when: vision is yes, sources: [SD]}
                """))
        .containsExactly(
            "test.yaml:7:10: found \"eye about look\", expected the concern occlusion, as in the safety floor");
  }

  @Test
  void a_rule_weaker_than_the_floor_is_warned_of_since_the_floor_holds_anyway() {
    Reading reading =
        Written.whole(
            Written.HEAD
                + """
                rules:
                  - {id: eye, concern: occlusion, level: soon, when: vision is yes, sources: [SD]}
                """);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    List<String> warnings =
        ((Reading.Read) reading).warnings().stream().map(Problem::toString).toList();
    assertThat(warnings)
        .contains(
            "test.yaml:7:10: found a rule eye unlike the safety floor's, expected its cases written"
                + " down; the safety floor applies them anyway",
            "test.yaml:7:3: found no rule tissue, expected it written down; the safety floor"
                + " applies it anyway");
  }
}
