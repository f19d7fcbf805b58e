package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.web.page.PatientHands.go;
import static vermilion.web.page.PatientHands.press;
import static vermilion.web.page.PatientHands.says;
import static vermilion.web.page.PatientHands.sees;
import static vermilion.web.page.PatientHands.tap;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vermilion.json.Json;
import vermilion.pixels.Samples;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

/// Photos and messages between a patient's phone and a real clinic, with and without a network.
class PhotosBrowserTest extends OnRunningClinic {

  private static final List<View> VIEWS = List.of(View.PHONE, View.PHONE_DARK, View.DESK);

  private static void shoot(Page page, String camera, int seed) {
    byte[] file = Samples.jpeg(1200, 1600, seed);
    page.locator("[data-key='" + camera + "']")
        .setInputFiles(new FilePayload("photo.jpg", "image/jpeg", file));
    says(page, "h1", "Fit the photo");
  }

  private List<Json> photos() {
    return ((Json.Arr) clinic.get("/api/episodes/" + episode + "/photos", nurse).json()).items();
  }

  @Test
  void a_photo_reaches_the_clinic_with_and_without_a_network_and_nobody_judges_it() {
    try (Tab tab = phone(View.PHONE, NOW)) {
      BrowserContext phone = tab.page().context();
      Page page = tab.page();
      tap(page, "open-photo");
      says(page, "main", "Nobody looks at photos until it opens");
      sees(page, "a[href='tel:02079460018']");
      sees(page, "[data-key='photo-worried']");
      shoot(page, "camera-user", 1);
      page.locator("#zoom").fill("2");
      press(page, "Move left");
      tap(page, "use");
      says(page, "main", "The clinic received it");
      assertThat(photos()).hasSize(1);
      assertThat(photos().getFirst().text()).contains("\"view\":\"front\"", "1/photo/2026-03-25/0");

      phone.setOffline(true);
      go(page, "photo");
      shoot(page, "camera-environment", 2);
      tap(page, "use");
      says(page, "main", "Saved on this phone. Not at the clinic yet.");
      assertThat(heldPhotos(page)).isOne();
      page.close();
      Page cold = phone.newPage();
      cold.navigate(clinic.url() + "/p/");
      cold.waitForSelector("nav a");
      says(cold, "main", "not at the clinic yet");
      go(cold, "photo/past");
      sees(cold, ".pair canvas");
      assertThat(photos()).hasSize(1);

      phone.setOffline(false);
      cold.evaluate("dispatchEvent(new Event('online'))");
      PatientHands.sentAll(cold, episode);
      assertThat(photos()).hasSize(2);
      assertThat(photos().getLast().text()).contains("\"view\":\"left\"");
      assertThat(heldPhotos(cold)).isZero();
    }
  }

  /// How many photos lie sealed on the phone.
  private static int heldPhotos(Page page) {
    return ((Number)
            page.evaluate(
                """
                async () => {
                  const ask = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
                  const db = await ask(indexedDB.open('vermilion'));
                  const count = await ask(db.transaction('photos').objectStore('photos').count());
                  db.close();
                  return count;
                }\
                """))
        .intValue();
  }

  @Test
  void a_message_comes_after_the_warning_signs_and_is_seen_when_a_human_has_seen_it() {
    try (Tab tab = phone(View.PHONE, NOW)) {
      Page page = tab.page();
      tap(page, "write");
      page.getByText("Blisters, scabs or black skin.").click();
      says(page, "h2", "Do not write. Call now");
      sees(page, "a[href='tel:02079460018']");
      sees(page, "[data-key='questions']");
      go(page, "today");
      go(page, "write");
      tap(page, "none");
      page.locator("#about").selectOption("look");
      tap(page, "send-message");
      says(page, "#message-wrong", "Write what you want to say");
      page.locator("#message").fill("One side is higher.\nIs that so?");
      shoot(page, "message-environment", 3);
      tap(page, "use");
      says(page, "main", "1 photo goes with it.");
      tap(page, "send-message");
      says(page, ".messages", "Not yet seen.");
      PatientHands.sentAll(page, episode);
      assertThat(photos().getFirst().text()).contains("\"view\":\"other\"", "\"message\":");

      event("\"type\":\"acknowledged\",\"alert\":\"look.2\",\"how\":\"seen\"");
      event("\"type\":\"message-sent\",\"text\":\"We look at it on Friday.\"");
      page.evaluate("dispatchEvent(new Event('online'))");
      says(page, ".messages", "We look at it on Friday.");
      says(page, ".messages", "Seen by Nurse Kay");
    }
  }

