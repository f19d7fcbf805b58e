package vermilion.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermilion.episode.Author;
import vermilion.service.Access;
import vermilion.service.StaffRole;
import vermilion.web.Colleagues;
import vermilion.web.RunningClinic;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

/// The day of a clinic, with two of its staff at work at once: treat, sign, alert, take over, ring,
/// write, book, lift, close. Nobody overwrites what she has not seen.
class DayBrowserTest extends InChromium {

  private static final View DESK_DARK = new View("desk-dark", 1440, 900, ColorScheme.DARK);
  private static final Pattern RECORD = Pattern.compile("/clinic/episodes/([0-9a-f-]{36})");

  private static final String PALE = "\"answers\":{\"colour\":\"pale\"}";

  @TempDir Path folder;
  private RunningClinic clinic;
  private Colleagues colleagues;
  private String doctor = "";
  private String nurse = "";

  @BeforeEach
  void start() {
    clinic = RunningClinic.real(folder);
    colleagues = new Colleagues(clinic);
    doctor = colleagues.cookie(colleagues.colleague("north", "Dr Okafor", StaffRole.INJECTOR));
    nurse = colleagues.cookie(colleagues.colleague("north", "Nurse Kay", StaffRole.NURSE));
  }

  @AfterEach
  void stop() {
    clinic.close();
  }

  private Tab at(View view, String cookie, String path) {
    Tab tab = chromium.tab(view);
    tab.page()
        .context()
        .addCookies(
            List.of(
                new Cookie("vermilion", cookie.substring(cookie.indexOf('=') + 1))
                    .setUrl(clinic.url() + "/clinic")));
    tab.page().navigate(clinic.url() + path);
    return tab;
  }

  private static Locator row(Page page) {
    return page.locator("#rows tbody tr");
  }

  private static Locator beside(Page page) {
    return page.locator("#beside");
  }

  /// Somebody treats a patient and signs an order of massage; the id of the episode.
  private String treated(String cookie) {
    try (Tab tab = at(View.DESK, cookie, "/clinic/new")) {
      Page page = tab.page();
      page.locator("#name").fill("Amira Haddad");
      page.locator("#birth-date").fill("1991-04-30");
      page.locator("#treated-date").fill("2026-03-25");
      page.locator("#treated-time").fill("13:30");
      page.locator("#filler").selectOption("hyaluronic-acid");
      page.locator("input[name=order][value=massage]").check();
      page.locator("#where input").first().check();
      page.locator("form[action='/clinic/new'] button[type=submit]").click();
      assertThat(page.locator("h1")).hasText("Amira Haddad");
      assertThat(page.locator("main")).containsText("Massage ordered");
      var record = RECORD.matcher(page.content());
      Assertions.assertThat(record.find()).isTrue();
      return record.group(1);
    }
  }

  /// She tells it by her app.
  private void tells(String episode, String said) {
    String token =
        clinic.token(
            new Access("north", new Author(Author.Role.PATIENT, "patient"), Optional.of(episode)));
    String event =
        "[{\"id\":\"%s\",\"type\":\"contact\",\"at\":\"%s\",\"complete\":false,%s}]"
            .formatted(UUID.randomUUID(), clinic.now(), said);
    Assertions.assertThat(clinic.post("/api/episodes/" + episode + "/events", token, event).text())
        .contains("accepted");
  }

  private static void note(String what, long since) {
    long millis = Duration.ofNanos(System.nanoTime() - since).toMillis();
    System.out.println("NOTE: " + what + ": " + millis + " ms");
  }

  private static void live(Page page) {
    assertThat(page.locator("#live")).hasText("live");
  }

  @Test
  void two_of_the_staff_see_a_patient_through_her_day_and_overwrite_nothing() {
    String episode = treated(doctor);
    try (Tab one = at(View.DESK, doctor, "/clinic");
        Tab two = at(View.PHONE, nurse, "/clinic")) {
      Page hers = one.page();
      Page nurses = two.page();
      live(hers);
      live(nurses);
      assertThat(hers.locator("#nobody-said")).hasText("Nobody needs you now.");
      long reported = System.nanoTime();
      tells(episode, PALE);
      assertThat(row(nurses)).hasCount(1);
      note("from her report to the row on a nurse's screen", reported);
      assertThat(row(hers)).containsText("Amira Haddad");

      takenOver(hers, nurses);
      rungAndWritten(hers, nurses);
      booked(hers, nurses, episode);
      lifted(hers, nurses);
      closed(hers, nurses);
      Assertions.assertThat(
              clinic.get("/api/episodes/" + episode + "/events?after=0", token()).text())
          .contains("We rang you at 15:05.", "Rang twice.", "She says it is better.")
          .contains("hold-lifted", "level-lowered", "taken-over", "review-booked");
      // Nothing but the forms that were not taken, which the browser tells.
      Assertions.assertThat(one.complaints()).allMatch(text -> text.contains("status of 4"));
      Assertions.assertThat(two.complaints()).allMatch(text -> text.contains("status of 4"));
    }
  }

