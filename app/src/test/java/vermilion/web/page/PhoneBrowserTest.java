package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.web.page.PatientHands.answer;
import static vermilion.web.page.PatientHands.go;
import static vermilion.web.page.PatientHands.kept;
import static vermilion.web.page.PatientHands.next;
import static vermilion.web.page.PatientHands.says;
import static vermilion.web.page.PatientHands.tap;
import static vermilion.web.page.PatientHands.worry;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

/// What the phone keeps, and what becomes of it: killed, full, two tabs, a server in trouble, a new
/// version.
class PhoneBrowserTest extends OnPatientPages {

  private static final String LINK = "/p/#ep1.token";

  /// From here on the browser keeps nothing more.
  private static final String FULL =
      """
      for (const name of ['put', 'add']) {
        IDBObjectStore.prototype[name] = () => { throw new DOMException('full', 'QuotaExceededError'); };
      }\
      """;

  @Test
  void what_is_kept_is_sealed_with_a_key_that_nobody_can_read_out() {
    server.down = true;
    try (Tab tab = visit()) {
      worry(tab.page(), "airway");
      kept(tab.page());
      Object found =
          tab.page()
              .evaluate(
                  """
                  async () => {
                    const ask = (request) => new Promise((done, no) => { request.onsuccess = () => done(request.result); request.onerror = no; });
                    const db = await ask(indexedDB.open('vermilion'));
                    const all = (name) => ask(db.transaction(name).objectStore(name).getAll());
                    const [key] = await all('key');
                    const records = [...await all('kept'), ...await all('queue')];
                    const shapes = new Set(records.map((each) => Object.keys(each).sort().join()));
                    const text = records.map((each) => new TextDecoder('latin1').decode(each.sealed)).join();
                    const out = await crypto.subtle.exportKey('raw', key).then(() => 'out', () => 'refused');
                    return [records.length, [...shapes].join(' '), text.includes('Amira') || text.includes('airway'), key.extractable, out, localStorage.length];
                  }\
                  """);
      List<?> facts = (List<?>) found;
      assertThat(((Number) facts.getFirst()).intValue()).isGreaterThanOrEqualTo(4);
      assertThat(facts.subList(1, 6)).isEqualTo(List.of("iv,sealed", false, false, "refused", 0));
    }
  }

  @Test
  void what_an_earlier_version_kept_in_the_clear_is_moved_over_and_deleted() {
    try (Tab tab = chromium.tab(View.PHONE)) {
      Page page = tab.page();
      page.navigate(server.url("/static/icon.svg"));
      page.evaluate(
          """
          view => {
            localStorage.setItem('vermilion.link', JSON.stringify({episode: 'ep1', token: 'token'}));
            localStorage.setItem('vermilion.ep1.view', JSON.stringify({view, receivedAt: Date.now()}));
            localStorage.setItem('vermilion.ep1.queue', JSON.stringify([{id: '0f8fad5b-d9cb-469f-a165-70867728950e', type: 'contact', at: '2026-04-01T13:00:00Z', form: 'none', text: 'from before'}]));
          }\
          """,
          page.evaluate("text => JSON.parse(text)", server.episode));
      page.navigate(server.url("/p/"));
      page.waitForSelector("nav a");
      PatientHands.sentAll(page, "ep1");
      assertThat(server.taken).containsExactly("0f8fad5b-d9cb-469f-a165-70867728950e");
      assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
    }
  }

  @Test
  void an_app_that_was_killed_sends_what_it_kept_once_and_in_order() {
    server.down = true;
    try (Tab tab = visit()) {
      BrowserContext phone = tab.page().context();
      worry(tab.page(), "airway");
      worry(tab.page(), "vision");
      tab.page().close();
      List<String> tried = server.postedIds();
      server.down = false;
      Page again = phone.newPage();
      again.navigate(server.url("/p/"));
      again.waitForSelector("nav a");
      PatientHands.sentAll(again, "ep1");
      assertThat(server.taken).hasSize(2).startsWith(tried.getFirst()).doesNotHaveDuplicates();
      assertThat(server.posted.getLast()).contains("\"vision\":\"yes\"");
    }
  }

