package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.web.RunningClinic;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

class LearnBrowserTest extends InChromium {

  @TempDir static Path folder;
  private static RunningClinic clinic;

  @BeforeAll
  static void open() {
    clinic = RunningClinic.in(folder);
  }

  @AfterAll
  static void shut() {
    clinic.close();
  }

  @Test
  void every_page_is_clean_at_every_size_and_scheme() {
    List<String> paths =
        List.of(
            "",
            "/call-at-once",
            "/bruise-or-blocked-vessel",
            "/day-by-day",
            "/massage",
            "/what-to-avoid",
            "/questions-first-two-days",
            "/subscribe",
            "/leave/" + clinic.leaving());
    for (View view : View.ALL) {
      try (Tab tab = chromium.tab(view)) {
        for (String path : paths) {
          tab.page().navigate(clinic.url() + "/learn" + path);
          String name = path.isEmpty() ? "list" : path.split("/", -1)[1];
          Chromium.inspect(tab, "learn-" + name + "-" + view.name());
        }
      }
    }
  }

  @Test
  void a_citation_leads_to_its_source_by_keyboard() {
    try (Tab tab = chromium.tab(View.PHONE)) {
      tab.page().navigate(clinic.url() + "/learn/massage");
      tab.page().locator("a.cite").first().focus();
      tab.page().keyboard().press("Enter");
      assertThat(tab.page().url()).endsWith("#source-S38");
      assertThat(tab.page().locator("li:target a").getAttribute("href")).startsWith("https://");
    }
  }
}
