package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.web.page.PatientHands.says;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

class CourseBrowserTest extends OnPatientPages {

  @BeforeEach
  void tell() {
    server.episode =
        server
            .episode
            .replace(
                "\"swelling\": \"moderate\",",
                "\"swelling\": \"moderate\", \"colour\": \"bruised\",")
            .replace("\"swelling\": \"mild\",", "\"swelling\": \"mild\", \"colour\": \"usual\",");
  }

  @Test
  void each_plot_has_its_sentence_and_each_sentence_is_true() {
    try (Tab tab = visit(View.PHONE, "course")) {
      List<String> said = tab.page().locator("figcaption p").allTextContents();
      assertThat(said)
          .containsExactly(
              "Last: 1 of 10, 09:12. Highest: 4, Monday 10:20.",
              "Last: “A little”, 09:12. Most: “Clearly”, Monday 10:20.",
              "You told us of a bruise, last Monday 10:20.");
      assertThat(tab.page().locator(".plot").count()).isEqualTo(3);
      for (int plot = 0; plot < 3; plot++) {
        assertThat(tab.page().locator(".plot").nth(plot).getAttribute("aria-label"))
            .endsWith(said.get(plot));
      }
    }
  }

  @Test
  void the_numbers_stand_before_the_plots_when_it_is_urgent() {
    server.episode = ContractServer.episodeAt("urgent");
    try (Tab tab = visit(View.PHONE, "course")) {
      double call = tab.page().locator("a.button-call").first().boundingBox().y;
      assertThat(call).isLessThan(tab.page().locator("h1").boundingBox().y);
      Chromium.inspect(tab, "course-urgent");
    }
  }

  @Test
  void she_reads_who_looks_after_her_and_when_somebody_sees_her() {
    server.episode =
        server.episode.replace(
            "  \"today\": {",
            """
              "care": {
                "takenOver": {"by": "Nurse Kay", "at": "2026-04-01T13:20:00Z"},
                "rang": {"by": "Nurse Kay", "at": "2026-04-01T12:00:00Z", "outcome": "no-answer"},
                "review": {"time": "2026-04-02T08:30:00Z", "with": "Dr Okafor", "where": "Room 2",
                  "cancelled": false}
              },
              "today": {\
            """);
    try (Tab tab = visit(View.PHONE, "course")) {
      says(tab.page(), "#care", "Nurse Kay looks after this.");
      says(tab.page(), "#care", "Nurse Kay rang you. Nobody answered.");
      says(tab.page(), "#care", "Your visit with Dr Okafor: tomorrow 09:30. Where: Room 2");
      Chromium.inspect(tab, "course-care");
    }
    server.episode = server.episode.replace("\"cancelled\": false", "\"cancelled\": true");
    try (Tab tab = visit(View.PHONE_DARK, "course")) {
      says(tab.page(), "#care", "Your visit with Dr Okafor, tomorrow 09:30, is off.");
      assertThat(tab.page().locator("#care").textContent()).doesNotContain("Room 2");
    }
  }

  @Test
  void no_expectation_is_drawn_that_nobody_signed() {
    try (Tab tab = visit(View.PHONE, "course")) {
      says(tab.page(), "main", "no signed picture of what is expected");
    }
  }

  @Test
  void another_colour_is_never_a_shade_of_a_bruise_and_says_call() {
    server.episode = server.episode.replaceFirst("\"colour\": \"usual\"", "\"colour\": \"pale\"");
    try (Tab tab = visit(View.PHONE, "course")) {
      says(tab.page(), "figure:last-of-type", "You told us of another colour, or were not sure");
      says(tab.page(), "main", "Call at once.");
    }
  }

  @Test
  void what_is_coming_and_what_becomes_free_stand_in_order() {
    try (Tab tab = visit(View.PHONE, "course")) {
      says(tab.page(), "main", "from tomorrow 10:30");
      says(tab.page(), "main", "free from 12 April");
      assertThat(tab.page().locator("main").textContent()).doesNotContain("Sauna");
    }
  }

  @Test
  void the_questions_of_her_own_day_are_one_tap_away_unless_it_is_urgent() {
    try (Tab tab = visit(View.PHONE, "course")) {
      assertThat(tab.page().locator("main a[href='/learn/day/3']").textContent())
          .isEqualTo("Questions on day 3");
    }
    server.episode = ContractServer.episodeAt("urgent");
    try (Tab tab = visit(View.PHONE, "course")) {
      assertThat(tab.page().locator("main a[href^='/learn']").count()).isZero();
    }
  }

  @Test
  void answered_check_ins_are_counted_where_the_clinic_tells() {
    server.episode =
        server.episode.replace(
            "\"course\": [",
            "\"plan\": {\"asked\": 6, \"answered\": 4, \"coming\": []},\n  \"course\": [");
    try (Tab tab = visit(View.PHONE, "course")) {
      says(tab.page(), "header", "You answered 4 of 6 check-ins so far.");
    }
  }

  @Test
  void the_page_is_clean_at_every_size_and_scheme_also_when_it_is_empty() {
    for (View view : View.ALL) {
      try (Tab tab = visit(view, "course")) {
        Chromium.inspect(tab, "course-" + view.name());
        assertThat(PatientHands.small(tab.page())).isEmpty();
      }
    }
    server.episode =
        server.episode.replaceFirst(
            "(?s)\"course\": \\[.*?\\],\n  \"forms\"", "\"course\": [],\n  \"forms\"");
    try (Tab tab = visit(View.PHONE, "course")) {
      says(tab.page(), "header", "No answers yet.");
      Chromium.inspect(tab, "course-empty");
    }
  }
}