  @Test
  void a_file_that_is_no_photo_is_named_as_such_and_a_huge_one_is_made_smaller() {
    try (Tab tab = phone(View.PHONE, NOW)) {
      Page page = tab.page();
      go(page, "write");
      tap(page, "none");
      page.locator("#message").fill("My upper lip.");
      choose(page, "no picture".getBytes(StandardCharsets.UTF_8));
      says(page, ".asking .wrong:not([hidden])", "cannot open that picture");
      choose(page, new byte[0]);
      says(page, ".asking .wrong:not([hidden])", "That file is empty");
      choose(page, Samples.jpeg(40, 40, 5));
      says(page, ".asking .wrong:not([hidden])", "too small");
      assertThat(page.locator("#message").inputValue()).isEqualTo("My upper lip.");
      choose(page, Samples.jpeg(4800, 3600, 6));
      says(page, "h1", "Fit the photo");
      tap(page, "use");
      says(page, "main", "1 photo goes with it.");
      assertThat(page.locator("#message").inputValue()).isEqualTo("My upper lip.");
      tap(page, "send-message");
      PatientHands.sentAll(page, episode);
      assertThat(photos()).hasSize(1);
    }
  }

  private static void choose(Page page, byte[] file) {
    page.locator("[data-key='message-user']")
        .setInputFiles(new FilePayload("photo.jpg", "image/jpeg", file));
  }

  @Test
  void a_tap_on_a_number_is_told_once_and_nobody_says_that_anybody_answered() {
    try (Tab tab = phone(View.PHONE, NOW)) {
      Page page = tab.page();
      go(page, "card");
      page.evaluate("addEventListener('click', event => event.preventDefault())");
      page.locator("a[href='tel:02079460018']").first().click();
      page.locator("a[href='tel:02079460018']").first().click();
      PatientHands.sentAll(page, episode);
      go(page, "write");
      says(page, ".messages", "You tapped to call 020 7946 0018");
      says(page, ".messages", "Whether anybody answered is not known here.");
      assertThat(page.locator(".messages > li").count()).isOne();
    }
  }

  private void event(String fields) {
    String event =
        "[{\"id\":\"%s\",\"at\":\"%s\",%s}]".formatted(UUID.randomUUID(), clinic.now(), fields);
    assertThat(clinic.post("/api/episodes/" + episode + "/events", nurse, event).text())
        .contains("accepted");
  }

  @Test
  void every_page_of_photos_and_messages_is_clean() {
    for (View view : VIEWS) {
      try (Tab tab = phone(view, NOW)) {
        Page page = tab.page();
        String name = "-" + view.name();
        go(page, "photo");
        says(page, "h1", "My photos");
        Chromium.inspect(tab, "photo-guide" + name);
        assertThat(PatientHands.small(page)).isEmpty();
        shoot(page, "camera-user", view.width());
        Chromium.inspect(tab, "photo-fit" + name);
        assertThat(PatientHands.small(page)).isEmpty();
        tap(page, "use");
        says(page, "main", "The clinic received it");
        sees(page, ".shot canvas");
        Chromium.inspect(tab, "photo-sent" + name);
        go(page, "photo/past");
        sees(page, ".pair canvas");
        Chromium.inspect(tab, "photo-pair" + name);
        go(page, "write");
        says(page, "h1", "Write to my clinic");
        Chromium.inspect(tab, "write-signs" + name);
        assertThat(PatientHands.small(page)).isEmpty();
        tap(page, "none");
        Chromium.inspect(tab, "write-box" + name);
      }
      try (Tab tab = chromium.tab(view)) {
        Page page = tab.page();
        page.navigate(clinic.url() + "/clinic/sign-in");
        page.locator("#password").fill(nurse);
        press(page, "Sign in");
        seen(tab, "/clinic/episodes/" + episode + "/photos", "clinic-photos-" + view.name());
        seen(tab, "/clinic/episodes/" + episode, "clinic-timeline-photos-" + view.name());
      }
    }
  }

  /// A page of the clinic is what was asked for, and clean.
  private void seen(Tab tab, String path, String name) {
    tab.page().navigate(clinic.url() + path);
    assertThat(tab.page().url()).isEqualTo(clinic.url() + path);
    sees(tab.page(), "main img");
    Chromium.inspect(tab, name);
  }
}
