package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.web.page.PatientHands.go;
import static vermilion.web.page.PatientHands.kept;
import static vermilion.web.page.PatientHands.says;
import static vermilion.web.page.PatientHands.sees;
import static vermilion.web.page.PatientHands.tap;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vermilion.json.Json;
import vermilion.pixels.Samples;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

/// A photo that was taken and not yet sent: the page is loaded anew, the browser is killed, the
/// phone is full, or the file is of a kind that the browser cannot open.
class KeptPhotosBrowserTest extends OnRunningClinic {

  /// From here on the browser keeps no more photos.
  private static final String NO_ROOM =
      """
      () => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...given) {
          if (this.name === 'photos' && !window.room) throw new DOMException('full', 'QuotaExceededError');
          return put.apply(this, given);
        };
      }\
      """;

  /// Whether what lies on the phone of photos is sealed, and how many there are.
  private static final String SEALED =
      """
      async () => {
        const ask = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
        const db = await ask(indexedDB.open('vermilion'));
        const all = await ask(db.transaction('photos').objectStore('photos').getAll());
        db.close();
        const open = all.filter(({ iv, sealed }) => !iv || new Uint8Array(sealed)[0] === 0xff && new Uint8Array(sealed)[1] === 0xd8);
        return open.length > 0 ? -1 : all.length;
      }\
      """;

  private static void shoot(Page page, String camera, int seed) {
    byte[] file = Samples.jpeg(900, 1200, seed);
    page.locator("[data-key='" + camera + "']")
        .setInputFiles(new FilePayload("photo.jpg", "image/jpeg", file));
    says(page, "h1", "Fit the photo");
    kept(page);
  }

  private static void holds(Page page, int photos) {
    PatientHands.comes(page, "async () => await (" + SEALED + ")() === " + photos);
  }

  private int atClinic() {
    return ((Json.Arr) clinic.get("/api/episodes/" + episode + "/photos", nurse).json())
        .items()
        .size();
  }

  @Test
  void a_photo_survives_a_page_that_is_loaded_anew_before_it_is_used() {
    try (Tab tab = phone(View.PHONE, NOW)) {
      Page page = tab.page();
      go(page, "photo");
      page.locator("input[value='left']").check();
      shoot(page, "camera-user", 1);
      holds(page, 1);
      page.goBack();
      tap(page, "draft-use");
      says(page, "h1", "Fit the photo: my left side");
      page.reload();
      says(page, "h1", "Fit the photo: my left side");
      sees(page, ".frame-picture");
      tap(page, "use");
      says(page, "main", "The clinic received it");
      assertThat(atClinic()).isOne();
      holds(page, 0);
    }
  }

  @Test
  void a_photo_waits_where_the_browser_was_ended_and_she_may_throw_it_away() {
    try (Tab tab = phone(View.PHONE, NOW)) {
      BrowserContext phone = tab.page().context();
      go(tab.page(), "photo");
      shoot(tab.page(), "camera-user", 2);
      phone.setOffline(true);
      tab.page().close();
      Page cold = phone.newPage();
      cold.navigate(clinic.url() + "/p/");
      cold.waitForSelector("nav a");
      go(cold, "photo");
      says(cold, "main", "You took a photo and have not sent it");
      assertThat(PatientHands.small(cold)).isEmpty();
      tap(cold, "draft-use");
      says(cold, "h1", "Fit the photo");
      cold.goBack();
      tap(cold, "draft-away");
      holds(cold, 0);
      assertThat(cold.locator("[data-key='draft-use']").count()).isZero();
    }
  }

  @Test
  void the_photos_of_a_message_survive_until_it_is_sent() {
    try (Tab tab = phone(View.PHONE, NOW)) {
      Page page = tab.page();
      go(page, "write");
      tap(page, "none");
      page.locator("#message").fill("My upper lip.");
      shoot(page, "message-environment", 3);
      page.reload();
      says(page, "h1", "Fit the photo");
      tap(page, "use");
      says(page, "main", "1 photo goes with it.");
      kept(page);
      page.reload();
      tap(page, "none");
      says(page, "main", "1 photo goes with it.");
      assertThat(page.locator("#message").inputValue()).isEqualTo("My upper lip.");
      tap(page, "send-message");
      PatientHands.sentAll(page, episode);
      assertThat(atClinic()).isOne();
      holds(page, 0);
    }
  }

  @Test
  void a_phone_without_room_says_so_before_and_after_the_photo_is_gone() {
    try (Tab tab = phone(View.PHONE, NOW)) {
      Page page = tab.page();
      go(page, "photo");
      page.evaluate(NO_ROOM);
      shoot(page, "camera-user", 4);
      says(page, "[data-key='only-in-page']", "Only in this open page");
      Chromium.inspect(tab, "photo-no-room-PHONE");
      page.reload();
      says(page, "[role=alert]", "Your phone did not let us keep the photo that you took");
      page.evaluate(NO_ROOM);
      shoot(page, "camera-user", 5);
      tap(page, "use");
      says(page, "main", "The clinic received it");
      assertThat(atClinic()).isOne();
    }
  }

  @Test
  void a_picture_in_the_iphones_own_kind_is_named_with_what_to_do() throws IOException {
    try (Tab tab = phone(View.PHONE, NOW)) {
      Page page = tab.page();
      go(page, "write");
      tap(page, "none");
      page.locator("#message").fill("My upper lip.");
      assertThat(page.locator("[data-key='message-user']").getAttribute("accept"))
          .isEqualTo("image/jpeg,image/png,image/webp");
      page.locator("[data-key='message-user']")
          .setInputFiles(new FilePayload("IMG_0001.HEIC", "image/heic", heic()));
      says(page, ".asking .wrong:not([hidden])", "cannot open iPhone pictures (HEIC)");
      says(page, ".asking .wrong:not([hidden])", "Most Compatible");
      assertThat(page.locator("#message").inputValue()).isEqualTo("My upper lip.");
      Chromium.inspect(tab, "write-heic-PHONE");
      holds(page, 0);
    }
  }

  /// A whole picture of 128 by 160 dots in HEVC, as an iPhone writes them.
  private static byte[] heic() throws IOException {
    try (InputStream file = KeptPhotosBrowserTest.class.getResourceAsStream("/photos/small.heic")) {
      return Objects.requireNonNull(file, "photos/small.heic").readAllBytes();
    }
  }
}
