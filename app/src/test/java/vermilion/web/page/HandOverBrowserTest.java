package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static vermilion.web.page.PatientHands.says;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vermilion.web.page.Chromium.Tab;
import vermilion.web.page.Chromium.View;

class HandOverBrowserTest extends OnPatientPages {

  /// The most bytes of version 20 with correction M.
  private static final int MOST = 666;

  private static final String ROWS =
      "text => vermilion.later('qr').qr(text)?.map(row =>"
          + " row.map(dark => dark ? '#' : '.').join('')) ?? null";

  @Test
  void another_reader_reads_every_size_of_code_back() throws ReaderException {
    try (Tab tab = visit(View.PHONE, "today")) {
      tab.page().waitForFunction("() => vermilion.later('qr')");
      SplittableRandom random = new SplittableRandom(20);
      int last = 0;
      for (int length = 1; length <= MOST; length += 1 + random.nextInt(12)) {
        String text = text(length, random);
        List<?> rows = (List<?>) tab.page().evaluate(ROWS, text);
        assertThat(new Decoder().decode(grid(rows)).getText()).isEqualTo(text);
        last = rows.size();
      }
      assertThat(last).as("modules of version 20").isEqualTo(97);
      assertThat(tab.page().evaluate(ROWS, text(MOST, random))).isNotNull();
      assertThat(tab.page().evaluate(ROWS, text(MOST + 1, random))).isNull();
    }
  }

  private static String text(int length, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append((char) (' ' + random.nextInt(95)));
    }
    return text.toString();
  }

  private static boolean[][] grid(List<?> rows) {
    boolean[][] grid = new boolean[rows.size()][rows.size()];
    for (int y = 0; y < grid.length; y++) {
      for (int x = 0; x < grid.length; x++) {
        grid[y][x] = String.valueOf(rows.get(y)).charAt(x) == '#';
      }
    }
    return grid;
  }

  @Test
  void the_code_on_the_screen_holds_the_card_in_light_and_dark() throws Exception {
    server.episode = server.episode.replace("Amira Haddad", "Zoë Müller-Ström");
    for (View view : View.ALL) {
      try (Tab tab = visit(view, "card/doctor")) {
        assertThat(scanned(tab.page()))
            .contains("Zoë Müller-Ström", "Lot: A1182", "020 7946 0018", "/card/KEY");
      }
    }
  }

  private static String scanned(Page page) throws IOException, ReaderException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(page.locator(".qr").screenshot()));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  @Test
  void a_card_that_is_too_long_for_a_code_leaves_out_the_sites_and_never_the_lot()
      throws Exception {
    server.episode =
        server.episode.replace(
            "\"upper lip, left\", \"upper lip, right\"", "\"" + "x".repeat(900) + "\"");
    try (Tab tab = visit(View.PHONE, "card/doctor")) {
      assertThat(scanned(tab.page())).contains("Lot: A1182").doesNotContain("xxx");
    }
  }

  @Test
  void it_stands_there_without_a_network() {
    try (Tab tab = visit(View.PHONE, "today")) {
      tab.page().context().setOffline(true);
      PatientHands.go(tab.page(), "card/doctor");
      says(tab.page(), "h1", "For the emergency doctor");
      says(tab.page(), "main", "Example Soft");
      says(tab.page(), "main", "29 March, 10:30 (Europe/London)");
    }
  }

  @Test
  void its_code_is_drawn_without_a_network_once_it_was_fetched() {
    try (Tab tab = visit(View.PHONE, "today")) {
      tab.page().waitForFunction("() => vermilion.later('qr')");
      tab.page().context().setOffline(true);
      PatientHands.go(tab.page(), "card/doctor");
      PatientHands.sees(tab.page(), ".qr");
    }
  }

  @Test
  void the_plans_words_for_a_doctor_come_without_the_keys_of_their_sources() {
    server.episode =
        server.episode.replace(
            "\"words\": {",
            "\"words\": {\"forTheDoctor\": [\"Vision loss needs transfer at once [S3] [S4].\"],");
    try (Tab tab = visit(View.PHONE, "card/doctor")) {
      says(tab.page(), "main", "Vision loss needs transfer at once.");
    }
  }

  @Test
  void a_silence_is_never_shown_as_a_report_of_hers() {
    server.episode =
        ContractServer.read("episode.json")
            .replace(
                "\"status\": null", "\"status\": " + ContractServer.read("status-silence.json"));
    try (Tab tab = visit(View.PHONE, "card/doctor")) {
      assertThat(tab.page().locator("main").textContent()).doesNotContain("not heard");
    }
  }

  @Test
  void the_page_is_clean_at_every_size_and_scheme() {
    for (View view : View.ALL) {
      try (Tab tab = visit(view, "card/doctor")) {
        Chromium.inspect(tab, "doctor-" + view.name());
        assertThat(PatientHands.small(tab.page())).isEmpty();
        PatientHands.go(tab.page(), "card");
        Chromium.inspect(tab, "card-" + view.name());
        assertThat(PatientHands.small(tab.page())).isEmpty();
      }
    }
  }
}
