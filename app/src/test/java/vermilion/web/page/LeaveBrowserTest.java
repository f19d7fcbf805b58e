package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.web.page.PatientHands.go;
import static vermilion.web.page.PatientHands.says;
import static vermilion.web.page.PatientHands.tap;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

/// A patient leaves by her own buttons, with and without a network, and comes back.
class LeaveBrowserTest extends OnRunningClinic {

  private static final View DESK_DARK = new View("desk-dark", 1440, 900, ColorScheme.DARK);

  private Tab leaving(View view, String language) {
    Tab tab = phone(view, NOW);
    if (!language.equals("en")) {
      go(tab.page(), "phone");
      tap(tab.page(), "language-" + language);
      tab.page().waitForSelector("html[lang=" + language + "]");
    }
    go(tab.page(), "leaving");
    tab.page().waitForSelector("[data-key=copy]");
    return tab;
  }

  @Test
  void she_stops_her_check_ins_without_a_network_and_is_told_what_is_true() {
    try (Tab tab = leaving(View.PHONE, "en")) {
      Page page = tab.page();
      Chromium.inspect(tab, "leaving-phone");
      assertThat(PatientHands.small(page)).isEmpty();
      page.context().setOffline(true);
      tap(page, "leave-check-ins");
      says(page, "main", "you have to tell us by yourself");
      Chromium.picture(page, "leaving-sure-phone");
      tap(page, "sure");
      says(page, "main", "The clinic does not know it yet");
      go(page, "today");
      says(page, "main", "You are not asked anything now");
      assertThat(page.locator("main").textContent()).doesNotContain("Start check-in");

      page.context().setOffline(false);
      page.evaluate("dispatchEvent(new Event('online'))");
      PatientHands.sentAll(page, episode);
      go(page, "leaving");
      says(page, "main", "It has to answer by");
      clinic.post(
          "/api/episodes/" + episode + "/events",
          nurse,
          "[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"type\":\"leave-answered\",\"at\":\""
              + NOW
              + "\",\"leave\":\"check-ins\",\"text\":\"Nothing was open.\"}]");
      page.reload();
      says(page, "main", "Nothing was open.");
      // The browser has complained that there was no network, as it should.
      assertThat(Chromium.barriers(page)).isEmpty();
      Chromium.picture(page, "leaving-answered-phone");
      tap(page, "back-check-ins");
      PatientHands.sentAll(page, episode);
      page.waitForSelector("[data-key=leave-check-ins]");
    }
  }

  @Test
  void a_copy_of_her_data_is_whole_with_a_network_and_says_so_without() throws IOException {
    try (Tab tab = leaving(DESK_DARK, "en")) {
      Page page = tab.page();
      Download whole = page.waitForDownload(() -> tap(page, "copy"));
      assertThat(Files.readString(whole.path()))
          .contains("\"whole\": true", "\"type\": \"opened\"", "Amira Haddad");
      says(page, "main", "It has all that the clinic has kept");
      Chromium.inspect(tab, "leaving-copied-desk-dark");
      page.context().setOffline(true);
      Download part = page.waitForDownload(() -> tap(page, "copy"));
      assertThat(Files.readString(part.path()))
          .contains("\"whole\": false", "Amira Haddad")
          .doesNotContain("\"events\"");
      says(page, "main", "only what is on this phone");
    }
  }

  @Test
  void every_state_is_clean_in_the_dark_and_from_right_to_left() {
    try (Tab tab = leaving(View.PHONE_DARK, "ar")) {
      Chromium.inspect(tab, "leaving-arabic-phone-dark");
      tap(tab.page(), "leave-erasure");
      tab.page().waitForSelector("[data-key=sure]");
      Chromium.inspect(tab, "leaving-erasure-arabic-phone-dark");
      tap(tab.page(), "sure");
      tab.page().waitForSelector("[data-key=back-erasure]");
      go(tab.page(), "today");
      tab.page().waitForSelector("[data-key=leaving]");
      Chromium.inspect(tab, "leaving-today-arabic-phone-dark");
    }
    try (Tab tab = leaving(View.DESK, "en")) {
      Chromium.inspect(tab, "leaving-desk");
      tap(tab.page(), "leave-clinic");
      tab.page().waitForSelector("#leave-to");
      Chromium.inspect(tab, "leaving-clinic-desk");
    }
  }
}
