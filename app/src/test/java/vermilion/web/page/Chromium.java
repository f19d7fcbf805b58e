package vermilion.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The machine's own Chromium, driven as a person would use it. Nothing is downloaded; without a
/// Chromium (`apt-get install chromium`, or its path in VERMILION_CHROMIUM) these tests are
/// skipped.
final class Chromium implements AutoCloseable {

  private static final Path SCREENS = Path.of("target/screens");
  private static final String AXE = resource("/axe.min.js");
  private static final String SERIOUS =
      "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}))"
          + ".violations.filter(v => v.impact === 'serious' || v.impact === 'critical')"
          + ".map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160)).join(' | '))";

  /// A page of the patient, wide and light: it is pictured in the dark too. What is serious there
  /// is found on the phone, and by the contrast of the tokens.
  private static final String PATIENTS_DESK =
      "() => location.pathname.startsWith('/p/') && innerWidth >= 1440"
          + " && matchMedia('(prefers-color-scheme: light)').matches";

  private static final Locale OURS = Locale.getDefault();

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /// A way to look at a page.
  record View(String name, int width, int height, ColorScheme scheme) {
    static final View PHONE = new View("phone", 390, 844, ColorScheme.LIGHT);
    static final View PHONE_DARK = new View("phone-dark", 390, 844, ColorScheme.DARK);
    static final View DESK = new View("desk", 1440, 900, ColorScheme.LIGHT);
    static final View NARROW = new View("narrow-dark", 320, 640, ColorScheme.DARK);
    static final List<View> ALL = List.of(PHONE, PHONE_DARK, DESK, NARROW);
  }

  /// An open page with everything it complained about.
  record Tab(Page page, List<String> complaints) implements AutoCloseable {
    @Override
    public void close() {
      page.context().close();
    }
  }

  static Chromium start() {
    Path path =
        Path.of(
            Objects.requireNonNullElse(System.getenv("VERMILION_CHROMIUM"), "/usr/bin/chromium"));
    assumeTrue(Files.isExecutable(path), "no Chromium at " + path);
    // Playwright writes its enums in the default locale, and Turkish has another small I than it
    // means.
    Locale.setDefault(Locale.ROOT);
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(path)
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync"));
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /// A fresh page, as on a phone that was never here; every complaint of the browser is kept.
  Tab tab(View view, ServiceWorkerPolicy workers) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(view.width(), view.height())
                .setColorScheme(view.scheme())
                .setServiceWorkers(workers));
    Page page = context.newPage();
    var complaints = new ArrayList<String>();
    page.onConsoleMessage(message -> {
      boolean loud = message.type().equals("error") || message.type().equals("warning");
      if (loud && !message.text().endsWith("blocked by Playwright")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.setDefaultTimeout(10_000);
    return new Tab(page, complaints);
  }

  /// A fresh page without a service worker.
  Tab tab(View view) {
    return tab(view, ServiceWorkerPolicy.BLOCK);
  }

  /// What axe-core finds serious or critical on the page.
  static List<String> barriers(Page page) {
    page.evaluate(AXE);
    return ((List<?>) page.evaluate(SERIOUS)).stream().map(String::valueOf).toList();
  }

  /// How many pixels the page is wider than the screen.
  static int overhang(Page page) {
    return ((Number)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }

  /// Refuses a page that complains, has a serious barrier or scrolls sideways; keeps its picture.
  static void inspect(Tab tab, String name) {
    picture(tab.page(), name);
    if ((boolean) tab.page().evaluate(PATIENTS_DESK)) {
      scheme(tab.page(), ColorScheme.DARK);
      picture(tab.page(), name + "-dark");
      scheme(tab.page(), ColorScheme.LIGHT);
    }
    assertThat(barriers(tab.page())).as(name + ": barriers").isEmpty();
    assertThat(overhang(tab.page())).as(name + ": sideways scrolling").isZero();
    assertThat(tab.complaints()).as(name + ": complaints").isEmpty();
  }

  private static void scheme(Page page, ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }

  /// Keeps a picture under target/screens, for people to look at.
  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")).setFullPage(true));
  }

  private static String resource(String name) {
    try (var stream = Objects.requireNonNull(Chromium.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + name, failure);
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    Locale.setDefault(OURS);
  }
}
