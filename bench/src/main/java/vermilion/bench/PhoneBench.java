package vermilion.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// Measures what a patient waits for on a slow phone in a bad network: the demonstration clinic's
/// page of one patient, in the machine's own Chromium, with its CPU slowed and its network
/// narrowed.
final class PhoneBench implements AutoCloseable {
  /// How many times slower the phone is than this machine.
  static final int SLOWER = 4;

  /// What each request waits before its first byte.
  static final int LATENCY_MILLIS = 400;

  /// What the network carries.
  static final int KILOBITS = 400;

  private static final int TRIAGES = 200;
  private static final String DRAWN =
      """
      new MutationObserver((_, watch) => {
        if (document.querySelector('input[name=year]')) self.askedAt ??= performance.now();
        if (!document.querySelector('#places li')) return;
        watch.disconnect();
        self.drawnAt = performance.now();
      }).observe(document, {childList: true, subtree: true});
      """;
  private static final String DECIDES =
      """
      async ([bundle, count]) => {
        const core = await import('/static/p/core.mjs');
        const why = core.load(bundle);
        if (why) throw new Error(why);
        const took = [];
        for (let n = 0; n < count; n += 1) {
          core.load(bundle);
          const at = Date.now();
          const event = JSON.stringify({ id: crypto.randomUUID(), type: 'contact', at: new Date(at).toISOString().slice(0, 19) + 'Z',
            form: 'full', complete: false, answers: { colour: 'bruised', pain: 5, 'pain-course': 'steady' } });
          const before = performance.now();
          const said = JSON.parse(core.decide(event, at));
          took.push(performance.now() - before);
          if (said.status !== 'accepted') throw new Error(JSON.stringify(said));
        }
        return took.sort((a, b) => a - b)[count >> 1];
      }
      """;

  private final Playwright playwright;
  private final Browser browser;
  private final URI link;
  private final HttpClient client = HttpClient.newHttpClient();

  private PhoneBench(Playwright playwright, Browser browser, URI link) {
    this.playwright = playwright;
    this.browser = browser;
    this.link = link;
  }

  /// What one patient waited for, in milliseconds, and what went over the network, in bytes.
  ///
  /// @param door until the page that asks her date of birth stood, on a phone that had never opened
  ///   a link of hers
  /// @param cold until her day stood on such a phone, by a link that asks nothing
  /// @param ready until the phone could triage without the network
  /// @param repeat until her day stood the next time
  /// @param repeatBytes what that time fetched
  record Visit(double door, double cold, double ready, double repeat, long repeatBytes) {}

  /// What was found.
  ///
  /// @param files bytes of each file of the app as the server sends it
  /// @param answers bytes of each answer about the patient as the server sends it
  /// @param visits one a round
  /// @param triageMillis one decision of the core in this browser, the median, unslowed
  /// @param slowMillis the same on the slowed phone
  record Found(
      Map<String, Integer> files,
      Map<String, Integer> answers,
      List<Visit> visits,
      double triageMillis,
      double slowMillis) {}

  /// Starts the demonstration clinic and measures.
  static Found run(Path root, int rounds) throws Exception {
    var folder = Files.createTempDirectory("vermilion-phone");
    var said = folder.resolve("said.txt");
    var port = Server.freePort();
    var command =
        new ProcessBuilder(
            root.resolve("vermilion").toString(),
            "demo",
            "--json",
            "--port",
            Integer.toString(port),
            "--data",
            folder.resolve("data").toString());
    try (var server = Server.start(command, port, ProcessBuilder.Redirect.to(said.toFile()))) {
      server.millisUntil("/health/ready");
      try (var bench = begin(patientLink(said))) {
        return bench.measure(rounds);
      }
    }
  }

