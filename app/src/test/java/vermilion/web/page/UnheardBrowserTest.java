package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.web.page.PatientHands.press;
import static vermilion.web.page.PatientHands.says;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

class UnheardBrowserTest extends OnPatientPages {

  @BeforeEach
  void tell() {
    server.episode = unheard();
  }

  private static String unheard() {
    return ContractServer.read("episode.json")
        .replace("\"status\": null", "\"status\": " + ContractServer.read("status-silence.json"));
  }

  @Test
  void nothing_says_that_she_told_or_sent_anything() {
    for (String path : new String[] {"today", "result"}) {
      try (Tab tab = visit(View.PHONE, path)) {
        says(tab.page(), "main", "We have not heard from you");
        says(tab.page(), "main", "Not heard from since your treatment.");
        says(tab.page(), "main", "On the clinic's list since 10:30.");
        assertThat(tab.page().locator("main").textContent())
            .doesNotContain("You told us", "Sent 10:30");
      }
    }
  }

  @Test
  void it_says_since_when_where_something_was_heard() {
    server.episode = unheard().replace("\"heard\": null", "\"heard\": \"2026-03-31T10:00:00Z\"");
    try (Tab tab = visit(View.PHONE, "today")) {
      says(tab.page(), "main", "Not heard from since yesterday 11:00.");
    }
  }

  @Test
  void a_clinic_that_does_not_say_who_reported_is_understood_too() {
    server.episode = unheard().replace("  \"reportedBy\": \"nobody\",\n  \"heard\": null,\n", "");
    try (Tab tab = visit(View.PHONE, "today")) {
      says(tab.page(), "main", "We have not heard from you");
      says(tab.page(), "main", "The last answers of yours that the clinic has are from 09:12.");
    }
  }

  @Test
  void its_one_button_begins_the_check_in_that_ends_it() {
    try (Tab tab = visit(View.PHONE, "today")) {
      assertThat(tab.page().locator("main .button-solid").count()).isOne();
      press(tab.page(), "Start the check-in");
      says(tab.page(), "main", "Check-in, 1 of");
    }
  }

  @Test
  void what_the_clinic_noted_for_her_was_not_sent_by_her() {
    server.episode =
        ContractServer.episodeAt("urgent")
            .replace("\"seen\": null,", "\"reportedBy\": \"clinic\", \"seen\": null,");
    try (Tab tab = visit(View.PHONE, "today")) {
      says(tab.page(), "main", "Noted by the clinic 14:14.");
    }
  }

  @Test
  void the_page_is_clean_at_every_size_and_scheme() {
    for (View view : View.ALL) {
      try (Tab tab = visit(view, "today")) {
        Chromium.inspect(tab, "today-unheard-" + view.name());
        assertThat(PatientHands.small(tab.page())).isEmpty();
      }
    }
  }
}