  private String token() {
    return clinic.clinician("north");
  }

  /// A key on one screen shows on the other.
  private static void takenOver(Page hers, Page nurses) {
    nurses.keyboard().press("j");
    long pressed = System.nanoTime();
    nurses.keyboard().press("a");
    assertThat(row(hers)).containsText("Read: Nurse Kay");
    note("from a key to the other's screen", pressed);
    hers.keyboard().press("j");
    hers.keyboard().press("t");
    assertThat(row(nurses)).containsText("Dr Okafor looks after her since");
    assertThat(row(hers).locator("[data-key=t]")).hasCount(0);
    assertThat(row(nurses).locator("[data-key=t]")).hasCount(1);
    Chromium.picture(hers, "day-taken-over-desk");
    Chromium.picture(nurses, "day-taken-over-phone");
  }

  /// The nurse writes while the doctor rings: she reads of it before her words go.
  private static void rungAndWritten(Page hers, Page nurses) {
    nurses.keyboard().press("w");
    beside(nurses).locator("#message").fill("We rang you at 15:05. Please come in.");
    Chromium.picture(nurses, "day-write-phone");
    hers.keyboard().press("r");
    beside(hers).locator("input[value=no-answer]").check();
    beside(hers).locator("#rang-note").fill("Rang twice.");
    Chromium.picture(hers, "day-rang-desk");
    beside(hers).locator("details[data-part=r] button").click();
    assertThat(row(nurses)).containsText("Rang her: no answer (Dr Okafor");
    beside(nurses).locator("details[data-part=w] button").click();
    assertThat(beside(nurses).locator("h1")).hasText("Something came meanwhile");
    assertThat(beside(nurses)).containsText("Rang twice.");
    assertThat(beside(nurses)).containsText("We rang you at 15:05. Please come in.");
    Chromium.picture(nurses, "day-meanwhile-phone");
    Assertions.assertThat(Chromium.barriers(nurses)).isEmpty();
    beside(nurses).locator("#send-again button").click();
    assertThat(beside(nurses)).isHidden();
  }

  /// What is typed and not sent is there again.
  private void booked(Page hers, Page nurses, String episode) {
    hers.keyboard().press("j");
    hers.keyboard().press("b");
    beside(hers).locator("#review-at").fill("2026-03-26T10:30");
    beside(hers).locator("#review-where").fill("Room 2");
    hers.keyboard().press("Escape");
    assertThat(beside(hers)).isHidden();
    hers.keyboard().press("b");
    assertThat(beside(hers)).isVisible();
    assertThat(beside(hers).locator("#review-where")).hasValue("Room 2");
    Chromium.picture(hers, "day-book-desk");
    beside(hers).locator("details[data-part=b] button").first().click();
    assertThat(row(nurses)).containsText("Review Thu 26 March 10:30 with Dr Okafor, Room 2");
    Assertions.assertThat(clinic.get("/api/episodes/" + episode, token()).text())
        .contains("\"review\":{\"time\":\"2026-03-26T10:30:00Z\",\"with\":\"Dr Okafor\"");
  }

  /// A decision made before a new answer came waits for it to be read.
  private static void lifted(Page hers, Page nurses) {
    hers.keyboard().press("h");
    beside(hers).locator("#lift-reason").fill("seen here, pink again");
    nurses.keyboard().press("r");
    beside(nurses).locator("input[value=reached]").check();
    beside(nurses).locator("#rang-note").fill("She says it is better.");
    beside(nurses).locator("details[data-part=r] button").click();
    assertThat(row(hers)).containsText("Rang her, and spoke to her (Nurse Kay");
    beside(hers).locator("details[data-part=h] button").click();
    assertThat(beside(hers).locator("h1")).hasText("Something came meanwhile");
    assertThat(beside(hers)).containsText("She says it is better.");
    Chromium.picture(hers, "day-meanwhile-desk");
    beside(hers).locator("#send-again button").click();
    assertThat(beside(hers)).isHidden();
  }