  private static PhoneBench begin(URI link) {
    // Playwright writes its enums in the default locale.
    Locale.setDefault(Locale.ROOT);
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var chromium =
        Objects.requireNonNullElse(System.getenv("VERMILION_CHROMIUM"), "/usr/bin/chromium");
    var browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(chromium))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    return new PhoneBench(playwright, browser, link);
  }

  private static URI patientLink(Path said) throws IOException, InterruptedException {
    var first = Pattern.compile("\"patientLinks\":\\[\"([^\"]+)\"");
    for (var tries = 0; tries < 600; tries++) {
      var found = first.matcher(Files.readString(said));
      if (found.find()) {
        return URI.create(found.group(1));
      }
      Thread.sleep(100);
    }
    throw new IOException("the demonstration named no patient: " + Files.readString(said));
  }

  private Found measure(int rounds) throws Exception {
    var visits = new ArrayList<Visit>();
    for (var round = 0; round < rounds; round++) {
      visits.add(visit());
    }
    var files = new LinkedHashMap<String, Integer>();
    for (var path : shell()) {
      files.put(path, packed(path));
    }
    var place = "/api/episodes/" + episode();
    var answers = new LinkedHashMap<String, Integer>();
    for (var path : List.of(place, place + "/phone")) {
      answers.put(path.replace(episode(), "{id}"), packed(path));
    }
    return new Found(files, answers, visits, decides(1), decides(SLOWER));
  }

  /// A phone that never opened the link opens it, then once more.
  private Visit visit() throws IOException, InterruptedException {
    var door = door();
    try (var phone = newPhone()) {
      var first = phone.newPage();
      slow(phone, first);
      var begun = System.nanoTime();
      first.navigate(link.toString());
      var cold = timed(first, "drawnAt");
      first.waitForFunction(
          "() => navigator.serviceWorker.controller !== null && vermilion.runs()",
          null,
          new Page.WaitForFunctionOptions().setTimeout(60_000));
      var ready = (System.nanoTime() - begun) / 1e6;
      first.waitForFunction("() => document.documentElement.dataset.keeping === undefined");
      first.close();
      var again = phone.newPage();
      var bytes = new AtomicLong();
      var network = slow(phone, again);
      network.on("Network.loadingFinished", one -> bytes.addAndGet(size(one)));
      again.navigate(link.resolve("/p/").toString());
      var repeat = timed(again, "drawnAt");
      // What it asks the clinic for comes behind.
      again.waitForTimeout(6_000);
      return new Visit(door, cold, ready, repeat, bytes.get());
    }
  }

  /// A link as a clinic gives it: it asks her date of birth before it shows anything.
  private double door() throws IOException, InterruptedException {
    var made =
        request("/api/episodes/" + episode() + "/link").POST(HttpRequest.BodyPublishers.noBody());
    var answer = client.send(made.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(answer.uri() + " answered " + answer.statusCode());
    }
    var once = JsonParser.parseString(answer.body()).getAsJsonObject().get("patientLink");
    try (var phone = newPhone()) {
      var page = phone.newPage();
      slow(phone, page);
      page.navigate(once.getAsString());
      return timed(page, "askedAt");
    }
  }

  private BrowserContext newPhone() {
    var phone =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setServiceWorkers(ServiceWorkerPolicy.ALLOW));
    phone.addInitScript(DRAWN);
    return phone;
  }

  private static long size(JsonObject finished) {
    return finished.get("encodedDataLength").getAsLong();
  }

  private static double timed(Page page, String mark) {
    return ((Number)
            page.waitForFunction(
                    "() => self." + mark,
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(60_000))
                .jsonValue())
        .doubleValue();
  }

  /// A slow CPU and a bad network.
  private static CDPSession slow(BrowserContext phone, Page page) {
    var session = throttle(phone, page, SLOWER);
    session.send("Network.enable");
    var network = new JsonObject();
    network.addProperty("offline", false);
    network.addProperty("latency", LATENCY_MILLIS);
    network.addProperty("downloadThroughput", KILOBITS * 1000 / 8);
    network.addProperty("uploadThroughput", KILOBITS * 1000 / 8);
    session.send("Network.emulateNetworkConditions", network);
    return session;
  }

  private static CDPSession throttle(BrowserContext phone, Page page, int slower) {
    var session = phone.newCDPSession(page);
    var rate = new JsonObject();
    rate.addProperty("rate", slower);
    session.send("Emulation.setCPUThrottlingRate", rate);
    return session;
  }

  /// The median of many decisions of the core, each on the whole record anew.
  private double decides(int slower) throws Exception {
    var bundle = text("/api/episodes/" + episode() + "/phone");
    try (var phone = browser.newContext()) {
      var page = phone.newPage();
      page.navigate(link.resolve("/p/").toString());
      throttle(phone, page, slower);
      return ((Number) page.evaluate(DECIDES, List.of(bundle, TRIAGES))).doubleValue();
    }
  }

  private String episode() {
    var fragment = link.getFragment();
    return fragment.substring(0, fragment.indexOf('.'));
  }

  private HttpRequest.Builder request(String path) {
    var token = link.getFragment().substring(episode().length() + 1);
    return HttpRequest.newBuilder(link.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private String text(String path) throws IOException, InterruptedException {
    return good(client.send(request(path).build(), HttpResponse.BodyHandlers.ofString())).body();
  }

  /// The bytes of an answer as it goes over the network.
  private int packed(String path) throws IOException, InterruptedException {
    var request = request(path).header("Accept-Encoding", "gzip").build();
    return good(client.send(request, HttpResponse.BodyHandlers.ofByteArray())).body().length;
  }

  private static <T> HttpResponse<T> good(HttpResponse<T> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException(answer.uri() + " answered " + answer.statusCode());
    }
    return answer;
  }

  /// The files of the app that every phone fetches, as its worker is told; those of a patient who
  /// does not read English fetch one file of words more.
  private List<String> shell() throws IOException, InterruptedException {
    var list = text("/p/sw.js").lines().findFirst().orElseThrow();
    var object = list.substring(list.indexOf('{'), list.lastIndexOf('}') + 1);
    return JsonParser.parseString(object)
        .getAsJsonObject()
        .getAsJsonArray("files")
        .asList()
        .stream()
        .map(JsonElement::getAsString)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
