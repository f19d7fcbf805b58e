package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.web.page.PatientHands.go;
import static vermilion.web.page.PatientHands.press;
import static vermilion.web.page.PatientHands.says;
import static vermilion.web.page.PatientHands.sees;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import vermilion.web.RunningClinic;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

/// How a patient's phone gets in, what she can see and end of it, and what is left when it is out.
class OwnPhoneBrowserTest extends OnRunningClinic {

  @Override
  RunningClinic running() {
    return RunningClinic.real(folder);
  }

  /// Her phone gets in on the hour of the treatment.
  @Override
  void turnClock() {}

  private static void tellBirth(Page page, String day, String month, String year) {
    page.locator("input[name=day]").fill(day);
    page.locator("input[name=month]").fill(month);
    page.locator("input[name=year]").fill(year);
    press(page, "Open my pages");
  }

  private String newLink() {
    return clinic.post("/api/episodes/" + episode + "/link", nurse, "{}").text("patientLink");
  }

  @Test
  void a_link_asks_the_birth_date_once_and_the_phone_stays_in() {
    try (Tab tab = chromium.tab(View.PHONE)) {
      Page page = tab.page();
      page.navigate(link);
      says(page, "h1", "Your date of birth");
      Chromium.inspect(tab, "enrol-phone");
      assertThat(PatientHands.small(page)).isEmpty();
      assertThat(page.url()).doesNotContain("once");

      tellBirth(page, "1", "4", "91");
      says(page, ".wrong", "Write the day");
      tellBirth(page, "1", "4", "1991");
      says(page, ".wrong", "That did not open your pages");
      Chromium.picture(page, "enrol-wrong-phone");
      tellBirth(page, "30", "4", "1991");
      says(page, "h1", "Amira");
      PatientHands.kept(page);
      page.reload();
      says(page, "h1", "Amira");
      page.navigate(link);
      page.waitForURL(address -> !address.contains("once"));
      says(page, "h1", "Amira");
    }
  }

  @Test
  void a_link_that_was_used_tells_nothing_and_keeps_the_way_to_help() {
    try (Tab first = in(View.PHONE, link);
        Tab other = chromium.tab(View.PHONE_DARK)) {
      other.page().navigate(link);
      says(other.page(), "h1", "Your date of birth");
      tellBirth(other.page(), "30", "4", "1991");
      says(other.page(), ".wrong", "ask your clinic for a new one");
      says(other.page(), "main", "Call your clinic, or your emergency number");
      assertThat(other.page().locator("main").textContent()).doesNotContain("Amira");
      Chromium.picture(other.page(), "enrol-used-phone-dark");
      says(first.page(), "h1", "Amira");
    }
  }

  @Test
  void a_phone_that_is_signed_out_forgets_all_but_the_emergency_card() {
    try (Tab lost = in(View.PHONE, link);
        Tab hers = in(View.PHONE_DARK, newLink())) {
      PatientHands.kept(lost.page());
      go(hers.page(), "phone");
      says(hers.page(), "main", "Computer, this one");
      Chromium.inspect(hers, "phones-phone-dark");
      assertThat(PatientHands.small(hers.page())).isEmpty();
      press(hers.page(), "Make a link");
      sees(hers.page(), "svg.qr");
      press(hers.page(), "Sign this one out");
      says(hers.page(), "main", "That phone deletes what it keeps");

      lost.page().reload();
      says(lost.page(), "h1", "Signed out on this phone");
      sees(lost.page(), "a[href='tel:020 7946 0018'], a[href='tel:02079460018']");
      says(lost.page(), "main", "A1182");
      PatientHands.kept(lost.page());
      assertThat(kept(lost.page())).containsExactly("ended");
      Chromium.picture(lost.page(), "signed-out-phone");
      assertThat(Chromium.barriers(lost.page())).isEmpty();

      // The page opens a link in its own address by itself.
      lost.page().navigate(newLink());
      says(lost.page(), "h1", "Your date of birth");
      tellBirth(lost.page(), "30", "4", "1991");
      says(lost.page(), "h1", "Amira");
    }
  }

  @Test
  void the_clinic_sees_her_phones_and_a_locked_link_and_renews_it() {
    try (Tab phone = chromium.tab(View.PHONE);
        Tab desk = chromium.tab(View.DESK)) {
      phone.page().navigate(link);
      for (int day = 1; day <= 5; day++) {
        tellBirth(phone.page(), Integer.toString(day), "4", "1991");
        phone.page().waitForSelector("button:not([disabled]):text('Open my pages')");
      }
      Page page = desk.page();
      page.navigate(clinic.url() + "/clinic/sign-in");
      page.locator("#password").fill(nurse);
      press(page, "Sign in");
      page.navigate(clinic.url() + "/clinic/episodes/" + episode);
      says(page, "main", "The link is locked");
      press(page, "Make a new link");
      String fresh = page.locator("a.own-link").textContent();
      assertThat(fresh).contains(".once.");
      try (Tab other = in(View.PHONE, fresh)) {
        PatientHands.kept(other.page());
        page.navigate(clinic.url() + "/clinic/episodes/" + episode);
        says(page, "section[aria-labelledby=phones-title]", "Computer");
        Chromium.inspect(desk, "clinic-phones-desk");
        press(page, "Sign this one out");
        says(page, "section[aria-labelledby=phones-title]", "No phone is in");
        page.getByText("Print the card").click();
        says(page, "h1", "Emergency card");
        says(page, "main", "Amira Haddad");
        says(page, "ul.times", "March");
        Chromium.inspect(desk, "card-print-desk");
      }
    }
  }

  private Tab in(View view, String with) {
    Tab tab = chromium.tab(view, ServiceWorkerPolicy.ALLOW);
    tab.page().navigate(with);
    tellBirth(tab.page(), "30", "4", "1991");
    says(tab.page(), "h1", "Amira");
    return tab;
  }

  /// The names of what the phone keeps.
  private static List<String> kept(Page page) {
    return ((List<?>)
            page.evaluate(
                """
                () => new Promise(done => {
                  const opening = indexedDB.open('vermilion');
                  opening.onsuccess = () => {
                    const asked = opening.result.transaction('kept').objectStore('kept').getAllKeys();
                    asked.onsuccess = () => { opening.result.close(); done(asked.result); };
                  };
                })\
                """))
        .stream().map(String::valueOf).toList();
  }
}
