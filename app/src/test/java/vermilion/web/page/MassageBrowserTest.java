package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.web.page.PatientHands.answer;
import static vermilion.web.page.PatientHands.go;
import static vermilion.web.page.PatientHands.next;
import static vermilion.web.page.PatientHands.press;
import static vermilion.web.page.PatientHands.says;
import static vermilion.web.page.PatientHands.sees;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

class MassageBrowserTest extends OnPatientPages {

  private static final String OPEN =
      "\"state\": \"open\", \"reason\": null, \"why\": null, \"who\": \"Dr Okafor\"";

  @Test
  void every_step_is_clean_at_every_size_and_scheme() {
    for (View view : View.ALL) {
      try (Tab tab = visit(view, "massage/hands")) {
        Page page = tab.page();
        look(tab, "hands", view);
        go(page, "massage/where");
        look(tab, "where", view);
        go(page, "massage/how");
        look(tab, "how", view);
        begin(page);
        look(tab, "minute", view);
        press(page, "It hurts, stop");
        says(page, "h1", "Stopped.");
        look(tab, "after", view);
      }
    }
  }

  private static void look(Tab tab, String step, View view) {
    Chromium.inspect(tab, "massage-" + step + "-" + view.name());
    assertThat(PatientHands.small(tab.page())).as(step + " " + view.name()).isEmpty();
  }

  @Test
  void clean_hands_have_twenty_seconds_that_a_locked_screen_does_not_stop() {
    try (Tab tab = visit(View.PHONE, "massage/hands")) {
      Page page = tab.page();
      page.clock().install();
      press(page, "Start 20 seconds");
      page.clock().fastForward(12_000);
      page.clock().runFor(300);
      assertThat(page.locator(".clock-time").textContent()).matches("0:0[78]");
      PatientHands.kept(page);
      page.reload();
      assertThat(page.locator(".clock-time").textContent()).matches("0:0[78]");
      page.clock().fastForward(9_000);
      page.clock().runFor(300);
      says(page, "main", "20 seconds are over.");
      press(page, "My hands are clean");
      says(page, "h1", "Upper lip, left");
    }
  }

  @Test
  void every_signed_spot_is_drawn_and_said_in_words() {
    server.episode =
        server.episode.replace(
            "\"where\": [\"upper lip, left\"]",
            "\"where\": [\"upper lip, left\", \"lower lip, right\", \"the philtrum\"]");
    try (Tab tab = visit(View.PHONE, "massage/where")) {
      Page page = tab.page();
      says(page, ".spots", "On your own left. In the mirror it is on the left too.");
      says(page, ".spots", "On your own right. In the mirror it is on the right too.");
      says(page, ".spots", "This spot is not in the drawing.");
      assertThat(page.locator(".lips-number").allTextContents()).containsExactly("1", "2");
      assertThat(x(page, 0)).isLessThan(x(page, 1));
      Chromium.picture(page, "massage-where-three");
    }
  }

  private static double x(Page page, int mark) {
    return page.locator(".lips-number").nth(mark).boundingBox().x;
  }

  @Test
  void a_page_that_was_killed_comes_back_to_the_end_and_says_when_the_time_was_up() {
    try (Tab tab = visit(View.PHONE, "massage/how")) {
      Page page = tab.page();
      page.clock().install();
      begin(page);
      PatientHands.kept(page);
      page.navigate("about:blank");
      page.clock().fastForward(3_600_000);
      page.navigate(server.url("/p/"));
      says(page, "h1", "Hands away. How is it now?");
      says(page, "main", "The time was up at");
      answer(page, "pain", "1");
      answer(page, "colour", "usual");
      next(page);
      assertThat(server.posted.getLast()).contains("\"seconds\":60", "\"stopped\":false");
    }
  }

  @Test
  void a_pause_that_was_forgotten_ends_the_session() {
    try (Tab tab = visit(View.PHONE, "massage/how")) {
      Page page = tab.page();
      page.clock().install();
      begin(page);
      press(page, "Pause");
      page.clock().fastForward(60_000);
      page.clock().runFor(300);
      sees(page, "text=Go on");
      page.clock().fastForward(16 * 60_000);
      page.clock().runFor(300);
      says(page, "h1", "Stopped. Take your hands away.");
    }
  }

  @Test
  void a_pause_stops_the_clock_and_going_on_starts_it() {
    try (Tab tab = visit(View.PHONE, "massage/how")) {
      Page page = tab.page();
      page.clock().install();
      begin(page);
      page.clock().fastForward(20_000);
      press(page, "Pause");
      page.clock().fastForward(100_000);
      page.clock().runFor(300);
      assertThat(page.locator(".clock-time").textContent()).matches("0:(39|40)");
      press(page, "Go on");
      page.clock().fastForward(41_000);
      page.clock().runFor(300);
      says(page, "h1", "Hands away. How is it now?");
    }
  }

  @Test
  void something_serious_that_was_told_elsewhere_ends_the_session() {
    try (Tab tab = chromium.tab(View.PHONE)) {
      Page page = tab.page();
      page.clock().install();
      PatientHands.open(page, server, "massage/how");
      begin(page);
      server.episode = ContractServer.episodeAt("same-day");
      page.clock().fastForward(15_500);
      says(page, "h1", "Stopped. Take your hands away.");
    }
  }

