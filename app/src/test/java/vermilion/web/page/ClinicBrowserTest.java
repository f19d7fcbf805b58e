package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

class ClinicBrowserTest extends InChromium {

  private static final JtePages PAGES = new JtePages();
  private static final String NAME = "Amira Haddad";

  private static Map<String, Page> pages() {
    return new TreeMap<>(
        Map.of(
            "worklist", ClinicSamples.worklist(NAME),
            "new", ClinicSamples.treatment(FormValues.EMPTY),
            "new-refused", ClinicSamples.treatment(ClinicSamples.refused(NAME)),
            "timeline", ClinicSamples.timeline(NAME),
            "sign-in", ClinicSamples.signIn(),
            "emergency-card", ClinicSamples.card(NAME),
            "mails", ClinicSamples.mails(),
            "problem",
                new ProblemPage(
                    "No such page", "The address is not complete.", "/clinic", "To the worklist")));
  }

  @Test
  void every_page_is_clean_at_every_size_and_scheme() {
    try (ContractServer server = ContractServer.start()) {
      pages().forEach((name, page) -> server.pages.put("/" + name, PAGES.html(page)));
      for (View view : View.ALL) {
        try (Tab tab = chromium.tab(view)) {
          for (String page : pages().keySet()) {
            tab.page().navigate(server.url("/" + page));
            Chromium.inspect(tab, "clinic-" + page + "-" + view.name());
          }
        }
      }
    }
  }

  @Test
  void a_hostile_name_makes_no_element_and_runs_nothing() {
    try (ContractServer server = ContractServer.start();
        Tab tab = chromium.tab(View.DESK)) {
      server.pages.put("/worklist", PAGES.html(ClinicSamples.worklist(ClinicSamples.HOSTILE)));
      server.pages.put(
          "/new",
          PAGES.html(ClinicSamples.treatment(ClinicSamples.refused(ClinicSamples.HOSTILE))));
      server.pages.put("/timeline", PAGES.html(ClinicSamples.timeline(ClinicSamples.HOSTILE)));
      for (String path : server.pages.keySet()) {
        tab.page().navigate(server.url(path));
        assertThat(tab.page().locator("img, [onerror], [onmouseover]").count()).as(path).isZero();
        assertThat(tab.complaints()).as(path).isEmpty();
      }
    }
  }

  @Test
  void the_worklist_goes_on_by_itself_and_says_when_it_cannot() {
    try (ContractServer server = ContractServer.start();
        Tab tab = chromium.tab(View.DESK)) {
      server.pages.put("/clinic", PAGES.html(ClinicSamples.worklist(NAME)));
      var page = tab.page();
      page.clock().install();
      page.navigate(server.url("/clinic"));
      PlaywrightAssertions.assertThat(page.locator("[data-due]").first())
          .hasText(Pattern.compile("6:(0[5-9]|1[0-2])"));
      page.clock().runFor(10_000);
      PlaywrightAssertions.assertThat(page.locator("[data-due]").first())
          .hasText(Pattern.compile("(5:5|6:0)[0-9]"));
      server.pages.put("/clinic", PAGES.html(ClinicSamples.worklist("Zoe Adeyemi")));
      server.live.add("list");
      PlaywrightAssertions.assertThat(page.locator("tbody th a").first()).hasText("Zoe Adeyemi");
      PlaywrightAssertions.assertThat(page.locator("#live")).hasText("live");
      PlaywrightAssertions.assertThat(page)
          .hasTitle(Pattern.compile("\\(4\\) Who needs you now.*"));
      page.clock().runFor(6_000);
      PlaywrightAssertions.assertThat(page.locator("#live"))
          .hasText(Pattern.compile("not live since \\d\\d:20:\\d\\d"));
      PlaywrightAssertions.assertThat(page.locator("#not-known"))
          .containsText("Somebody may need you and not be on this page.");
      PlaywrightAssertions.assertThat(page).hasTitle(Pattern.compile("\\(\\?\\) Not live.*"));
      Chromium.picture(page, "clinic-worklist-not-live");
    }
  }

  @Test
  void the_parts_of_an_order_appear_with_the_choice_of_a_massage() {
    try (ContractServer server = ContractServer.start();
        Tab tab = chromium.tab(View.DESK)) {
      server.pages.put("/new", PAGES.html(ClinicSamples.treatment(FormValues.EMPTY)));
      tab.page().navigate(server.url("/new"));
      PlaywrightAssertions.assertThat(tab.page().locator("#start-hours")).isHidden();
      tab.page().locator("input[name=order][value=massage]").check();
      PlaywrightAssertions.assertThat(tab.page().locator("#start-hours")).isVisible();
      Chromium.picture(tab.page(), "clinic-new-massage");
    }
  }
}
