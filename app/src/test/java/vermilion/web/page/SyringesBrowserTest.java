package vermilion.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.service.StaffRole;
import vermilion.web.Colleagues;
import vermilion.web.RunningClinic;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

/// An injector records what she used, syringe by syringe.
class SyringesBrowserTest extends InChromium {

  private static final String CODE = "(01)09506000134352(17)270531(10)AB-1182";
  private static final String EXPIRED = "(01)09506000134352(17)260228(10)CD-7";

  @TempDir Path folder;
  private RunningClinic clinic;
  private String cookie = "";

  @BeforeEach
  void start() {
    clinic = RunningClinic.real(folder);
    Colleagues colleagues = new Colleagues(clinic);
    cookie = colleagues.cookie(colleagues.colleague("north", "Dr A. Okafor", StaffRole.INJECTOR));
  }

  @AfterEach
  void stop() {
    clinic.close();
  }

  private Page page(Tab tab) {
    Page page = tab.page();
    page.context()
        .addCookies(
            List.of(
                new Cookie("vermilion", cookie.substring(cookie.indexOf('=') + 1))
                    .setUrl(clinic.url() + "/clinic")));
    page.navigate(clinic.url() + "/clinic/new");
    page.fill("#name", "Amira Haddad");
    page.fill("#birth-date", "1991-04-30");
    page.fill("#treated-time", "14:20");
    page.selectOption("#filler", "hyaluronic-acid");
    page.selectOption("#protocol", "lip-ha");
    page.fill("#product", "Example Lip 1");
    page.fill("#volume-ml", "0.5");
    return page;
  }

  private static void send(Page page) {
    page.locator("button[type=submit]", new Page.LocatorOptions().setHasText("Record and sign"))
        .click();
  }

  @Test
  void the_codes_of_two_boxes_fill_in_lot_and_day_and_are_kept() {
    try (Tab tab = chromium.tab(View.DESK)) {
      Page page = page(tab);
      page.fill("#udi", CODE);
      // By keyboard: the second syringe opens with Enter on its line.
      page.locator("summary", new Page.LocatorOptions().setHasText("Syringe 2")).press("Enter");
      page.fill("#udi-2", "010950600013435217271231" + "10EF9");
      page.fill("#volume-ml-2", "0.25");
      send(page);

      assertThat(page.locator("main"))
          .containsText("Example Lip 1, lot AB-1182, expires 2027-05-31, 0.5 ml, " + CODE);
      assertThat(page.locator("main")).containsText("lot EF9, expires 2027-12-31, 0.25 ml");
      assertThat(page.locator("main")).containsText("AB-1182, EF9");
      assertThat(page.locator("main")).containsText("0.75 ml");
      Chromium.inspect(tab, "syringes-recorded-desk");
    }
  }

  @Test
  void a_wrong_code_is_named_by_its_place_and_an_expired_syringe_stops_until_a_reason() {
    for (View view : View.ALL) {
      try (Tab tab = chromium.tab(view)) {
        Page page = page(tab);
        page.fill("#udi", CODE.replace("4352", "4353"));
        send(page);
        assertThat(page.locator("#udi-wrong")).containsText("At character 18 the code has \"3\"");

        page.fill("#udi", EXPIRED);
        page.fill("#lot", "CD-8");
        send(page);
        assertThat(page.locator("#lot-wrong")).containsText("CD-7, as its code says");
        assertThat(page.locator("#expired-reason-wrong")).containsText("expired on 2026-02-28");
        assertThat(page.locator(".wrongs")).containsText("Nothing has been saved");
        Chromium.picture(page, "syringes-refused-" + view.name());
        org.assertj.core.api.Assertions.assertThat(Chromium.barriers(page)).isEmpty();
        org.assertj.core.api.Assertions.assertThat(Chromium.overhang(page)).isZero();

        page.fill("#lot", "");
        page.fill("#expired-reason", "Agreed with the patient, none other in the house");
        send(page);
        assertThat(page.locator("main"))
            .containsText("lot CD-7, expires 2026-02-28, 0.5 ml, " + EXPIRED);
        assertThat(page.locator("main")).containsText("used after its day: Agreed with the");
      }
    }
  }
}