  @Test
  void two_tabs_of_one_phone_send_each_answer_once() {
    server.down = true;
    try (Tab tab = visit()) {
      Page one = tab.page();
      Page other = one.context().newPage();
      other.navigate(server.url("/p/"));
      other.waitForSelector("nav a");
      worry(one, "airway");
      worry(other, "vision");
      server.down = false;
      for (Page page : List.of(one, other)) {
        page.evaluate("void vermilion.flush()");
      }
      PatientHands.sentAll(one, "ep1");
      PatientHands.sentAll(other, "ep1");
      says(one, "main", "Sent");
      assertThat(server.taken).hasSize(2).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_phone_that_is_full_says_so_and_still_sends() {
    try (Tab tab = visit()) {
      Page page = tab.page();
      server.down = true;
      page.evaluate("() => { " + FULL + " }");
      worry(page, "airway");
      says(page, "main", "Keep this page open");
      server.down = false;
      tap(page, "again");
      PatientHands.sentAll(page, "ep1");
      assertThat(server.taken).hasSize(1);
    }
  }

  @Test
  void a_session_goes_on_after_the_app_was_killed_in_the_middle_of_it() {
    try (Tab tab = visit()) {
      Page page = tab.page();
      go(page, "massage/how");
      page.locator("main .actions button").first().click();
      says(page, "main", "of 1 minute");
      kept(page);
      BrowserContext phone = page.context();
      page.close();
      Page again = phone.newPage();
      again.navigate(server.url("/p/"));
      says(again, "main", "of 1 minute");
      again.getByText("It hurts, stop").click();
      answer(again, "pain", "2");
      answer(again, "colour", "usual");
      next(again);
      PatientHands.sentAll(again, "ep1");
      assertThat(server.taken).hasSize(2).doesNotHaveDuplicates();
    }
  }

  @Test
  void what_the_clinic_does_not_take_is_shown_and_kept_until_it_was_read() {
    server.refusal = "The episode is full.";
    try (Tab tab = visit()) {
      Page page = tab.page();
      worry(page, "airway");
      go(page, "today");
      says(page, "main", "The clinic did not take your message");
      says(page, "main", "The episode is full.");
      kept(page);
      page.reload();
      says(page, "main", "The clinic did not take your message");
      page.getByText("I have read this").click();
      assertThat(page.locator("main").textContent()).doesNotContain("did not take");
    }
  }

  @Test
  void a_server_in_trouble_is_asked_less_and_less_often() {
    server.down = true;
    try (Tab tab = chromium.tab(View.PHONE)) {
      Page page = tab.page();
      page.clock().install();
      page.navigate(server.url(LINK));
      page.waitForSelector("nav a");
      worry(page, "airway");
      for (int quarter = 0; quarter < 40; quarter++) {
        page.clock().runFor(15_000);
        PatientHands.comes(page, "() => !vermilion.link.sending");
      }
      assertThat(server.posted.size()).isBetween(2, 20);
    }
  }

  @Test
  void a_phone_whose_clock_is_a_day_ahead_shows_the_clinics_time_and_sends_its_own() {
    try (Tab tab = chromium.tab(View.PHONE)) {
      Page page = tab.page();
      Instant ahead = Instant.parse("2026-04-02T13:20:00Z");
      page.clock().install(new Clock.InstallOptions().setTime(ahead.toEpochMilli()));
      page.navigate(server.url(LINK));
      page.waitForSelector("nav a");
      says(page, "main", "Day 3 · Wednesday 14:2");
      worry(page, "airway");
      PatientHands.sentAll(page, "ep1");
      assertThat(server.posted.getLast()).contains("\"at\":\"2026-04-02T13:2");
    }
  }

  @Test
  void a_new_version_waits_until_the_session_is_over() {
    try (Tab tab = chromium.tab(View.PHONE, ServiceWorkerPolicy.ALLOW)) {
      Page page = tab.page();
      page.navigate(server.url(LINK));
      page.waitForFunction("() => navigator.serviceWorker.controller !== null");
      go(page, "massage/how");
      page.locator("main .actions button").first().click();
      says(page, "main", "of 1 minute");
      page.evaluate("window.before = true");
      server.changed.put("static/p/main.js", ContractServer.file("static/p/main.js") + "//\n");
      page.evaluate("navigator.serviceWorker.ready.then(one => one.update()).then(() => true)");
      PatientHands.comes(
          page,
          "() => navigator.serviceWorker.getRegistration().then(one => one.waiting !== null)");
      page.getByText("It hurts, stop").click();
      says(page, "h1", "Stopped. Take your hands away.");
      assertThat(page.evaluate("window.before")).isEqualTo(true);
      answer(page, "pain", "2");
      answer(page, "colour", "usual");
      next(page);
      go(page, "today");
      page.waitForFunction("() => window.before === undefined");
      says(page, "h1", "Amira");
      assertThat(server.taken).hasSize(2);
    }
  }

  @Test
  void signing_out_leaves_nothing_on_the_phone() {
    try (Tab tab = visit()) {
      Page page = tab.page();
      go(page, "phone");
      says(page, "main", "Everything that you told us has reached the clinic.");
      tap(page, "sign-out");
      tap(page, "forget");
      says(page, "h1", "This link is not complete");
      assertThat(
              page.evaluate(
                  "indexedDB.databases().then(all => all.length === 0 ? [] : [vermilion.read('link')])"))
          .isIn(List.of(), java.util.Collections.singletonList(null));
    }
  }

  @Test
  void in_discreet_mode_the_window_says_nothing_of_a_clinic_and_leaving_shows_nothing() {
    try (Tab tab = visit()) {
      Page page = tab.page();
      go(page, "phone");
      Chromium.inspect(tab, "this-phone");
      tap(page, "discreet");
      tab.page().waitForFunction("() => document.title === 'Daybook'");
      assertThat(page.locator("link[rel=icon]").getAttribute("href")).contains("plain");
      page.context().setOffline(true);
      tap(page, "place-leave");
      page.waitForURL("about:blank");
      page.context().setOffline(false);
      page.navigate(server.url("/p/"));
      page.waitForSelector("#shut");
      assertThat(page.locator("main").isVisible()).isFalse();
      page.getByText("Open").click();
      page.waitForSelector("nav a");
    }
  }

  private Tab visit() {
    Tab tab = chromium.tab(View.PHONE);
    tab.page().navigate(server.url(LINK));
    tab.page().waitForSelector("nav a");
    return tab;
  }
}
