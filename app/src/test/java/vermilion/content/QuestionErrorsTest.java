package vermilion.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.triage.SafetyFloor;

/// Mistakes in questions and forms; what a test writes begins in line 6.
final class QuestionErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {id: pain, answers: 0..10, not-sure: 11} | 'test.yaml:9:42: found "11", expected an answer of this question, no-effect or not-offered; did you mean 1?'
          {id: pain, answers: 0..200, not-sure: 5} | 'test.yaml:9:25: found "0..200", expected a scale from 0..1 to 0..100'
          {id: pain, answers: 'words, at most 9999', not-sure: not-offered} | 'test.yaml:9:25: found "words, at most 9999", expected words, at most 1 to 2000'
          {id: pain, answers: 'no', not-sure: no-effect} | 'test.yaml:9:25: found "no", expected answers from least to most worrying, such as: no, yes; or a = b where they worry equally; or a scale such as 0..10; or: words, at most 2000'
          {id: pain, answers: 'no, No', not-sure: no-effect} | 'test.yaml:9:30: found "No", expected a name of small letters, digits and hyphens, such as pain-course'
          {id: pain, answers: 'no, no', not-sure: no-effect} | 'test.yaml:9:30: found "no", expected each answer once'
          {id: pain, answers: 'no, a b', not-sure: no-effect} | 'test.yaml:9:32: found "b", expected a comma, =, or the end of the line'
          {id: pain, answers: 'no, yes', not-sure: ja} | 'test.yaml:9:46: found "ja", expected an answer of this question, no-effect or not-offered'
          {id: pain, answers: 'no, yes', not-sure: yes, left-empty: wurst} | 'test.yaml:9:63: found "wurst", expected worst, not-sure or optional; did you mean worst?'
          {id: pain, answers: 'no, yes', not-sure: yes, red-flag: true} | 'test.yaml:9:61: found "true", expected yes or no'
          {id: pain, answers: 'no, yes'} | 'test.yaml:9:5: found no key not-sure, expected not-sure: an answer of this question, no-effect or not-offered'
          {id: from, answers: 'no, yes', not-sure: yes} | 'test.yaml:9:10: found "from", expected a name that begins no other condition'
          {id: Pain, answers: 'no, yes', not-sure: yes} | 'test.yaml:9:10: found "Pain", expected a name of small letters, digits and hyphens, such as pain-course'
          pain | 'test.yaml:9:5: found "pain", expected the keys id, red-flag, answers, not-sure, left-empty'
          """)
  void a_question_that_cannot_be_understood_is_told(String question, String problem) {
    assertThat(Written.problems("rules: []\nforms: []\nquestions:\n  - " + question + "\n"))
        .contains(String.valueOf(problem));
  }

  @Test
  void two_questions_with_one_id_are_refused() {
    assertThat(
            Written.problems(
                """
                rules: []
                forms: []
                questions:
                  - {id: pain, answers: 0..10, not-sure: 5}
                  - {id: pain, answers: 0..10, not-sure: 5}
                """))
        .containsExactly(
            "test.yaml:7:8: found no form full, expected the form that every check-in can fall back on",
            "test.yaml:10:10: found \"pain\", expected a name of its own; it stands in line 9 too");
  }

  @Test
  void a_question_of_the_floor_that_is_missing_or_changed_is_refused() {
    List<String> problems =
        Written.problems(
            """
            rules: []
            forms: []
            questions:
              - {id: pain, answers: 0..10, not-sure: 4, red-flag: yes}
            """);
    assertThat(problems)
        .contains(
            "test.yaml:9:10: found another meaning of pain, expected what the safety floor reads:"
                + " answers: 0..10; not-sure: 5; left-empty: worst; red-flag: yes",
            "test.yaml:9:3: found no question pus, expected what the safety floor reads:"
                + " answers: no, yes; not-sure: yes; left-empty: worst; red-flag: no");
    assertThat(problems).hasSize(SafetyFloor.questions().size() + 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pian | 'test.yaml:10:15: found "pian", expected a question of this protocol; did you mean pain?'
          pain, pain | 'test.yaml:10:21: found "pain", expected each question once in a form'
          pain-course if pain at least 11 | 'test.yaml:10:44: found "11", expected a whole number from 1 to 10 for pain'
          pain-course if pian at least 1 | 'test.yaml:10:30: found "pian", expected a question of this protocol; did you mean pain?'
          pain-course if pain | 'test.yaml:10:34: found the end, expected is, at least, under, rose by, or was'
          pain-course if | 'test.yaml:10:29: found the end, expected a question that stands above'
          pain-course if pain-course easing or worse | 'test.yaml:10:30: found "pain-course", expected a question that stands above this one in the form'
          bleeding before -4 h | 'test.yaml:10:31: found "-4", expected a time from 0 on, such as 48 h, day 7 or month 2'
          bleeding from 72 h before 48 h | 'test.yaml:10:41: found a window that ends before it begins, expected a time after 72 h'
          bleeding from soon | 'test.yaml:10:29: found "soon", expected a time from 0 on, such as 48 h, day 7 or month 2'
          bleeding until 72 h | 'test.yaml:10:24: found "until", expected from, before, if, or the end of the line'
          """)
  void a_form_that_cannot_be_understood_is_told(String line, String problem) {
    assertThat(
            Written.problems(
                """
                forms:
                  - id: full
                    groups:
                      - id: one
                        ask: [%s]
                """
                    .formatted(line)))
        .contains(String.valueOf(problem));
  }

  @Test
  void a_condition_on_a_question_that_comes_later_is_refused() {
    assertThat(
            Written.problems(
                """
                forms:
                  - id: look
                    groups:
                      - id: one
                        ask: [pain-course if pain at least 1, pain]
                """))
        .containsExactly(
            "test.yaml:7:3: found no form full, expected the form that every check-in can fall back on",
            "test.yaml:10:30: found \"pain\", expected a question that stands above this one in the form");
  }

  @Test
  void the_full_form_asks_every_red_flag_first_and_at_every_hour() {
    List<String> problems =
        Written.problems(
            """
            forms:
              - id: full
                groups:
                  - id: one
                    ask: [stroke from 4 h, airway before 48 h, fever, collapse]
            """);
    assertThat(problems)
        .contains(
            "test.yaml:7:9: found stroke not asked at every hour before 72 h, expected a red flag"
                + " asked from 0 h on, in form full",
            "test.yaml:7:9: found airway not asked at every hour before 72 h, expected a red flag"
                + " asked from 0 h on, in form full",
            "test.yaml:7:9: found collapse after other questions, expected all red flags first in"
                + " form full",
            "test.yaml:7:9: found no vision, expected all red flags asked in form full");
  }

  @Test
  void too_many_screens_are_refused() {
    StringBuilder groups = new StringBuilder("forms:\n  - id: look\n    groups:\n");
    for (int i = 0; i < 13; i++) {
      groups.append("      - {id: g").append(i).append(", ask: []}\n");
    }
    assertThat(Written.problems(groups.toString()))
        .containsExactly(
            "test.yaml:7:3: found no form full, expected the form that every check-in can fall back on",
            "test.yaml:7:5: found 13 groups, expected at most 12 groups");
  }

  @Test
  void two_forms_and_two_groups_with_one_id_are_refused() {
    assertThat(
            Written.problems(
                """
                forms:
                  - id: look
                    groups:
                      - {id: one, ask: [pain]}
                      - {id: one, ask: [vision]}
                  - id: look
                    groups: []
                  - {id: none, groups: []}
                """))
        .containsExactly(
            "test.yaml:7:3: found no form full, expected the form that every check-in can fall back on",
            "test.yaml:10:14: found \"one\", expected a name of its own; it stands in line 9 too",
            "test.yaml:11:9: found \"look\", expected a name of its own; it stands in line 7 too",
            "test.yaml:13:10: found \"none\", expected a name that begins no other condition");
  }
}
