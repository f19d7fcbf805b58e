package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.web.page.PatientHands.answer;
import static vermilion.web.page.PatientHands.go;
import static vermilion.web.page.PatientHands.next;
import static vermilion.web.page.PatientHands.says;
import static vermilion.web.page.PatientHands.sees;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

class PatientBrowserTest extends OnPatientPages {

  private static final String LINK = "/p/#ep1.token";

  @Test
  void every_page_is_clean_at_every_size_and_scheme() {
    for (View view : View.ALL) {
      try (Tab tab = visit(view, "today")) {
        for (var page : pages().entrySet()) {
          server.episode =
              page.getKey().contains("urgent")
                  ? ContractServer.episodeAt("urgent")
                  : ContractServer.read("episode.json");
          go(tab.page(), page.getValue());
          tab.page().reload();
          tab.page().waitForSelector("nav a");
          Chromium.inspect(tab, page.getKey() + "-" + view.name());
        }
      }
    }
  }

  private static Map<String, String> pages() {
    return new TreeMap<>(
        Map.of(
            "today", "today",
            "today-urgent", "today",
            "result-urgent", "result",
            "worried", "worried",
            "pain", "check-in/3",
            "colour", "check-in/2",
            "massage", "massage/how",
            "course", "course",
            "card", "card"));
  }

  @Test
  void the_check_for_complaints_sees_a_broken_policy() {
    try (Tab tab = visit(View.PHONE, "today")) {
      tab.page().evaluate("document.body.setAttribute('style', 'color: red')");
      tab.page()
          .evaluate(
              "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')");
      assertThat(tab.complaints())
          .anySatisfy(text -> assertThat(text).contains("Content Security Policy"));
    }
  }

  @Test
  void the_check_for_barriers_sees_a_picture_without_words() {
    try (Tab tab = visit(View.PHONE, "today")) {
      tab.page()
          .evaluate(
              "document.querySelector('main').append(Object.assign(new Image(), {src: '/static/icon.svg'}))");
      assertThat(Chromium.barriers(tab.page())).singleElement().asString().startsWith("image-alt");
    }
  }

  @Test
  void a_call_button_is_the_first_thing_to_reach_when_it_is_urgent() {
    server.episode = ContractServer.episodeAt("urgent");
    try (Tab tab = visit(View.PHONE, "result")) {
      tab.page().keyboard().press("Tab");
      assertThat(focused(tab.page())).isEqualTo("tel:02079460018");
    }
    server.episode = ContractServer.episodeAt("emergency");
    try (Tab tab = visit(View.PHONE, "result")) {
      tab.page().keyboard().press("Tab");
      assertThat(focused(tab.page())).isEqualTo("tel:999");
    }
  }

  @Test
  void a_call_button_is_within_the_first_screen_when_somebody_is_worried() {
    try (Tab tab = visit(View.PHONE, "worried")) {
      var box = tab.page().locator("a.button-call").first().boundingBox();
      assertThat(box.y + box.height).isLessThan(500);
      assertThat(box.height).isGreaterThanOrEqualTo(64);
    }
  }

  @Test
  void a_red_flag_without_a_network_brings_the_numbers_and_never_says_sent() {
    try (Tab tab = visit(View.PHONE, "check-in/1")) {
      tab.page().context().setOffline(true);
      answer(tab.page(), "airway", "yes");
      sees(tab.page(), "a[href='tel:999']");
      next(tab.page());
      says(tab.page(), "h1", "Call 999 now");
      says(tab.page(), "main", "Not sent. No network since");
      assertThat(server.posted).isEmpty();
      Chromium.picture(tab.page(), "offline-red-flag");
    }
  }

  @Test
  void an_answer_that_could_not_be_sent_is_sent_later_under_the_same_id() {
    server.down = true;
    try (Tab tab = visit(View.PHONE, "check-in/1")) {
      answer(tab.page(), "vision", "yes");
      next(tab.page());
      says(tab.page(), "main", "The clinic's server has not answered since");
      server.down = false;
      server.level = "emergency";
      server.episode = ContractServer.episodeAt("emergency");
      tab.page()
          .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again now"))
          .click();
      says(tab.page(), "main", "Not yet seen by the clinic");
      assertThat(server.postedIds())
          .hasSizeGreaterThanOrEqualTo(2)
          .allSatisfy(id -> assertThat(id).isEqualTo(server.postedIds().getFirst()));
      assertThat(server.posted.getFirst()).contains("\"complete\":false", "\"vision\":\"yes\"");
    }
  }

