package vermilion.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// A browser of somebody signed in that has the worklist open, without its pages.
final class LiveStream implements AutoCloseable {

  private final HttpClient client;
  private final BufferedReader lines;

  private LiveStream(HttpClient client, InputStream body) {
    this.client = client;
    this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /// Signs in with an access code and begins to listen.
  static LiveStream open(RunningClinic clinic, String code) {
    HttpClient client = HttpClient.newHttpClient();
    HttpResponse<InputStream> stream = get(client, clinic, cookie(client, clinic, code));
    if (stream.statusCode() != 200) {
      throw new AssertionError("the stream answered " + stream.statusCode());
    }
    return new LiveStream(client, stream.body());
  }

  /// The status with which a stream is answered that somebody with this cookie asks for.
  static int status(RunningClinic clinic, String cookie) throws IOException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> stream = get(client, clinic, cookie);
      stream.body().close();
      return stream.statusCode();
    }
  }

  /// The cookie of somebody who signs in with an access code.
  static String cookie(HttpClient client, RunningClinic clinic, String code) {
    String form = "password=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    HttpRequest signIn =
        HttpRequest.newBuilder(URI.create(clinic.url() + "/clinic/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return send(client, signIn)
        .headers()
        .firstValue("Set-Cookie")
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .orElseThrow();
  }

  private static HttpResponse<InputStream> get(
      HttpClient client, RunningClinic clinic, String cookie) {
    return send(
        client,
        HttpRequest.newBuilder(URI.create(clinic.url() + "/clinic/live"))
            .header("Cookie", cookie)
            .build());
  }

  private static HttpResponse<InputStream> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /// The kind of the next event; empty once the stream has ended.
  String next() {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          return line.substring("event: ".length());
        }
      }
      return "";
    } catch (IOException e) {
      return "";
    }
  }

  /// The next event that is no beat of a list that has not changed.
  String nextNews() {
    String next = next();
    while (next.equals("beat")) {
      next = next();
    }
    return next;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
