package vermilion.web.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/// What a patient does in her pages with a finger, and what she sees; waits for what happens, never
/// by the clock.
final class PatientHands {

  private static final String LINK = "/p/#ep1.token";

  /// Everything to tap that is smaller than a fingertip. A link inside a sentence and the number
  /// beside a slider's own buttons have their sentence or their label around them.
  private static final String SMALL =
      "() => [...document.querySelectorAll('a, button, summary, label, input, textarea')].filter(e"
          + " => !(e.tagName === 'A' && e.closest('p')) && !(e.tagName === 'INPUT' &&"
          + " e.closest('label'))).filter(e => e.checkVisibility()).map(e => [e,"
          + " e.getBoundingClientRect()]).filter(([e, box]) => box.width > 0 && (box.height < 44 ||"
          + " box.width < 44)).map(([e, box]) => `${e.tagName} ${e.textContent.slice(0, 40)}"
          + " ${box.width} x ${box.height}`)";

  /// Gives every question that asks for an answer its first one.
  private static final String BEST =
      """
      () => {
        for (const wrong of document.querySelectorAll('.wrong:not([hidden])')) {
          wrong.closest('fieldset').querySelector('input[type=radio]').click();
        }
      }\
      """;

  private PatientHands() {}

  /// Opens the link in a page and goes to one of its places.
  static void open(Page page, ContractServer server, String path) {
    page.navigate(server.url(LINK));
    page.waitForSelector("nav a");
    go(page, path);
  }

  static void go(Page page, String path) {
    page.evaluate(
        "path => new Promise(done => { addEventListener('hashchange', () => setTimeout(done, 0),"
            + " {once: true}); if (location.hash === '#/' + path) done(); location.hash = '#/' +"
            + " path; })",
        path);
    // A page that is fetched when it is opened comes a moment later.
    page.waitForFunction("() => !document.querySelector('.page-waits')");
  }

  static void answer(Page page, String question, String answer) {
    page.locator("input[name=" + question + "][value='" + answer + "']").click();
  }

  static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  /// Presses the one button of a form and waits until another page stands there.
  static void next(Page page) {
    String before = page.url();
    page.locator("main button[type=submit]").click();
    page.waitForFunction("before => location.href !== before", before);
  }

  static void says(Page page, String where, String words) {
    PlaywrightAssertions.assertThat(page.locator(where).first())
        .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
  }

  static void sees(Page page, String what) {
    PlaywrightAssertions.assertThat(page.locator(what).first()).isVisible();
  }

  /// What is too small to tap.
  static List<String> small(Page page) {
    return ((List<?>) page.evaluate(SMALL)).stream().map(String::valueOf).toList();
  }

  /// Presses what has this key.
  static void tap(Page page, String key) {
    page.locator("[data-key='" + key + "']").click();
  }

  /// Waits until all that the page keeps is written down.
  static void kept(Page page) {
    page.waitForFunction("() => document.documentElement.dataset.keeping === undefined");
  }

  /// How many events of an episode the phone has not sent.
  static int waiting(Page page, String episode) {
    return ((Number) page.evaluate("episode => vermilion.unanswered(episode).length", episode))
        .intValue();
  }

  /// Waits until every event of an episode is sent.
  static void sentAll(Page page, String episode) {
    comes(page, "() => vermilion.unanswered('" + episode + "').length === 0");
  }

  /// Waits until a function of the page, which may take its time, answers yes.
  static void comes(Page page, String function) {
    page.evaluate(
        "async () => { const asked = "
            + function
            + "; for (let times = 0; times < 400; times += 1) { if (await asked()) return; await new"
            + " Promise(done => { setTimeout(done, 25); }); } throw new Error('never: ' + asked); }");
  }

  /// Answers a form with the best answers up to its review.
  static void calmly(Page page, String form) {
    go(page, form);
    while (page.locator("form").count() > 0) {
      String before = page.url();
      page.locator("main button[type=submit]").click();
      if (page.url().equals(before)) {
        page.evaluate(BEST);
      }
    }
    says(page, "h1", "Is this right?");
  }

  /// Tells a worry by its first screen, with a red flag.
  static void worry(Page page, String question) {
    go(page, "worried");
    answer(page, question, "yes");
    next(page);
  }
}
