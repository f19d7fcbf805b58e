package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.web.page.PatientHands.says;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

/// The patient's pages in other languages than English.
class LanguageBrowserTest extends OnPatientPages {
  private static final List<String> PLACES =
      List.of("today", "course", "card", "card/doctor", "worried", "massage", "phone");

  /// Every text on the page that ends with a full stop, with its last two letters' places.
  private static final String TEXTS =
      """
      () => {
        const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        const found = [];
        const left = (node, at) => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect();
        };
        while (walker.nextNode()) {
          const node = walker.currentNode;
          const text = node.data.trimEnd();
          if (!/\\p{L}\\.$/u.test(text) || !node.parentElement.checkVisibility()) continue;
          const [before, stop] = [left(node, text.length - 2), left(node, text.length - 1)];
          if (before.top === stop.top && stop.width > 0) {
            found.push({ text, arabic: /\\p{Script=Arabic}\\.$/u.test(text), after: stop.left - before.left });
          }
        }
        return found;
      }\
      """;

  /// Those whose full stop stands before their last letter.
  private static final String WRONG_WAY =
      "() => ("
          + TEXTS
          + ")().filter(each => each.arabic === (each.after > 0)).map(each => each.text)";

  /// The urgent finding of an Arabic patient, with the English that no clinician has reviewed.
  private static String arabic(String episode) {
    return episode
        .replace("\"language\": \"en\"", "\"language\": \"ar\"")
        .replace(
            "\"levelTitle\": \"Call the clinic's emergency line now\"",
            "\"levelTitle\": \"اتصلوا الآن بخط الطوارئ في العيادة\", \"source\": {\"levelTitle\":"
                + " \"Call the clinic's emergency line now\"}");
  }

  @Test
  void every_page_is_right_to_left_in_arabic_and_nothing_runs_over() {
    server.episode = arabic(server.episode);
    assertThat(server.episode).contains("\"language\": \"ar\"");
    for (View view : List.of(View.PHONE, View.DESK)) {
      try (Tab tab = visit(view, "today")) {
        assertThat(tab.page().locator("html").getAttribute("dir")).isEqualTo("rtl");
        assertThat(tab.page().locator("html").getAttribute("lang")).isEqualTo("ar");
        for (String place : PLACES) {
          PatientHands.go(tab.page(), place);
          Chromium.inspect(tab, "ar-" + place.replace('/', '-') + "-" + view.name());
        }
        for (String later : List.of("photo", "write")) {
          PatientHands.go(tab.page(), later);
          PatientHands.sees(tab.page(), ".page-" + later);
          Chromium.inspect(tab, "ar-" + later + "-" + view.name());
        }
      }
    }
  }

  @Test
  void red_flags_stand_in_english_beside_a_language_that_nobody_has_reviewed() {
    server.episode = arabic(ContractServer.episodeAt("urgent"));
    try (Tab tab = visit(View.PHONE, "today")) {
      says(tab.page(), "h2 .source[lang=en][dir=ltr]", "Call the clinic's emergency line now");
      Chromium.inspect(tab, "ar-urgent-phone");
      PatientHands.go(tab.page(), "card");
      says(tab.page(), ".flags .source", "You cannot see well");
      assertThat(tab.page().locator(".flags > li").count())
          .isEqualTo(tab.page().locator(".flags > li > .source").count());
    }
  }

  @Test
  void every_text_runs_in_the_direction_of_its_own_letters() {
    server.episode = arabic(ContractServer.episodeAt("urgent"));
    try (Tab tab = visit(View.PHONE, "today")) {
      for (String place : List.of("today", "course", "card", "worried", "photo")) {
        PatientHands.go(tab.page(), place);
        assertThat((List<?>) tab.page().evaluate(WRONG_WAY)).as(place).isEmpty();
      }
      PatientHands.go(tab.page(), "today");
      assertThat((List<?>) tab.page().evaluate(TEXTS)).hasSizeGreaterThan(5);
    }
  }

  @Test
  void the_lips_keep_their_sides_and_a_line_of_days_its_direction() {
    server.episode = arabic(server.episode);
    try (Tab tab = visit(View.PHONE, "massage/where")) {
      assertThat(tab.page().evaluate("getComputedStyle(document.querySelector('svg')).direction"))
          .isEqualTo("ltr");
    }
  }

  @Test
  void a_patient_chooses_her_language_and_keeps_it_without_a_network() {
    try (Tab tab = chromium.tab(View.PHONE, ServiceWorkerPolicy.ALLOW)) {
      Page page = tab.page();
      PatientHands.open(page, server, "phone");
      PatientHands.tap(page, "language-fr");
      says(page, "h1", "Ce téléphone");
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
      PatientHands.kept(page);
      PatientHands.comes(
          page,
          "async () => Boolean(await caches.match('/static/p/words/fr.json')) && navigator.serviceWorker.controller !== null");
      page.context().setOffline(true);
      page.reload();
      says(page, "nav", "Aujourd'hui");
      PatientHands.go(page, "card");
      says(page, "h1", "Carte d'urgence");
      says(page, ".flags .source", "You cannot see well");
    }
  }
}