  @Test
  void a_soft_tick_comes_with_each_circle_if_she_wants_it() {
    try (Tab tab = chromium.tab(View.PHONE)) {
      Page page = tab.page();
      page.addInitScript(
          "window.felt = 0; navigator.vibrate = (ms) => { window.felt += 1; return true; };");
      page.clock().install();
      PatientHands.open(page, server, "massage/how");
      page.locator("input[name=tick-feel]").click();
      PatientHands.kept(page);
      page.reload();
      assertThat(page.locator("input[name=tick-feel]").isChecked()).isTrue();
      begin(page);
      page.clock().runFor(10_500);
      assertThat(((Number) page.evaluate("window.felt")).intValue()).isBetween(4, 6);
    }
  }

  @Test
  void no_tick_comes_unasked() {
    try (Tab tab = chromium.tab(View.PHONE)) {
      Page page = tab.page();
      page.addInitScript(
          "window.felt = 0; navigator.vibrate = (ms) => { window.felt += 1; return true; };");
      page.clock().install();
      PatientHands.open(page, server, "massage/how");
      begin(page);
      page.clock().runFor(10_500);
      assertThat(page.evaluate("window.felt")).isEqualTo(0);
    }
  }

  @Test
  void nothing_moves_for_whoever_asked_for_less_motion() {
    try (Tab tab = visit(View.PHONE, "massage/how")) {
      Page page = tab.page();
      String motion = "getComputedStyle(document.querySelector('.lips-turn')).animationName";
      assertThat(page.evaluate(motion)).isEqualTo("turn");
      page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
      assertThat(page.evaluate(motion)).isEqualTo("none");
      assertThat(page.locator(".how-arrow").count()).isEqualTo(3);
      Chromium.picture(page, "massage-how-still");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not-ordered | Not turned on | Only Dr Okafor can turn it on, for you alone.",
        "stopped | Stopped | Only Dr Okafor can order more.",
        "expired | The plan has ended | Only Dr Okafor can order more.",
        "held | On hold | Only a clinician at Northside Aesthetics can end the hold.",
        "suspended | Not for now | Dr Okafor can change this.",
        "done-today | Done for today | Dr Okafor can change this.",
        "too-soon | Too soon | Nobody can shorten it.",
        "not-yet | Not yet | Dr Okafor set this plan and can change it."
      })
  void a_refusal_says_why_and_who_can_change_it(String reason, String title, String who) {
    server.episode = refused(reason);
    try (Tab tab = visit(View.PHONE, "massage/how")) {
      Page page = tab.page();
      says(page, "h1", title);
      says(page, "main", "Because of " + reason + ".");
      says(page, "main", who);
      Chromium.inspect(tab, "massage-refused-" + reason);
      go(page, "today");
      says(page, "main", who);
      assertThat(page.locator("main").textContent()).doesNotContain("Check and start");
    }
  }

  private String refused(String reason) {
    return server.episode.replace(
        OPEN,
        "\"state\": \"refused\", \"reason\": \"%s\", \"why\": \"Because of %s.\", \"who\": \"Dr Okafor\""
            .formatted(reason, reason));
  }

  @Test
  void a_hold_for_silence_is_not_said_to_be_for_what_she_told() {
    server.episode =
        server
            .episode
            .replace(
                "\"status\": null", "\"status\": " + ContractServer.read("status-silence.json"))
            .replace("\"level\": \"soon\"", "\"level\": \"same-day\"")
            .replace(
                "\"state\": \"open\", \"reason\": null, \"why\": null",
                "\"state\": \"refused\", \"reason\": \"held\", \"why\": \"until a clinician has"
                    + " looked at what you told us\"");
    try (Tab tab = visit(View.PHONE, "today")) {
      says(tab.page(), "main", "because the clinic has not heard from you");
      assertThat(tab.page().locator("main").textContent()).doesNotContain("what you told us");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"filler\": \"hyaluronic-acid\" | \"filler\": \"unknown\" | Nobody can turn it on.",
        "\"day\": 3 | \"day\": 14 | There is no massage from day 14 on. Nobody can change that."
      })
  void nobody_is_named_who_could_change_a_limit_of_the_engine(String was, String is, String says) {
    server.episode = refused("not-ordered").replace(was, is);
    try (Tab tab = visit(View.PHONE, "massage")) {
      says(tab.page(), "main", says);
      assertThat(tab.page().locator("main").textContent()).doesNotContain("Okafor");
    }
  }

  @Test
  void the_sessions_of_the_day_are_listed_as_the_record_has_them() {
    server.episode =
        refused("done-today")
            .replace(
                "\"doneToday\": 1,",
                "\"doneToday\": 2, \"sessions\": [{\"at\": \"2026-04-01T08:30:00Z\", \"seconds\":"
                    + " 60, \"stopped\": false}, {\"at\": \"2026-04-01T12:30:00Z\", \"seconds\":"
                    + " 24, \"stopped\": true}, {\"at\": \"2026-04-01T13:10:00Z\", \"seconds\":"
                    + " null, \"stopped\": false}],");
    try (Tab tab = visit(View.PHONE, "massage")) {
      Page page = tab.page();
      says(page, "main", "09:301 min");
      says(page, "main", "13:3024 s, stopped early");
      says(page, "main", "14:10begun, its end was not told");
      Chromium.inspect(tab, "massage-dose-log");
    }
  }

  @Test
  void a_session_can_be_done_with_the_keyboard_alone() {
    try (Tab tab = visit(View.PHONE, "massage/where")) {
      Page page = tab.page();
      page.locator("main .actions button").focus();
      page.keyboard().press("Enter");
      says(page, "h1", "Small, slow circles");
      page.locator("main .actions button").focus();
      page.keyboard().press("Space");
      says(page, "main", "of 1 minute");
      page.keyboard().press("Tab");
      assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Pause");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      says(page, "h1", "Stopped.");
    }
  }

  private static void begin(Page page) {
    page.locator("main .actions button").click();
    says(page, "main", "of 1 minute");
  }
}
