package vermilion.web.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import vermilion.web.AppShell;

/// Serves the pages as the product does (same paths, same policy) and replays the contract behind
/// them.
final class ContractServer implements AutoCloseable {

  /// The policy that the product sends with every page.
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
          + " manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final Path CONTRACT = Path.of("src/test/resources/vermilion/web/page");

  /// The clock of the clinic's samples.
  private static final String AT = ClinicSamples.frame().now();

  private static final Pattern EVENT_ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "png", "image/png",
          "json", "application/json; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "webmanifest", "application/manifest+json");

  private final HttpServer server;

  /// The bodies that were posted, in order, also those that were answered with a failure.
  final List<String> posted = new CopyOnWriteArrayList<>();

  /// The ids of the events that were answered as taken, in order.
  final List<String> taken = new CopyOnWriteArrayList<>();

  /// Files of the app that are other than in this build, by their place below `web/`.
  final Map<String, String> changed = new ConcurrentHashMap<>();

  /// Extra pages by path, for the templates.
  final Map<String, String> pages = new ConcurrentHashMap<>();

  /// What an open worklist is told next: `list`, `beat` or `end`.
  final BlockingQueue<String> live = new LinkedBlockingQueue<>();

  /// What a GET of the episode answers.
  volatile String episode = read("episode.json");

  /// The level that a posted event is assessed at.
  volatile String level = "self-care";

  /// Whether posts and the extra pages are answered with 503.
  volatile boolean down;

  /// Why posts are answered with 422; empty where they are not.
  volatile String refusal = "";

  private ContractServer(HttpServer server) {
    this.server = server;
  }

  /// A server on a free port of this machine.
  static ContractServer start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var contract = new ContractServer(server);
      server.createContext("/", contract::answer);
      server.start();
      return contract;
    } catch (IOException failure) {
      throw new UncheckedIOException("no free port", failure);
    }
  }

  /// The address of a path.
  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /// A part of the contract, by file name.
  static String read(String name) {
    try {
      return Files.readString(CONTRACT.resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException("no contract file " + name, failure);
    }
  }

  /// The bytes of a file of the app, each as one character; it may come from another module.
  static String file(String name) {
    try (var in =
        Objects.requireNonNull(ContractServer.class.getResourceAsStream("/web/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException("no file " + name, failure);
    }
  }

  /// The episode with an urgent finding open, unless another level is given.
  static String episodeAt(String level) {
    return read("episode.json")
        .replace("\"status\": null", "\"status\": " + read("status-urgent.json"))
        .replace("\"level\": \"urgent\"", "\"level\": \"" + level + "\"");
  }

  /// The ids of the events posted so far.
  List<String> postedIds() {
    return posted.stream()
        .flatMap(body -> EVENT_ID.matcher(body).results())
        .map(id -> id.group(1))
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/clinic/live")) {
      Thread.ofVirtual().start(() -> tell(exchange));
      return;
    }
    try (exchange) {
      if (path.endsWith("/devices/ready")) {
        exchange.sendResponseHeaders(204, -1);
      } else if (path.endsWith("/devices")) {
        send(exchange, 200, "application/json", "{\"devices\":[]}");
      } else if (exchange.getRequestMethod().equals("POST")) {
        answerPost(exchange);
      } else if (path.endsWith("/phone")) {
        // No bundle: the pages then show what the clinic last told.
        exchange.sendResponseHeaders(204, -1);
      } else if (path.startsWith("/api/")) {
        send(exchange, 200, "application/json", episode);
      } else if (path.equals(AppShell.PATH)) {
        send(exchange, 200, "text/javascript; charset=utf-8", AppShell.script(this::bytesOf));
      } else if (pages.containsKey(path)) {
        send(exchange, down ? 503 : 200, "text/html; charset=utf-8", pages.getOrDefault(path, ""));
      } else {
        answerFile(exchange, path.endsWith("/") ? path + "index.html" : path);
      }
    }
  }

  /// The stream of an open worklist; a test says what comes after the first event.
  private void tell(HttpExchange exchange) {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(down ? 503 : 200, down ? -1 : 0);
      for (String event = "list"; !down && !event.equals("end"); event = live.take()) {
        String text = "event: " + event + "\ndata: {\"at\":\"" + AT + "\"}\n\n";
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
      }
    } catch (IOException e) {
      // The browser has gone on to another page.
      exchange.setAttribute("left", true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answerPost(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    posted.add(body);
    var id = EVENT_ID.matcher(body);
    if (down || !id.find()) {
      send(exchange, 503, "application/problem+json", "{\"title\":\"down\"}");
      return;
    }
    if (!refusal.isEmpty()) {
      send(exchange, 422, "application/problem+json", "{\"detail\":\"" + refusal + "\"}");
      return;
    }
    taken.add(id.group(1));
    send(
        exchange,
        200,
        "application/json",
        "[{\"id\":\""
            + id.group(1)
            + "\",\"status\":\"accepted\",\"seq\":13,\"assessment\":{\"level\":\""
            + level
            + "\",\"rules\":[],\"missing\":[],\"hold\":false},\"why\":null}]");
  }

  private void answerFile(HttpExchange exchange, String path) throws IOException {
    String file = path.substring(1);
    if (file.contains("..") || ContractServer.class.getResource("/web/" + file) == null) {
      send(exchange, 404, "text/plain", "no " + path);
      return;
    }
    String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    byte[] bytes = bytesOf(file);
    send(exchange, 200, type == null ? "application/octet-stream" : type, bytes);
  }

  private byte[] bytesOf(String file) {
    return changed.getOrDefault(file, file(file)).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
