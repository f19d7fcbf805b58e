package vermilion.web.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

/// What a patient does in her pages, and what she sees.
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

  private PatientHands() {}

  /// Opens the link on a fresh phone and goes to a page.
  static Tab visit(Chromium chromium, ContractServer server, View view, String path) {
    Tab tab = chromium.tab(view);
    open(tab.page(), server, path);
    return tab;
  }

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
        .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(5_000));
  }

  static void sees(Page page, String what) {
    PlaywrightAssertions.assertThat(page.locator(what).first()).isVisible();
  }

  /// What is too small to tap.
  static List<String> small(Page page) {
    return ((List<?>) page.evaluate(SMALL)).stream().map(String::valueOf).toList();
  }
}