  @Test
  void a_half_filled_form_is_there_again_after_the_page_was_closed() {
    try (Tab tab = visit(View.PHONE, "check-in/2")) {
      answer(tab.page(), "colour", "bruised");
      PatientHands.kept(tab.page());
      tab.page().reload();
      assertThat(tab.page().locator("input[name=colour][value=bruised]").isChecked()).isTrue();
    }
  }

  @Test
  void none_of_these_gives_the_best_answers_and_the_whole_form_is_looked_over_before_it_is_sent() {
    try (Tab tab = visit(View.PHONE, "check-in/1")) {
      Page page = tab.page();
      next(page);
      next(page);
      answer(page, "pain", "0");
      assertThat(page.locator("[data-question=pain-course]").isVisible()).isFalse();
      next(page);
      next(page);
      answer(page, "swelling", "mild");
      answer(page, "swelling-course", "easing");
      next(page);
      next(page);
      next(page);
      answer(page, "worry", "1");
      next(page);
      next(page);
      says(page, "h1", "Is this right?");
      assertThat(server.posted).isEmpty();
      page.locator("main .actions button").click();
      says(page, "h1", "Commonly expected at this time");
      assertThat(server.posted)
          .singleElement()
          .asString()
          .contains("\"complete\":true", "\"airway\":\"no\"", "\"pain\":0")
          .doesNotContain("pain-course", "bleeding");
    }
  }

  @Test
  void nothing_else_never_answers_how_a_pain_or_a_swelling_is_changing() {
    try (Tab tab = visit(View.PHONE, "check-in/3")) {
      answer(tab.page(), "pain", "5");
      tab.page().locator("main button[type=submit]").click();
      says(tab.page(), "#pain-course-wrong", "Choose one answer.");
      go(tab.page(), "check-in/5");
      answer(tab.page(), "swelling", "moderate");
      tab.page().locator("main button[type=submit]").click();
      says(tab.page(), "#swelling-course-wrong", "Choose one answer.");
    }
  }

  @Test
  void not_sure_about_a_red_flag_asks_for_one_more_look() {
    try (Tab tab = visit(View.PHONE, "check-in/2")) {
      Locator unsure = tab.page().locator("input[name=colour][value=unsure]");
      unsure.click();
      sees(tab.page(), "#colour-look");
      assertThat(unsure.isChecked()).isFalse();
      unsure.click();
      assertThat(unsure.isChecked()).isTrue();
    }
  }

  @Test
  void the_minute_goes_on_while_the_screen_is_locked() {
    try (Tab tab = visit(View.PHONE, "massage/how")) {
      Page page = tab.page();
      page.clock().install();
      page.locator("main .actions button").click();
      says(page, "main", "of 1 minute");
      page.clock().fastForward(40_000);
      page.clock().runFor(300);
      assertThat(page.locator(".clock-time").textContent()).matches("0:(1[0-9]|20)");
      PatientHands.kept(page);
      page.reload();
      assertThat(page.locator(".clock-time").textContent()).matches("0:(1[0-9]|20)");
      page.clock().fastForward(25_000);
      page.clock().runFor(300);
      says(page, "h1", "Hands away. How is it now?");
    }
  }

