package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.web.page.PatientHands.go;
import static vermilion.web.page.PatientHands.press;
import static vermilion.web.page.PatientHands.says;
import static vermilion.web.page.PatientHands.sees;
import static vermilion.web.page.PatientHands.tap;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import vermilion.web.RunningClinic;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

/// She lets somebody in whom she trusts, who answers for her on another phone until she ends it.
class ConfidantBrowserTest extends OnRunningClinic {

  @Override
  RunningClinic running() {
    return RunningClinic.real(folder);
  }

  /// Her phone gets in on the hour of the treatment.
  @Override
  void turnClock() {}

  private Tab in(View view, String with, String open) {
    Tab tab = chromium.tab(view, ServiceWorkerPolicy.ALLOW);
    tab.page().navigate(with);
    sees(tab.page(), "input[name=day]");
    tab.page().locator("input[name=day]").fill("30");
    // News that draws the page again leaves what was typed.
    tab.page().evaluate("dispatchEvent(new Event('redraw'))");
    tab.page().locator("input[name=month]").fill("4");
    tab.page().locator("input[name=year]").fill("1991");
    press(tab.page(), open);
    return tab;
  }

  private static String letIn(Page page, String name, String number, String... may) {
    go(page, "helpers");
    tap(page, "new");
    page.locator("#helper-name").fill(name);
    for (String right : may) {
      page.locator("input[name=" + right + "]").check();
    }
    page.locator("#helper-phone").fill(number);
    // She presses on before the clinic has heard of the helper.
    List<Route> held = new ArrayList<>();
    Predicate<String> events = url -> url.endsWith("/events");
    page.route(events, held::add);
    tap(page, "save");
    page.locator("section[aria-label=" + name + "] [data-key^=make]").click();
    page.unroute(events);
    assertThat(held).isNotEmpty();
    held.forEach(Route::resume);
    sees(page, "svg.qr");
    return page.locator("p.own-link").textContent();
  }

  @Test
  void a_helper_whom_she_lets_in_answers_for_her_until_she_ends_it() {
    try (Tab tab = in(View.PHONE, link, "Open my pages")) {
      Page hers = tab.page();
      says(hers, "h1", "Amira");
      go(hers, "phone");
      tap(hers, "helpers");
      says(hers, "main", "No one is let in");
      Chromium.inspect(tab, "helpers-none-phone");
      tap(hers, "new");
      assertThat(hers.locator("input:checked").count()).isZero();
      tap(hers, "save");
      says(hers, ".wrong", "Write a first name");
      Chromium.inspect(tab, "helpers-new-phone");
      assertThat(PatientHands.small(hers)).isEmpty();
      String with = letIn(hers, "Sam", "020 7946 0003", "answer", "call");
      Chromium.inspect(tab, "helpers-link-phone");
      assertThat(PatientHands.small(hers)).isEmpty();

      try (Tab other = chromium.tab(View.PHONE_DARK, ServiceWorkerPolicy.ALLOW)) {
        helps(other, with);
        assertThat(clinic.get("/api/worklist", nurse).text()).contains("\"level\":\"emergency\"");
        hers.reload();
        go(hers, "course");
        says(hers, "main", "answered by Sam, a helper");
        go(hers, "helpers");
        says(hers, "main", "Clinic north may call: 020 7946 0003");
        hers.locator("section[aria-label=Sam] [data-key^=end]").click();
        says(hers, "main", "No one is let in");
        PatientHands.sentAll(hers, episode);
        other.page().reload();
        says(other.page(), "h1", "Signed out on this phone");
        sees(other.page(), "a[href='tel:02079460018']");
      }
    }
  }

  /// What a helper sees and does: the page is hers, the questions are hers, the answer is his.
  private static void helps(Tab tab, String with) {
    Page page = tab.page();
    page.navigate(with);
    says(page, "legend", "the person born whom you help");
    Chromium.inspect(tab, "helper-door-phone-dark");
    page.locator("input[name=day]").fill("30");
    page.locator("input[name=month]").fill("4");
    page.locator("input[name=year]").fill("1991");
    press(page, "Open my pages");
    says(page, "h1", "You help Amira");
    says(page, "#banner", "This page is about Amira, not about you");
    Chromium.inspect(tab, "helper-today-phone-dark");
    assertThat(PatientHands.small(page)).isEmpty();
    go(page, "phone");
    says(page, "h1", "This phone");
    assertThat(page.locator("[data-key=helpers], [data-key=leaving], [data-key=one-more]").count())
        .isZero();
    go(page, "write");
    says(page, "h1", "You help Amira");
    tap(page, "worried");
    PatientHands.worry(page, "vision");
    says(page, "main", "999");
    says(page, "#banner", "This page is about Amira");
    Chromium.inspect(tab, "helper-emergency-phone-dark");
  }

  @Test
  void both_sides_read_it_in_arabic_and_the_clinic_sees_whom_it_may_call() {
    try (Tab tab = in(View.PHONE_DARK, link, "Open my pages");
        Tab desk = chromium.tab(View.DESK)) {
      Page hers = tab.page();
      says(hers, "h1", "Amira");
      go(hers, "phone");
      tap(hers, "language-ar");
      hers.waitForSelector("html[lang=ar]");
      go(hers, "helpers");
      tap(hers, "new");
      Chromium.inspect(tab, "helpers-new-arabic-phone-dark");
      String with = letIn(hers, "Sam", "020 7946 0003", "look", "call");
      Chromium.inspect(tab, "helpers-arabic-phone-dark");
      try (Tab other = in(View.DESK, with, "Open my pages")) {
        says(other.page(), "h1", "You help Amira");
        go(other.page(), "worried");
        says(other.page(), "h1", "Only Amira can answer here");
        Chromium.inspect(other, "helper-may-look-desk");
        go(other.page(), "phone");
        tap(other.page(), "language-ar");
        other.page().waitForSelector("html[lang=ar]");
        go(other.page(), "today");
        Chromium.inspect(other, "helper-today-arabic-desk");
      }
      Page page = desk.page();
      page.navigate(clinic.url() + "/clinic/sign-in");
      page.locator("#password").fill(nurse);
      press(page, "Sign in");
      page.navigate(clinic.url() + "/clinic/episodes/" + episode);
      says(page, "section[aria-labelledby=helpers-title]", "020 7946 0003");
      Chromium.inspect(desk, "clinic-helpers-desk");
      page.locator("section[aria-labelledby=helpers-title] button").click();
      says(page, "section[aria-labelledby=past-title]", "Helper ended");
      assertThat(page.locator("section[aria-labelledby=helpers-title]").count()).isZero();
    }
  }
}
