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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// Serves the pages as the product does (same paths, same policy) and replays the contract behind
/// them.
final class ContractServer implements AutoCloseable {

  /// The policy that the product sends with every page.
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
          + " manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final Path WEB = Path.of("src/main/resources/web");
  private static final Path CONTRACT = Path.of("src/test/resources/vermilion/web/page");
  private static final Pattern EVENT_ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "webmanifest", "application/manifest+json");

  private final HttpServer server;

  /// The bodies that were posted, in order, also those that were answered with a failure.
  final List<String> posted = new CopyOnWriteArrayList<>();

  /// Extra pages by path, for the templates.
  final Map<String, String> pages = new ConcurrentHashMap<>();

  /// What a GET of the episode answers.
  volatile String episode = read("episode.json");

  /// The level that a posted event is assessed at.
  volatile String level = "self-care";

  /// Whether posts and the extra pages are answered with 503.
  volatile boolean down;

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
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (exchange.getRequestMethod().equals("POST")) {
        answerPost(exchange);
      } else if (path.startsWith("/api/")) {
        send(exchange, 200, "application/json", episode);
      } else if (pages.containsKey(path)) {
        send(exchange, down ? 503 : 200, "text/html; charset=utf-8", pages.getOrDefault(path, ""));
      } else {
        answerFile(exchange, path.endsWith("/") ? path + "index.html" : path);
      }
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

  private static void answerFile(HttpExchange exchange, String path) throws IOException {
    Path file = WEB.resolve(path.substring(1)).normalize();
    if (!file.startsWith(WEB) || !Files.isRegularFile(file)) {
      send(exchange, 404, "text/plain", "no " + path);
      return;
    }
    String name = String.valueOf(file.getFileName());
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    send(exchange, 200, type == null ? "application/octet-stream" : type, Files.readString(file));
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
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