  @Test
  void it_hurts_stops_the_massage_and_brings_the_numbers() {
    try (Tab tab = visit(View.PHONE, "massage/how")) {
      Page page = tab.page();
      page.locator("main .actions button").click();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("It hurts, stop"))
          .click();
      says(page, "h1", "Stopped. Take your hands away.");
      sees(page, "a.button-call");
      answer(page, "pain", "2");
      answer(page, "colour", "usual");
      next(page);
      says(page, "h1", "Done for today");
      assertThat(server.posted.getLast()).contains("massage-ended", "\"stopped\":true");
    }
  }

  @Test
  void no_massage_begins_without_the_answer_of_the_clinic() {
    try (Tab tab = visit(View.PHONE, "massage/how")) {
      tab.page().context().setOffline(true);
      tab.page().locator("main .actions button").click();
      says(tab.page(), "main", "No massage without the clinic's answer.");
      assertThat(PatientHands.waiting(tab.page(), "ep1")).isZero();
    }
  }

  @Test
  void no_massage_is_offered_while_something_serious_is_open_even_if_the_server_says_so() {
    server.episode = ContractServer.episodeAt("same-day");
    assertThat(server.episode).contains("\"state\": \"open\"");
    try (Tab tab = visit(View.PHONE, "today")) {
      assertThat(tab.page().locator("main").textContent()).doesNotContain("Check and start");
      go(tab.page(), "massage/how");
      says(tab.page(), "h1", "No massage now");
    }
  }

  @Test
  void the_page_shows_by_itself_that_the_clinic_has_seen_it() {
    server.episode = ContractServer.episodeAt("urgent");
    try (Tab tab = chromium.tab(View.PHONE)) {
      tab.page().clock().install();
      tab.page().navigate(server.url(LINK));
      says(tab.page(), "main", "Not yet seen by the clinic");
      server.episode =
          server.episode.replace(
              "\"seen\": null,\n  \"actBy\"",
              "\"seen\": {\"by\":\"Nurse Kay\",\"at\":\"2026-04-01T13:21:00Z\"},\n  \"actBy\"");
      tab.page().clock().fastForward(15_500);
      says(tab.page(), "main", "Seen by Nurse Kay at 14:21");
      says(tab.page(), "#live", "Seen by Nurse Kay");
    }
  }

  @Test
  void in_the_use_information_no_personal_level_is_shown() {
    server.episode =
        ContractServer.episodeAt("urgent")
            .replace("\"use\": \"monitoring\"", "\"use\": \"information\"");
    try (Tab tab = visit(View.PHONE, "check-in/1")) {
      assertThat(tab.page().content()).doesNotContain("emergency line now");
      go(tab.page(), "today");
      assertThat(tab.page().content()).doesNotContain("emergency line now");
    }
  }

  @Test
  void in_the_use_information_everybody_reads_the_red_flags_before_a_massage() {
    server.episode = server.episode.replace("\"use\": \"monitoring\"", "\"use\": \"information\"");
    try (Tab tab = visit(View.PHONE, "massage")) {
      says(tab.page(), "h1", "Any of these? Call 999 now");
      sees(tab.page(), "a[href='tel:999']");
      tab.page()
          .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("None of these apply"))
          .click();
      says(tab.page(), "h1", "Any of these now?");
    }
  }

  @Test
  void a_hostile_name_is_only_a_name() {
    server.episode =
        server.episode.replace("Amira Haddad", "<img/src=x/onerror=alert(1)> \\\"'&amp;");
    try (Tab tab = visit(View.PHONE, "card")) {
      assertThat(tab.page().locator("main").textContent())
          .contains("<img/src=x/onerror=alert(1)> \"'&amp;");
      assertThat(tab.page().locator("main img").count()).isZero();
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void the_token_leaves_the_address_at_once() {
    try (Tab tab = visit(View.PHONE, "today")) {
      assertThat(tab.page().url()).doesNotContain("token");
    }
  }

  @Test
  void the_pages_open_without_a_network_once_they_were_open() {
    try (Tab tab = chromium.tab(View.PHONE, ServiceWorkerPolicy.ALLOW)) {
      Page page = tab.page();
      page.navigate(server.url(LINK));
      page.evaluate("navigator.serviceWorker.ready.then(() => true)");
      page.waitForFunction("() => navigator.serviceWorker.controller !== null");
      server.close();
      page.reload();
      says(page, "h1", "Good afternoon, Amira");
      says(page, "main", "No network since");
      go(page, "card");
      sees(page, "a[href='tel:02079460018']");
    }
  }

  private static Object focused(Page page) {
    return page.evaluate("document.activeElement.getAttribute('href')");
  }
}
