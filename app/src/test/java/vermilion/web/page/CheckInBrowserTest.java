package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.web.page.PatientHands.answer;
import static vermilion.web.page.PatientHands.go;
import static vermilion.web.page.PatientHands.next;
import static vermilion.web.page.PatientHands.press;
import static vermilion.web.page.PatientHands.says;
import static vermilion.web.page.PatientHands.sees;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

class CheckInBrowserTest extends OnPatientPages {

  @Test
  void every_way_of_asking_is_clean_at_every_size_and_scheme() {
    for (View view : View.ALL) {
      try (Tab tab = visit(view, "check-in/1")) {
        look(tab, "check-in", view);
        go(tab.page(), "check-in/2");
        look(tab, "colour", view);
        go(tab.page(), "check-in/4");
        look(tab, "feel", view);
        way(tab.page(), "one");
        look(tab, "one", view);
        way(tab.page(), "all");
        look(tab, "all", view);
      }
    }
  }

  private static void look(Tab tab, String name, View view) {
    Chromium.inspect(tab, "ask-" + name + "-" + view.name());
    assertThat(PatientHands.small(tab.page())).as(name + " " + view.name()).isEmpty();
  }

  /// Chooses how the questions come.
  private static void way(Page page, String way) {
    go(page, "check-in/1");
    page.locator(".ways summary").click();
    page.locator("input[name=asking][value=" + way + "]").click();
    page.waitForFunction("() => !document.querySelector('.ways[open]')");
  }

  @Test
  void every_colour_is_drawn_in_the_tone_that_the_patient_chose() {
    try (Tab tab = visit(View.PHONE, "check-in/2")) {
      Page page = tab.page();
      Locator drawings = page.locator("[data-question=colour] .sign");
      assertThat(drawings.count()).isEqualTo(6);
      for (String tone : new String[] {"1", "2", "3", "4"}) {
        page.locator("input[name=tone][value='" + tone + "']").click();
        assertThat(drawings.last().getAttribute("data-tone")).isEqualTo(tone);
        assertThat(page.locator(".sign").last().getAttribute("data-tone")).isEqualTo(tone);
        Chromium.picture(page, "colour-tone-" + tone);
      }
      PatientHands.kept(page);
      page.reload();
      assertThat(page.locator(".sign").first().getAttribute("data-tone")).isEqualTo("4");
    }
  }

  @Test
  void a_pain_is_told_by_slider_by_buttons_and_by_its_number() {
    try (Tab tab = visit(View.PHONE, "check-in/3")) {
      Page page = tab.page();
      says(page, ".slider-number", "–");
      page.locator("main button[type=submit]").click();
      says(page, "#pain-wrong", "Choose a number from 0 to 10.");
      page.locator("input[type=range]").focus();
      page.keyboard().press("ArrowRight");
      page.keyboard().press("ArrowRight");
      assertThat(page.locator("input[name=pain][value='2']").isChecked()).isTrue();
      press(page, "One more");
      says(page, ".slider-number", "3");
      press(page, "One less");
      assertThat(page.locator("input[name=pain][value='2']").isChecked()).isTrue();
      answer(page, "pain", "7");
      says(page, ".slider-number", "7");
      assertThat(page.locator("input[type=range]").getAttribute("aria-valuetext"))
          .isEqualTo("7 of 10");
    }
  }

  @Test
  void no_pain_can_be_chosen_with_the_slider_too() {
    try (Tab tab = visit(View.PHONE, "check-in/3")) {
      press(tab.page(), "One less");
      assertThat(tab.page().locator("input[name=pain][value='0']").isChecked()).isTrue();
      next(tab.page());
    }
  }

  @Test
  void one_question_a_screen_is_remembered() {
    try (Tab tab = visit(View.PHONE, "check-in/1")) {
      Page page = tab.page();
      way(page, "one");
      assertThat(page.locator("fieldset.ask:visible").count()).isOne();
      answer(page, "vision", "no");
      next(page);
      says(page, "h1", "Half your face drooping");
      PatientHands.kept(page);
      page.reload();
      says(page, "main", "Check-in, 2 of");
      assertThat(page.locator("fieldset.ask:visible").count()).isOne();
    }
  }