  /// Urgent is closed only by somebody who has seen her.
  private static void closed(Page hers, Page nurses) {
    nurses.keyboard().press("m");
    assertThat(beside(nurses).locator("details[data-part=l]")).hasCount(0);
    nurses.keyboard().press("Escape");
    hers.keyboard().press("l");
    Locator lower = beside(hers).locator("details[data-part=l]");
    lower.locator("select").selectOption("self-care");
    lower.locator("[name=lower-reason]").fill("seen here, pink again");
    lower.locator("button").click();
    assertThat(beside(hers).locator(".wrongs"))
        .containsText("urgent is lowered only after seeing the patient");
    assertThat(lower.locator("[name=lower-reason]")).hasValue("seen here, pink again");
    Chromium.picture(hers, "day-lower-refused-desk");
    lower.locator("[name=lower-seen]").check();
    lower.locator("button").click();
    assertThat(beside(hers)).isHidden();
    assertThat(row(nurses)).hasCount(0);
    assertThat(hers.locator("#nobody-said")).hasText("Nobody needs you now.");
  }

  @Test
  void the_front_desk_asks_on_the_telephone_and_reads_what_to_do_and_whom_to_bring() {
    String episode = treated(doctor);
    tells(episode, "\"form\":\"none\",\"text\":\"Ring me\"");
    String desk = colleagues.cookie(colleagues.colleague("north", "Mia", StaffRole.FRONT_DESK));
    try (Tab tab = at(View.DESK, desk, "/clinic");
        Tab other = at(View.PHONE, nurse, "/clinic")) {
      Page page = tab.page();
      live(page);
      live(other.page());
      assertThat(row(page).locator("[data-key=t]")).hasCount(0);
      page.keyboard().press("j");
      page.keyboard().press("c");
      assertThat(page.locator("h1")).hasText("Amira Haddad is on the telephone");
      assertThat(page.locator("main")).containsText("Do not reassure");
      Chromium.inspect(tab, "call-desk");
      page.locator("button[value=part]").click();
      assertThat(page.locator(".wrongs")).containsText("Nothing was asked yet.");
      // The browser tells that the form was refused, as it should.
      tab.complaints().clear();
      page.locator("input[name=q-colour][value=pale]").check();
      page.locator("#text").fill("It went white after lunch.");
      page.locator("button[value=part]").click();
      assertThat(page.locator("main")).containsText("Keep her on the line.");
      assertThat(page.locator("main")).containsText("Dr Okafor (Injector)");
      assertThat(page.locator("main")).containsText("Nurse Kay (Nurse)");
      assertThat(page.locator("main")).not().containsText("Mia (Front desk)");
      Chromium.inspect(tab, "called-desk");
      assertThat(row(other.page())).containsText("staff recorded what she said");
      other.page().locator("#rows th a").click();
      assertThat(other.page().locator("main")).containsText("Telephone call, recorded by staff");
      assertThat(other.page().locator("main")).containsText("It went white after lunch.");
    }
    for (View view : List.of(View.PHONE, View.PHONE_DARK, View.NARROW)) {
      try (Tab tab = at(view, desk, "/clinic/episodes/" + episode + "/call")) {
        Chromium.inspect(tab, "call-" + view.name());
      }
    }
  }

  @Test
  void the_keys_can_be_switched_off_and_stay_off() {
    String episode = treated(doctor);
    tells(episode, PALE);
    try (Tab tab = at(View.DESK, nurse, "/clinic")) {
      Page page = tab.page();
      live(page);
      page.locator("#keys-are").click();
      Chromium.inspect(tab, "day-keys-desk");
      page.locator("#keys-switch").click();
      assertThat(page.locator("#keys-are")).hasText("Keys are off");
      page.reload();
      live(page);
      assertThat(page.locator("#keys-are")).hasText("Keys are off");
      page.keyboard().press("j");
      page.keyboard().press("m");
      assertThat(beside(page)).isHidden();
      row(page).locator("[data-key=m]").click();
      assertThat(beside(page)).isVisible();
    }
  }

  @Test
  void what_one_can_do_is_clean_at_every_size_and_scheme() {
    String episode = treated(doctor);
    tells(episode, PALE);
    tells(episode, "\"answers\":{\"swelling\":\"severe\"}");
    for (View view : List.of(View.PHONE, View.PHONE_DARK, View.DESK, DESK_DARK, View.NARROW)) {
      try (Tab tab = at(view, doctor, "/clinic/episodes/" + episode + "/act")) {
        tab.page().locator("details").evaluateAll("all => all.forEach(e => e.open = true)");
        Chromium.inspect(tab, "day-act-" + view.name());
        tab.page().navigate(clinic.url() + "/clinic");
        live(tab.page());
        Chromium.inspect(tab, "day-list-" + view.name());
        row(tab.page()).locator("[data-key=m]").click();
        assertThat(beside(tab.page()).locator("h1")).hasText("Amira Haddad");
        Chromium.inspect(tab, "day-beside-" + view.name());
      }
    }
  }
}
