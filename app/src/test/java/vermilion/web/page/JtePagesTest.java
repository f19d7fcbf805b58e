package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JtePagesTest {

  private static final JtePages PAGES = new JtePages();
  private static final String BAD = ClinicSamples.HOSTILE;

  private static List<Page> everyPage(String name) {
    return List.of(
        ClinicSamples.worklist(name),
        ClinicSamples.treatment(ClinicSamples.refused(name)),
        ClinicSamples.timeline(name),
        ClinicSamples.card(name),
        new SignInPage(
            name,
            new SignInPage.Offer(true, true, true),
            new SignInPage.Typed(name, name),
            Optional.of(name),
            Optional.of(name),
            Optional.of(name),
            Optional.of(new PasskeyForm(name, name, name, name, name, name))),
        new ProblemPage(name, name, "/clinic", name));
  }

  @Test
  void a_hostile_name_stays_text_on_every_page() {
    for (Page page : everyPage(BAD)) {
      String html = PAGES.html(page);
      assertThat(html)
          .as(page.template())
          .contains("&lt;img src=x")
          .doesNotContain("<img")
          .doesNotContain("</script><");
    }
  }

  @Test
  void a_hostile_value_cannot_leave_its_attribute() {
    String html = PAGES.html(ClinicSamples.treatment(ClinicSamples.refused(BAD)));
    int from = html.indexOf("value=\"", html.indexOf("id=\"name\"")) + 7;
    String value = html.substring(from, html.indexOf('"', from));
    assertThat(value).contains("onmouseover=alert(2)", "x=").doesNotContain("'", "<");
  }

  @Test
  void no_page_carries_a_script_or_a_style_of_its_own() {
    for (Page page : everyPage("Amira Haddad")) {
      String html = PAGES.html(page);
      assertThat(html)
          .as(page.template())
          .doesNotContain("<style", " style=", " onclick=")
          .doesNotContain("http://", "https://");
      assertThat(html.replace("<script type=\"module\" src=\"/static/clinic.js\"></script>", ""))
          .doesNotContain("<script");
    }
  }

  @Test
  void every_form_of_the_clinic_carries_its_token() {
    for (Page page : everyPage("Amira Haddad")) {
      if (page instanceof SignInPage) {
        // Nobody is signed in there: what is typed is what counts.
        continue;
      }
      String html = PAGES.html(page);
      int forms = html.split("<form ", -1).length;
      int tokens = html.split("name=\"token\"", -1).length;
      assertThat(tokens).as(page.template()).isEqualTo(forms);
    }
  }

  @Test
  void a_refused_form_keeps_what_was_typed_and_says_what_is_wrong_beside_it() {
    String html = PAGES.html(ClinicSamples.treatment(ClinicSamples.refused("Amira Haddad")));
    assertThat(html)
        .contains(
            "3 things are not right yet",
            "value=\"1,0,0\"",
            "id=\"volume-ml-wrong\"",
            "aria-invalid=\"true\"",
            "value=\"Amira Haddad\"");
  }

  @Test
  void no_massage_is_what_a_new_treatment_begins_with() {
    String html = PAGES.html(ClinicSamples.treatment(FormValues.EMPTY));
    assertThat(html)
        .contains("name=\"order\" value=\"none\" checked")
        .doesNotContain("name=\"order\" value=\"massage\" checked");
    assertThat(html).contains("48 to 168 freely, 24 to 48 with a reason, never before 24.");
  }

  @Test
  void an_empty_worklist_says_so_and_counts_the_others() {
    var full = ClinicSamples.worklist("A");
    String html =
        PAGES.html(
            new WorklistPage(
                full.frame(),
                full.asOf(),
                "",
                List.of(),
                new Cut(0, 200, 0),
                new EveryoneElse(60, 0, 1, 0, 0)));
    assertThat(html)
        .contains(
            "Nobody needed you on Wednesday 14:20.",
            "61 other patients, nothing due from you: 60 answered the last check-in, 1 with a check-in open and not answered yet.");
  }

  @Test
  void nobody_else_is_said_plainly() {
    assertThat(new EveryoneElse(0, 0, 0, 0, 0).sentence())
        .isEqualTo("There are no other patients.");
    assertThat(new EveryoneElse(1, 0, 0, 0, 0).sentence()).startsWith("1 other patient,");
  }

  @Test
  void the_time_left_is_as_short_as_it_can_be_read() {
    assertThat(TimeLeft.words(Duration.ofSeconds(372))).isEqualTo("6:12");
    assertThat(TimeLeft.words(Duration.ofMinutes(220))).isEqualTo("3 h 40");
    assertThat(TimeLeft.words(Duration.ofHours(31))).isEqualTo("31 h");
    assertThat(TimeLeft.words(Duration.ZERO)).isEqualTo("0 min over");
    assertThat(TimeLeft.words(Duration.ofMinutes(-4))).isEqualTo("4 min over");
    assertThat(TimeLeft.words(Duration.ofHours(-2))).isEqualTo("2 h over");
  }

  @Test
  void a_course_says_in_words_what_its_line_shows() {
    assertThat(ClinicSamples.course(3, 5).sentence()).isEqualTo("pain 3 to 5");
    assertThat(ClinicSamples.course(2, 2).sentence()).isEqualTo("pain 2, as before");
    assertThat(ClinicSamples.course(2).sentence()).isEqualTo("pain 2");
    assertThat(ClinicSamples.course().sentence()).isEqualTo("no answers yet");
    assertThat(ClinicSamples.course(0, 10).line(100, 40)).isEqualTo("4,36 96,4");
  }

  @Test
  void a_row_shows_only_the_last_72_hours() {
    assertThat(ClinicSamples.course(9, 8, 7, 6, 5, 4, 3, 2).lastHours().points()).hasSize(7);
  }

  @Test
  void a_number_is_dialled_without_its_spaces() {
    assertThat(CardPage.dial("+44 (0)20 7946-0018")).isEqualTo("tel:+4402079460018");
  }
}