  @Test
  void on_one_page_a_red_flag_can_be_told_before_the_rest() {
    server.level = "urgent";
    try (Tab tab = visit(View.PHONE, "check-in/1")) {
      Page page = tab.page();
      way(page, "all");
      answer(page, "colour", "patchy");
      press(page, "Tell the clinic now");
      page.waitForURL("**/#/result");
      assertThat(server.posted)
          .singleElement()
          .asString()
          .contains("\"complete\":false", "\"colour\":\"patchy\"");
    }
  }

  @Test
  void on_one_page_each_group_has_its_own_none_of_these() {
    try (Tab tab = visit(View.PHONE, "check-in/1")) {
      Page page = tab.page();
      way(page, "all");
      Locator body = page.locator(".asked-group").first();
      body.locator("button.gap").click();
      assertThat(page.locator("input[name=hives][value=no]").isChecked()).isTrue();
      assertThat(page.locator("input[name=colour]:checked").count()).isZero();
      assertThat(body.locator("button.gap").isVisible()).isFalse();
      page.locator("main button[type=submit]").click();
      sees(page, "#colour-wrong");
      assertThat(page.url()).doesNotContain("review");
    }
  }

  @Test
  void red_flags_stand_first_in_a_check_in_and_in_a_worry_of_her_own() {
    try (Tab tab = visit(View.PHONE, "check-in/1")) {
      Page page = tab.page();
      way(page, "all");
      for (String kind : new String[] {"check-in/1", "worried/1"}) {
        go(page, kind);
        List<?> asked =
            (List<?>)
                page.evaluate(
                    "[...document.querySelectorAll('fieldset.ask')].map(each =>"
                        + " each.dataset.question)");
        assertThat(asked.stream().map(String::valueOf).limit(12))
            .containsExactly(
                "vision",
                "stroke",
                "airway",
                "collapse",
                "hives",
                "colour",
                "colour-elsewhere",
                "pain",
                "pain-course",
                "cool",
                "refill",
                "skin");
        assertThat(asked).hasSizeGreaterThan(20);
      }
    }
  }

  @Test
  void the_crisis_line_is_on_the_screen_that_asks_about_self_harm() {
    try (Tab tab = visit(View.PHONE, "check-in/8")) {
      answer(tab.page(), "worry", "3");
      says(tab.page(), "[data-question=self-harm]", "Samaritans, 116 123");
      sees(tab.page(), "[data-question=self-harm]");
    }
  }

  @Test
  void pressing_and_watching_have_their_rhythm_on_both_sides() {
    try (Tab tab = visit(View.PHONE, "check-in/4")) {
      Page page = tab.page();
      page.clock().install();
      press(page, "Guide me: press 5 seconds, watch 3");
      says(page, ".guide", "Press gently on the spot that worries you");
      page.clock().runFor(5_100);
      says(page, ".guide", "Let go. Watch the colour come back.");
      page.clock().runFor(3_100);
      press(page, "Now the other side");
      says(page, ".guide", "the same place on the other side");
      page.clock().runFor(5_100);
      page.clock().runFor(3_100);
      says(page, ".guide", "Was it as fast on both sides?");
    }
  }

  @Test
  void what_not_sure_counts_for_is_said_as_it_is() {
    try (Tab tab = visit(View.PHONE, "check-in/2")) {
      answer(tab.page(), "colour", "unsure");
      says(tab.page(), "#colour-look", "Look inside your lip too.");
      says(tab.page(), "#colour-look", "We will treat it as a warning sign.");
      Chromium.inspect(tab, "second-look");
      go(tab.page(), "check-in/4");
      answer(tab.page(), "cool", "unsure");
      assertThat(tab.page().locator("#cool-look").textContent())
          .contains("or skip this")
          .doesNotContain("warning");
    }
  }

  @Test
  void the_numbers_stand_before_anything_else_when_it_is_urgent() {
    server.episode = ContractServer.episodeAt("urgent");
    try (Tab tab = visit(View.PHONE, "result")) {
      double call = tab.page().locator("a.button-call").first().boundingBox().y;
      double told = tab.page().locator(".told").first().boundingBox().y;
      assertThat(call).isLessThan(told);
      assertThat(call).isLessThan(300);
    }
  }
}
